"""A table written as a workbook: real dates and numbers, a header that stays in sight, no cell that computes."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

Value = str | int | Decimal | date | None
EVERY = 50
COMPUTES = ("=", "+", "-", "@", "\t", "\r")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32_767
"""What a cell of a workbook holds."""


@dataclass(frozen=True, slots=True)
class OutColumn:
    """``width`` in characters; ``form`` the number format of its cells, empty for the general one."""

    header: str
    width: int = 14
    form: str = ""


def write_sheet(
    path: Path,
    *,
    title: str,
    columns: Sequence[OutColumn],
    rows: Iterable[Sequence[Value]],
    heard: Callable[[int], None] = lambda _: None,
) -> None:
    """Writes the rows under their headers; a file at ``path`` is replaced once the new one is whole.

    ``heard`` is told how many rows are written; what it raises stops the writing and leaves nothing behind. A text
    that a spreadsheet would compute is written as a text that stays one when it is edited. Raises OSError.
    """
    handle, name = tempfile.mkstemp(suffix=".xlsx", prefix=".kamdesk-", dir=path.parent)
    os.close(handle)
    try:
        _fill(name, title, columns, rows, heard)
        with open(name, "rb+") as written:
            os.fsync(written.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _fill(
    name: str,
    title: str,
    columns: Sequence[OutColumn],
    rows: Iterable[Sequence[Value]],
    heard: Callable[[int], None],
) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_title(title))
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    number = 0
    try:
        sheet.append([_head(sheet, column.header) for column in columns])
        for number, row in enumerate(rows, start=1):
            sheet.append([_cell(sheet, value, column) for value, column in zip(row, columns, strict=True)])
            if number % EVERY == 0:
                heard(number)
        heard(number)
    except BaseException:
        sheet.close()
        raise
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{number + 1}"
    book.save(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _title(text: str) -> str:
    """A name that a workbook takes for a sheet."""
    return re.sub(r"[\\/*?:\[\]]", " ", _clean(text)).strip("' ")[:31] or "Sheet"


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)[:_LONGEST]


def _head(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, _clean(text))
    cell.data_type = "s"
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, value: Value, column: OutColumn) -> Any:
    if value is None or value == "":
        return None
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, str):
        text = _clean(value)
        if not text.startswith(COMPUTES):
            return text
        cell = WriteOnlyCell(sheet, text)
        cell.data_type = "s"
        cell.quotePrefix = True
        return cell
    cell = WriteOnlyCell(sheet, value)  # type: ignore[arg-type]
    if column.form:
        cell.number_format = column.form
    return cell
