"""What came of a package, counted for who took it in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.operations.week_end.below import below_each_other
from kamdesk.sync.book.graph import ACCOUNT
from kamdesk.sync.book.rows import Effect, chunks
from kamdesk.sync.book.shapes import CONFIDENTIAL
from kamdesk.sync.book.states import WAITING, Origins


def in_utc(made_at: str) -> str:
    """A header's moment, as moments are compared; empty where it is none."""
    try:
        at = datetime.fromisoformat(made_at)
        at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return at.isoformat(timespec="microseconds")


def taken_back(
    connection: Connection, rows: Mapping[str, frozenset[str]], fresh: Mapping[str, set[str]]
) -> dict[str, int]:
    """Of the rows that stood here already, how many are taken back now, by table."""
    found: dict[str, int] = {}
    for table, ids in rows.items():
        stood = sorted(ids - fresh.get(table, set()))
        for some in chunks(stood):
            marks = ",".join("?" * len(some))
            sql = f'SELECT count(*) FROM "{table}" WHERE deleted_at IS NOT NULL AND id IN ({marks})'
            if number := plain.first(connection, sql, tuple(some)):
                found[table] = found.get(table, 0) + number
    return found


def conflicts_in(connection: Connection, effect: Effect) -> int:
    """How many choices wait in the rows written, as `conflicts` counts them."""
    sql = "SELECT conflicts FROM sync_row WHERE \"table\" = ? AND row = ? AND (place IS NULL OR place = 'waiting')"
    places = (place for place in effect.conflicting if place[0] not in CONFIDENTIAL)
    fields = sum(plain.first(connection, sql, place) or 0 for place in places)
    accounts = effect.written.get(ACCOUNT, set())
    return fields + sum(row in accounts for row, _ in below_each_other(connection, Origins(connection)))


def waiting(connection: Connection, sequence: int, *, within: bool) -> int:
    """How many rows that came with this number wait for another; of a package ``within`` limits those not counted that
    only name one beyond them.
    """
    sql = 'SELECT "table" AS name, place FROM sync_row WHERE place IS NOT NULL AND sequence = ?'
    return sum(
        row.name not in CONFIDENTIAL and not (within and row.place == WAITING)
        for row in plain.rows(connection, sql, (sequence,))
    )
