"""Rows go back as they came: same columns, same encoding, a reason behind; and come in again without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.headers import header_key
from kamdesk.exchange.layout import REASONS
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.rejects import REASON_HEADERS, rejects_file
from kamdesk.exchange.source import Source
from kamdesk.exchange.synonyms import synonyms
from tests.exchange.lists import DATA, csv_bytes, entries_of, table_of
from tests.exchange.workbooks import book_of


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("gb18030", ","), ("utf-8", "\t"), ("utf-8-sig", ";"), ("utf-16", ",")]
)
def test_the_form_of_the_source_is_kept(encoding: str, delimiter: str) -> None:
    rows = [["客户名称", "手机", "备注"], ["甲公司", "1.38E+10", "说,\r\n“明”;\t"], [" 乙 ", "+86-1", ""]]
    table = table_of(csv_bytes(rows, encoding, delimiter))
    raw = [row.cells for row in table.sheet.rows()][1:]
    data = rejects_file(table, [(cells, "坏了") for cells in raw], REASON_HEADERS["zh"])
    again = read_sheets(Source("x", data))[0]
    assert again.form == table.sheet.form
    assert [row.cells for row in again.rows()] == [
        (*rows[0], "kamdesk 退回原因"), (*rows[1], "坏了"), (*rows[2], "坏了"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reason_does_not_come_in_again(language: str) -> None:
    data = (DATA / "zh" / "kehu_gb18030.csv").read_bytes()
    table = table_of(data)
    rows = [(row.cells, "坏了") for row in table.sheet.rows() if row.number >= table.first_data]
    again = entries_of(rejects_file(table, rows, REASON_HEADERS[language]))
    for before, after in zip(entries_of(data), again, strict=True):
        assert {**_parts(before), "raw": 0} == {**_parts(after), "raw": 0}


def _parts(entry: object) -> dict[str, object]:
    names = [name for name in type(entry).__slots__ if name not in ("raw", "origin", "text")]  # type: ignore[attr-defined]
    return {name: getattr(entry, name) for name in names}


def test_a_sheet_becomes_a_text_that_spreadsheets_open() -> None:
    table = table_of(
        book_of(
            [["客户", None, "联系人"], ["名称", "电话", "姓名"], ["甲公司", 13812345678, "张三"]], ["A1:B1"]
        )
    )
    data = rejects_file(table, [(("甲公司", 13812345678, "张三"), "坏了")], REASON_HEADERS["zh"])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines() == [
        "客户,,联系人,",
        "名称,电话,姓名,kamdesk 退回原因",
        "甲公司,13812345678,张三,坏了",
    ]


@given(
    st.lists(
        st.text(st.characters(codec="gb18030", exclude_categories=["Cc", "Cs"]), max_size=8),
        min_size=3,
        max_size=3,
    )
)
def test_any_cell_comes_back(cells: list[str]) -> None:
    table = table_of(csv_bytes([["客户名称", "手机", "备注"], ["甲公司", "x", "y"]], "gb18030"))
    data = rejects_file(table, [(tuple(cells), "因")], "r")
    (_, row) = read_sheets(Source("x", data), encoding="gb18030")[0].rows()
    assert row.cells == (*cells, "因")


def test_the_reason_has_one_name() -> None:
    assert {header_key(header) for header in REASON_HEADERS.values()} == REASONS <= synonyms().ignored
