"""A question that only waited for what the list does not say ends once that is said, and is open again after undo."""

from __future__ import annotations

from pathlib import Path

from kamdesk.db.store import Store
from kamdesk.exchange.mapping import ColumnRule, ListMapping, TableRule
from kamdesk.operations.importing import import_files
from kamdesk.operations.undo import undo
from kamdesk.reads.imports import pending_count, pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, content, write


def told(**columns: ColumnRule) -> ListMapping:
    return ListMapping(tables=(TableRule(columns=columns),))


def test_a_row_that_waited_for_unit_does_not_stay_open(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", ["客户名称"], ["甲公司"]))
    path = write(tmp_path / "销售.csv", ["客户名称", "月份", "销售额"], ["甲公司", "2026-09", "12"])
    bring(book, path)
    assert [item.reason for item in pending_items(book)] == ["amount_unit"]
    report = bring(book, path, mapping=told(销售额=ColumnRule(unit=10_000)))
    assert [row["amount"] for row in content(book)["sales_history"]] == [12_000_000]
    assert pending_count(book) == 0
    undo(book, operation_id=report.changes.operation_id or "", now=NOW)
    assert content(book)["sales_history"] == []
    bring(book, path)
    assert pending_count(book) == 1, "nobody has said it any more"


def test_a_cell_that_waited_for_unit_and_year_does_not_stay_open(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["客户名称", "采购额"], ["甲公司", "12"], ["乙公司", "约8万"])
    bring(book, path)
    assert sorted(item.reason for item in pending_items(book)) == ["amount_period", "amount_period"]
    bring(book, path, mapping=told(采购额=ColumnRule(year=2025)))
    assert [item.of for item in pending_items(book)] == ["甲公司"], "its unit is still open"
    bring(book, path, mapping=told(采购额=ColumnRule(year=2025, unit=10_000)))
    assert pending_count(book) == 0
    assert sorted(row["amount"] for row in content(book)["sales_history"]) == [8_000_000, 12_000_000]


def test_an_order_whose_day_was_unclear(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", ["客户名称"], ["甲公司"]))
    path = write(tmp_path / "b.csv", ["订单号", "客户名称", "订单日期"], ["S1", "甲公司", "3/4/2026"])
    bring(book, path)
    assert pending_count(book) == 1
    bring(book, path, mapping=told(订单日期=ColumnRule(date_order="dmy")))
    assert pending_count(book) == 0
    assert len(content(book)["order"]) == 1


def test_a_question_about_an_account_stays(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", ["客户名称"], ["泽国卫浴有限公司"]))
    path = write(tmp_path / "b.csv", ["客户名称", "采购额"], ["泽国卫浴", "12"])
    bring(book, path)
    assert pending_count(book) == 1
    bring(book, path, mapping=told(采购额=ColumnRule(year=2025, unit=10_000)))
    assert pending_count(book) == 1


def test_what_was_put_right_is_not_asked_when_the_list_comes_again(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", ["客户名称"], ["甲公司"]))
    path = write(
        tmp_path / "回款.csv",
        ["客户名称", "回款日期", "回款金额"],
        ["甲公司", "3/4/2026", "1000"],
        ["甲公司", "2026-05-01", "10-20"],
    )
    people = write(tmp_path / "b.csv", ["客户名称", "联系人", "生日"], ["甲公司", "张三", "3/4/1985"])
    for file, cell, text in ((path, (2, 1), "2026-04-03"), (people, (2, 2), "1985-04-03")):
        look = import_files(book, files=[file], now=NOW, dry_run=True, to_look=True)
        (source,) = look.sources
        import_files(book, files=[source], now=NOW, mended={(source.sha256, ""): {cell: text}})
    assert [str(row["paid_on"]) for row in content(book)["payment"]] == ["2026-04-03"]
    assert [item.reason for item in pending_items(book)] == ["amount_range"], "the range alone"
    again = bring(book, path, people)
    assert not again.changes
    assert {problem.reason for problem in again.problems if problem.verdict == "remark"} == {"answered"}
    assert pending_count(book) == 1
