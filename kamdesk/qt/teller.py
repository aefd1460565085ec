"""What the window says of itself: what was done, what went wrong, what is going on and how to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.qt.ticket import Ticket


class Teller(QObject):
    """Listens to the runner; speaks in the notice, in the top bar and on the welcome page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        runner = self._desk.runner
        runner.failed.connect(self._on_failed)
        runner.slow.connect(self._on_slow)
        runner.progressed.connect(self._on_progressed)
        runner.stopped.connect(self._on_stopped)
        window.top.stop_asked.connect(self.stop)

    def tell(self, said: str) -> None:
        """Good news about a step that can be undone."""
        self._window.notice.tell(said, self.tr("Undo"), self._window.deeds.take_back)

    def tell_plainly(self, said: str) -> None:
        """Good news about what there is nothing to undo of."""
        self._window.notice.tell(said)

    def warn(self, error: Exception) -> None:
        """What went wrong; of a fault of the program, its place and that of the log can be copied."""
        from kamdesk.qt import faults

        notice = self._window.notice
        said = self._desk.speech.error(error)
        if not faults.is_fault(error):
            notice.warn(said)
            return
        copied = faults.details(error)
        if (log := faults.log_file()) is not None:
            copied += f"\n{log}"
        notice.warn(said, self.tr("Copy details"), lambda: QGuiApplication.clipboard().setText(copied))

    def stop(self) -> None:
        """End what is going on, where it can be ended."""
        ticket = self._desk.runner.running()
        if ticket is not None:
            self._window.top.stop.setEnabled(False)
            self._window.welcome.stop.setEnabled(False)
            ticket.stop()

    def _on_failed(self, error: Exception) -> None:
        from kamdesk.qt.faults import is_fault, write_down

        if is_fault(error):
            write_down(error)
        self.warn(error)

    def _on_slow(self, on: bool, what: str) -> None:
        ticket = self._desk.runner.running()
        said = (what or self.tr("Working…")) if on else ""
        self._window.top.set_busy(said, ticket is not None and ticket.stoppable)

    def _on_progressed(self, ticket: Ticket, done: int, total: int) -> None:
        if ticket is self._desk.runner.running():
            self._window.top.set_progress(done, total)
            if self._window.page() == "welcome":
                self._window.welcome.set_progress(done, total)

    def _on_stopped(self, what: str) -> None:
        said = self.tr("Stopped ({what}). Nothing was changed.")
        self.tell_plainly(said.format(what=what.rstrip("…")))
