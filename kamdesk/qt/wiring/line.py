"""The line: its stops lead to reports, its week is the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    line, deeds = window.line, window.deeds
    line.monday = window.week.monday
    line.restore(window.kept("line/look"))
    line.week_asked.connect(window.week.show)
    line.told.connect(window.teller.tell)
    line.refused.connect(window.notice.warn)
    line.account_asked.connect(window.open_account)
    line.report_asked.connect(deeds.report_stop)
    line.plan_asked.connect(lambda: window.paper_desk.show_week(line.monday))
    line.import_asked.connect(window.lists.choose)
    line.tools.asked.connect(lambda name: window.actions_[name].trigger())
    line.beside.start_asked.connect(window.line_desk.to_start)
    line.wish_asked.connect(window.line_desk.wish)
    line.grid.menu_asked.connect(deeds.grid_menu)
    line.cycle_view.menu_asked.connect(deeds.grid_menu)
    line.chosen_changed.connect(deeds.say_possible)
