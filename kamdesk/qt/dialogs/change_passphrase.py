"""The passphrase of the book that is open: set, changed, taken away, with what follows from it said before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from kamdesk.domain.errors import KamdeskError
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.dialogs.passphrase import NewPassphrase
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs.own import change_passphrase
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import frame, row
from kamdesk.qt.widgets.secret import SecretField

if TYPE_CHECKING:
    from kamdesk.reads.book_card import BookCard


ROOM = 72
"""For the sentence that says what is wrong, without hiding what follows."""


class ChangePassphraseDialog(FormDialog):
    """Nothing typed here is kept anywhere. ``card`` says whether the book has a passphrase and where its copies lie."""

    form: RowsForm
    drafted = False

    def __init__(self, desk: Desk, parent: QWidget | None, card: BookCard) -> None:
        self.old = SecretField()
        super().__init__(desk, RowsForm((self.old,)), parent)
        self._locked, self._folder = card.encrypted, card.folder
        self.form.show_row(self.old, self._locked)
        self.away = QCheckBox()
        self.away.setFont(desk.theme.font("body"))
        self.away.setVisible(self._locked)
        self.new = NewPassphrase(desk, bare=True)
        self._follows = label(desk.theme, "caption", wrap=True)
        for part in (self.new, self.away, frame(row((self._follows, 1)), "warn", (10, 8, 10, 8))):
            self.extra.addWidget(part)
        self.away.toggled.connect(self._on_away)
        self.retranslate()
        self.fit(540)
        self.resize(self.width(), self.height() + ROOM)
        (self.old if self._locked else self.new.first).setFocus()

    def subject(self) -> str:
        return "passphrase"

    def folder(self) -> Path:
        """Where the copies lie that keep what was before."""
        return self._folder

    def _on_away(self, on: bool) -> None:
        self.new.setEnabled(not on)
        self.retranslate()

    def save(self) -> None:
        new: str | None = None
        if self._locked and not self.old.text():
            self.fail(self.tr("Type the present passphrase first. Nothing was changed."), self.old)
            return
        if not self.away.isChecked():
            try:
                new = self.new.passphrase()
            except ValueError:
                said = self.tr("The two new passphrases are not the same. Nothing was changed.")
                self.fail(said, self.new.again)
                return
            if new is None:
                self.fail(self.tr("Type the new passphrase, twice. Nothing was changed."), self.new.first)
                return
        self.setEnabled(False)
        self.desk.runner.run(
            change_passphrase,
            done=self._saved,
            failed=self._failed,
            label=self.tr("Locking the book anew…"),
            old=self.old.text() or None,
            new=new,
        )

    def _saved(self, result: object) -> None:
        for field in (self.old, self.new.first, self.new.again):
            field.clear()
        super()._saved(result)

    def _failed(self, error: Exception) -> None:
        wrong = isinstance(error, KamdeskError) and error.code == "passphrase_wrong"
        self.fail(self.desk.speech.error(error), self.old if wrong else None)
        if wrong:
            self.old.selectAll()

    def retranslate(self) -> None:
        away = self.away.isChecked()
        if away:
            primary = self.tr("Take the passphrase away")
            follows = self.tr(
                "From then on whoever has the file can read everything in it. What informants told stays behind its "
                "own lock on the screen, which goes on asking for the old passphrase. Backups made until now keep the "
                "old passphrase: you need it to restore one."
            )
        elif self._locked:
            primary = self.tr("Change the passphrase")
            follows = self.tr(
                "Forgotten, the book is lost: nobody can open it then, not even us. Backups made until now keep the "
                "old passphrase, so keep that one too; backups made from now on have the new one."
            )
        else:
            primary = self.tr("Set the passphrase")
            follows = self.tr(
                "Forgotten, the book is lost: nobody can open it then, not even us. Backups made until now are not "
                "locked: whoever gets hold of them can read them. They lie in {folder}; delete them there once you "
                "have a new backup."
            ).format(folder=self._folder)
        heading = self.tr("Passphrase of this book")
        now = (
            self.tr("This book opens with a passphrase.")
            if self._locked
            else self.tr("This book is not locked.")
        )
        stays = self.tr("What is recorded stays as it is, and the book stays open.")
        self.say(heading, primary, f"{now}\n{stays}")
        self.form.say(self.tr("Present passphrase"))
        self.away.setText(self.tr("Without a passphrase from now on"))
        self._follows.setText(follows)
