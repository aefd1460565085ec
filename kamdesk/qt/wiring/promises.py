"""Promises: kept, broken, withdrawn from the list; how many are overdue stands in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.qt import jobs
from kamdesk.qt.promise_desk import PromiseDesk

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    page, runner = window.promises, window.desk.runner
    hands = PromiseDesk(window.desk, window)
    page.told.connect(lambda said: window.notice.tell(said))
    page.asked.connect(hands.carry_out)
    page.new_asked.connect(hands.add)
    page.account_asked.connect(lambda account_id: window.open_account(account_id, "promises"))
    page.chosen.connect(window.deeds.say_possible)
    page.list.grouped.connect(lambda by_account: window.keep("promises/by_account", by_account))
    page.list.set_grouping(str(window.kept("promises/by_account")).lower() == "true")

    def count() -> None:
        button = window.rail.button("promises")
        runner.read(jobs.overdue_count, done=lambda n: button.set_count(n, "bad"), today=window.desk.today())

    runner.opened.connect(count)
    runner.changed.connect(count)
    page.rows_shown.connect(count)
    count()
