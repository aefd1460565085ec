"""Today: its stops lead to the visit, its lists to what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kamdesk.qt.today_desk import TodayDesk

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    page, deeds = window.today, window.deeds
    desk = TodayDesk(window.desk, window)
    page.report_asked.connect(deeds.open_report)
    page.stop_asked.connect(desk.do)
    page.line_asked.connect(desk.do_line)
    page.asked.connect(desk.do_plain)
    page.account_asked.connect(window.open_account)
    page.chosen.connect(deeds.say_possible)
    page.told.connect(lambda said: window.notice.tell(said))
    page.drafts_found.connect(desk.tell_drafts)
    page.menu_asked.connect(desk.open_menu)
    page.rows_shown.connect(
        lambda: window.desk.runner.afterwards(lambda: _show_goal(window)),
        Qt.ConnectionType.SingleShotConnection,
    )
    page.waiting.connect(lambda number: window.rail.button("today").set_count(number, "warn"))


def _show_goal(window: MainWindow) -> None:
    """The week's goal comes once the day stands: what it is made of is not imported before."""
    from kamdesk.qt.week_goal import WeekGoal

    WeekGoal(window).read()
