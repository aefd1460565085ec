"""Tables in HTML, from the clipboard and from systems that save pages as .xls."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kamdesk.domain.errors import InputError
from kamdesk.exchange.clipboard import pasted
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import Cell, Merge, Source
from tests.exchange.lists import table_of
from tests.fuzzing import by_the_clock

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
<style><!--td{mso-number-format:General;}.x{content:"<td>"}--></style></head><body><!--StartFragment-->
<table border=0><col width=64><tr><td class=x>客户名称</td><td>城市</td><td>手机</td></tr>
<tr><td>甲公司<br>
  分部</td><td rowspan=2 class=xl65>宁波&nbsp;</td><td x:num="13800001111">1.38E+10</td></tr>
<tr><td>A&amp;B &lt;x&gt;</td><td>139 0000 1111</td></tr></table><!--EndFragment--></body></html>"""
CALC = '<table><colgroup span="2"/><tr><td sdval="13800001111" sdnum="1033;">1,38E+10</td><td>x</td></tr></table>'


def cells(page: str | bytes) -> list[tuple[Cell, ...]]:
    data = page.encode() if isinstance(page, str) else page
    return [row.cells for row in read_sheets(Source("list.xls", data))[0].rows()]


def code_of(page: str) -> str:
    begin = time.process_time()
    with pytest.raises(InputError) as caught:
        cells(page)
    assert time.process_time() - begin < 8
    return caught.value.code


def test_what_excel_copies() -> None:
    assert cells(EXCEL) == [
        ("客户名称", "城市", "手机"),
        ("甲公司\n分部", "宁波", "13800001111"),
        ("A&B <x>", "宁波", "139 0000 1111"),
    ]
    assert table_of(EXCEL.encode()).kind == "accounts"


def test_merged_cells_stand_where_they_are_shown() -> None:
    page = (
        "<table><tr><th colspan=2>a<th rowspan=3>b<tr><td>1<td>2<tr><td>3</table><table><tr><td>other</table>"
    )
    first, second = read_sheets(Source("x", page.encode()))
    assert [row.cells for row in first.rows()] == [("a", None, "b"), ("1", "2", "b"), ("3", None, "b")]
    assert first.merges == (Merge(1, 1, 1, 2), Merge(1, 3, 3, 3))
    assert [row.cells for row in second.rows()] == [("other",)]


def test_a_table_in_a_cell_is_its_text() -> None:
    assert cells("<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>") == [
        ("ab", "c")
    ]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_pages_that_systems_save(encoding: str) -> None:
    said = "gb2312" if encoding == "gb18030" else "utf-8"
    page = f'<html><head><meta charset="{said}"></head><table><tr><td>客户名称</td></tr></table></html>'
    assert cells(page.encode(encoding)) == [("客户名称",)]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<table><tr>" + "<td>x" * 600, "import_too_many_columns"),
        ("<table><tr><td colspan=999999>x</table>", "import_too_many_columns"),
        ("<table>" + "<tr><td>" * 300_000, "import_too_many_rows"),
        ("<table><tr><td rowspan=999999 colspan=500>x" + "<tr>" * 20_000, "import_too_many_rows"),
        ("<table><tr>" + "<tr><td rowspan=2>x" * 30_000, "import_absurd"),
        ("<table><tr><td>x</table>" * 200, "import_absurd"),
        ("<table><tr><td>" + "x" * (10 << 20) + "</table>", "import_cell_too_long"),
        ("<table>" * 300_000, "import_no_workbook"),
        ("<html>" + "<!--" * 500_000, "import_no_workbook"),
        ("<html>" + "<style>" * 300_000, "import_no_workbook"),
        ("<html>" + "<a " * 500_000, "import_no_workbook"),
        ("<html>" + '<td a="' * 300_000, "import_no_workbook"),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]><p>&a;</p>", "import_no_workbook"),
    ],
)
def test_pages_made_to_do_harm(page: str, code: str) -> None:
    assert code_of(page) == code


def test_the_clipboard() -> None:
    both = pasted(CALC, "1,38E+10\tx\n", "Clipboard")
    assert both is not None
    plain = pasted("<b>bold</b>", "客户名称\t手机\r\n甲公司\t13800001111\r\n", "Clipboard")
    assert plain is not None
    assert [row.cells for row in read_sheets(plain)[0].rows()] == [
        ("客户名称", "手机"),
        ("甲公司", "13800001111"),
    ]
    assert pasted("", "a word", "Clipboard") is None
    assert pasted("", "", "Clipboard") is None


TAGS = st.sampled_from(
    [
        "<table>",
        "</table>",
        "<tr>",
        "<td rowspan=3>",
        "<td colspan=2>",
        "</td>",
        "<!--",
        "-->",
        "<style>",
        "&#1;",
        "x",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(TAGS, st.text(st.characters(codec="utf-8"), max_size=6)), max_size=30).map("".join))
@example("<tr><td rowspan=3><tr><td><td></table><tr>")
@example("</style><tr><td>&#99999999999;")
def test_any_page_is_read_or_refused(page: str) -> None:
    with contextlib.suppress(InputError):
        cells("<table>" + page)


@pytest.mark.long
@by_the_clock(
    st.lists(st.one_of(TAGS, st.text(st.characters(codec="utf-8"), max_size=6)), max_size=60).map("".join),
    seconds=60,
)
def test_any_page_for_long(page: str) -> None:
    with contextlib.suppress(InputError):
        cells("<table>" + page)
