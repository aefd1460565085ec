"""Lists about known accounts: what they say goes in once, a newer one stands beside the older, the unknown is asked."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.operations.accounts import add_account, join_accounts
from kamdesk.operations.importing.answering import take_row
from kamdesk.operations.undo import undo
from kamdesk.reads.accounts import account_list
from kamdesk.reads.imports import pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, content, counted, said, write

ACCOUNTS = [["客户编码", "客户名称"], ["K1", "岩屿建材"], ["K2", "白沙装饰"]]
PRODUCTS = [["产品编码", "产品名称", "规格"], ["P1", "抗裂砂浆", "25kg"], ["P2", "瓷砖胶", "20kg"]]
AGEING = [
    ["应收账款账龄分析表", "", "", "", "", ""],
    ["截止日期：2026-10-31", "", "", "单位：元", "", ""],
    ["客户编码", "客户名称", "应收余额", "未到期", "1-30天", "31-60天"],
    ["K1", "岩屿建材", "12,500.00", "10,000", "2,000", "500"],
    ["K2", "白沙装饰", "0.00", "", "", ""],
    ["合计", "", "12,500.00", "10,000", "2,000", "500"],
]
PAID = [
    ["回款日期", "客户名称", "回款金额", "结算方式", "备注"],
    ["2026-11-03", "岩屿建材", "5,000", "电汇", ""],
    ["2026-11-03", "岩屿建材", "5,000", "电汇", "第二笔"],
    ["2026-11-10", "白沙装饰", "800.50", "承兑", ""],
]
STOCK = [
    ["门店", "产品名称", "库存数量", "单位", "盘点日期"],
    ["岩屿建材", "抗裂砂浆", "120", "袋", "2026-11-20"],
    ["岩屿建材", "抗裂砂浆", "8", "袋", "2026-11-20"],
    ["岩屿建材", "瓷砖胶", "35.5", "袋", "2026-11-20"],
]
TRANSIT = [
    ["发货单号", "收货单位", "产品编码", "在途数量", "发货日期", "预计到货日期"],
    ["F1", "岩屿建材", "P1", "200", "2026-11-22", "2026-11-26"],
    ["F1", "岩屿建材", "P2", "40", "2026-11-22", "2026-11-26"],
]
PRICES = [
    ["2026年价目表", "", "", "", ""],
    ["执行日期：2026年3月1日", "", "", "", "单位：元"],
    ["产品编码", "产品名称", "规格", "A类客户价", "B类客户价"],
    ["P1", "抗裂砂浆", "25kg", "26.5", "28"],
    ["P9", "美缝剂", "400ml", "31", "33"],
]
SALES = [
    ["2025年销售统计", "", "", "", ""],
    ["客户名称", "1月", "2月", "3月", "合计"],
    ["岩屿建材", "12,000.50", "8,000", "", "20,000.50"],
    ["白沙装饰", "3,000", "0", "4,500", "7,500"],
]
SHARES = [
    ["客户名称", "品类", "我司份额", "远山份额", "其他占比"],
    ["岩屿建材", "砂浆", "45%", "35%", "20%"],
    ["白沙装饰", "砂浆", "0.1", "0.9", ""],
]
ALL = {
    "receivables": AGEING,
    "payments": PAID,
    "stock": STOCK,
    "transit": TRANSIT,
    "prices": PRICES,
    "sales": SALES,
    "shares": SHARES,
}


@pytest.fixture
def known(book: Store, tmp_path: Path) -> Store:
    bring(book, write(tmp_path / "a.csv", *ACCOUNTS), write(tmp_path / "p.csv", *PRODUCTS))
    return book


def rows(store: Store, table: str) -> list:
    columns = t.metadata.tables[table].c
    with store.read() as connection:
        return list(
            connection.execute(
                select(t.metadata.tables[table]).where(columns.deleted_at.is_(None)).order_by(columns.id)
            )
        )


def ids(store: Store) -> dict[str, str]:
    return {row.name: row.id for row in account_list(store)}


def test_an_ageing_list(known: Store, tmp_path: Path) -> None:
    report = bring(known, write(tmp_path / "yingshou.csv", *AGEING))
    assert counted(report) == {"receivables": {"created": 2}}
    assert report.sheets[0].skipped == {"total": 1}
    owed, nothing = rows(known, "receivable")
    assert (owed.account_id, owed.number, owed.as_of) == (ids(known)["岩屿建材"], None, date(2026, 10, 31))
    assert (owed.open_amount, owed.overdue_amount, owed.currency) == (1_250_000, 250_000, "CNY")
    assert (owed.source, nothing.open_amount) == ("yingshou.csv", 0)


def test_ages_from_the_invoice_are_not_called_overdue(known: Store, tmp_path: Path) -> None:
    aged = [
        ["单位：元", "", "", ""],
        ["客户名称", "0-30天", "31-60天", "90天以上"],
        ["岩屿建材", "100", "50.5", "7"],
    ]
    bring(known, write(tmp_path / "账龄20261031.csv", *aged))
    (owed,) = rows(known, "receivable")
    assert (owed.open_amount, owed.overdue_amount, owed.as_of) == (15_750, None, date(2026, 10, 31))


def test_a_newer_list_of_debt_stands_beside_the_older(known: Store, tmp_path: Path) -> None:
    bring(known, write(tmp_path / "old.csv", *AGEING))
    newer = [list(row) for row in AGEING]
    newer[1][0], newer[3] = "截止日期：2026-11-20", ["K1", "岩屿建材", "9,000", "9,000", "", ""]
    report = bring(known, write(tmp_path / "new.csv", *newer))
    assert counted(report) == {"receivables": {"created": 2}}
    mine = [row for row in rows(known, "receivable") if row.account_id == ids(known)["岩屿建材"]]
    assert [(row.as_of, row.open_amount) for row in mine] == [
        (date(2026, 10, 31), 1_250_000),
        (date(2026, 11, 20), 900_000),
    ]
    assert mine[1].overdue_amount == 0


def test_invoices(known: Store, tmp_path: Path) -> None:
    invoices = [
        ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount", "Open Balance"],
        ["INV-1", "岩屿建材", "2026-09-01", "2026-10-01", "1,000.00", "250.00"],
        ["INV-2", "岩屿建材", "2026-11-01", "2026-12-01", "300", "300"],
    ]
    report = bring(known, write(tmp_path / "open.csv", *invoices))
    assert counted(report) == {"receivables": {"created": 2}}
    first, second = rows(known, "receivable")
    assert (first.number, first.invoiced_on, first.due_on) == ("INV-1", date(2026, 9, 1), date(2026, 10, 1))
    assert (first.amount, first.open_amount, first.overdue_amount) == (100_000, 25_000, None)
    # Without a day of its own a list is of the day on which it first came, also when it comes again.
    assert first.as_of == second.as_of == NOW.date()
    assert counted(bring(known, tmp_path / "open.csv", now=NOW + timedelta(days=9))) == {
        "receivables": {"unchanged": 2}
    }


def test_mended_rows_are_of_the_day_of_the_list_they_came_back_from(known: Store, tmp_path: Path) -> None:
    invoices = [["发票号", "客户名称", "到期日", "未收金额（元）"], ["1", "岩屿建材", "2026-10-01", "5"]]
    path = write(tmp_path / "open.csv", *invoices, ["2", "不认识", "2026-10-01", "7"])
    bring(known, path)
    add_account(known, name="不认识", now=NOW)
    mended = tmp_path / "open.rejects.csv"
    assert mended.exists()
    assert counted(bring(known, mended, now=NOW + timedelta(days=3))) == {"receivables": {"created": 1}}
    assert {row.as_of for row in rows(known, "receivable")} == {NOW.date()}


def test_payments_may_be_alike(known: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "p.csv", *PAID)
    assert counted(bring(known, path)) == {"payments": {"created": 3}}
    assert [(row.paid_on, row.amount, row.method) for row in rows(known, "payment")] == [
        (date(2026, 11, 3), 500_000, "电汇"),
        (date(2026, 11, 3), 500_000, "电汇"),
        (date(2026, 11, 10), 80_050, "承兑"),
    ]
    # The bank's list of the same money, with numbers: it adds these and no payment.
    bank = [
        ["到账日期", "付款单位", "到账金额", "流水号"],
        ["2026-11-03", "岩屿建材", "5000", "B1"],
        ["2026-11-03", "岩屿建材", "5000", "B2"],
    ]
    report = bring(known, write(tmp_path / "bank.csv", *bank))
    assert counted(report) == {"payments": {"updated": 2}}
    assert {row.number for row in rows(known, "payment")} == {"B1", "B2", None}


def test_stock_and_transit(known: Store, tmp_path: Path) -> None:
    report = bring(known, write(tmp_path / "s.csv", *STOCK), write(tmp_path / "t.csv", *TRANSIT))
    assert counted(report) == {"stock": {"created": 3}, "transit": {"created": 2}}
    assert [row.quantity for row in rows(known, "listed_stock")] == [120_000, 8_000, 35_500]
    assert {row.counted_on for row in rows(known, "listed_stock")} == {date(2026, 11, 20)}
    arrived = [[*TRANSIT[0], "签收日期"], [*TRANSIT[1], "2026-11-25"]]
    report = bring(known, write(tmp_path / "t2.csv", *arrived))
    assert counted(report) == {"transit": {"updated": 1}}
    first, second = rows(known, "transit")
    assert (first.number, first.expected_on, first.arrived_on) == (
        "F1",
        date(2026, 11, 26),
        date(2026, 11, 25),
    )
    assert (second.arrived_on, first.source, second.source) == (None, "t2.csv", "t.csv")


def test_a_price_list_with_a_column_for_each_class_makes_its_products(known: Store, tmp_path: Path) -> None:
    report = bring(known, write(tmp_path / "prices.csv", *PRICES))
    assert counted(report) == {"products": {"created": 1}, "prices": {"created": 4}}
    prices = rows(known, "product_price")
    assert [(row.level, row.amount, row.account_id) for row in prices] == [
        ("A类客户", 2_650, None),
        ("B类客户", 2_800, None),
        ("A类客户", 3_100, None),
        ("B类客户", 3_300, None),
    ]
    assert {(row.first_day, row.currency) for row in prices} == {(date(2026, 3, 1), "CNY")}
    (made,) = [row for row in rows(known, "product") if row.code == "P9"]
    assert (made.name, made.specification) == ("美缝剂", "400ml")


def test_prices_of_accounts(known: Store, tmp_path: Path) -> None:
    prices = [
        ["客户名称", "产品编码", "单价(元)", "起订量", "生效日期", "失效日期"],
        ["岩屿建材", "P1", "25.80", "100", "2026-01-01", "2026-12-31"],
        ["岩屿建材", "P7", "12", "", "2026-01-01", ""],
        ["全部客户", "P2", "30", "", "2026-01-01", ""],
        ["白沙装饰", "P2", "30", "", "2026-05-01", "2026-01-01"],
    ]
    report = bring(known, write(tmp_path / "x.csv", *prices))
    assert counted(report) == {"prices": {"created": 2, "rejected": 2}}
    mine, all_ = rows(known, "product_price")
    assert (mine.account_id, mine.minimum, mine.last_day) == (
        ids(known)["岩屿建材"],
        100_000,
        date(2026, 12, 31),
    )
    assert all_.account_id is None
    assert {problem.reason for problem in report.problems} == {"product_unknown", "days_reversed"}


def test_sales_by_month(known: Store, tmp_path: Path) -> None:
    report = bring(known, write(tmp_path / "sales.csv", *SALES))
    assert counted(report) == {"sales": {"created": 5}}
    assert [(row.first_day, row.last_day, row.amount) for row in rows(known, "sales_history")][:2] == [
        (date(2025, 1, 1), date(2025, 1, 31), 1_200_050),
        (date(2025, 2, 1), date(2025, 2, 28), 800_000),
    ]


def test_sales_by_product_stand_beside_those_of_the_account(known: Store, tmp_path: Path) -> None:
    long = [
        ["客户编码", "客户名称", "产品名称", "月份", "销售额(万元)"],
        ["K1", "岩屿建材", "抗裂砂浆", "2025-01", "1.2"],
        ["K1", "岩屿建材", "瓷砖胶", "2025年1月", "0.5"],
    ]
    bring(known, write(tmp_path / "sales.csv", *SALES))
    report = bring(known, write(tmp_path / "long.csv", *long))
    assert counted(report) == {"sales": {"created": 2}}
    told = [row for row in rows(known, "sales_history") if row.product_id]
    assert [(row.first_day, row.amount) for row in told] == [
        (date(2025, 1, 1), 1_200_000),
        (date(2025, 1, 1), 500_000),
    ]


def test_sales_of_no_year_and_in_no_unit_are_asked(known: Store, tmp_path: Path) -> None:
    report = bring(known, write(tmp_path / "x.csv", ["客户名称", "1月", "2月"], ["岩屿建材", "1.2", "0.9"]))
    assert counted(report) == {"sales": {"to_decide": 1}}
    assert {problem.reason for problem in report.problems} == {"amount_period"}
    dated = [["客户名称", "2025-01", "2025-02"], ["岩屿建材", "1.2", "0.9"]]
    report = bring(known, write(tmp_path / "y.csv", *dated))
    assert counted(report) == {"sales": {"to_decide": 1}}
    assert not rows(known, "sales_history")


def test_supply_shares(known: Store, tmp_path: Path) -> None:
    report = bring(known, write(tmp_path / "shares.csv", *SHARES))
    assert counted(report) == {"shares": {"created": 5}}
    assert [(row.supplier, row.share, row.ours, row.category) for row in rows(known, "supply_share")] == [
        ("我司", 4_500, True, "砂浆"),
        ("远山", 3_500, False, "砂浆"),
        ("其他", 2_000, False, "砂浆"),
        ("我司", 1_000, True, "砂浆"),
        ("远山", 9_000, False, "砂浆"),
    ]


@pytest.mark.parametrize("kind", ALL)
def test_importing_twice_changes_nothing_and_undo_takes_all_back(
    known: Store, tmp_path: Path, kind: str
) -> None:
    before = content(known)
    path = write(tmp_path / f"{kind}.csv", *ALL[kind])
    report = bring(known, path)
    assert counted(report)[kind].keys() == {"created"}
    once = content(known)
    again = bring(known, path, now=NOW + timedelta(days=2))
    assert counted(again)[kind].keys() == {"unchanged"}
    assert not again.changes
    copy = write(tmp_path / "other.csv", *ALL[kind])
    assert not bring(known, copy).changes
    assert content(known) == once
    undo(known, operation_id=report.changes.operation_id or "", now=NOW)
    assert content(known) == before
    assert counted(bring(known, path))[kind].keys() == {"created"}


@pytest.mark.parametrize("kind", [kind for kind in ALL if kind != "prices"])
def test_an_account_or_product_that_nobody_knows_goes_back(book: Store, tmp_path: Path, kind: str) -> None:
    report = bring(book, write(tmp_path / "x.csv", *ALL[kind]))
    (numbers,) = counted(report, kind).values()
    assert numbers.keys() == {"rejected"}
    assert {problem.reason for problem in report.problems} == {"account_unknown"}
    (path,) = report.rejects
    assert "客户簿里没有这个客户" in path.read_text("utf-8-sig")
    bring(book, write(tmp_path / "a.csv", *ACCOUNTS))
    report = bring(book, path)
    numbers = counted(report)[kind]
    if kind in ("stock", "transit"):
        assert numbers.keys() == {"rejected"}
        assert {problem.reason for problem in report.problems} == {"product_unknown"}
        bring(book, write(tmp_path / "p.csv", *PRODUCTS))
        numbers = counted(bring(book, *report.rejects))[kind]
    assert numbers.keys() == {"created"}


def test_a_name_that_may_be_an_account_is_asked_and_answered_with_the_lists_day(
    known: Store, tmp_path: Path
) -> None:
    near = [
        ["截止日期：2026-10-31", "", ""],
        ["客户名称", "应收余额（元）", "逾期（元）"],
        ["岩屿建材有限公司", "70", "5"],
    ]
    report = bring(known, write(tmp_path / "x.csv", *near))
    assert counted(report) == {"receivables": {"to_decide": 1}}
    (asked,) = pending_items(known)
    assert (asked.reason, asked.like) == ("near_name", ((ids(known)["岩屿建材"], "岩屿建材"),))
    with pytest.raises(RuleError):
        take_row(known, pending_id=asked.id, account_id=None, now=NOW)
    changes = take_row(known, pending_id=asked.id, account_id=ids(known)["岩屿建材"], now=NOW)
    (owed,) = rows(known, "receivable")
    assert (owed.open_amount, owed.overdue_amount, owed.as_of) == (7_000, 500, date(2026, 10, 31))
    assert not pending_items(known)
    assert counted(bring(known, tmp_path / "x.csv")) == {"receivables": {"unchanged": 1}}
    undo(known, operation_id=changes.operation_id or "", now=NOW)
    assert len(pending_items(known)) == 1


def test_what_a_joined_account_had_is_not_told_again(known: Store, tmp_path: Path) -> None:
    bring(known, write(tmp_path / "x.csv", *AGEING))
    names = ids(known)
    join_accounts(known, account_id=names["白沙装饰"], into_id=names["岩屿建材"], now=NOW)
    assert counted(bring(known, tmp_path / "x.csv"), "receivables")["receivables"].keys() == {"unchanged"}


def test_what_the_rep_mended_is_asked(known: Store, tmp_path: Path) -> None:
    bring(known, write(tmp_path / "p.csv", *PAID))
    with known.write("test.mend", now=NOW) as tx:
        from kamdesk.domain.debt import Payment

        tx.get(Payment, rows(known, "payment")[2].id).method = "cash"
    assert not bring(known, tmp_path / "p.csv").changes
    newer = [
        [*PAID[0][:2], "回款金额（元）", *PAID[0][3:]],
        ["2026-11-10", "白沙装饰", "800.50", "cheque", ""],
    ]
    report = bring(known, write(tmp_path / "q.csv", *newer))
    assert counted(report) == {"payments": {"unchanged": 1}, "fields": {"to_decide": 1}}


def test_one_list_of_all_kinds_says_the_same_in_any_order(
    known: Store, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    paths = [write(tmp_path / f"{kind}.csv", *lines) for kind, lines in ALL.items()]
    report = bring(known, *reversed(paths))
    assert {kind for kind, numbers in counted(report).items() if "created" in numbers} == {*ALL, "products"}
    assert report.as_json()["transit"]["created"] == 2
    once = said(known)
    undo(known, operation_id=report.changes.operation_id or "", now=NOW)
    bring(known, *paths)
    assert said(known) == once


def test_a_doubtful_cell_is_a_question_about_its_list(known: Store, tmp_path: Path) -> None:
    rows_ = [["客户名称", "2025-01", "2025-02"], ["岩屿建材", "2000.5", "1000-2000"]]
    report = bring(known, write(tmp_path / "x.csv", *rows_))
    assert counted(report) == {"sales": {"created": 1}, "amounts": {"to_decide": 1}}
    (asked,) = pending_items(known)
    assert (asked.reason, asked.of_list, asked.account_id) == ("amount_range", True, ids(known)["岩屿建材"])
    assert counted(bring(known, tmp_path / "x.csv"), "sales") == {"sales": {"unchanged": 1}}
    assert len(pending_items(known)) == 1


def test_many_rows_of_one_account_are_looked_up_by_what_they_say(known: Store, tmp_path: Path) -> None:
    many = [["2026-03-05", "岩屿建材", f"{number % 40 + 1}"] for number in range(1_200)]
    path = write(tmp_path / "x.csv", ["回款日期", "客户名称", "回款金额（元）"], *many)
    assert counted(bring(known, path)) == {"payments": {"created": 1_200}}
    assert counted(bring(known, path)) == {"payments": {"unchanged": 1_200}}


def test_sums_of_months_beside_them_are_not_sold_a_second_time(known: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "list.csv",
        ["2026年销售（单位：元）", "", "", "", "", "", ""],
        ["客户名称", "1月", "2月", "3月", "一季度", "二季度", "上半年"],
        ["岩屿建材", "1", "2", "", "3", "4", "7"],
        ["白沙装饰", "", "", "", "9", "", ""],
    )
    bring(known, path)
    assert {
        (r["account_id"], str(r["first_day"]), str(r["last_day"]), r["amount"])
        for r in said(known)["sales_history"]
    } == {
        ("岩屿建材", "2026-01-01", "2026-01-31", 100),
        ("岩屿建材", "2026-02-01", "2026-02-28", 200),
        ("岩屿建材", "2026-04-01", "2026-06-30", 400),
        ("白沙装饰", "2026-01-01", "2026-03-31", 900),
    }


def test_amounts_beside_numbers_of_pieces_under_their_month(known: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "list.csv",
        ["2026年销售（单位：元）", "", "", "", ""],
        ["客户名称", "1月", "", "2月", ""],
        ["", "数量", "金额", "数量", "金额"],
        ["岩屿建材", "12", "8000", "5", "4000"],
    )
    bring(known, path)
    assert [(str(r["first_day"]), r["amount"]) for r in said(known)["sales_history"]] == [
        ("2026-01-01", 800_000),
        ("2026-02-01", 400_000),
    ]
