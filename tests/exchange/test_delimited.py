"""Text files: encodings, delimiters, quoted line breaks, files that break off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.errors import InputError
from kamdesk.exchange.encoding import find_encoding
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import Sheet, Source
from tests.exchange.lists import DATA, csv_bytes

CHINESE = "客户名称,城市,备注\r\n武汉嘉和水泥制品有限公司,武汉,老客户\r\n"
TRADITIONAL = "客戶名稱,聯絡人,電話\r\n臺北建材有限公司,陳大明,0912345678\r\n高雄水泥行,林淑芬,07-1234567\r\n"
WESTERN = "name,city\r\nBólido Comidas preparadas,Madrid\r\nFolk och fä HB,Bräcke\r\n"


def sheet(data: bytes) -> Sheet:
    (only,) = read_sheets(Source("list.csv", data))
    return only


def cells(data: bytes) -> list[tuple[object, ...]]:
    return [row.cells for row in sheet(data).rows()]


@pytest.mark.parametrize(
    ("text", "encoding", "bom"),
    [
        (CHINESE, "utf-8", False),
        (CHINESE, "utf-8", True),
        (CHINESE, "gb18030", False),
        (CHINESE, "utf-16-le", True),
        (CHINESE, "utf-16-be", True),
        (TRADITIONAL, "big5", False),
        (TRADITIONAL, "utf-8", False),
        (WESTERN, "cp1252", False),
        ("name,city\r\nO’Neil “Best” – Café,Orléans\r\n", "cp1252", False),
        (WESTERN, "utf-8", False),
        ("name,city\r\nAcme,Leeds\r\n", "utf-8", False),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str, *, bom: bool) -> None:
    data = (("\ufeff" if bom else "") + text).encode(encoding)
    found = sheet(data)
    assert found.form
    assert (found.form.encoding, found.form.bom, found.form.delimiter, found.form.line_end) == (
        encoding,
        bom,
        ",",
        "\r\n",
    )
    assert [",".join(map(str, row)) for row in cells(data)] == text.split("\r\n")[:-1]


def test_a_real_file_in_every_encoding() -> None:
    text = (DATA / "zh" / "kehu_gb18030.csv").read_text("gb18030")
    for encoding in ("gb18030", "utf-8", "utf-8-sig", "utf-16"):
        assert cells(text.encode(encoding)) == cells(text.encode("utf-8"))


def test_characters_beyond_the_common_ones_keep_the_encoding_gb18030() -> None:
    names = "姓名\n仇涛翀\n周喆\n曾堃磊\n尉娟镕\n𠮷田\n".encode("gb18030")
    assert find_encoding(names) == ("gb18030", b"")


@given(st.binary(min_size=1, max_size=400))
def test_bytes_are_a_text_or_nothing(data: bytes) -> None:
    found = find_encoding(data)
    if found:
        data[len(found[1]) :].decode(found[0])


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [
        ["客户名称", "地址", "备注"],
        ["甲公司", "人民路1号,2楼", "a;b"],
        ["乙公司", "解放路 3|4 号", "说\n明"],
    ]
    rows = [[cell.replace("，", ",") for cell in row] for row in rows]
    data = csv_bytes(rows, "utf-8", delimiter)
    assert cells(data) == [tuple(row) for row in rows]


def test_one_column_is_a_list_too() -> None:
    assert cells(b"name\nAcme\nBolt\n") == [("name",), ("Acme",), ("Bolt",)]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), min_size=2, max_size=4
        ),
        min_size=1,
        max_size=8,
    )
)
def test_what_a_spreadsheet_writes_comes_back(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    rows = [["header"] * width, *([*row, *["x"] * (width - len(row))] for row in rows)]
    assert cells(csv_bytes(rows, "utf-8-sig")) == [tuple(row[: _end(row)]) for row in rows]


def _end(row: list[str]) -> int:
    return max((number for number, cell in enumerate(row, start=1) if cell), default=0)


def test_line_breaks_within_a_cell_are_kept() -> None:
    assert cells(b'a,b\r\n"one\r\ntwo",3\r\n') == [("a", "b"), ("one\r\ntwo", "3")]


def test_a_quotation_mark_never_closed_is_told_with_its_line() -> None:
    with pytest.raises(InputError) as caught:
        sheet(b'name,city\nAcme,Leeds\n"Bolt,York\nCity,Hull\n')
    assert caught.value.code == "import_open_quote"
    assert caught.value.values["line"] == 3


def test_an_inch_mark_is_no_open_quotation() -> None:
    assert cells(b'item,size\nPipe,5" thick\nHose,7\n')[1] == ("Pipe", '5" thick')


@pytest.mark.parametrize(
    ("data", "cut"),
    [
        (b"a,b,c\n1,2,3\n4,5", True),
        (b"a,b,c\n1,2,3\n4,5,6", False),
        (b"a,b,c\n1,2,3\n4,5\n", False),
        (b"a,b,c\n1,2,3\n4,,", False),
    ],
)
def test_a_file_that_breaks_off_is_noticed(data: bytes, *, cut: bool) -> None:
    assert sheet(data).cut_short is cut
