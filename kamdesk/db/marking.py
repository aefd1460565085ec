"""Rows taken back, or brought back, all that an operation wrote of a table at once: undo of a long import."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection

from kamdesk.db import plain

CREATED = "field = 'recorded_at' AND old IS NULL"
TAKEN_BACK = "field = 'deleted_at' AND old IS NULL"
"""What the lines of the change log say of a row that an operation made; of one that it took back."""


def mark(
    connection: Connection, *, operation: int, table: str, undone: int, lines: str, at: datetime | None
) -> list[str]:
    """Sets ``deleted_at`` of the rows of ``table`` of which the log of the operation ``undone`` has such ``lines``.

    Logs it as ``operation`` and gives the ids. What was made and taken back in one step counts as made.
    """
    moment = None if at is None else at.astimezone(UTC).isoformat(timespec="microseconds")
    last = plain.first(connection, "SELECT max(counter) FROM change") or 0
    made = f' AND "row" NOT IN (SELECT "row" FROM change WHERE operation = ?3 AND "table" = ?2 AND {CREATED})'
    connection.exec_driver_sql(
        'INSERT INTO change (operation, "table", "row", field, old, new) '
        "SELECT ?1, ?2, id, 'deleted_at', CASE WHEN deleted_at IS NULL THEN NULL ELSE json_quote(deleted_at) END,"
        f' CASE WHEN ?4 IS NULL THEN NULL ELSE json_quote(?4) END FROM "{table}" WHERE deleted_at IS NOT ?4 AND id IN'
        f' (SELECT "row" FROM change WHERE operation = ?3 AND "table" = ?2 AND {lines}'
        f"{made if lines != CREATED else ''}) ORDER BY rowid",
        (operation, table, undone, moment),
    )
    connection.exec_driver_sql(
        f'UPDATE "{table}" SET deleted_at = ? WHERE id IN (SELECT "row" FROM change WHERE counter > ?)',
        (moment, last),
    )
    rows = plain.rows(connection, 'SELECT "row" AS id FROM change WHERE counter > ?', (last,))
    return [row.id for row in rows]
