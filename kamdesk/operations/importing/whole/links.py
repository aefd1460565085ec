"""Where the rows of a workbook lead to: a row whose links lead nowhere stays out, and so does what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kamdesk.db import tables as t
from kamdesk.exchange.records import Problem, Verdict
from kamdesk.operations.importing.whole.reading import BookRow, ReadBook, missing

Held = Mapping[str, Mapping[str, object]]
"""Table → id → the row as the book holds it."""


def check_links(book: ReadBook, held: Held) -> None:
    """Marks the rows that can't go in, each told once at its cell; a link that may be empty is left out of its row."""
    for read in book.sheets.values():
        for row in read.rows:
            if not row.refused and row.id not in held.get(row.table, {}):
                for each in missing(row, read.shape):
                    _refuse(book, row, each.name, "sheet_required")
    changed = True
    while changed:
        there = {name: {row.id for row in read.rows if not row.refused} for name, read in book.sheets.items()}
        changed = False
        for row, column, target, required in _links(book):
            wanted = row.values.get(column)
            if wanted is None or wanted in there.get(target, ()) or wanted in held.get(target, {}):
                continue
            changed = True
            _tell(book, row, column, "sheet_link")
            del row.values[column]
            if required and row.id not in held.get(row.table, {}):
                row.refused = "sheet_link"


def _links(book: ReadBook) -> Iterator[tuple[BookRow, str, str, bool]]:
    for name, read in book.sheets.items():
        keys = [
            (key.parent.name, key.column.table.name, not key.parent.nullable)
            for key in t.metadata.tables[name].foreign_keys
        ]
        for row in read.rows:
            if not row.refused:
                for column, target, required in keys:
                    yield row, column, target, required


def _refuse(book: ReadBook, row: BookRow, column: str, reason: str) -> None:
    if not row.refused:
        row.refused = reason
        _tell(book, row, column, reason)


def _tell(book: ReadBook, row: BookRow, column: str, reason: str) -> None:
    read = book.sheets[row.table]
    value = str(row.values.get(column) or "")
    heading = read.shape.field(column).heading
    if any(each.origin == row.origin and each.column == heading for each in read.problems):
        return
    read.problems.append(Problem(row.origin, "cells", reason, Verdict.REJECTED, heading, value))
