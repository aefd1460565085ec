"""What lists say of an account: the newest counts, the older stays, and each thing knows its list and its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.operations.accounts import join_accounts
from kamdesk.operations.undo import undo
from kamdesk.reads.account_sheet import account_sheet
from kamdesk.reads.accounts import account_list
from kamdesk.reads.listed import AccountLists
from tests.books import NOW, make_book
from tests.operations.importing.books import bring, write

NAME = "岩屿建材"


@pytest.fixture
def book(tmp_path: Path) -> Store:
    store = make_book(tmp_path)
    accounts = [["客户名称", "客户级别"], [NAME, "A"], ["白沙装饰", "B"]]
    products = [["产品编码", "产品名称", "单位"], ["P1", "抗裂砂浆", "袋"], ["P2", "瓷砖胶", "袋"]]
    bring(store, write(tmp_path / "a.csv", *accounts), write(tmp_path / "p.csv", *products))
    yield store
    store.close()


def told(store: Store, name: str = NAME) -> AccountLists:
    ids = {row.name: row.id for row in account_list(store)}
    return account_sheet(store, account_id=ids[name], now=NOW).lists


def test_nothing_is_said_of_an_account_without_lists(book: Store) -> None:
    assert not told(book)
    assert told(book) == AccountLists()


def test_the_newest_list_of_debt_counts(book: Store, tmp_path: Path) -> None:
    for day, owed, late in (("2026-09-30", "100", "60"), ("2026-10-31", "80", ""), ("2026-08-31", "5", "5")):
        rows = [
            [f"截止日期：{day}", "", ""],
            ["客户名称", "应收余额(元)", "逾期金额(元)"],
            [NAME, owed, late],
        ]
        bring(book, write(tmp_path / f"{day}.csv", *rows))
    (debt,) = told(book).debts
    assert (debt.open, debt.overdue, debt.as_of, debt.source) == (
        8_000,
        None,
        date(2026, 10, 31),
        "2026-10-31.csv",
    )
    assert debt.before == (
        (date(2026, 9, 30), 10_000, "2026-09-30.csv"),
        (date(2026, 8, 31), 500, "2026-08-31.csv"),
    )


def test_invoices_are_overdue_by_their_day_and_paid_ones_are_not_shown(book: Store, tmp_path: Path) -> None:
    rows = [
        ["发票号", "客户名称", "到期日", "应收金额(元)", "已收金额(元)"],
        ["1", NAME, "2026-11-01", "100", "40"],
        ["2", NAME, "2026-12-31", "30", ""],
        ["3", NAME, "2026-10-01", "50", "50"],
        ["4", "白沙装饰", "2026-10-01", "7", ""],
    ]
    bring(book, write(tmp_path / "x.csv", *rows))
    (debt,) = told(book).debts
    assert (debt.open, debt.overdue) == (9_000, 6_000)
    assert [(each.number, each.open, each.overdue) for each in debt.invoices] == [
        ("1", 6_000, 6_000),
        ("2", 3_000, 0),
    ]


def test_prices_are_its_own_or_of_its_class_for_what_it_buys(book: Store, tmp_path: Path) -> None:
    levels = [
        ["产品编码", "A类客户价", "B类客户价", "零售价", "生效日期"],
        ["P1", "26", "28", "35", "2026-01-01"],
        ["P2", "19", "20", "25", "2026-01-01"],
    ]
    older = [levels[0], ["P1", "22", "23", "30", "2025-01-01"]]
    own = [
        ["客户名称", "产品编码", "单价", "生效日期", "失效日期"],
        [NAME, "P2", "18", "2026-02-01", ""],
        [NAME, "P1", "9", "2024-01-01", "2024-12-31"],
    ]
    stock = [["客户名称", "产品编码", "库存数量", "盘点日期"], [NAME, "P1", "7", "2026-11-01"]]
    for name, rows in (("l", levels), ("m", older), ("o", own), ("s", stock)):
        bring(book, write(tmp_path / f"{name}.csv", *rows))
    prices = told(book).prices
    assert [(each.product, each.level, each.amount, each.own) for each in prices] == [
        ("抗裂砂浆", "A类客户", 2_600, False),
        ("抗裂砂浆", "零售", 3_500, False),
        ("瓷砖胶", None, 1_800, True),
    ]


def test_stock_is_that_of_the_newest_list_all_lots_together(book: Store, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "产品名称", "库存数量", "盘点日期"],
        [NAME, "抗裂砂浆", "7", "2026-11-01"],
        [NAME, "抗裂砂浆", "20", "2026-11-20"],
        [NAME, "抗裂砂浆", "5", "2026-11-20"],
        [NAME, "瓷砖胶", "3", "2026-10-01"],
    ]
    bring(book, write(tmp_path / "s.csv", *rows))
    found = {each.product: (each.quantity, each.counted_on, each.unit) for each in told(book).stock}
    assert found == {
        "抗裂砂浆": (25_000, date(2026, 11, 20), "袋"),
        "瓷砖胶": (3_000, date(2026, 10, 1), "袋"),
    }


def test_what_has_arrived_is_no_longer_coming(book: Store, tmp_path: Path) -> None:
    rows = [
        ["发货单号", "收货单位", "产品名称", "在途数量", "预计到货日期", "签收日期"],
        ["F1", NAME, "瓷砖胶", "3", "2026-11-20", "2026-11-21"],
        ["F2", NAME, "瓷砖胶", "4", "2026-11-30", ""],
    ]
    bring(book, write(tmp_path / "t.csv", *rows))
    assert [(each.number, each.quantity, each.source) for each in told(book).transit] == [
        ("F2", 4_000, "t.csv")
    ]


def test_payments_sales_and_shares_and_a_join(book: Store, tmp_path: Path) -> None:
    paid = [
        ["回款日期", "客户名称", "回款金额(元)"],
        ["2026-11-03", NAME, "50"],
        ["2026-11-10", "白沙装饰", "8"],
    ]
    sales = [["客户名称", "2025-01", "2025-02"], [NAME, "2000.5", "3000"], ["白沙装饰", "1000", ""]]
    shares = [["客户名称", "我司份额", "远山份额"], [NAME, "45%", "55%"]]
    for name, rows in (("p", paid), ("s", sales), ("share", shares)):
        bring(book, write(tmp_path / f"{name}.csv", *rows))
    mine = told(book)
    assert [(each.paid_on, each.amount) for each in mine.payments] == [(date(2026, 11, 3), 5_000)]
    assert [(each.first_day, each.amount) for each in mine.sales] == [
        (date(2025, 2, 1), 300_000),
        (date(2025, 1, 1), 200_050),
    ]
    assert [each.shares for each in mine.supply] == [(("远山", 5_500, False), ("我司", 4_500, True))]
    ids = {row.name: row.id for row in account_list(book)}
    changes = join_accounts(book, account_id=ids["白沙装饰"], into_id=ids[NAME], now=NOW)
    assert [each.amount for each in told(book).payments] == [800, 5_000]
    undo(book, operation_id=changes.operation_id or "", now=NOW)
    assert [each.amount for each in told(book).payments] == [5_000]
