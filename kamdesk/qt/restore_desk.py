"""A backup put in the place of the book that is open, or of the one that does not open any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.jobs import restoring as jobs

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.backups import Fit


class RestoreDesk(QObject):
    """Where the backup does not get into its place after all, the book is opened again as it was."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._fit: Fit | None = None
        self._aside: Path | None = None
        self._error: Exception | None = None
        window.actions_.on("restore", self.ask)
        window.book_card.restore.clicked.connect(self.ask)
        window.books.opened.connect(self._on_opened)
        desk.runner.refused.connect(self._forget)

    def ask(self) -> None:
        """Which of the backups."""
        from kamdesk.qt.dialogs.restore import RestoreDialog

        self._window.book_card.close_up()
        books = self._window.books
        second = self._window.looks.settings().second
        folders = [books.backups(), *([Path(second)] if second else [])]
        dialog = RestoreDialog(self._desk, self._window, books.path(), folders)
        dialog.found.connect(self._restore)
        open_dialog(dialog)

    def _restore(self, fit: Fit) -> None:
        books = self._window.books
        book, was_open = books.path(), self._desk.runner.is_open()
        open_book, now = self._window.shelf().open_book, self._desk.now()
        self._fit, self._aside, self._error = fit, None, None

        def opens() -> Store:
            try:
                self._aside = jobs.restore_book(book=book, fit=fit, now=now)
            except Exception as error:
                if not was_open:
                    raise
                self._error = error
                return open_book(book, fit.present)
            return open_book(book, fit.secret)

        books.open_with(opens, self.tr("Restoring the backup…"))

    def _on_opened(self) -> None:
        fit, self._fit = self._fit, None
        if fit is None:
            return
        if self._error is not None:
            self._window.teller.warn(self._error)
            return
        said = self.tr("Restored from {backup}.").format(backup=fit.backup.name)
        if self._aside is not None:
            kept = self.tr("{said} The book as it was is kept: {path}")
            said = kept.format(said=said, path=self._aside)
        self._window.notice.tell(said)

    def _forget(self, error: Exception) -> None:
        self._fit = None
