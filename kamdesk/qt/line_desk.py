"""The dialogs about the line as a whole, and what of its actions is possible."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.dialogs.ways_choice import Ways

if TYPE_CHECKING:
    from kamdesk.qt.jobs.line_plan import Detour
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.leaves import LeaveRow
    from kamdesk.reads.slots import LineEvent

LOOKS = ("line_week", "line_cycle", "line_list")


class LineDesk(QObject):
    """Leave, the line's history and its proposal can be had from every page; the rest on the line's own."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._ways = Ways(own=window.kept("line/own_times") != "no", file=str(window.kept("line/ways") or ""))
        act = window.actions_.on
        for number, name in enumerate(LOOKS):
            act(name, lambda number=number: window.line.look(number))
        act("next_warning", lambda: window.line.step(1))
        act("previous_warning", lambda: window.line.step(-1))
        act("leave", self.leave)
        act("line_history", self.history)
        act("propose_line", lambda: self.propose())
        act("wish_time", self.wish)
        act("repair_line", self.repair)

    def possible(self, ready: bool) -> dict[str, bool]:
        """Which of the line's actions can be carried out on the page in view."""
        here = ready and self._window.page() == "line"
        chosen = here and self._window.line.flow.slot_of(self._window.line.chosen()) is not None
        return {**dict.fromkeys((*LOOKS, "next_warning", "previous_warning"), here), "wish_time": chosen}

    def leave(self) -> None:
        """The rep's leave; a new one begins on the chosen stop's day, or today."""
        day, page = self._desk.today(), self._window.page()
        if page == "line":
            stop = self._window.line.stop(self._window.line.chosen())
            day = max(stop.date, day) if stop is not None else day
        self._desk.runner.read(jobs.leaves, done=lambda leaves: self._open_leave(day, leaves))

    def _open_leave(self, day: date, leaves: tuple[LeaveRow, ...]) -> None:
        from kamdesk.qt.dialogs.leave import LeaveDialog

        dialog = LeaveDialog(self._desk, self._window, day, leaves)
        dialog.told.connect(self._window.teller.tell)
        open_dialog(dialog)

    def history(self) -> None:
        """Every change of the line; those of the chosen stop's account where one is chosen."""
        self._desk.runner.read(jobs.line_history, done=self._open_history, today=self._desk.today())

    def _open_history(self, events: tuple[LineEvent, ...]) -> None:
        from kamdesk.qt.dialogs.line_history import LineHistoryDialog

        dialog = LineHistoryDialog(self._desk, self._window, events)
        dialog.account_asked.connect(self._window.open_account)
        open_dialog(dialog)

    def wish(self) -> None:
        """The customer of the chosen stop asks for another time."""
        line = self._window.line
        block = line.block(line.chosen())
        slot = line.flow.slot_of(line.chosen())
        if block is None or slot is None:
            return
        from kamdesk.qt.dialogs.line_move import LineMoveDialog

        dialog = LineMoveDialog(
            self._desk,
            self._window,
            self._ways,
            slot_id=slot.id,
            account_id=block.account_id,
            name=block.name,
        )
        dialog.finished.connect(self._keep_ways)
        dialog.told.connect(self._window.teller.tell)
        dialog.settings_asked.connect(self.to_start)
        open_dialog(dialog)

    def repair(self) -> None:
        """A day can't be driven, or a road is closed: what becomes of its visits."""
        from kamdesk.qt.dialogs.line_repair import LineRepairDialog

        day, page = self._desk.today(), self._window.page()
        if page == "line":
            stop = self._window.line.stop(self._window.line.chosen())
            day = max(stop.date, day) if stop is not None else day
        dialog = LineRepairDialog(self._desk, self._window, self._ways, day)
        dialog.finished.connect(self._keep_ways)
        dialog.told.connect(self._window.teller.tell)
        dialog.settings_asked.connect(self.to_start)
        dialog.road_asked.connect(self.propose)
        open_dialog(dialog)

    def to_start(self) -> None:
        """To where it is said from where the day begins."""
        self._window.go("settings")
        self._window.settings.show_start()

    def _to_line(self) -> None:
        """What was accepted is looked at where it stands."""
        if self._window.page() != "line":
            self._window.go("line")

    def _keep_ways(self) -> None:
        """What the ways are reckoned with is kept for the next time."""
        self._window.keep("line/own_times", "yes" if self._ways.own else "no")
        self._window.keep("line/ways", self._ways.file)

    def propose(self, detour: Detour | None = None) -> None:
        """A line is searched for; what is accepted of it is written, and nothing else."""
        from kamdesk.qt.dialogs.line_proposal import LineProposalDialog

        dialog = LineProposalDialog(self._desk, self._window, self._ways, detour)
        dialog.finished.connect(self._keep_ways)
        dialog.told.connect(self._window.teller.tell)
        dialog.settings_asked.connect(self.to_start)
        dialog.accepted.connect(self._to_line)
        dialog.import_asked.connect(self._window.lists.choose)
        open_dialog(dialog)
