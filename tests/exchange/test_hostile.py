"""Files that are damaged, foreign or made to do harm: refused with a message, in bounded time and memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.errors import InputError
from kamdesk.exchange.limits import MIB, Limits
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import Source, take_in
from kamdesk.words import LANGUAGES, Words
from tests.exchange.lists import DATA
from tests.exchange.workbooks import book_of, letters, sheet_markup, workbook

ENOUGH = 200 * MIB


def read_whole(data: bytes, limits: Limits) -> None:
    for sheet in read_sheets(Source("list.xlsx", data), limits=limits):
        list(sheet.rows())


def refused(data: bytes, limits: Limits | None = None) -> str:
    """The code with which these bytes are refused; its text says what to do in both languages."""
    tracemalloc.start()
    try:
        with pytest.raises(InputError) as caught:
            read_whole(data, limits or Limits())
        assert tracemalloc.get_traced_memory()[1] < ENOUGH
    finally:
        tracemalloc.stop()
    for language in LANGUAGES:
        assert Words(language).text(f"error.{caught.value.code}", **caught.value.values)
    assert caught.value.exit_code == 2
    return caught.value.code


def bomb() -> bytes:
    return workbook(
        {"s": sheet_markup([["a"]])}, extra={"xl/media/x.xml": b"<a>" + b" " * (600 * MIB // 8) + b"</a>"}
    )


def many_texts() -> bytes:
    return workbook({"s": sheet_markup([["a"]])}, extra={"xl/sharedStrings.xml": b"<si/>" * (70 * MIB // 5)})


def entities() -> bytes:
    lol = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    return workbook({"s": lol + sheet_markup([["&b;"]])})


def entities_in_wide_letters() -> bytes:
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'
    return workbook({"s": sheet_markup([["a"]])}, extra={"xl/styles.xml": text.encode("utf-16")})


def wide() -> bytes:
    cells = "".join(f'<c r="{letters(column)}1"><v>1</v></c>' for column in range(1, 16_385))
    return workbook({"s": sheet_markup([]).replace("<sheetData>", f'<sheetData><row r="1">{cells}</row>')})


def million_columns() -> bytes:
    return workbook(
        {"s": sheet_markup([]).replace("<sheetData>", f"<sheetData><row>{'<c/>' * 2_500_000}</row>")}
    )


def far_cell() -> bytes:
    return workbook(
        {
            "s": sheet_markup([]).replace(
                "<sheetData>", '<sheetData><row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'
            )
        }
    )


def far_row() -> bytes:
    return workbook(
        {"s": sheet_markup([]).replace("<sheetData>", '<sheetData><row r="99999999"><c><v>1</v></c></row>')}
    )


def many_rows() -> bytes:
    return workbook({"s": sheet_markup([]).replace("<sheetData>", "<sheetData>" + "<row/>" * 300_000)})


def many_merges() -> bytes:
    return book_of([["a"]], ["A1:B2"] * 30_000)


def long_cell() -> bytes:
    return book_of([["x" * 40_000]])


def huge_cell() -> bytes:
    return book_of([["x" * (10 * MIB)]])


def many_sheets() -> bytes:
    return workbook({f"s{number}": sheet_markup([["a"]]) for number in range(200)})


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (bomb, "import_bomb"),
        (many_texts, "import_bomb"),
        (entities, "import_bomb"),
        (entities_in_wide_letters, "import_bomb"),
        (wide, "import_too_many_columns"),
        (million_columns, "import_absurd"),
        (far_cell, "import_damaged"),
        (far_row, "import_too_many_rows"),
        (many_rows, "import_too_many_rows"),
        (many_merges, "import_absurd"),
        (long_cell, "import_cell_too_long"),
        (huge_cell, "import_absurd"),
        (many_sheets, "import_absurd"),
    ],
)
def test_workbooks_made_to_do_harm(make: Callable[[], bytes], code: str) -> None:
    assert refused(make()) == code


def test_a_zip_that_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../x", "text")
    assert refused(out.getvalue()) == "import_no_workbook"


def test_names_that_lead_out_of_the_archive_lead_nowhere() -> None:
    data = workbook({"s": sheet_markup([["a"]])}, extra={"../../x.xml": b"<a/>", "/etc/passwd": b"x"})
    (sheet,) = read_sheets(Source("x", data))
    assert [row.cells for row in sheet.rows()] == [("a",)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 ...", "import_not_text"),
        (b"\x89PNG\r\n\x1a\n", "import_not_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "import_damaged"),
        (b"a,b\x00c\n1,2\n", "import_not_text"),
        (b"PK\x03\x04 cut short", "import_damaged"),
        (b"\xff\xfe\x00\xd8\n\x00", "import_encoding"),
        (b"\x81\x20\xff\xff,\x80\n", "import_encoding"),
    ],
)
def test_other_files(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_texts_beyond_the_limits() -> None:
    small = Limits(rows=3, columns=2, cell=5)
    assert refused(b"a\nb\nc\nd\n", small) == "import_too_many_rows"
    assert refused(b"a,b,c\n", small) == "import_too_many_columns"
    assert refused(b"a,abcdef\n", small) == "import_cell_too_long"
    assert refused(b"a," + b"x" * 200_000 + b"\n") == "import_cell_too_long"


def test_files_that_can_not_be_taken_in(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"\xef\xbb\xbf \n\n")
    (tmp_path / "large.csv").write_bytes(b"x" * 101)
    for name, code in (
        ("empty.csv", "import_empty"),
        ("large.csv", "import_too_large"),
        ("gone.csv", "import_missing"),
        ("", "import_is_folder"),
    ):
        with pytest.raises(InputError) as caught:
            take_in(tmp_path / name, Limits(file=100))
        assert caught.value.code == code


REAL = (DATA / "zh" / "客户资料.xlsx").read_bytes()


@given(st.integers(4, len(REAL) - 1))
def test_a_workbook_cut_anywhere_is_damaged(end: int) -> None:
    with pytest.raises(InputError):
        read_sheets(Source("x", REAL[:end]))


@given(st.lists(st.tuples(st.integers(0, len(REAL) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_workbook_with_altered_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(REAL)
    for position, value in changes:
        data[position] = value
    try:
        for sheet in read_sheets(Source("x", bytes(data))):
            list(sheet.rows())
    except InputError:
        pass


@given(st.binary(min_size=1, max_size=600))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        for sheet in read_sheets(Source("x", data)):
            list(sheet.rows())
    except InputError:
        pass
