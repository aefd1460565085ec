"""What lists say of an account, in its trade section and its overview."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.domain.debt import Payment, Receivable
from kamdesk.domain.supply import SupplyShare, Transit
from kamdesk.domain.trade import Order, Product, SalesHistory
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.account_columns import Column
from kamdesk.qt.models.entries import ENTRY
from kamdesk.qt.pages.account.overview_words import OverviewWords
from kamdesk.qt.pages.account.trade import TradeSection
from tests.books import NOW
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def told(filled: Filled) -> Filled:
    """Lists came in about one account."""
    store = open_book(filled.path, None, backups=filled.path.parent / "b", now=NOW)
    account = {"account_id": filled.haichuan}
    with store.write("import.lists", now=NOW) as tx:
        glue = Product(id=tx.new_id(), name="Tile glue", unit="bag")
        tx.add(glue)
        for day, owed, late in ((date(2026, 10, 31), 900, 0), (date(2026, 11, 20), 700, 250)):
            tx.add(
                Receivable(
                    id=tx.new_id(),
                    as_of=day,
                    open_amount=owed * 100,
                    overdue_amount=late * 100,
                    currency="CNY",
                    source="ageing.xlsx",
                    **account,
                )
            )
        tx.add(
            Payment(
                id=tx.new_id(),
                paid_on=date(2026, 11, 3),
                amount=5_000,
                currency="CNY",
                source="paid.xlsx",
                **account,
            )
        )
        tx.add(
            Transit(
                id=tx.new_id(),
                product_id=glue.id,
                quantity=40_000,
                expected_on=date(2026, 11, 20),
                source="way.xlsx",
                **account,
            )
        )
        tx.add(
            SalesHistory(
                id=tx.new_id(),
                first_day=date(2025, 3, 1),
                last_day=date(2025, 3, 31),
                amount=120_000,
                currency="CNY",
                source="sold.xlsx",
                **account,
            )
        )
        for supplier, share in (("us", 4_500), ("Debo", 5_500)):
            tx.add(
                SupplyShare(id=tx.new_id(), supplier=supplier, share=share, source="shares.xlsx", **account)
            )
    store.close()
    return filled


def section(qtbot: QtBot, window: MainWindow, account: str) -> TradeSection:
    window.open_account(account)
    settle(qtbot, window)
    window.account.show_section("trade")
    found = window.account.findChild(TradeSection)
    assert isinstance(found, TradeSection)
    return found


def said(found: TradeSection) -> list[str]:
    model = found.lists.model()
    return [model.index(row, 0).data(ENTRY).said() for row in range(model.rowCount())]


def test_each_thing_says_its_day_and_its_list(qtbot: QtBot, open_window: Open, told: Filled) -> None:
    window = open_window(told.path)
    found = section(qtbot, window, told.haichuan)
    QAbstractItemModelTester(found.lists.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert found.lists.isVisible()
    assert said(found) == [
        "Receivables",
        "¥700 open, ¥250 overdue·as of 20 Nov·ageing.xlsx",
        "Before: ¥900 open, as of 31 Oct·ageing.xlsx",
        "Payments",
        "3 Nov, paid.xlsx, ¥50",
        "Goods in transit",
        "Tile glue, was expected 20 Nov·way.xlsx, 40 bag",
        "Supply shares",
        "Debo 55%·us 45%, shares.xlsx",
        "Sales by period",
        "Mar 2025, sold.xlsx, ¥1,200",
    ]
    assert found.whole is not None
    line = OverviewWords(window.desk, window).trade(found.whole)[-1]
    assert (line.text, line.below, line.tone) == ("¥700", "¥250 overdue·as of 20 Nov", "bad")


def test_the_card_has_the_number_of_the_first_contact(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    window = open_window(filled.path)
    whole = section(qtbot, window, filled.haichuan).whole
    assert whole is not None
    words = OverviewWords(window.desk, window)
    said = [(line.text, line.below, line.copy) for line in words.identity(whole)]
    assert ("13905760001", "陈国梁 总经理", True) in said
    assert not any(line.text == "not recorded" and line.name == "Telephone" for line in words.identity(whole))
    page = replace(whole.view.page, people=())
    nobody = replace(whole, view=replace(whole.view, page=page))
    assert any(line.text == "not recorded" and line.name == "Telephone" for line in words.identity(nobody))


def test_an_account_of_which_lists_say_nothing_has_no_card(
    qtbot: QtBot, open_window: Open, told: Filled
) -> None:
    window = open_window(told.path)
    found = section(qtbot, window, told.nanyu)
    assert said(found) == []
    assert not found.lists.isVisible()
    assert not found.part.isVisible()


def test_a_year_that_a_list_told_stands_in_the_head_with_its_period_and_source(
    qtbot: QtBot, open_window: Open, told: Filled
) -> None:
    window = open_window(told.path)
    section(qtbot, window, told.haichuan)
    head = window.account.head
    assert head._orders.name.text() == "Sold, by list"
    assert (head._orders.value.text(), head._orders.reason.text()) == ("¥1,200", "Mar 2025·sold.xlsx")
    window.open_account(told.nanyu)
    settle(qtbot, window)
    assert (head._orders.name.text(), head._orders.value.text()) == ("Ordered in 12 months", "—")


def test_last_years_sales_stand_where_no_order_is_recorded(
    qtbot: QtBot, open_window: Open, told: Filled, filled: Filled
) -> None:
    window = open_window(told.path, page="accounts")
    settle(qtbot, window)
    table, model = window.accounts.table, window.accounts.model
    assert Column.SOLD in table.columns()
    assert Column.PURCHASES not in table.columns()
    table.sortByColumn(Column.SOLD, Qt.SortOrder.DescendingOrder)
    assert model.row_at(0).id == told.haichuan
    assert model.index(0, Column.SOLD).data() == "1,200"


@pytest.mark.parametrize("size", [(1366, 665), (1093, 665)])
def test_last_years_sales_stay_beside_the_first_order_and_the_table_keeps_its_width(
    qtbot: QtBot, open_window: Open, told: Filled, size: tuple[int, int]
) -> None:
    store = open_book(told.path, None, backups=told.path.parent / "b", now=NOW)
    with store.write("import.lists", now=NOW) as tx:
        tx.add(Order(id=tx.new_id(), account_id=told.haichuan, ordered_on=date(2026, 11, 2), amount=100))
    store.close()
    window = open_window(told.path, page="accounts")
    window.resize(*size)
    settle(qtbot, window)
    table = window.accounts.table
    assert table.columns().index(Column.SOLD) + 1 == table.columns().index(Column.PURCHASES)
    assert not table.horizontalScrollBar().isVisible()


def test_in_little_room_one_of_the_two_is_chosen(qtbot: QtBot, open_window: Open, told: Filled) -> None:
    store = open_book(told.path, None, backups=told.path.parent / "b", now=NOW)
    with store.write("import.lists", now=NOW) as tx:
        tx.add(Order(id=tx.new_id(), account_id=told.haichuan, ordered_on=date(2026, 11, 2), amount=100))
    store.close()
    window = open_window(told.path)
    window.resize(1100, 700)
    found = section(qtbot, window, told.haichuan)
    assert found.part.isVisible()
    assert found.orders.isVisible()
    assert not found.lists.isVisible()
    found.part.set_choice(1)
    found.part.picked.emit(1)
    assert found.lists.isVisible()
    assert not found.orders.isVisible()
    window.resize(1900, 900)
    settle(qtbot, window)
    assert found.lists.isVisible()
    assert found.orders.isVisible()
    assert not found.part.isVisible()
