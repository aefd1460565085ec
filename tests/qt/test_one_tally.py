"""How far an account is answered: the ring on its page and its column in the table say the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from kamdesk.qt.asked import count_of
from kamdesk.qt.jobs.account_table import answered
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.account.known_sections import SupplySection
from tests.books import TODAY
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.goal_books import know

pytestmark = pytest.mark.opens("today")


def test_the_ring_and_the_column_count_alike(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    """Stale is to be asked anew; what does not arise wants nothing more."""

    def fill(store, now):
        know(store, "need", account_id=filled.haichuan, what="三天到货", known_on=TODAY - timedelta(days=300))
        know(
            store, "checked", account_id=filled.haichuan, question="W13", outcome="not_applicable", reason="只买我们的",
            checked_by="林岚",
        )  # fmt: skip

    window.desk.runner.run(fill)
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    asked = window.account.questions_asked()
    count = count_of(asked)
    assert {each.id: each.state for each in asked if each.id in ("W2", "W13")} == {
        "W2": "stale",
        "W13": "n/a",
    }
    told: list[dict] = []
    window.desk.runner.read(answered, done=told.append, accounts=(filled.haichuan,), today=TODAY)
    settle(qtbot, window)
    column = told[0][filled.haichuan]
    assert (column.answered, column.of) == (count.answered + count.away, count.of)


def test_ship_against_rail_stands_over_the_deliveries(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    def fill(store, now):
        for transport, late, out in (("ship", 9, 6), ("ship", 0, 0), ("rail", 0, 0)):
            day = date(2026, 8, 3)
            know(
                store, "delivery", account_id=filled.haichuan, promised_on=day, arrived_on=day + timedelta(days=late),
                transport=transport, stock_out_days=out,
            )  # fmt: skip

    window.desk.runner.run(fill)
    window.open_account(filled.haichuan, "trade")
    settle(qtbot, window)
    (section,) = window.account.findChildren(SupplySection)
    assert section.figures.text().splitlines() == [
        "Deliveries: 2 of 3 in time (6 days without goods)",
        window.desk.speech.joined(("Rail: 1 of 1 in time", "Ship: 1 of 2 in time (6 days without goods)")),
        "Q3: 2 of 3 in time (6 days without goods)",
    ]
