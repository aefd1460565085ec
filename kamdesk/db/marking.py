"""Rows taken back, or brought back, all that an operation wrote of a table: undo of a long import."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection

from kamdesk.db import plain

CREATED = "field = 'recorded_at' AND old IS NULL"
TAKEN_BACK = "field = 'deleted_at' AND old IS NULL"
"""What the lines of the change log say of a row that an operation made; of one that it took back."""
_AT_ONCE = 200_000
"""So many lines of the log are looked through in one statement, which keeps the ids that it finds in memory."""


def mark(
    connection: Connection, *, operation: int, table: str, undone: int, lines: str, at: datetime | None
) -> Iterator[str]:
    """Sets ``deleted_at`` of the rows of ``table`` of which the log of the operation ``undone`` has such ``lines``.

    Logs it as ``operation`` and gives the ids. What was made and taken back in one step counts as made.
    """
    moment = None if at is None else at.astimezone(UTC).isoformat(timespec="microseconds")
    said = "SELECT {}(counter) FROM change WHERE operation = ?"
    first, end = (plain.first(connection, said.format(which), (undone,)) for which in ("min", "max"))
    # Of a row that was made there are a dozen lines, of one that was taken back this one alone.
    step = _AT_ONCE if lines == CREATED else _AT_ONCE // 8
    for here in range(first or 0, (end or -1) + 1, step):
        last = plain.first(connection, "SELECT max(counter) FROM change")
        until = min(here + step - 1, end)
        connection.exec_driver_sql(_log(table, lines), (operation, table, undone, moment, here, until))
        connection.exec_driver_sql(
            f'UPDATE "{table}" SET deleted_at = ? WHERE id IN (SELECT "row" FROM change WHERE counter > ?)',
            (moment, last),
        )
        rows = plain.rows(connection, 'SELECT "row" AS id FROM change WHERE counter > ?', (last,))
        yield from (row.id for row in rows)


def _log(table: str, lines: str) -> str:
    made = (
        ' AND NOT EXISTS (SELECT 1 FROM change AS own WHERE own."row" = line."row" AND own.operation = ?3'
        " AND own.field = 'recorded_at' AND own.old IS NULL)"
    )
    found = (
        'SELECT line."row" FROM change AS line WHERE line.counter BETWEEN ?5 AND ?6 AND line.operation = ?3'
        f' AND line."table" = ?2 AND line.{lines.replace("AND old", "AND line.old")}'
        f"{made if lines != CREATED else ''}"
    )
    return (
        'INSERT INTO change (operation, "table", "row", field, old, new) '
        "SELECT ?1, ?2, id, 'deleted_at', CASE WHEN deleted_at IS NULL THEN NULL ELSE json_quote(deleted_at) END,"
        f' CASE WHEN ?4 IS NULL THEN NULL ELSE json_quote(?4) END FROM "{table}"'
        f" WHERE deleted_at IS NOT ?4 AND id IN ({found}) ORDER BY id"
    )
