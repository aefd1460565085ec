"""A table written as a workbook, read again as a spreadsheet does."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.sheet_out import OutColumn, write_sheet

COLUMNS = [
    OutColumn("客户", 20),
    OutColumn("上次拜访", 12, "yyyy-mm-dd"),
    OutColumn("年采购", 12, "#,##0.00"),
]


def test_dates_and_numbers_are_real_and_the_header_stays(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    rows = [("海川", date(2026, 11, 20), Decimal("542000.50")), ("渔歌", None, None)]
    heard: list[int] = []
    write_sheet(path, title="30天未访：[台州]", columns=COLUMNS, rows=rows, heard=heard.append)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C3"
    assert [cell.value for cell in sheet[1]] == ["客户", "上次拜访", "年采购"]
    assert sheet["B2"].value in (datetime(2026, 11, 20), date(2026, 11, 20))
    assert sheet["B2"].is_date
    assert sheet["C2"].value == 542000.5
    assert sheet["C2"].number_format == "#,##0.00"
    assert sheet["B3"].value is None
    assert heard[-1] == 2


@pytest.mark.parametrize("text", ["=1+1", "+8613905760001", "-1", "@SUM(A1)", '=HYPERLINK("x")'])
def test_a_text_that_would_compute_stays_a_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "out.xlsx"
    write_sheet(path, title="x", columns=[OutColumn("=A1")], rows=[(text,)])
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.data_type for cell in (sheet["A1"], sheet["A2"])] == ["s", "s"]
    assert sheet["A2"].value == text
    assert sheet["A2"].quotePrefix


def test_what_is_stopped_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")

    def stop(number: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_sheet(path, title="x", columns=[OutColumn("a")], rows=[("x",)] * 60, heard=stop)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["out.xlsx"]
    with pytest.raises(OSError, match="nowhere"):
        write_sheet(tmp_path / "nowhere" / "out.xlsx", title="x", columns=[OutColumn("a")], rows=[("x",)])


@given(st.text(max_size=40))
def test_any_text_can_be_written(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("out") / "out.xlsx"
    write_sheet(path, title=text, columns=[OutColumn(text)], rows=[(text,)])
    openpyxl.load_workbook(path)
