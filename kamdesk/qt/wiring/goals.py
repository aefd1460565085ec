"""Goals: targets, causes, actions and plans from their page; the week in view is that of the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.qt.goals_desk import GoalsDesk

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    page = window.goals
    hands = GoalsDesk(window.desk, window)
    page.asked.connect(hands.carry_out)
    page.question_asked.connect(hands.answer)
    page.account_asked.connect(lambda account_id: window.open_account(account_id, "trade"))
    page.rows_shown.connect(window.deeds.say_possible)
    window.week.shown.connect(page.show_week)
    page.show_week(window.week.monday)
