"""Fields with another book's value beside this book's own: whoever writes over them settles that unasked."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.marking import CREATED
from kamdesk.sync.book.absorbing import absorbed
from kamdesk.sync.book.states import Origins
from kamdesk.sync.merge import DELETED

_OF_OPERATION = """
SELECT state."table" AS place, state.row, state.exceptions
FROM (SELECT DISTINCT "table", "row" FROM change WHERE operation = ?) AS own
CROSS JOIN sync_row AS state ON state."table" = own."table" AND state.row = own."row"
WHERE state.exceptions IS NOT NULL ORDER BY state."table", state.row"""
"""CROSS: in this order; a book has far more rows than most operations wrote."""


def rivals(connection: Connection, number: int) -> Iterator[tuple[str, bool]]:
    """Of the fields that an operation wrote, and all of the rows that it created, those with several books' values: the
    table, and whether a choice between them is open (else the books wrote the same).
    """
    origins = Origins(connection)
    for row in plain.rows(connection, _OF_OPERATION, (number,)):
        several = _several(connection, origins, row)
        if several and not _created(connection, number, row.row):
            mine = _fields(connection, number, row.row)
            several = {field: open_ for field, open_ in several.items() if field in mine}
        if several:
            yield row.place, any(several.values())


def with_rivals(connection: Connection, table: str, row: str, fields: Collection[str]) -> set[str]:
    """Those of a row's fields for which another book's value stands beside this book's own."""
    sql = 'SELECT row, exceptions FROM sync_row WHERE "table" = ? AND row = ?'
    origins, found = Origins(connection), plain.rows(connection, sql, (table, row))
    return {field for each in found for field in _several(connection, origins, each) if field in fields}


def _several(connection: Connection, origins: Origins, row: Any) -> dict[str, bool]:
    """The fields that several books wrote, each without knowing of the other, and whether otherwise. What this book
    wrote since the states were brought in step has settled it.
    """
    found: dict[str, bool] = {}
    for name, writes in origins.exceptions(row.exceptions).items():
        if len(writes) > 1 and not _written_since(connection, row.row, name):
            values = {value is None if name == DELETED else json.dumps(value) for _, _, value in writes}
            found[name] = len(values) > 1
    return found


def _written_since(connection: Connection, row: str, field: str) -> bool:
    sql = 'SELECT 1 FROM change WHERE "row" = ? AND field = ? AND operation > ? LIMIT 1'
    return plain.first(connection, sql, (row, field, absorbed(connection))) is not None


def _created(connection: Connection, number: int, row: str) -> bool:
    sql = f'SELECT 1 FROM change WHERE operation = ? AND "row" = ? AND {CREATED} LIMIT 1'
    return plain.first(connection, sql, (number, row)) is not None


def _fields(connection: Connection, number: int, row: str) -> set[str]:
    sql = 'SELECT DISTINCT field FROM change WHERE "row" = ? AND operation = ?'
    return {each.field for each in plain.rows(connection, sql, (row, number))}
