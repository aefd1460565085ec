"""Which backup takes the book's place: chosen in a list or as a file, read through before anything is touched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from kamdesk.domain.errors import KamdeskError
from kamdesk.qt.amounts import size_text
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import restoring as jobs
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.secret import SecretField

if TYPE_CHECKING:
    from kamdesk.reads.backups import Backup, Fit

NEEDS_KEY = ("book_locked", "book_wrong_key")


class RestoreDialog(QDialog):
    """``found`` gives a `Fit`: a sound backup that opens. Until then the book is as it was."""

    found = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None, book: Path, folders: Sequence[Path]) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._book = desk, book
        self._backups: tuple[Backup, ...] = ()
        self._chosen: tuple[Backup, ...] = ()
        self._read = False
        self._failure = ""
        self._heading = label(theme, "heading")
        self._sentence = label(theme, "caption", "text2", wrap=True)
        self.backups = EntriesModel(self)
        self.list = EntriesView(theme, self.backups)
        self._secret_name = label(theme, "body", "text2")
        self.secret = SecretField()
        self._why = label(theme, "caption", "text2", wrap=True)
        self._why.setMinimumHeight(36)
        self.file = Button(theme, icon="folder-open")
        self.cancel = Button(theme)
        self.primary = Button(theme, icon="history", kind="primary")
        self.primary.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        box.addWidget(self._heading)
        box.addWidget(self._sentence)
        box.addWidget(self.list, 1)
        box.addLayout(row(self._secret_name, (self.secret, 1)))
        box.addWidget(self._why)
        box.addLayout(row(self.file, None, self.cancel, self.primary))
        self.resize(600, min(520, self.screen().availableGeometry().height() - 80))
        self.file.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self.primary.clicked.connect(self._try)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda key: self._try())
        self.retranslate()
        desk.runner.look(
            jobs.backups_of, done=self._show, failed=self._failed, book=book, folders=tuple(folders)
        )
        self.list.setFocus()

    def chosen(self) -> Backup | None:
        """The backup that would take the book's place."""
        key = self.list.key()
        return next((each for each in self._all() if str(each.path) == key), None)

    def choose_file(self, path: Path) -> None:
        """A backup that lies somewhere else: it heads the list."""
        self._desk.runner.look(jobs.look_at, done=self._add, failed=self._failed, path=path)

    def _all(self) -> tuple[Backup, ...]:
        chosen = {each.path for each in self._chosen}
        return (*self._chosen, *(each for each in self._backups if each.path not in chosen))

    def _show(self, backups: tuple[Backup, ...]) -> None:
        self._backups, self._read = backups, True
        self._list()

    def _add(self, backup: Backup) -> None:
        self._chosen = (backup, *(each for each in self._chosen if each.path != backup.path))
        self._list()
        self.list.choose(str(backup.path))
        self.list.setFocus()

    def _list(self) -> None:
        self.list.show_rows([self._entry(each) for each in self._all()])
        self._say()

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("A backup"),
            str(self._book.parent),
            self.tr("Books (*.kam);;All files (*)"),
        )
        if path:
            self.choose_file(Path(path))

    def _on_chosen(self, key: str) -> None:
        self._failure = ""
        self.secret.clear()
        self._say()

    def _try(self) -> None:
        backup = self.chosen()
        if backup is None or not self.primary.isEnabled():
            return
        if backup.locked and not self.secret.text():
            self._fail(self.tr("Type the passphrase of this backup first. The book is as it was."))
            self.secret.setFocus()
            return
        self.setEnabled(False)
        self._desk.runner.look(
            jobs.find_fit,
            done=self._fits,
            failed=self._failed,
            path=backup.path,
            passphrase=self.secret.text() or None,
        )

    def _fits(self, fit: Fit) -> None:
        self.secret.clear()
        self.accept()
        self.found.emit(fit)

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        if isinstance(error, KamdeskError) and error.code in NEEDS_KEY:
            self._fail(self.tr("That passphrase does not open this backup. Nothing was changed; try again."))
            self.secret.setFocus()
            self.secret.selectAll()
            return
        self._fail(self._desk.speech.error(error))

    def _fail(self, said: str) -> None:
        self._failure = said
        self._say()

    def _entry(self, backup: Backup) -> Entry:
        speech = self._desk.speech
        at = backup.made_at.astimezone(ZoneInfo(self._desk.zone))
        chip = ""
        if backup.problem is not None:
            chip = self.tr("damaged")
        elif backup.locked:
            chip = self.tr("another passphrase")
        elif backup.kept:
            chip = self.tr("kept by a restore")
        holds = (
            self.tr("%n accounts", "", backup.accounts) if backup.accounts is not None else "",
            self.tr("%n contacts", "", backup.contacts) if backup.contacts is not None else "",
            self.tr("%n promises", "", backup.promises) if backup.promises is not None else "",
        )
        return Entry(
            str(backup.path),
            f"{speech.day_or_year(at.date(), self._desk.today())} {at:%H:%M}",
            speech.joined(holds) or backup.path.name,
            side=size_text(backup.size),
            chip=chip,
            icon="lock" if backup.locked else "hard-drive",
        )

    def _say(self) -> None:
        backup = self.chosen()
        asked = backup is not None and backup.locked
        self._secret_name.setVisible(asked)
        self.secret.setVisible(asked)
        self.primary.setEnabled(backup is not None and backup.problem is None)
        said = self._failure
        if not said and backup is not None:
            said = self._desk.speech.error(backup.problem) if backup.problem else str(backup.path)
        elif not said and self._read:
            said = self.tr(
                "There is no backup of this book yet. One that lies elsewhere can be chosen as a file."
            )
        self._why.setText(said)
        set_tone(self._why, "bad" if self._failure or (backup is not None and backup.problem) else "text2")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._list()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Restore a backup"))
        self._heading.setText(self.tr("Restore a backup"))
        self._sentence.setText(
            self.tr(
                "The backup takes the place of {book}. The present book is not lost: it is kept beside it as "
                "“{stem}-before-restore-…”, and can be restored in the same way."
            ).format(book=self._book.name, stem=self._book.stem)
        )
        self._secret_name.setText(self.tr("Passphrase of the backup"))
        self.secret.setAccessibleName(self._secret_name.text())
        self.list.setAccessibleName(self.tr("Backups"))
        self.file.set_label(self.tr("Choose a file…"))
        self.cancel.set_label(self.tr("Cancel"))
        self.primary.set_label(self.tr("Restore"))
        self._say()
