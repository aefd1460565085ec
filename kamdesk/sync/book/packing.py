"""The rows that a package holds, read from the book."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import CHUNK, Known, Origins, known
from kamdesk.sync.compact import Stamp
from kamdesk.sync.versions import Dot


def rows_above(
    connection: Connection, origins: Origins, since: int, *, except_from: str | None = None
) -> Iterator[tuple[str, str, Known]]:
    """Table, id and state of each row that changed after ``since``, table by table.

    Left out are those that are as they came from the replica ``except_from``: it has them.
    """
    via = origins.number(except_from) if except_from else None
    tables = [row[0] for row in plain.rows(connection, 'SELECT DISTINCT "table" FROM sync_row ORDER BY 1')]
    for table in tables:
        if table in CONFIDENTIAL:
            continue
        after = ""
        while True:
            found = plain.rows(
                connection,
                'SELECT row FROM sync_row WHERE "table" = ? AND row > ? AND sequence > ?'
                " AND (via IS NULL OR via <> ?) ORDER BY row LIMIT ?",
                (table, after, since, -1 if via is None else via, CHUNK),
            )
            ids = [row[0] for row in found]
            if not ids:
                break
            for row, state in known(connection, origins, table, shapes().get(table), ids).items():
                yield table, row, state
            after = ids[-1]


def stamps_above(connection: Connection, origins: Origins, since: int) -> Iterator[tuple[Dot, Stamp]]:
    """The writes that the book heard of after ``since``, each with its clock and user."""
    rows = plain.rows(
        connection,
        'SELECT origin, counter, clock, "user" AS name FROM sync_stamp WHERE sequence > ? ORDER BY origin, counter',
        (since,),
    )
    for row in rows:
        yield (origins.id(row.origin), row.counter), (row.clock, row.name)
