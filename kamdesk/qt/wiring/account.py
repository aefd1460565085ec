"""The page of an account: what it asks for is a deed about that account."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    account, deeds = window.account, window.deeds
    account.back_asked.connect(window.go_back)
    account.briefing_asked.connect(window.paper_desk.show_briefing_in_view)
    account.report_asked.connect(deeds.report_account)
    account.asked.connect(deeds.account_deed)
    account.shown.connect(deeds.say_possible)
