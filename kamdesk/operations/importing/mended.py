"""Cells of a list that a person put right while looking at it, before anything goes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kamdesk.exchange.source import Cell, RawRow, Sheet, Source

Mended = Mapping[tuple[str, str], Mapping[tuple[int, int], str]]
"""By a file's hash and a sheet's name: row (as a spreadsheet counts them) and column (from 0) → what is meant there."""

Originals = dict[tuple[str, str], dict[int, RawRow]]
"""By a file's hash and a sheet's name the rows with cells put right, as the file has them."""


def mended_sheet(source: Source, sheet: Sheet, mended: Mended | None, originals: Originals) -> Sheet:
    """The sheet with what was put right in the place of what stood there; as they are read, rows as they stood are put
    among ``originals``.
    """
    cells = (mended or {}).get((source.sha256, sheet.name))
    if not cells:
        return sheet
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in cells.items():
        by_row.setdefault(row, {})[column] = text

    stood = originals.setdefault((source.sha256, sheet.name), {})

    def rows() -> Iterator[RawRow]:
        for row in sheet.rows():
            if row.number not in by_row:
                yield row
                continue
            stood[row.number] = row
            yield RawRow(row.number, _mended(row.cells, by_row[row.number]))

    unsaved = sheet.unsaved - {(row, column + 1) for row, column in cells}
    return replace(sheet, read=rows, unsaved=unsaved)


def _mended(cells: tuple[Cell, ...], texts: Mapping[int, str]) -> tuple[Cell, ...]:
    width = max(len(cells), max(texts) + 1)
    whole: list[Cell] = [*cells, *[None] * (width - len(cells))]
    for column, text in texts.items():
        whole[column] = text or None
    return tuple(whole)
