"""Products, orders, lines: found by number, returned where what they name is unknown."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.accounts import join_accounts
from kamdesk.reads.accounts import account_list
from kamdesk.reads.imports import pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, counted, write

ACCOUNTS = [["客户编号", "客户名称"], ["K1", "甲公司"], ["K2", "乙公司"]]
PRODUCTS = [
    ["产品编码", "产品名称", "规格", "单价(元)"],
    ["P1", "水泥", "P.O 42.5", "400"],
    ["P2", "砂", "中砂", "90.5"],
]
ORDERS = [
    ["订单号", "客户编号", "订单日期", "运费"],
    ["S1", "K1", "2026-03-05", "12.50"],
    ["S2", "K2", "2026-03-06", ""],
]
LINES = [
    ["订单号", "产品编码", "数量", "单价", "折扣"],
    ["S1", "P1", "10", "400", "0.9"],
    ["S1", "P2", "3", "90.5", "0"],
    ["S1", "P1", "2", "0", "0"],
]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [
        write(tmp_path / name, *rows)
        for name, rows in (("a.csv", ACCOUNTS), ("p.csv", PRODUCTS), ("o.csv", ORDERS), ("l.csv", LINES))
    ]


def lines(store: Store) -> list[tuple[str, str, int, int, int]]:
    with store.read() as connection:
        rows = connection.execute(
            select(t.order.c.number, t.product.c.code, t.order_line)
            .join_from(t.order_line, t.order)
            .join(t.product)
            .order_by(t.order.c.number, t.order_line.c.rank)
        )
        return [(row.number, row.code, row.quantity, row.price, row.discount) for row in rows]


def test_all_together(book: Store, files: list[Path]) -> None:
    assert counted(bring(book, *files)) == {
        "accounts": {"created": 2},
        "products": {"created": 2},
        "orders": {"created": 2},
        "order_lines": {"created": 3},
    }
    assert lines(book) == [
        ("S1", "P1", 10_000, 40_000, 1_000),
        ("S1", "P2", 3_000, 9_050, 0),
        ("S1", "P1", 2_000, 0, 0),
    ]
    assert not bring(book, *files).changes
    assert not bring(book, *reversed(files)).changes


def test_a_share_that_may_be_paid_or_taken_off_is_asked_about(
    book: Store, files: list[Path], tmp_path: Path
) -> None:
    bring(book, *files[:3])
    report = bring(book, write(tmp_path / "x.csv", LINES[0], ["S1", "P1", "10", "400", "0.1"]))
    assert [problem.reason for problem in report.problems] == ["discount_unclear"]
    assert lines(book)[0][-1] == 0


def test_one_after_the_other(book: Store, files: list[Path]) -> None:
    for file in files:
        bring(book, file)
    assert len(lines(book)) == 3


def test_a_newer_list_changes_lines_in_their_place(book: Store, files: list[Path], tmp_path: Path) -> None:
    bring(book, *files)
    newer = [*LINES[:3], ["S1", "P1", "5", "0", "0"], ["S1", "P2", "1", "90.5", "0"]]
    assert counted(bring(book, write(tmp_path / "l2.csv", *newer))) == {
        "order_lines": {"updated": 1, "unchanged": 2, "created": 1}
    }
    assert [(code, quantity) for _, code, quantity, _, _ in lines(book)] == [
        ("P1", 10_000), ("P2", 3_000), ("P1", 5_000), ("P2", 1_000),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "kind", "reason"),
    [
        ([ORDERS[0], ["S9", "K9", "2026-03-05", ""]], "orders", "account_unknown"),
        ([LINES[0], ["S9", "P1", "1", "1", "0"]], "order_lines", "order_unknown"),
        ([LINES[0], ["S1", "P9", "1", "1", "0"]], "order_lines", "product_unknown"),
    ],
)
def test_what_names_something_unknown_goes_back(
    book: Store, files: list[Path], tmp_path: Path, rows: list[list[str]], kind: str, reason: str
) -> None:
    bring(book, *files)
    report = bring(book, write(tmp_path / "x.csv", *rows))
    assert counted(report) == {kind: {"rejected": 1}}
    assert [problem.reason for problem in report.problems] == [reason]
    (path,) = report.rejects
    assert path == tmp_path / "x.rejects.csv"
    text = path.read_text("utf-8")
    assert text.splitlines()[1].startswith(",".join(rows[1]))


def test_a_returned_order_comes_in_when_its_account_has(book: Store, files: list[Path]) -> None:
    _, products, orders, _ = files
    report = bring(book, products, orders)
    assert counted(report, "orders") == {"orders": {"rejected": 2}}
    (path,) = report.rejects
    bring(book, files[0])
    assert counted(bring(book, path), "orders") == {"orders": {"created": 2}}


def test_an_order_number_of_another_account_is_asked_about(
    book: Store, files: list[Path], tmp_path: Path
) -> None:
    bring(book, *files)
    report = bring(book, write(tmp_path / "x.csv", ORDERS[0], ["S1", "K2", "2026-03-05", ""]))
    assert counted(report) == {"orders": {"to_decide": 1}}
    assert [item.reason for item in pending_items(book)] == ["order_of_another"]


def test_orders_of_accounts_that_were_joined(book: Store, files: list[Path], tmp_path: Path) -> None:
    bring(book, *files)
    one, two = sorted(account_list(book), key=lambda account: account.name)
    join_accounts(book, account_id=one.id, into_id=two.id, now=NOW)
    assert not bring(book, *files).changes
    moved = write(tmp_path / "x.csv", ORDERS[0], ["S1", "K2", "2026-03-05", "12.50"])
    assert not bring(book, moved).changes


def test_orders_by_the_account_s_name(book: Store, files: list[Path], tmp_path: Path) -> None:
    bring(book, *files)
    rows = [["订单号", "客户名称", "订单日期", "金额(元)"], ["S7", "甲公司", "2026/3/7", "¥1,234.50"]]
    assert counted(bring(book, write(tmp_path / "x.csv", *rows))) == {"orders": {"created": 1}}
    with book.read() as connection:
        order = connection.execute(select(t.order).where(t.order.c.number == "S7")).one()
    assert (order.amount, order.currency) == (123_450, "CNY")


def test_a_flat_list_of_orders_and_lines(book: Store, files: list[Path], tmp_path: Path) -> None:
    bring(book, *files[:2])
    headers = ["订单号", "客户名称", "订单日期", "产品名称", "数量", "单价(元)"]
    rows = [
        ["S1", "甲公司", "2026-03-05", "水泥", "10吨", "400"],
        ["S1", "甲公司", "2026-03-05", "砂", "3吨", "90.5"],
        ["S2", "乙公司", "2026-03-06", "水泥", "1吨", "410"],
        ["S3", "丁公司", "2026-03-06", "水泥", "1吨", "410"],
        ["S4", "甲公司", "2026-03-06", "木板", "1", "10"],
    ]
    path = write(tmp_path / "flat.csv", headers, *rows)
    assert counted(bring(book, path)) == {
        "orders": {"created": 2},
        "order_lines": {"created": 3, "rejected": 2},
    }
    assert [line[:3] for line in lines(book)] == [
        ("S1", "P1", 10_000),
        ("S1", "P2", 3_000),
        ("S2", "P1", 1_000),
    ]
    assert not bring(book, path).changes


def test_products_by_number_and_by_name(book: Store, files: list[Path], tmp_path: Path) -> None:
    bring(book, files[1])
    rows = [
        ["P1", "水泥(散装)", "P.O 42.5", "410"],
        ["", "砂", "", "91"],
        ["P3", "砂", "粗砂", "80"],
        ["P9", "", "", ""],
    ]
    report = bring(book, write(tmp_path / "x.csv", PRODUCTS[0], *rows))
    assert counted(report) == {"products": {"updated": 2, "created": 1, "rejected": 1}}
    asked = bring(book, write(tmp_path / "y.csv", PRODUCTS[0], ["", "砂", "", "95"]))
    assert counted(asked) == {"products": {"to_decide": 1}}
    with book.read() as connection:
        found = {row.code: (row.name, row.price) for row in connection.execute(select(t.product))}
    assert found == {"P1": ("水泥(散装)", 41_000), "P2": ("砂", 9_100), "P3": ("砂", 8_000)}


def test_a_line_may_stand_above_the_row_that_makes_its_order(
    book: Store, files: list[Path], tmp_path: Path
) -> None:
    bring(book, *files[:2])
    headers = ["订单号", "客户名称", "订单日期", "产品名称", "数量"]
    flat = [
        ["S1", "", "", "水泥", "1"],
        ["S1", "甲公司", "2026-03-05", "水泥", "2"],
        ["S1", "", "", "砂", "3"],
    ]
    both = [
        write(tmp_path / "z.csv", headers, *flat),
        write(tmp_path / "y.csv", LINES[0], ["S1", "P2", "3", "", ""]),
    ]
    assert counted(bring(book, *both)) == {
        "orders": {"created": 1},
        "order_lines": {"created": 3, "unchanged": 1},
    }
    assert not bring(book, *both).changes


def test_rows_that_lack_the_number_wait_for_those_that_have_it(book: Store, tmp_path: Path) -> None:
    headers = ["客户编号", "客户名称", "备注"]
    first = write(
        tmp_path / "a.csv",
        headers,
        ["K1", "", "x"],
        ["", "甲公司", "y"],
        ["K1", "甲公司", ""],
        ["K3", "", ""],
    )
    second = write(tmp_path / "b.csv", headers, ["K2", "甲公司", ""], ["K3", "丙公司", ""])
    report = bring(book, first, second)
    assert counted(report, "accounts", "notes") == {
        "accounts": {"created": 3, "unchanged": 2, "to_decide": 1},
        "notes": {"created": 1},
    }
    assert report.rejects == ()
    assert not bring(book, second, first).changes
