"""The questions that lists left: how many there are, said in the menu, and the dialog that answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.jobs.questions import pending_count

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


class QuestionDesk(QObject):
    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._count = 0
        window.actions_.on("questions", self.show)
        desk.runner.changed.connect(self.read)
        window.books.opened.connect(lambda: desk.runner.afterwards(self.read))

    def read(self) -> None:
        """Count them anew."""
        self._desk.runner.read(pending_count, done=self._say, latest=True)

    def _say(self, count: int) -> None:
        self._count = count
        self.retranslate()

    def show(self) -> None:
        from kamdesk.qt.dialogs.questions import QuestionsDialog

        dialog = QuestionsDialog(self._desk, self._window)
        dialog.account_asked.connect(self._window.open_account)
        dialog.answered.connect(self.read)
        dialog.answered.connect(self._read_today)
        open_dialog(dialog)

    def _read_today(self) -> None:
        """What is left out is no change of the book, yet Today counts the questions too."""
        if self._window.page() == "today":
            self._window.today.read()

    def retranslate(self) -> None:
        said = self.tr("Questions to decide…")
        self._window.actions_["questions"].setText(f"{said} {self._count}" if self._count else said)
