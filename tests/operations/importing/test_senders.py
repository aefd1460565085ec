"""What a person said of a sender's columns is used for the next list; what nobody can know is asked once a column."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import Datum
from kamdesk.exchange.mapping import IGNORE, SKIP, ColumnRule, ListMapping, TableRule
from kamdesk.exchange.saying import fields_of, rule_of, with_answer, with_field, with_header, with_kind
from kamdesk.exchange.seen import SeenSheet
from kamdesk.operations.importing import ImportReport, import_files
from kamdesk.operations.importing.senders import forget_sender, senders
from tests.books import NOW
from tests.operations.importing.books import bring, content, write


def look(book: Store, path: Path, rule: TableRule | None = None, **more) -> ImportReport:
    mapping = ListMapping(tables=(rule,)) if rule else None
    return import_files(book, files=[path], now=NOW, mapping=mapping, dry_run=True, to_look=True, **more)


def seen(report: ImportReport) -> SeenSheet:
    (sheet,) = [sheet.seen for sheet in report.sheets if sheet.seen]
    return sheet


def kept(book: Store, path: Path, rule: TableRule) -> ImportReport:
    return import_files(book, files=[path], now=NOW, mapping=ListMapping(tables=(rule,)), keep=True)


def by_title(sheet: SeenSheet) -> dict[str, object]:
    return {column.title: column for column in sheet.columns}


def remembered(book: Store) -> list[dict[str, object]]:
    with book.read() as connection:
        return [dict(row._mapping) for row in connection.execute(select(t.import_sender))]


def test_a_unit_and_a_year_are_asked_once_for_a_column(book: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv", ["客户名称", "采购额", "城市"], *[[f"客户{n}", 10 + n, "台州"] for n in range(20)]
    )
    sheet = seen(look(book, path))
    assert sheet.asks
    assert {name: dict(column.asks) for name, column in by_title(sheet).items() if column.asks} == {
        "采购额": {"year": 20}
    }
    assert by_title(sheet)["采购额"].samples == ("10", "11", "12")
    sheet = seen(look(book, path, with_answer(sheet, "采购额", "year", 2025)))
    assert dict(by_title(sheet)["采购额"].asks) == {"unit": 20}
    report = look(book, path, with_answer(sheet, "采购额", "unit", 10_000))
    assert not seen(report).asks
    assert report.as_json()["sales"]["created"] == 20


def test_what_was_said_is_used_for_the_next_list_in_any_order_and_no_year_is_kept(
    book: Store, tmp_path: Path
) -> None:
    path = write(tmp_path / "客户2026-10.csv", ["客户名称", "代号", "采购额"], ["甲公司", "x1", "12"])
    sheet = seen(look(book, path))
    rule = with_field(sheet, "代号", "short_name")
    sheet = seen(look(book, path, rule))
    sheet = seen(look(book, path, with_answer(sheet, "采购额", "unit", 10_000)))
    kept(book, path, with_answer(sheet, "采购额", "year", 2025))
    (row,) = remembered(book)
    assert "甲公司" not in json.dumps(row, default=str)
    assert "x1" not in str(row["mapping"])
    assert "2025" not in str(row["mapping"])
    again = write(tmp_path / "别的名字11月.csv", ["采购额", "客户名称", "代号"], ["15", "乙公司", "x2"])
    sheet = seen(look(book, again))
    columns = by_title(sheet)
    assert columns["代号"].field == "short_name"
    assert columns["采购额"].unit == 10_000
    assert dict(columns["采购额"].asks) == {"year": 1}, "the year of another list is never taken over"
    assert sheet.known_since == NOW
    bring(book, again)
    assert {row["short_name"] for row in content(book)["account"]} == {"x1", "x2"}
    assert seen(look(book, again, fresh=True)).known_since is None
    forget_sender(book, sender=str(row["fingerprint"]))
    assert by_title(seen(look(book, again)))["代号"].field is None
    assert remembered(book) == []


def test_a_mapping_that_speaks_of_columns_comes_before_what_is_remembered(
    book: Store, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", ["客户名称", "代号"], ["甲公司", "x1"])
    kept(book, path, with_field(seen(look(book, path)), "代号", "short_name"))
    said = TableRule(kind="accounts", columns={"代号": ColumnRule("code")})
    sheet = seen(look(book, path, said))
    assert by_title(sheet)["代号"].field == "code"
    assert sheet.known_since is None
    datum = seen(look(book, path, TableRule(datum=Datum.GCJ02)))
    assert by_title(datum)["代号"].field == "short_name", "a datum says nothing of columns"


def test_months_in_headers_are_one_sender(book: Store, tmp_path: Path) -> None:
    first = write(tmp_path / "a.csv", ["客户名称", "2026年9月", "2026年10月"], ["甲公司", "12", "13"])
    bring(book, write(tmp_path / "b.csv", ["客户名称"], ["甲公司"]))
    sheet = seen(look(book, first, TableRule(kind="sales")))
    assert {c.field for c in sheet.columns} == {"account_name", "sold"}
    rule = with_answer(sheet, "2026年9月", "unit", 10_000)
    assert rule.columns["2026年10月"].unit == 10_000, "said of one month, meant of all that wait"
    kept(book, first, rule)
    later = write(
        tmp_path / "c.csv", ["客户名称", "2026年10月", "2026年11月", "2026年12月"], ["甲公司", "1", "2", "3"]
    )
    sheet = seen(look(book, later))
    assert sheet.known_since == NOW
    assert [column.unit for column in sheet.columns] == [None, 10_000, 10_000, 10_000]
    assert not sheet.asks


def test_a_sheet_that_nobody_knows_is_shown_and_said(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["甲", "乙"], ["海川贸易", "台州"])
    report = look(book, path)
    sheet = seen(report)
    assert (sheet.kind, sheet.reason, [c.title for c in sheet.columns]) == (None, "unknown", ["甲", "乙"])
    sheet = seen(look(book, path, with_kind(sheet, "accounts")))
    assert sheet.missing == (frozenset({"name"}),)
    rule = with_field(sheet, "甲", "name")
    sheet = seen(look(book, path, rule))
    assert (sheet.kind, sheet.missing) == ("accounts", ())
    kept(book, path, rule)
    assert {row["name"] for row in content(book)["account"]} == {"海川贸易"}
    next_one = write(tmp_path / "b.csv", ["乙", "甲"], ["温岭", "远望建材"])
    bring(book, next_one)
    assert "远望建材" in {row["name"] for row in content(book)["account"]}


def test_a_sheet_left_out_is_left_out_the_next_time(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["客户名称", "城市"], ["甲公司", "台州"])
    rule = with_kind(seen(look(book, path)), None)
    assert rule.kind == SKIP
    kept(book, path, rule)
    sheet = seen(look(book, write(tmp_path / "b.csv", ["城市", "客户名称"], ["台州", "乙公司"])))
    assert (sheet.kind, sheet.reason, sheet.known_since) == (None, "skipped", NOW)
    back = seen(look(book, path, with_kind(sheet, "accounts")))
    assert back.kind == "accounts"


def test_a_field_goes_from_one_column_to_another(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["公司", "全称", "城市"], ["甲", "甲公司", "台州"])
    sheet = seen(look(book, path))
    assert by_title(sheet)["公司"].field == "name"
    sheet = seen(look(book, path, with_field(sheet, "全称", "name")))
    assert (by_title(sheet)["全称"].field, by_title(sheet)["公司"].field) == ("name", None)
    sheet = seen(look(book, path, with_field(sheet, "公司", None)))
    assert by_title(sheet)["公司"].ignored
    assert rule_of(sheet).columns["公司"].field == IGNORE


def test_equal_headers_are_told_apart(book: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv", ["客户名称", "电话", "备注", "备注"], ["甲公司", "13800138000", "一", "二"]
    )
    sheet = seen(look(book, path))
    assert [c.name for c in sheet.columns] == ["客户名称", "电话", "备注#1", "备注#2"]
    sheet = seen(look(book, path, with_field(sheet, "备注#2", None)))
    assert [c.ignored for c in sheet.columns] == [False, False, False, True]


def test_the_headers_may_stand_elsewhere(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["客户名称", "城市"], ["名称", "市"], ["甲公司", "台州"])
    sheet = seen(look(book, path))
    assert sheet.header == 1
    sheet = seen(look(book, path, with_header(sheet, 2)))
    assert (sheet.header, [c.title for c in sheet.columns]) == (2, ["名称", "市"])


def test_the_datum_is_asked_and_may_be_unknown(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["客户名称", "纬度", "经度"], ["甲公司", "28.6", "121.4"])
    sheet = seen(look(book, path))
    assert [dict(c.asks) for c in sheet.columns] == [{}, {"datum": 0}, {}]
    rule = with_answer(sheet, "纬度", "datum", Datum.UNKNOWN)
    assert rule.columns["经度"].datum is Datum.UNKNOWN
    sheet = seen(look(book, path, rule))
    assert not sheet.asks
    kept(book, path, with_answer(sheet, "纬度", "datum", Datum.GCJ02))
    (account,) = content(book)["account"]
    assert account["datum"] == "gcj02"


@pytest.mark.parametrize("order", ["dmy", "mdy"])
def test_the_order_of_days_and_months(book: Store, tmp_path: Path, order: str) -> None:
    path = write(tmp_path / "a.csv", ["订单号", "客户名称", "订单日期"], ["S1", "甲公司", "3/4/2026"])
    bring(book, write(tmp_path / "b.csv", ["客户名称"], ["甲公司"]))
    sheet = seen(look(book, path))
    assert dict(by_title(sheet)["订单日期"].asks) == {"order": 1}
    kept(book, path, with_answer(sheet, "订单日期", "order", order))
    (row,) = content(book)["order"]
    assert str(row["ordered_on"]) == ("2026-04-03" if order == "dmy" else "2026-03-04")


def test_a_kept_rule_that_can_not_be_read_is_passed_over(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["客户名称", "代号"], ["甲公司", "x1"])
    kept(book, path, with_field(seen(look(book, path)), "代号", "short_name"))
    with book.write_local() as connection:
        connection.execute(t.import_sender.update().values(mapping='{"kind": "hats"}'))
    with book.read() as connection:
        assert senders(connection) == {}
    assert seen(look(book, path)).known_since is None


def test_every_field_has_a_word() -> None:
    from kamdesk.exchange.saying import KINDS
    from kamdesk.words import catalogue

    for kind in KINDS:
        assert f"import.list.{kind}" in catalogue()
        for field in fields_of(kind):
            assert f"import.taken_as.{field}" in catalogue()


def test_rows_are_held_as_they_stand(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["客户名称", "城市"], *[[f"客户{n}", "台州"] for n in range(700)])
    report = look(book, path)
    spool = report.spools["a.csv", ""]
    assert len(spool) == 701
    assert spool.row(0).cells == ("客户名称", "城市")
    assert spool.row(700).cells[0] == "客户699"
    assert [row.number for row in spool.rows()] == list(range(1, 702))


def test_a_cell_put_right_goes_in_as_said(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["客户名称", "手机"], ["甲公司", "1.38E+10"], ["乙公司", "13900139000"])
    report = look(book, path)
    (problem,) = report.problems
    assert (problem.origin.row, problem.place) == (2, 1)
    (source,) = report.sources
    mended = {(source.sha256, ""): {(2, 1): "13800138000"}}
    assert look(book, path, mended=mended).problems == ()
    import_files(book, files=[source], now=NOW, mended=mended)
    assert {row["number"] for row in content(book)["account_phone"]} == {"13800138000", "13900139000"}
    assert replace(problem, place=None) == problem
