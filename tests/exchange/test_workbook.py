"""Workbooks: values as saved, all sheets, merged cells, whichever program wrote them."""

from __future__ import annotations

import io
import warnings
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import RawRow, Sheet, Source
from tests.exchange.workbooks import book_of, sheet_markup, workbook


def sheets(data: bytes) -> list[Sheet]:
    return read_sheets(Source("anything.csv", data))


def rows(data: bytes) -> list[tuple[object, ...]]:
    return [row.cells for row in sheets(data)[0].rows()]


def by_openpyxl(values: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in values:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


cell_values = (
    st.none()
    | st.integers(-(10**9), 10**9)
    | st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=10,
    )
    | st.datetimes(datetime(1950, 1, 1), datetime(2050, 1, 1)).map(lambda at: at.replace(microsecond=0))
)


@given(st.lists(st.lists(cell_values, max_size=5), min_size=1, max_size=6))
def test_two_writers_one_reading(values: list[list[object]]) -> None:
    plain = [
        [None if isinstance(value, str) and value.startswith("=") else value for value in row]
        for row in values
    ]
    expected = [tuple(row[: _end(row)]) for row in plain]
    while expected and not expected[-1]:
        expected.pop()
    found = rows(by_openpyxl(plain))
    while found and not found[-1]:
        found.pop()
    assert found == expected
    undated = [[None if isinstance(value, datetime) else value for value in row] for row in plain]
    other = rows(book_of(undated))
    assert other == [tuple(row[: _end(row)]) for row in undated]


def _end(row: list[object]) -> int:
    return max((number for number, cell in enumerate(row, start=1) if cell is not None), default=0)


def test_a_prefix_before_every_tag_makes_no_difference() -> None:
    markup = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>名称</x:t></x:is></x:c></x:row>'
        '<x:row r="3"><x:c r="B3"><x:v>5</x:v></x:c></x:row>'
        '</x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>'
    )
    (sheet,) = sheets(workbook({"Sheet1": markup}))
    assert [row.cells for row in sheet.rows()] == [("名称",), ("名称",), (None, 5)]


def test_hidden_sheets_are_read_and_marked() -> None:
    data = workbook({"a": sheet_markup([["x"]]), "b": sheet_markup([["y"]])}, hidden=["b"])
    assert [(sheet.name, sheet.hidden, [row.cells for row in sheet.rows()]) for sheet in sheets(data)] == [
        ("a", False, [("x",)]),
        ("b", True, [("y",)]),
    ]


def test_cells_merged_downward_say_the_same_in_each_row() -> None:
    data = book_of(
        [["甲公司", "张三"], [None, "李四"], [None, "王五"], ["乙公司", "赵六"]], ["A1:A3", "A4:B4"]
    )
    assert rows(data) == [("甲公司", "张三"), ("甲公司", "李四"), ("甲公司", "王五"), ("乙公司", "赵六")]


def test_merges_that_overlap_or_run_over_the_edge_do_no_harm() -> None:
    data = book_of([["a", "b"], ["c"]], ["A1:A2", "A1:B1048576", "B1:XFD2", "C5:C9"])
    assert rows(data) == [("a", "b"), ("c", "b")]


def test_formulas_give_their_saved_value_or_are_told() -> None:
    data = book_of([["名称", "金额"], ["甲", ("1+1", 2)], ["乙", ("1+2", None)], ["丙", 3]])
    (sheet,) = sheets(data)
    assert [row.cells for row in sheet.rows()] == [("名称", "金额"), ("甲", 2), ("乙",), ("丙", 3)]
    assert sheet.unsaved == {(3, 2)}


def test_what_another_library_leaves_unsaved_is_told() -> None:
    (sheet,) = sheets(by_openpyxl([["名称", "金额"], ["甲", "=SUM(1,2)"]]))
    assert sheet.unsaved == {(2, 2)}


def test_numbers_are_as_they_are() -> None:
    assert rows(book_of([[13812345678, 0.1, 1e20, 27395, -3.5]])) == [(13812345678, 0.1, 1e20, 27395, -3.5)]


def test_rows_may_be_read_again() -> None:
    (sheet,) = sheets(book_of([["a"], [], ["b"]]))
    assert list(sheet.rows()) == list(sheet.rows()) == [RawRow(1, ("a",)), RawRow(2, ()), RawRow(3, ("b",))]


def test_the_range_that_a_sheet_claims_is_not_believed() -> None:
    markup = sheet_markup([["a", "b"]]).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    assert rows(workbook({"Sheet1": markup})) == [("a", "b")]


def test_openpyxl_warns_in_vain() -> None:
    markup = sheet_markup([["a"]]).replace("</worksheet>", '<extLst><ext uri="{X}"/></extLst></worksheet>')
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert rows(workbook({"Sheet1": markup})) == [("a",)]


def test_an_error_value_is_a_text() -> None:
    markup = sheet_markup([["a"]]).replace("</row>", '<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>')
    assert rows(workbook({"Sheet1": markup})) == [("a", "#DIV/0!")]


@pytest.mark.parametrize("name", ["list.csv", "list", "list.xls", "名单.pdf"])
def test_the_form_is_found_from_the_bytes(name: str) -> None:
    (sheet,) = read_sheets(Source(name, book_of([["a"]])))
    assert [row.cells for row in sheet.rows()] == [("a",)]
