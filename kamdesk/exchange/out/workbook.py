"""Sheets written as one workbook: real dates and numbers, headers that stay in sight, no cell that computes."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kamdesk.exchange.out.texts import COMPUTES

Value = str | int | float | Decimal | date | None
"""What a cell of a workbook holds."""

EVERY = 50
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32_767
_GREY = "808080"


@dataclass(frozen=True, slots=True)
class OutColumn:
    """``width`` in characters; ``form`` the number format of its cells, empty for the general one.

    ``quiet``: shown in grey, since it is only there to be read.
    """

    header: str
    width: int = 14
    form: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class OutSheet:
    """A table; ``headed``: its columns' headers stand in the first row."""

    title: str
    columns: Sequence[OutColumn]
    rows: Iterable[Sequence[Value]]
    headed: bool = True


def write_workbook(
    path: Path,
    sheets: Sequence[OutSheet],
    *,
    properties: Mapping[str, str] | None = None,
    heard: Callable[[int], None] = lambda _: None,
) -> None:
    """Writes the sheets; a file at ``path`` is replaced once the new one is whole.

    ``heard`` is told how many rows are written; what it raises stops the writing and leaves nothing behind.
    ``properties`` are kept with the document. Raises OSError.
    """
    with whole_file(path, ".xlsx") as name:
        _fill(name, sheets, properties or {}, heard)


class whole_file:  # noqa: N801
    """A new file beside ``path`` that takes its place at the end; where anything is raised, nothing stays behind."""

    def __init__(self, path: Path, suffix: str) -> None:
        self._path, self._suffix = path, suffix
        self._name = ""

    def __enter__(self) -> str:
        handle, self._name = tempfile.mkstemp(
            suffix=self._suffix, prefix=".kamdesk-", dir=self._path.absolute().parent
        )
        os.close(handle)
        return self._name

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                with open(self._name, "rb+") as written:
                    os.fsync(written.fileno())
                os.chmod(self._name, 0o666 & ~_umask())
                os.replace(self._name, self._path)
        finally:
            Path(self._name).unlink(missing_ok=True)


def _fill(
    name: str, sheets: Sequence[OutSheet], properties: Mapping[str, str], heard: Callable[[int], None]
) -> None:
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty

    book: Any = Workbook(write_only=True)
    for key, value in properties.items():
        book.custom_doc_props.append(StringProperty(name=key, value=value))
    done = 0
    for each in sheets:
        done = _add(book, each, done, heard)
    book.save(name)


def _add(book: Any, sheet: OutSheet, done: int, heard: Callable[[int], None]) -> int:
    from openpyxl.utils import get_column_letter

    made = book.create_sheet(sheet_title(sheet.title))
    if sheet.headed:
        made.freeze_panes = "A2"
    for number, column in enumerate(sheet.columns, start=1):
        made.column_dimensions[get_column_letter(number)].width = column.width
    number = 0
    columns = [_Column(made, column) for column in sheet.columns]
    try:
        if sheet.headed:
            made.append([_head(made, column) for column in sheet.columns])
        for number, row in enumerate(sheet.rows, start=1):
            made.append([column.cell(value) for value, column in zip(row, columns, strict=True)])
            if number % EVERY == 0:
                heard(done + number)
        heard(done + number)
    except BaseException:
        made.close()
        raise
    if sheet.headed and sheet.columns:
        made.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{number + 1}"
    return done + number


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def sheet_title(text: str) -> str:
    """A name that a workbook takes for a sheet."""
    return re.sub(r"[\\/*?:\[\]]", " ", clean(text)).strip("' ")[:31] or "Sheet"


def clean(text: str) -> str:
    """The text without what a workbook can't hold."""
    return _UNWRITABLE.sub("", text)[:_LONGEST]


def _head(sheet: Any, column: OutColumn) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, clean(column.header))
    cell.data_type = "s"
    cell.font = Font(bold=True, color=_GREY) if column.quiet else Font(bold=True)
    return cell


class _Column:
    """Makes the cells of a column. Their look is worked out once: openpyxl takes long to tell that two are alike."""

    def __init__(self, sheet: Any, column: OutColumn) -> None:
        from openpyxl.cell import WriteOnlyCell

        self._sheet = sheet
        self._make: Any = WriteOnlyCell
        self._plain = not (column.form or column.quiet)
        self._look, self._marked = self._styled(column, mark=False), self._styled(column, mark=True)

    def _styled(self, column: OutColumn, *, mark: bool) -> Any:
        from openpyxl.styles import Font

        cell = self._make(self._sheet)
        if column.form:
            cell.number_format = column.form
        if column.quiet:
            cell.font = Font(color=_GREY)
        if mark:
            cell.quotePrefix = True
        return cell._style

    def cell(self, value: Value) -> Any:
        """The cell that holds ``value``; a text stays a text whatever it begins with."""
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            cell: Any = self._make(self._sheet, value)
            # A day has a form of its own until it is given one.
            cell._style = cell._style if self._plain else self._look
            return cell
        text = clean(value)
        computes = text.startswith(COMPUTES)
        # openpyxl takes a text that begins with # for an error, one with = for a formula.
        if self._plain and not (computes or text.startswith("#")):
            return text
        cell = self._make(self._sheet, text)
        cell.data_type = "s"
        cell._style = self._marked if computes else self._look
        return cell
