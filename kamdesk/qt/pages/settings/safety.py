"""Backups and the book's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from kamdesk.qt.amounts import size_text
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.settings.rows import Entry, Line, Section, card
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label, set_tone
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.settings import CHOICES, Settings

if TYPE_CHECKING:
    from kamdesk.reads.own import OwnData


class Safety(Section):
    """``chosen`` gives settings to keep by name; ``backup_asked``, ``check_asked`` and
    ``passphrase_asked`` want these done."""

    chosen = Signal(object)
    backup_asked = Signal()
    check_asked = Signal()
    passphrase_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._own: OwnData | None = None
        self._settings = Settings()
        self._usual = Path()
        self.first_path, self.second_path = Elided(theme), Elided(theme)
        self._choose_first, self._choose_second = (Button(theme, icon="folder-open") for _ in range(2))
        self.usual, self.without = Button(theme, icon="undo-2"), Button(theme, icon="x")
        self.first = Line(desk, self.first_path)
        self.second = Line(desk, self.second_path)
        self.copies_entry = Entry(72)
        self._copies_word = label(theme, "body", "text2")
        self.copies = Line(desk, self.copies_entry, self._copies_word)
        self._back_up = Button(theme, icon="hard-drive")
        backups, self._say_backups = card(
            desk,
            self.first,
            row(140, self._choose_first, self.usual, None),
            self.second,
            row(140, self._choose_second, self.without, None),
            self.copies,
            row(140, self._back_up, None),
        )
        self.path = Elided(theme)
        self._facts = label(theme, "body", "text2", wrap=True)
        self._locked = label(theme, "body", "text2", wrap=True)
        self.passphrase = Button(theme, icon="lock")
        self.passphrase.clicked.connect(self.passphrase_asked)
        self._check = Button(theme, icon="circle-check")
        self.result = label(theme, "body", "text2", wrap=True)
        self.result.hide()
        book, self._say_book = card(
            desk, self.path, self._facts, self._locked, row(self.passphrase, self._check, None), self.result
        )
        self.setLayout(column(backups, book, None, gap=12))
        self._choose_first.clicked.connect(lambda: self._choose("backups"))
        self._choose_second.clicked.connect(lambda: self._choose("second"))
        self.usual.clicked.connect(lambda: self.chosen.emit({"backups": ""}))
        self.without.clicked.connect(lambda: self.chosen.emit({"second": ""}))
        self.copies_entry.entered.connect(self._change_copies)
        self._back_up.clicked.connect(self.backup_asked)
        self._check.clicked.connect(self.check_asked)
        self.retranslate()

    def show_settings(self, settings: Settings, usual: Path) -> None:
        """``usual`` is the folder of the copies where none was chosen."""
        self._settings, self._usual = settings, usual
        self.copies_entry.show_kept(str(settings.copies))
        self._say_places()

    def show_own(self, own: OwnData) -> None:
        if self._own is not None and self._own.path != own.path:
            self.result.hide()
        self._own = own
        self._say_book_facts()

    def show_check(self, faults: tuple[str, ...]) -> None:
        self.result.show()
        set_tone(self.result, "bad" if faults else "good")
        if faults:
            self.result.setText(
                self.tr(
                    "The book is damaged: {fault}. Nothing was changed. Go back to the latest backup, and keep a "
                    "copy of this file."
                ).format(fault=faults[0])
            )
        else:
            self.result.setText(self.tr("Read from beginning to end: the book is sound."))

    def _choose(self, name: str) -> None:
        now = str(getattr(self._settings, name) or self._usual)
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A folder for the copies"), now)
        if chosen:
            self.chosen.emit({name: chosen})

    def _change_copies(self, text: str) -> None:
        allowed = CHOICES["copies"]
        if not text.strip().isdecimal() or int(text) not in allowed:
            self.copies.wrong(
                self.tr("Write a number from {least} to {most}. The one before stands.").format(
                    least=allowed[0], most=allowed[-1]
                )
            )
            return
        self.chosen.emit({"copies": int(text)})

    def _say_places(self) -> None:
        settings = self._settings
        self.first_path.setText(str(settings.backups or self._usual))
        self.second_path.setText(settings.second or self.tr("none"))
        self.usual.setVisible(bool(settings.backups))
        self.without.setVisible(bool(settings.second))

    def _say_book_facts(self) -> None:
        own = self._own
        if own is None:
            return
        self.path.setText(str(own.path))
        parts = (
            size_text(own.size),
            self.tr("%n accounts", "", own.accounts),
            self.tr("%n steps in its history", "", own.steps),
        )
        self._facts.setText(self.desk.speech.joined(parts))
        self._locked.setText(
            self.tr("Locked with a passphrase: without it nobody reads the file, its copies neither.")
            if own.encrypted
            else self.tr("Not locked: whoever has the file can read it. Keep the laptop and the copies safe.")
        )
        self._say_passphrase()

    def _say_passphrase(self) -> None:
        locked = self._own is not None and self._own.encrypted
        self.passphrase.set_label(
            self.tr("Change the passphrase…") if locked else self.tr("Set a passphrase…")
        )

    def retranslate(self) -> None:
        self._say_backups(self.tr("Backups"))
        self.first.say(self.tr("Copies lie in"), self.tr("Made once a day and checked, each a whole book."))
        self._choose_first.set_label(self.tr("Another folder"))
        self._choose_second.set_label(self.tr("Choose a folder"))
        self.usual.set_label(self.tr("The usual folder"))
        self.without.set_label(self.tr("Without a second place"))
        self.second.say(
            self.tr("And in"),
            self.tr("A stick, say. Where it is not plugged in, the first copy is made all the same."),
        )
        self._copies_word.setText(self.tr("of the newest"))
        self.copies.say(
            self.tr("Keep"), self.tr("Besides these one a day for two weeks and one a week for twelve.")
        )
        self._back_up.set_label(self.tr("Back up now"), "Ctrl+Shift+B")
        self._say_book(self.tr("The book's file"))
        self._say_passphrase()
        self._check.set_label(self.tr("Check the book now"))
        self._say_places()
        self._say_book_facts()
