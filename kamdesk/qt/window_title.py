"""The window's title: what is in view, whose book it is, the program; so that the task bar tells windows apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

PROGRAM = "kamdesk"
BETWEEN = " — "
WITH_A_WEEK = ("line", "week_end")
"""Pages that show the week that stands in the bar above them."""


class WindowTitle(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def say(self) -> None:
        """Anew, of the page in view."""
        parts = (self._in_view(), self._book(), PROGRAM) if self._window.page() != "welcome" else (PROGRAM,)
        self._window.setWindowTitle(BETWEEN.join(part for part in parts if part))

    def _in_view(self) -> str:
        window, name = self._window, self._window.page()
        if name == "account":
            view = window.account.view()
            return view.page.name if view is not None else self.tr("Account")
        if name == "report":
            return self.tr("Report: {name}").format(name=window.report.head.name())
        page = window.rail.button(name).accessibleName()
        return window.desk.speech.joined((page, window.week.name() if name in WITH_A_WEEK else ""))

    def _book(self) -> str:
        """By its rep; by its file's name where it has none, or was not read yet."""
        window, state = self._window, self._window.books.state()
        path = window.books.path()
        if path == window.shelf().demo:
            return self.tr("Demo book")
        if state is None or state.path != path or not state.rep:
            return path.stem
        return self.tr("{name}'s book").format(name=state.rep)
