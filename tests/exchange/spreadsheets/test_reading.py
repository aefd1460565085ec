"""XLS, XLSB and ODS: the same values, merges and hidden sheets as other programs show; harm is refused in time."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kamdesk.domain.errors import InputError
from kamdesk.exchange.limits import MIB
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import Merge, Sheet, Source
from kamdesk.exchange.spreadsheets import reading
from kamdesk.exchange.spreadsheets.biff import look_through
from tests.exchange.lists import DATA, table_of
from tests.exchange.spreadsheets.made import (
    MIMETYPE,
    biff,
    binary_book,
    binary_rows,
    compound,
    number,
    old_stream,
    open_book,
    open_rows,
    packed,
    record,
)
from tests.fuzzing import by_the_clock

XLS = (DATA / "forms" / "kehu.xls").read_bytes()
ROWS = [["客户名称", "手机"], ["甲公司", 13800001111], [None, 2.5]]


def sheets(data: bytes) -> list[Sheet]:
    return read_sheets(Source("list", data))


def repeated(tag: str, what: str, times: int) -> str:
    """A row of one cell, of which something is said to be repeated."""
    return open_rows([[1]]).replace(
        f"<table:table-{tag}", f"<table:table-{tag} table:number-{what}-repeated='{times}'"
    )


def code_of(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        sheets(data)
    return caught.value.code


def test_an_xls_of_another_library() -> None:
    shown, hidden = sheets(XLS)
    rows = [row.cells for row in shown.rows()]
    assert rows[0] == ("2024年客户一览表",)
    assert rows[1] == ()
    assert rows[3][4:7] == (13812345678, date(1985, 6, 10), 208.5)
    assert rows[5][2] == rows[6][2] == "温州"
    assert rows[5][6] == "#VALUE!"
    assert Merge(6, 3, 7, 3) in shown.merges
    assert (shown.hidden, hidden.hidden, hidden.name) == (False, True, "内部")
    assert table_of(XLS).kind == "accounts"


def test_an_xlsb() -> None:
    tail = record(176, struct.pack("<4I", 3, 4, 0, 0))
    rows = binary_rows({2: ROWS[0], 3: ["甲公司", 13800001111], 4: ["", None]}, tail)
    (sheet,) = sheets(binary_book(rows, hidden=True))
    assert sheet.hidden
    assert [(row.number, row.cells) for row in sheet.rows()] == [
        (1, ()),
        (2, ()),
        (3, ("客户名称", "手机")),
        (4, ("甲公司", 13800001111)),
        (5, ("甲公司", "#VALUE!")),
    ]


def test_an_ods() -> None:
    merged = '<table:table-row><table:table-cell office:value-type="string" table:number-rows-spanned="2">'
    merged += "<text:p>甲</text:p></table:table-cell></table:table-row><table:table-row>"
    merged += "<table:covered-table-cell/><table:table-cell office:value-type='date' office:date-value='2024-02-29'/>"
    (sheet,) = sheets(open_book(open_rows(ROWS) + merged + "</table:table-row>"))
    rows = [row.cells for row in sheet.rows()]
    assert rows[:3] == [("客户名称", "手机"), ("甲公司", 13800001111), (None, 2.5)]
    assert rows[3] == ("甲",)
    assert rows[4] == ("甲", date(2024, 2, 29))


def test_closed_workbooks() -> None:
    assert code_of(compound(old_stream(biff(0x002F, b"\x00" * 6)))) == "import_password"
    assert code_of(compound(b"", title="EncryptedPackage")) == "import_password"
    closed = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    assert code_of(open_book(open_rows(ROWS), manifest=closed)) == "import_password"


def test_a_compound_file_written_by_hand_is_read() -> None:
    (sheet,) = sheets(compound(old_stream(number(1, 2, 7.0) + number(2, 1, 8.0))))
    assert [row.cells for row in sheet.rows()] == [(), (None, None, 7), (None, 8)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (compound(old_stream(number(0, 0)), {4: 3}), "import_damaged"),
        (compound(old_stream(number(0, 0)), {2: 2}), "import_damaged"),
        (compound(old_stream(number(0, 0)), {3: 90_000}), "import_damaged"),
        (compound(old_stream(number(0, 0)), {1: 1}), "import_damaged"),
        (compound(b"", title="Other"), "import_no_workbook"),
        (compound(old_stream(number(0, 0) + number(65_000, 300))), "import_absurd"),
        (compound(old_stream(number(0, 600))), "import_too_many_columns"),
        (compound(old_stream(biff(0x0809, struct.pack("<HH", 0x600, 0x10)) * 12)), "import_absurd"),
        (compound(old_stream(b""))[:-3_600], "import_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "import_damaged"),
        (binary_book(binary_rows({0: [1], 900_000: [1]})), "import_too_many_rows"),
        (binary_book(binary_rows({0: [1]}, record(5, struct.pack("<IId", 16_000, 0, 1.0)))), "import_too_many_columns"),
        (binary_book(binary_rows({0: [1]}, record(176, struct.pack("<4I", 0, 1, 0, 0)) * 21_000)), "import_absurd"),
        (binary_book(b"\x05\xff\xff\x7f"), "import_damaged"),
        (open_book(repeated("cell", "columns", 999_999)), "import_too_many_columns"),
        (open_book(repeated("row", "rows", 1_048_576)), "import_too_many_rows"),
        (open_book(open_rows([["x" * (10 * MIB)]])), "import_cell_too_long"),
        (open_book("<text:p>" * 300 + "</text:p>" * 300), "import_absurd"),
        (open_book("", "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"), "import_bomb"),
        (open_book("", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>"), "import_bomb"),
        (open_book("<table:table-row>"), "import_damaged"),
        (packed({"mimetype": MIMETYPE, "content.xml": "<a/>"}), "import_damaged"),
        (packed({"mimetype": "text/plain", "content.xml": "<a/>"}), "import_no_workbook"),
    ],
)  # fmt: skip
def test_harm_is_refused_before_the_reader_sees_it(
    data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_start", lambda *_: pytest.fail("the reader was started"))
    assert code_of(data) == code


def test_a_part_larger_than_its_archive_says_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The directory declares a few bytes where the part unpacks to megabytes."""
    data = bytearray(open_book(open_rows(ROWS) + " " * (8 * MIB)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.getinfo("content.xml").file_size
    at = data.rindex(struct.pack("<I", real))
    data[at : at + 4] = struct.pack("<I", 700)
    monkeypatch.setattr(reading, "_start", lambda *_: pytest.fail("the reader was started"))
    assert code_of(bytes(data)) == "import_damaged"


def test_a_reader_that_hangs_or_dies_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reading, "_SECONDS", 0.001)
    assert code_of(XLS) == "import_bomb"
    monkeypatch.undo()
    monkeypatch.setattr(reading, "_COMMAND", "--no-such-command")
    assert code_of(XLS) == "import_damaged"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(XLS) - 1), st.integers(0, 255)), min_size=1, max_size=12))
@example([(44, 255)])
def test_a_look_through_an_altered_xls_ends(changes: list[tuple[int, int]]) -> None:
    data = bytearray(XLS)
    for position, value in changes:
        data[position] = value
    with contextlib.suppress(InputError):
        look_through(bytes(data), "x")


@given(st.binary(max_size=2_000))
@settings(max_examples=60, deadline=None)
def test_a_look_through_any_records_ends(stream: bytes) -> None:
    with contextlib.suppress(InputError):
        look_through(compound(stream), "x")


@pytest.mark.long
@by_the_clock(
    st.lists(st.tuples(st.integers(0, len(XLS) - 1), st.integers(0, 255)), min_size=1, max_size=12),
    seconds=60,
)
def test_an_altered_xls_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(XLS)
    for position, value in changes:
        data[position] = value
    try:
        for sheet in sheets(bytes(data)):
            list(sheet.rows())
    except InputError:
        pass
