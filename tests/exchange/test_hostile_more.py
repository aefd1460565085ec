"""Workbooks and texts made to do harm, further ones, and the readers tried on whatever chance makes (`-m long`)."""

from __future__ import annotations

import contextlib
import io
import struct
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.domain.errors import InputError
from kamdesk.exchange.limits import MIB, Limits
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import Source
from tests.exchange.test_hostile import REAL, bomb, read_whole, refused
from tests.exchange.workbooks import book_of, sheet_markup, workbook
from tests.fuzzing import by_the_clock


def cyclic_merges() -> bytes:
    """Merged ranges that lie over one another and reach beyond the sheet."""
    return book_of([["a", "b"], ["c", None]], ["A1:B2", "A1:A1048576", "B1:B9", "A2:XFD2", "A1:B2"])


def test_merges_that_lie_over_one_another_end() -> None:
    (sheet,) = read_sheets(Source("x", cyclic_merges()))
    assert [row.cells for row in sheet.rows()] == [("a", "b"), ("c", "b")]
    assert refused(book_of([["a", "b"]], ["B2:A1"])) == "import_damaged"


def test_many_merges_of_all_rows_take_no_time() -> None:
    rows = [["x"] * 4] + [[None, None, None, "y"]] * 3_000
    begin = time.process_time()
    read_whole(book_of(rows, ["A1:A1048576"] * 10_000 + ["B1:B1048576"] * 9_000), Limits())
    assert time.process_time() - begin < 20


def test_archives_within_archives_are_not_opened() -> None:
    inner = bomb()
    data = workbook({"s": sheet_markup([["a"]])}, extra={"xl/embeddings/inner.xlsx": inner, "x.zip": inner})
    (sheet,) = read_sheets(Source("x", data))
    assert [row.cells for row in sheet.rows()] == [("a",)]


def test_a_part_larger_than_its_archive_says() -> None:
    """The directory declares a few hundred bytes where the sheet unpacks to megabytes."""
    data = bytearray(workbook({"s": sheet_markup([["a"]]) + " " * (8 * MIB)}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    at = data.rindex(struct.pack("<I", real))
    data[at : at + 4] = struct.pack("<I", 300)
    assert refused(bytes(data)) == "import_damaged"


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))


@pytest.mark.parametrize(
    "declared",
    [
        f"<!DOCTYPE x [{ENTITIES}]>",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "x.dtd"> %a;]>',
        '<!doctype x PUBLIC "a" "b">',
    ],
)
@pytest.mark.parametrize(
    "part", ["xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/other.xml", "x.rels"]
)
def test_entities_in_any_part(declared: str, part: str) -> None:
    markup = f'<?xml version="1.0"?>{declared}<sst><si><t>&a11;</t></si></sst>'
    assert refused(workbook({"s": sheet_markup([["a"]])}, extra={part: markup.encode()})) == "import_bomb"


@pytest.mark.long
@by_the_clock(
    st.lists(st.tuples(st.integers(0, len(REAL) - 1), st.integers(0, 255)), min_size=1, max_size=20),
    seconds=300,
)
def test_altered_workbooks_for_long(changes: list[tuple[int, int]]) -> None:
    data = bytearray(REAL)
    for position, value in changes:
        data[position] = value
    with contextlib.suppress(InputError):
        read_whole(bytes(data), Limits())


PIECES = st.sampled_from(
    [
        '"',
        ",",
        "\t",
        ";",
        "\n",
        "\r",
        "客户名称",
        "手机",
        "1.38E+10",
        "同上",
        "合计",
        "\ufeff",
        "\x00",
        "\ud800",
        "，",
        "a" * 500,
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass"))


@pytest.mark.long
@by_the_clock(st.one_of(st.binary(max_size=500), TEXTS), seconds=60)
def test_any_text_for_long(data: bytes) -> None:
    with contextlib.suppress(InputError):
        read_whole(data, Limits())


INNER = st.lists(
    st.sampled_from(
        ["<row>", "</row>", '<row r="5">', '<row r="-1">', '<c r="A1">', '<c r="ZZ99" t="s">', '<c t="inlineStr">',
         "<v>1</v>", "<v>x</v>", "<is><t>a</t></is>", "</c>", '<c r="B2" t="d"><v>2024-13-45</v></c>',
         '<c t="b"><v>7</v></c>',
         "<f>1+1</f>",
         '<c s="99999"><v>1</v></c>', '<mergeCell ref="A1:B2"/>', '<mergeCells count="-1">', "&lt;",
         "\u20ac"]
    ),
    max_size=30,
)  # fmt: skip


def read_inner(parts: list[str]) -> None:
    markup = sheet_markup([["客户名称", "手机"]]).replace("</sheetData>", "".join(parts) + "</sheetData>")
    with contextlib.suppress(InputError):
        read_whole(workbook({"s": markup}), Limits())


@settings(max_examples=40, deadline=None)
@given(INNER)
def test_any_cells_of_a_sheet_are_read_or_refused(parts: list[str]) -> None:
    read_inner(parts)


@pytest.mark.long
@by_the_clock(INNER, seconds=300)
def test_any_cells_of_a_sheet_for_long(parts: list[str]) -> None:
    read_inner(parts)
