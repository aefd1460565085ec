"""Market: the rule, prospects, rivals and the own team from their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.qt.market_desk import MarketDesk
from kamdesk.qt.pages.market.page import SECTIONS

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    page = window.market
    hands = MarketDesk(window.desk, window)
    page.asked.connect(hands.carry_out)
    page.question_asked.connect(hands.answer)
    page.account_asked.connect(window.open_account)
    page.import_asked.connect(window.lists.choose)
    page.chosen.connect(window.deeds.say_possible)
    page.rows_shown.connect(window.deeds.say_possible)
    kept = str(window.kept("market/section") or "")
    if kept in SECTIONS:
        page.show_section(kept)
