"""What the book holds, and what its change log says it holds."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.recording import plain
from kamdesk.db.tables.common import Instant

Rows = dict[str, dict[str, dict[str, Any]]]
"""Table → id → field → value; fields that say nothing are left out."""


def rows_of(connection: Connection) -> Rows:
    """Every recorded row, taken back or not."""
    found: Rows = {}
    for name in BY_TABLE:
        table = t.metadata.tables[name]
        rows = connection.execute(select(table)).mappings()
        found[name] = {
            row["id"]: {field: value for field, value in row.items() if value is not None and field != "id"}
            for row in rows
        }
    return found


def content(connection: Connection) -> Rows:
    """What a user sees: the rows not taken back."""
    return {
        name: {row_id: fields for row_id, fields in rows.items() if "deleted_at" not in fields}
        for name, rows in rows_of(connection).items()
    }


def check_log(connection: Connection) -> None:
    """The log, read from nothing, gives the very rows; an old value is the one before; numbers and clock only rise."""
    replayed: Rows = {name: defaultdict(dict) for name in BY_TABLE}
    said: dict[tuple[str, str, str], str | None] = {}
    counters = []
    for change in connection.execute(select(t.change).order_by(t.change.c.counter)):
        counters.append(change.counter)
        place = change.table, change.row, change.field
        assert said.get(place) == change.old, place
        assert change.old != change.new, place
        said[place] = change.new
        value = plain(change.new, _python_type(change.table, change.field))
        if value is None:
            replayed[change.table][change.row].pop(change.field, None)
        else:
            replayed[change.table][change.row][change.field] = value
    assert {name: dict(rows) for name, rows in replayed.items()} == rows_of(connection)
    assert counters == list(range(1, len(counters) + 1))
    operations = connection.execute(select(t.operation).order_by(t.operation.c.number)).all()
    assert [row.number for row in operations] == list(range(1, len(operations) + 1))
    assert all(earlier.clock < later.clock for earlier, later in pairwise(operations))
    written = set(connection.scalars(select(t.change.c.operation).distinct()))
    assert written == {row.number for row in operations}


def _python_type(table: str, field: str) -> type[Any]:
    kind = t.metadata.tables[table].c[field].type
    if isinstance(kind, Instant):
        return datetime
    return date if kind.python_type is date else object
