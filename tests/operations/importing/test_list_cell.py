"""A doubtful cell of a list about known accounts, or of orders, answered with the value itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.exchange.decisions import Decision
from kamdesk.exchange.mapping import ColumnRule, ListMapping, TableRule
from kamdesk.operations.importing.answering import take_row
from kamdesk.operations.importing.deciding import FITS, decide, sort_of
from kamdesk.operations.importing.list_cell import take_list_cell
from kamdesk.operations.undo import undo
from kamdesk.reads.imports import PendingItem, pending_count, pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, content, write


@pytest.fixture
def known(book: Store, tmp_path: Path) -> Store:
    bring(book, write(tmp_path / "k.csv", ["客户名称"], ["甲公司"]))
    bring(book, write(tmp_path / "p.csv", ["产品名称", "规格"], ["水泥", "P.O"]))
    return book


def ask(book: Store, folder: Path, name: str, *rows: list[str]) -> PendingItem:
    bring(book, write(folder / name, *rows))
    (item,) = pending_items(book)
    return item


CASES = [
    ("receivable", "应收款.csv", "due_on", "3/4/2026", "2026-04-03", date(2026, 4, 3),
     ["客户名称", "发票号", "到期日", "欠款金额", "截止日期"], ["甲公司", "F1", "3/4/2026", "1200", "2026-11-01"]),
    ("payment", "回款.csv", "paid_on", "3/4/2026", "2026-04-03", date(2026, 4, 3),
     ["客户名称", "回款日期", "回款金额"], ["甲公司", "3/4/2026", "1200"]),
    ("payment", "回款.csv", "amount", "10-20万", "15万", 15_000_000,
     ["客户名称", "回款日期", "回款金额"], ["甲公司", "2026-05-01", "10-20万"]),
    ("transit", "在途.csv", "expected_on", "3/4/2026", "2026-04-03", date(2026, 4, 3),
     ["客户名称", "产品名称", "数量", "发货单号", "预计到货日期"], ["甲公司", "水泥", "5", "D1", "3/4/2026"]),
    ("product_price", "价目表.csv", "amount", "300-320", "310", 31_000,
     ["产品名称", "客户名称", "单价", "起订量"], ["水泥", "甲公司", "300-320", "1"]),
    ("sales_history", "销售.csv", "amount", "12", "12万", 12_000_000,
     ["客户名称", "月份", "销售额"], ["甲公司", "2026-09", "12"]),
    ("order", "订单.csv", "ordered_on", "3/4/2026", "2026-04-03", date(2026, 4, 3),
     ["订单号", "客户名称", "订单日期"], ["S1", "甲公司", "3/4/2026"]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "name", "field", "was", "text", "value", "header", "row"), CASES)
def test_the_value_goes_in_and_comes_out_again(
    known: Store, tmp_path: Path, table: str, name: str, field: str, was: str, text: str, value: object,
    header: list[str], row: list[str],
) -> None:  # fmt: skip
    item = ask(known, tmp_path, name, header, row)
    assert item.typed == header[row.index(was)]
    assert "value" in FITS[sort_of(item)]
    before = content(known)
    with pytest.raises(RuleError) as caught:
        take_list_cell(known, pending_id=item.id, text=was, now=NOW)
    assert caught.value.code == "import_answer_cell"
    with pytest.raises(RuleError, match="import_answer_empty"):
        take_list_cell(known, pending_id=item.id, text=" ", now=NOW)
    assert content(known) == before
    changes = take_list_cell(known, pending_id=item.id, text=text, now=NOW)
    (made,) = content(known)[table]
    assert made[field] == value
    assert pending_count(known) == 0
    again = bring(known, tmp_path / name)
    assert not again.changes
    assert pending_count(known) == 0
    undo(known, operation_id=changes.operation_id or "", now=NOW)
    assert content(known) == before
    assert pending_count(known) == 1


def test_it_can_be_answered_from_a_file(known: Store, tmp_path: Path) -> None:
    item = ask(known, tmp_path, "销售.csv", ["客户名称", "2026年9月", "2026年10月"], ["甲公司", "12", "13万"])
    done = decide(known, decisions=[Decision(item.id, "value", value="12万元")], now=NOW)
    assert (done.answered, done.refused, done.open) == (1, (), 0)
    rows = content(known)["sales_history"]
    assert sorted((row["first_day"].month, row["amount"]) for row in rows) == [
        (9, 12_000_000),
        (10, 13_000_000),
    ]


def test_of_an_account_that_the_book_has_not(known: Store, tmp_path: Path) -> None:
    item = ask(
        known, tmp_path, "回款.csv", ["客户名称", "回款日期", "回款金额"], ["丙公司", "3/4/2026", "1200"]
    )
    with pytest.raises(RuleError) as caught:
        take_list_cell(known, pending_id=item.id, text="2026-04-03", now=NOW)
    assert caught.value.code == "import_answer_row_out"
    assert pending_count(known) == 1


def test_a_row_taken_later_is_read_by_the_rule_of_its_list(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "k.csv", ["客户名称"], ["泽国卫浴有限公司"]))
    rule = TableRule(columns={"销售额": ColumnRule(unit=10_000)})
    path = write(tmp_path / "销售.csv", ["客户名称", "月份", "销售额"], ["泽国卫浴", "2026-09", "12"])
    bring(book, path, mapping=ListMapping(tables=(rule,)))
    (item,) = pending_items(book)
    take_row(book, pending_id=item.id, account_id=item.like[0][0], now=NOW)
    assert [row["amount"] for row in content(book)["sales_history"]] == [12_000_000]
