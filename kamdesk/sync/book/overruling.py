"""A book's own write over what came in, such as an office's over what a rep had no right to write: recorded, and known
to follow what it replaces.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.ids import random_id
from kamdesk.db.recording import scalar
from kamdesk.domain.clock import LAST_MOMENT, tick
from kamdesk.sync.book.applying import Refused
from kamdesk.sync.book.graph import Place
from kamdesk.sync.book.rows import Effect, flushing
from kamdesk.sync.book.shapes import Shape, shapes
from kamdesk.sync.book.states import WAITING, Origins, encoded, keep, known, stamps
from kamdesk.sync.compact import compact, expand
from kamdesk.sync.merge import DELETED, Json, RowState, conflicts

NAME = "sync.refuse"


Aside = Mapping[Place, Mapping[str, Json]]
"""By row, the links written that lead to a row that is not here: the log has them, the table can't."""


def overrule(connection: Connection, refused: Sequence[Refused], effect: Effect, now: datetime) -> Aside:
    """Writes again what stood in each row, and takes back what was new; all of it as one operation.

    Within a write transaction, once the rows are in their tables; `absorb` is to follow, and then `stand_as_before`
    with what is given back.
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
    return write_over(connection, NAME, values, effect, now)


def stand_as_before(connection: Connection, refused: Sequence[Refused], aside: Aside, sequence: int) -> None:
    """Once the overruling is absorbed: what waited for a row waits again, and what was to be chosen from still is."""
    _wait(connection, aside)
    _keep_open(connection, refused, sequence)


def _wait(connection: Connection, aside: Aside) -> None:
    for (table, row), links in aside.items():
        rest = plain.first(
            connection, 'SELECT rest FROM sync_row WHERE "table" = ? AND row = ?', (table, row)
        )
        connection.exec_driver_sql(
            'UPDATE sync_row SET place = ?, rest = ? WHERE "table" = ? AND row = ?',
            (WAITING, encoded({**(json.loads(rest) if rest else {}), **links}), table, row),
        )


def _keep_open(connection: Connection, refused: Sequence[Refused], sequence: int) -> None:
    """The rivals stand beside each other, with a vector that knows of the refused write and so leaves it out."""
    origins = Origins(connection)
    for each in refused:
        if not each.rivals:
            continue
        here = known(connection, origins, each.table, shapes()[each.table], [each.row])[each.row]
        every = stamps(connection, origins, here.state.dots())
        state = expand(here.state, every.__getitem__)
        state = RowState(state.vector, {**state.fields, **each.rivals})
        found = len(conflicts(each.table, each.row, state))
        row = (each.table, each.row, compact(state), here.place, here.rest, None, found)
        keep(connection, origins, [row], sequence)


def write_over(
    connection: Connection,
    name: str,
    rows: Sequence[tuple[str, str, Mapping[str, Json]]],
    effect: Effect,
    now: datetime,
) -> Aside:
    """Gives rows other values, as one recorded operation called ``name``; table, id and values of each. Those that are
    not in their tables are left as they are.
    """
    aside: dict[Place, Mapping[str, Json]] = {}
    there = [
        (table, row, values, stored[0])
        for table, row, values in rows
        if values and (stored := _stored(connection, table, row, values))
    ]
    if not there:
        return aside
    number = _operation(connection, name, now)
    log: list[tuple[object, ...]] = []
    with flushing(connection):
        for table, row, values, stood_there in there:
            shape = shapes()[table]
            held = {**values, **_meanwhile(connection, shape, row, values, effect)}
            if missing := {name: values[name] for name in values if held[name] != values[name]}:
                aside[table, row] = missing
            sets = ", ".join(f"{_quoted(name)} = ?" for name in held)
            connection.exec_driver_sql(f'UPDATE "{table}" SET {sets} WHERE id = ?', (*held.values(), row))
            effect.written[table].add(row)
            kinds = dict(zip(shape.fields, shape.kinds, strict=True))
            for (field, value), stood in zip(values.items(), stood_there, strict=True):
                old = bool(stood) if kinds[field] is bool and stood is not None else stood
                log.append((number, table, row, field, scalar(old), scalar(value)))
                if field in shape.links and isinstance(old, str) and old != value:
                    effect.left[table, field].add(old)
    connection.exec_driver_sql(
        'INSERT INTO change (operation, "table", "row", field, old, new) VALUES (?, ?, ?, ?, ?, ?)', log
    )
    return aside


def _stored(connection: Connection, table: str, row: str, values: Mapping[str, Json]) -> Sequence[Any]:
    names = ", ".join(_quoted(name) for name in values)
    return plain.rows(connection, f'SELECT {names} FROM "{table}" WHERE id = ?', (row,))


def _meanwhile(
    connection: Connection, shape: Shape, row: str, values: Mapping[str, Json], effect: Effect
) -> dict[str, Json]:
    """Of the links among the values that lead to no row here, what the table holds until that has come."""
    found: dict[str, Json] = {}
    for name in shape.links.keys() & values.keys():
        there = values[name]
        if there is None or plain.rows(
            connection, f'SELECT 1 AS one FROM "{shape.links[name]}" WHERE id = ?', (there,)
        ):
            continue
        found[name] = None
        if name in shape.needed:
            now = plain.first(connection, f'SELECT "{name}" FROM "{shape.table}" WHERE id = ?', (row,))
            found[name] = effect.moved.get((row, name), now)
    return found


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
