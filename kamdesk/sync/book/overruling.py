"""A book's own write over what came in, such as an office's over what a rep had no right to write: recorded, and known
to follow what it replaces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.ids import random_id
from kamdesk.db.recording import scalar
from kamdesk.domain.clock import LAST_MOMENT, tick
from kamdesk.sync.book.applying import Refused
from kamdesk.sync.book.rows import Effect, flushing
from kamdesk.sync.book.shapes import shapes
from kamdesk.sync.merge import DELETED, Json

NAME = "sync.refuse"


def overrule(connection: Connection, refused: Sequence[Refused], effect: Effect, now: datetime) -> None:
    """Writes again what stood in each row, and takes back what was new; all of it as one operation.

    Within a write transaction, once the rows are in their tables; `absorb` is to follow.
    """
    at = now.astimezone(UTC).isoformat(timespec="microseconds")
    values: list[tuple[str, str, Mapping[str, Json]]] = [
        (
            each.table,
            each.row,
            {DELETED: at}
            if each.fresh
            else {n: v for n, v in each.ours.items() if n in shapes()[each.table].fields},
        )
        for each in refused
    ]
    write_over(connection, NAME, values, effect, now)


def write_over(
    connection: Connection,
    name: str,
    rows: Sequence[tuple[str, str, Mapping[str, Json]]],
    effect: Effect,
    now: datetime,
) -> None:
    """Gives rows other values, as one recorded operation called ``name``; table, id and values of each."""
    if not rows:
        return
    number = _operation(connection, name, now)
    log: list[tuple[object, ...]] = []
    with flushing(connection):
        for table, row, values in rows:
            shape = shapes()[table]
            stored = plain.rows(
                connection,
                f'SELECT {", ".join(_quoted(name) for name in values)} FROM "{table}" WHERE id = ?',
                (row,),
            )
            if not stored:
                continue
            sets = ", ".join(f"{_quoted(name)} = ?" for name in values)
            connection.exec_driver_sql(f'UPDATE "{table}" SET {sets} WHERE id = ?', (*values.values(), row))
            effect.written[table].add(row)
            kinds = dict(zip(shape.fields, shape.kinds, strict=True))
            for (field, value), held in zip(values.items(), stored[0], strict=True):
                old = bool(held) if kinds[field] is bool and held is not None else held
                log.append((number, table, row, field, scalar(old), scalar(value)))
                if field in shape.links and isinstance(old, str) and old != value:
                    effect.left[table, field].add(old)
    connection.exec_driver_sql(
        'INSERT INTO change (operation, "table", "row", field, old, new) VALUES (?, ?, ?, ?, ?, ?)', log
    )


def _quoted(name: str) -> str:
    return f'"{name}"'


def _operation(connection: Connection, name: str, now: datetime) -> int:
    last = plain.rows(connection, "SELECT number, clock FROM operation ORDER BY number DESC LIMIT 1")
    number, clock = (last[0].number + 1, last[0].clock) if last else (1, 0)
    replica = plain.first(connection, "SELECT max(number) FROM replica")
    connection.exec_driver_sql(
        'INSERT INTO operation (number, id, name, replica, clock, "user", at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        (
            number,
            random_id(),
            name,
            replica,
            tick(clock, min(now, LAST_MOMENT)),
            None,
            now.astimezone(UTC).isoformat(timespec="microseconds"),
        ),
    )
    return number
