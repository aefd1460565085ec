"""The passphrase of the open book, asked for in the menu or on the book's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.jobs.steps import book_card

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.book_card import BookCard


class KeyDesk(QObject):
    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        window.actions_.on("passphrase", self.ask)
        window.book_card.passphrase.clicked.connect(self.ask)

    def ask(self) -> None:
        """Set, change or take away."""
        if self._desk.runner.is_open():
            self._window.book_card.close_up()
            self._desk.runner.read(
                book_card, done=self._show, latest=True, backups=self._window.books.backups()
            )

    def _show(self, card: BookCard) -> None:
        from kamdesk.qt.dialogs.change_passphrase import ChangePassphraseDialog

        dialog = ChangePassphraseDialog(self._desk, self._window, card)
        dialog.accepted.connect(lambda: self._tell(away=dialog.away.isChecked()))
        open_dialog(dialog)

    def _tell(self, *, away: bool) -> None:
        self._desk.secrecy.lock()
        if self._window.page() == "settings":
            self._window.settings.read()
        said = (
            self.tr("The book opens without a passphrase from now on.")
            if away
            else self.tr("The book is locked with the new passphrase. A new backup has it too.")
        )
        self._window.notice.tell(said, self.tr("Back up now"), self._window.books.back_up)
