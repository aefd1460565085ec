"""Sheets of a workbook that is an archive: the values as saved, never the formulas; all sheets, the hidden ones too."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from kamdesk.domain.errors import InputError
from kamdesk.exchange.archive import open_workbook_zip
from kamdesk.exchange.limits import LIMITS, Limits
from kamdesk.exchange.markup import scan
from kamdesk.exchange.merged import filled_down
from kamdesk.exchange.source import Cell, RawRow, Sheet, Source
from kamdesk.exchange.spreadsheets.reading import read_binary_workbook, read_open_workbook


def read_workbook(source: Source, limits: Limits = LIMITS) -> list[Sheet]:
    """All sheets of cells, in the workbook's order. Raises InputError for a damaged or hostile file.

    The cells are held in memory, at most ``limits.cells`` of them; texts that repeat are held once.
    """
    archive, form = open_workbook_zip(source.data, source.name, limits)
    if form == "xlsb":
        return read_binary_workbook(source, archive, limits)
    if form == "ods":
        return read_open_workbook(source, archive, limits)
    with warnings.catch_warnings():
        # What openpyxl warns of (extensions, print areas, odd styles) has no part in the values.
        warnings.simplefilter("ignore")
        try:
            return _sheets(source, archive, limits)
        except InputError:
            raise
        except Exception as error:
            # openpyxl raises whatever the broken part happens to break: KeyError, TypeError, ParseError …
            raise InputError("import_damaged", file=source.name) from error


class _Worksheet(ReadOnlyWorksheet):
    """Doesn't look for the range that the sheet claims to use: where none is claimed that would unpack all of it."""

    def _get_size(self) -> None:
        pass


class _Reader(ExcelReader):
    """Reads what the values need, and neither the document's properties nor its theme, whatever is wrong in those."""

    def read_properties(self) -> None:
        pass

    def read_custom(self) -> None:
        pass

    def read_theme(self) -> None:
        pass

    def read_worksheets(self) -> None:
        book: Any = self.wb
        for sheet, relation in self.parser.find_sheets():
            if relation.target in self.valid_files and "chartsheet" not in relation.Type:
                worksheet: Any = _Worksheet(book, sheet.name, relation.target, self.shared_strings)
                worksheet.sheet_state = sheet.state
                book._sheets.append(worksheet)


def _sheets(source: Source, archive: zipfile.ZipFile, limits: Limits) -> list[Sheet]:
    reader = _Reader(io.BytesIO(source.data), read_only=True, data_only=True, keep_links=False)
    reader.read()
    book: Any = reader.wb
    try:
        worksheets = book._sheets
        if not worksheets:
            raise InputError("import_no_workbook", file=source.name)
        if len(worksheets) > limits.sheets:
            raise InputError("import_absurd", file=source.name)
        return [_sheet(worksheet, source, archive, limits) for worksheet in worksheets]
    finally:
        book.close()


def _sheet(worksheet: Any, source: Source, archive: zipfile.ZipFile, limits: Limits) -> Sheet:
    markup = scan(archive, worksheet._worksheet_path, source.name, limits)
    rows = filled_down(list(_rows(worksheet, source.name, limits)), markup.merges, source.name, limits)
    return Sheet(
        name=worksheet.title,
        read=lambda: iter(rows),
        hidden=worksheet.sheet_state != "visible",
        merges=tuple(markup.merges),
        unsaved=frozenset(markup.unsaved),
    )


def _rows(worksheet: Any, name: str, limits: Limits) -> Iterator[RawRow]:
    texts: dict[str, str] = {}
    cells = 0
    for number, values in enumerate(worksheet.iter_rows(values_only=True), start=1):
        if number > limits.rows:
            raise InputError("import_too_many_rows", file=name, limit=limits.rows)
        width = len(values)
        while width and (values[width - 1] is None or values[width - 1] == ""):
            width -= 1
        if width > limits.columns:
            raise InputError("import_too_many_columns", file=name, limit=limits.columns)
        cells += width
        if cells > limits.cells:
            raise InputError("import_too_many_rows", file=name, limit=limits.rows)
        if width:
            yield RawRow(number, tuple(_held(value, texts, name, limits) for value in values[:width]))
        else:
            yield RawRow(number, ())


def _held(value: object, texts: dict[str, str], name: str, limits: Limits) -> Cell:
    if isinstance(value, str):
        if len(value) > limits.cell:
            raise InputError("import_cell_too_long", file=name, limit=limits.cell)
        return texts.setdefault(value, value)
    if value is None or isinstance(value, int | float | datetime | timedelta) or hasattr(value, "isoformat"):
        return value  # type: ignore[return-value]
    return str(value)
