"""A whole book's workbook edited by hand and taken into a book that holds its rows already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.errors import InputError
from kamdesk.domain.line import VisitLine, VisitSlot
from kamdesk.domain.promise import Promise
from kamdesk.domain.rep import Rep
from kamdesk.exchange.out.own import find_marker
from kamdesk.exchange.source import take_in
from kamdesk.operations.importing import ImportReport, import_files
from kamdesk.operations.importing.answering import take_value
from kamdesk.operations.undo import undo
from kamdesk.reads.export.book import write_book
from kamdesk.reads.imports import pending_items
from kamdesk.words import Words
from tests.books import NOW, make_book
from tests.operations.importing.whole.books import content, empty

MONDAY = date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_book(tmp_path)
    with store.write("account.add", now=NOW) as tx:
        (line,) = tx.every(VisitLine)
        tx.add(Account(id="a", name="甲", city="台州市", value_class="B"))
        tx.add(Account(id="b", name="乙", parent_id="a"))
        tx.add(
            VisitSlot(
                id="s", line_id=line.id, account_id="a", weekday=1, start=540, minutes=45, valid_from=MONDAY
            )
        )
        tx.add(Promise(id="p", account_id="a", what="送样", made_on=MONDAY))
    yield store
    store.close()


class Sheets:
    """A workbook as a person edits it: cells by the heading of their column and the row's ID."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    def cell(self, sheet: str, row_id: str, heading: str):
        found: Worksheet = self.book[sheet]
        heads = [cell.value for cell in found[1]]
        number = next(n for n in range(2, 50) if found.cell(n, heads.index("ID") + 1).value == row_id)
        return found.cell(number, heads.index(heading) + 1)

    def put(self, sheet: str, row_id: str, heading: str, value: object) -> None:
        self.cell(sheet, row_id, heading).value = value

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


def out(store: Store, folder: Path) -> Sheets:
    path = folder / "book.xlsx"
    write_book(store, path, words=Words("zh"), now=NOW)
    return Sheets(path)


def take(store: Store, path: Path) -> ImportReport:
    return import_files(store, files=[path], now=NOW)


def refused(report: ImportReport) -> list[tuple[str, str, str | None]]:
    return [(each.origin.sheet, each.reason, each.column) for each in report.problems]


def test_an_edited_cell_goes_in_and_undo_takes_it_back(store: Store, tmp_path: Path) -> None:
    before = content(store)
    sheets = out(store, tmp_path)
    sheets.put("客户", "a", "客户级别", "A")
    sheets.put("客户", "a", "大客户", True)
    sheets.put("固定拜访", "s", "时间", time(10, 30))
    sheets.put("承诺", "p", "到期日", "2026/12/1")
    report = take(store, sheets.save())
    assert refused(report) == []
    with store.write("look", now=NOW) as tx:
        account, slot, promise = tx.get(Account, "a"), tx.get(VisitSlot, "s"), tx.get(Promise, "p")
        assert (account.value_class, account.is_key, account.city) == ("A", True, "台州市")
        assert (slot.start, promise.due_on) == (630, date(2026, 12, 1))
    assert report.counts["accounts"].updated == 1
    undo(store, operation_id=report.changes.operation_id or "", now=NOW)
    assert content(store) == before


def test_an_empty_cell_erases_nothing(store: Store, tmp_path: Path) -> None:
    sheets = out(store, tmp_path)
    sheets.put("客户", "a", "城市", None)
    assert not take(store, sheets.save()).changes


def test_what_the_rep_wrote_since_is_asked_and_the_answer_taken(store: Store, tmp_path: Path) -> None:
    sheets = out(store, tmp_path)
    with store.write("account.change", now=NOW) as tx:
        tx.get(Account, "a").city = "杭州市"
        tx.get(Promise, "p").what = "送两箱样品"
    sheets.put("客户", "a", "城市", "宁波市")
    sheets.put("承诺", "p", "内容", "送三箱")
    report = take(store, sheets.save())
    assert refused(report) == [("客户", "book_differs", "城市"), ("承诺", "book_differs", "内容")]
    items = {item.kind: item for item in pending_items(store)}
    take_value(store, pending_id=items["fields"].id, now=NOW)
    with store.write("look", now=NOW) as tx:
        assert {tx.get(Account, "a").city, tx.get(Promise, "p").what} & {"宁波市", "送三箱"}


def test_a_bad_cell_is_refused_where_it_stands_and_the_rest_goes_in(store: Store, tmp_path: Path) -> None:
    sheets = out(store, tmp_path)
    sheets.put("客户", "a", "状态", "随便")
    sheets.put("客户", "a", "区县", "椒江区")
    sheets.put("客户", "b", "上级客户ID", "nobody")
    sheets.put("固定拜访", "s", "时间", "25:00")
    sheets.put("固定拜访", "s", "时长（分钟）", 1.5)
    sheets.put("承诺", "p", "承诺日期", "昨天")
    report = take(store, sheets.save())
    assert sorted(refused(report), key=str) == sorted(
        [
            ("客户", "sheet_choice", "状态"),
            ("客户", "sheet_link", "上级客户ID"),
            ("固定拜访", "sheet_clock", "时间"),
            ("固定拜访", "sheet_digits", "时长（分钟）"),
            ("承诺", "date_unreadable", "承诺日期"),
        ],
        key=str,
    )
    with store.write("look", now=NOW) as tx:
        assert tx.get(Account, "a").district == "椒江区"
        assert tx.get(Account, "b").parent_id == "a"


def test_a_row_without_id_or_with_one_that_stands_twice_stays_out(store: Store, tmp_path: Path) -> None:
    sheets = out(store, tmp_path)
    sheet = sheets.book["客户"]
    copied = [cell.value for cell in sheet[2]]
    sheet.append(copied)
    heads = [cell.value for cell in sheet[1]]
    sheet.append([None if head == "ID" else value for head, value in zip(heads, copied, strict=True)])
    report = take(store, sheets.save())
    assert [each[1] for each in refused(report)] == ["sheet_id_twice", "sheet_no_id"]
    assert report.counts["accounts"].rejected == 2


def test_a_row_whose_account_was_taken_out_of_the_workbook_stays_out(store: Store, tmp_path: Path) -> None:
    sheets = out(store, tmp_path)
    sheets.book["客户"].delete_rows(sheets.cell("客户", "a", "ID").row)
    other = empty(tmp_path / "other.kam")
    report = take(other, sheets.save())
    assert {each[:2] for each in refused(report)} == {
        ("客户", "sheet_link"),
        ("固定拜访", "sheet_link"),
        ("承诺", "sheet_link"),
    }
    assert set(content(other)["account"]) == {"b"}
    other.close()


def test_what_the_rep_removed_stays_removed(store: Store, tmp_path: Path) -> None:
    sheets = out(store, tmp_path)
    with store.write("promise.remove", now=NOW) as tx:
        tx.take_back(tx.get(Promise, "p"))
    assert not take(store, sheets.path).changes


def test_columns_may_stand_elsewhere_and_rows_in_another_order(store: Store, tmp_path: Path) -> None:
    sheets = out(store, tmp_path)
    sheet = sheets.book["客户"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    turned = [rows[0], *reversed(rows[1:])]
    for number, row in enumerate(turned, start=1):
        for place, value in enumerate(reversed(row), start=1):
            sheet.cell(number, place).value = value
    other = empty(tmp_path / "other.kam")
    assert refused(take(other, sheets.save())) == []
    assert content(other) == content(store)
    other.close()


def test_another_reps_workbook_fills_the_own_line(store: Store, tmp_path: Path) -> None:
    other = empty(tmp_path / "other.kam")
    with other.write("account.add", now=NOW) as tx:
        tx.get(VisitLine, tx.every(VisitLine)[0].id).anchor_monday = date(2026, 11, 9)
        tx.add(Account(id="own", name="自己的", owner_id=tx.every(Rep)[0].id))
    with store.write("line.move", now=NOW) as tx:
        slot = tx.get(VisitSlot, "s")
        slot.every_weeks, slot.week_offset = 4, 1
    report = take(other, out(store, tmp_path).path)
    assert {each[1] for each in refused(report)} == {"sheet_other_rep"}
    with other.write("look", now=NOW) as tx:
        (rep,), (line,) = tx.every(Rep), tx.every(VisitLine)
        assert rep.name == "别人"
        assert tx.get(VisitSlot, "s").line_id == line.id
        assert tx.get(VisitSlot, "s").week_offset == 3
    other.close()


def test_the_marker_is_found_without_the_documents_properties(store: Store, tmp_path: Path) -> None:
    sheets = out(store, tmp_path)
    while sheets.book.custom_doc_props.names:
        del sheets.book.custom_doc_props[sheets.book.custom_doc_props.names[0]]
    assert find_marker(take_in(sheets.save())) is not None


def test_a_whole_book_is_imported_alone(store: Store, tmp_path: Path) -> None:
    path = out(store, tmp_path).path
    (tmp_path / "list.csv").write_text("客户名称\n丙\n", "utf-8")
    with pytest.raises(InputError) as raised:
        import_files(store, files=[path, tmp_path / "list.csv"], now=NOW)
    assert raised.value.code == "book_sheet_alone"


def test_looking_writes_nothing(store: Store, tmp_path: Path) -> None:
    path = out(store, tmp_path).path
    other = empty(tmp_path / "other.kam")
    before = content(other)
    report = import_files(other, files=[path], now=NOW, dry_run=True)
    assert report.counts["accounts"].created == 2
    assert content(other) == before
    other.close()
