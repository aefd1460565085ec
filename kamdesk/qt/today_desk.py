"""Carries out what the page of the day asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from kamdesk.domain.schedule import monday_of
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.stops import Stop


class TodayDesk(QObject):
    """Dialogs are imported when they are first opened: this page is the first to stand."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        act = window.actions_.on
        act("unplanned_visit", self.unplanned)
        act("miss_visit", lambda: self.do("missed", window.deeds.stop_in_view()))

    def do(self, deed: str, stop: Stop | None) -> None:
        """``missed``, ``move`` or ``briefing`` of a stop."""
        if stop is None:
            return
        if deed == "missed" and stop.state == "planned":
            self._window.deeds.report_stop(stop, True)
        elif deed == "move":
            self.move(stop)
        elif deed == "briefing":
            self._window.paper_desk.show_briefing(stop.account.id, stop.account.name)

    def move(self, stop: Stop) -> None:
        from kamdesk.qt.dialogs.move_visit import MoveVisitDialog

        if stop.state not in ("done", "rescheduled"):
            dialog = MoveVisitDialog(self._desk, self._window, stop)
            said = self.tr("{name}: this one visit has been moved.").format(name=stop.account.called)
            dialog.accepted.connect(lambda: self._window.teller.tell(said))
            open_dialog(dialog)

    def unplanned(self) -> None:
        """A visit that nobody planned, to the account in view or to any other."""
        from kamdesk.qt.dialogs.unplanned import UnplannedDialog

        page = self._window.page()
        account_id = self._window.deeds.account_in_view()[0] if page in ("account", "accounts") else ""
        dialog = UnplannedDialog(self._desk, self._window, account_id)
        dialog.picked.connect(self._window.deeds.open_report)
        open_dialog(dialog)

    def do_plain(self, deed: str) -> None:
        window = self._window
        if deed == "import":
            window.lists.choose()
        elif deed == "take_package":
            window.week_end_desk.take_in()
        elif deed == "add_account":
            window.deeds.add_account()
        elif deed == "unplanned":
            self.unplanned()
        elif deed == "plan":
            window.paper_desk.show_day(self._desk.today())
        elif deed == "line":
            window.week.show(monday_of(self._desk.today()))
            window.go("line")

    def do_line(self, deed: str, key: str) -> None:
        """A line of the cards: ``key`` is what it stands for, with its account before it where it has one."""
        window, (account_id, _, row_id) = self._window, key.partition("/")
        if deed == "promises":
            window.go("promises")
        elif deed == "promise":
            window.cards.carry_out("open_promises", account_id, row_id)
        elif deed == "questions":
            window.questions.show()
        elif deed == "week":
            self._show_week(key)
        elif deed == "request":
            window.records.amend("internal_request", row_id)
        elif deed in ("risks", "needs"):
            window.open_account(account_id, deed)
        elif deed in ("act:action", "act:step"):
            self._finish(deed, row_id)
        elif account_id:
            window.open_account(account_id)

    def _show_week(self, day: str) -> None:
        from datetime import date

        self._window.week.show(monday_of(date.fromisoformat(day)))
        self._window.go("line")

    def _finish(self, deed: str, row_id: str) -> None:
        done = self._window.teller.tell
        today = self._desk.today()
        said = self.tr("Done, and off the list.")
        if deed == "act:action":
            self._desk.runner.run(
                jobs.finish_action, done=lambda _: done(said), action_id=row_id, done_on=today
            )
        else:
            self._desk.runner.run(jobs.finish_step, done=lambda _: done(said), visit_id=row_id, done_on=today)

    def tell_drafts(self, number: int) -> None:
        """What was typed before the program ended is still there."""
        said = self.tr("%n reports were begun and not saved. What was typed is still there.", "", number)
        self._window.notice.tell(said, self.tr("Go on"), self._window.today.doing.go_on)

    def open_menu(self, point: QPoint) -> None:
        """The menu of the stop that is current in the day's list."""
        self._window.deeds.say_possible()
        self._window.actions_.menu("visits").popup(point)
