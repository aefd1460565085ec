"""Rows whose changes another book recorded, written into the tables; and links to rows that have not come."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.circles import PARENT, first_of_circles
from kamdesk.db.guarding import FLUSHING
from kamdesk.sync.book.shapes import Shape, shapes
from kamdesk.sync.book.states import CHUNK, HERE, PARKED, WAITING, Known, Origins, encoded, known
from kamdesk.sync.compact import Compact
from kamdesk.sync.merge import Json

Kept = tuple[str, str, Compact, str | None, Mapping[str, Json], int | None, int]
"""Table, row, state, place, what its table can't hold, whence it came unchanged, how many conflicts."""
Each = TypeVar("Each")


@dataclass(slots=True)
class Effect:
    """What taking in did: the ids written by table, those of new rows, of rows in conflict, how many were known.

    ``evicted`` are the ids of rows that left the book; ``left``, by table and field, the rows that links led to before;
    ``moved`` says it of each row whose link was changed, as it stood at first; ``linked`` are, by table and field, the
    rows written that lead somewhere.
    """

    written: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    left: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    fresh: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    evicted: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    conflicting: set[tuple[str, str]] = field(default_factory=set)
    moved: dict[tuple[str, str], str] = field(default_factory=dict)
    linked: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    known_before: int = 0


def chunks(rows: Sequence[Each]) -> Iterator[Sequence[Each]]:
    """In parts of `CHUNK`."""
    return (rows[begin : begin + CHUNK] for begin in range(0, len(rows), CHUNK))


@contextmanager
def flushing(connection: Connection) -> Iterator[None]:
    """Writes to recorded tables are let through meanwhile: what they write is in another book's log."""
    connection.info[FLUSHING] = True
    try:
        yield
    finally:
        connection.info.pop(FLUSHING, None)


def insert(connection: Connection, shape: Shape, rows: Sequence[Kept], effect: Effect) -> None:
    """Puts rows that are new here into their table."""
    if not rows:
        return
    columns = ", ".join(f'"{name}"' for name in ("id", *shape.fields))
    marks = ", ".join("?" * (len(shape.fields) + 1))
    with flushing(connection):
        connection.exec_driver_sql(
            f'INSERT INTO "{shape.table}" ({columns}) VALUES ({marks})',
            [(row, *map(state.values.get, shape.fields)) for _, row, state, *_ in rows],
        )
    ids = {row for _, row, *_ in rows}
    effect.written[shape.table] |= ids
    effect.fresh[shape.table] |= ids
    _link(shape, rows, effect)


def update(
    connection: Connection, shape: Shape, rows: Sequence[Kept], had: Mapping[str, Known], effect: Effect
) -> None:
    """Gives rows that stand in their table the values of their states."""
    if not rows:
        return
    # What stays is not set: SQLite would write its indexes anew for that.
    alike: dict[tuple[str, ...], list[tuple[Json, ...]]] = defaultdict(list)
    for _, row, state, *_ in rows:
        old, new = had[row].standing, state.values
        names = tuple(name for name in shape.fields if name not in old or old[name] != new.get(name))
        alike[names].append((*map(new.get, names), row))
    with flushing(connection):
        for names, values in alike.items():
            if names:
                sets = ", ".join(f'"{name}" = ?' for name in names)
                connection.exec_driver_sql(f'UPDATE "{shape.table}" SET {sets} WHERE id = ?', values)
    _link(shape, rows, effect)
    for _, row, state, *_ in rows:
        effect.written[shape.table].add(row)
        for name in shape.links:
            old = had[row].standing.get(name)
            if isinstance(old, str) and old != state.values.get(name):
                effect.left[shape.table, name].add(old)
                effect.moved.setdefault((row, name), old)


def _link(shape: Shape, rows: Sequence[Kept], effect: Effect) -> None:
    for name in shape.links:
        if found := {row for _, row, state, *_ in rows if state.values.get(name) is not None}:
            effect.linked[shape.table, name] |= found


def settle_links(connection: Connection, origins: Origins, effect: Effect, sequence: int) -> None:
    """Puts what waited into its place, then sets aside again what still leads nowhere, and what leads to that."""
    before = {table: set(ids) for table, ids in effect.written.items()}
    waited: dict[tuple[str, str], Mapping[str, Json]] = {}
    for place in (PARKED, WAITING):
        for table, shape, some in _in_place(connection, place):
            had = known(connection, origins, table, shape, some)
            ready = {row: each for row, each in had.items() if not shape.fault(each.state.values)}
            rows: list[Kept] = [
                (table, row, each.state, HERE, _beyond(shape, each), each.via, 0)
                for row, each in ready.items()
            ]
            if place == PARKED:
                insert(connection, shape, rows, effect)
            else:
                update(connection, shape, rows, had, effect)
                waited.update({(table, row): each.rest for row, each in ready.items()})
            _replace(connection, table, {row: (HERE, rest) for _, row, _, _, rest, *_ in rows})
    while found := _leading_nowhere(connection, effect.linked):
        for table, links in found.items():
            _set_aside(connection, origins, shapes()[table], links, effect)
    let_circles_wait(connection, origins, effect)
    for (table, row), rest in waited.items():
        if row not in before.get(table, ()) and _waits_with(connection, table, row) == rest:
            effect.written[table].discard(row)


def let_circles_wait(connection: Connection, origins: Origins, effect: Effect) -> None:
    """Of accounts that stand below each other in a circle, as two books wrote it, the one with the least id shows none
    above it for as long as the circle is there: nothing is written, so nobody's word is lost and every book shows the
    same.
    """
    account = shapes()["account"]
    rows = first_of_circles(connection, PARENT, effect.written.get(account.table, set()))
    if rows:
        for row in rows:
            leads_to = plain.first(connection, f'SELECT "{PARENT}" FROM account WHERE id = ?', (row,))
            effect.left[account.table, PARENT].add(str(leads_to))
        _set_aside(connection, origins, account, {row: [PARENT] for row in rows}, effect)
        effect.written[account.table].update(rows)


def _waits_with(connection: Connection, table: str, row: str) -> Mapping[str, Json] | None:
    rest = plain.first(
        connection,
        'SELECT rest FROM sync_row WHERE "table" = ? AND row = ? AND place = ?',
        (table, row, WAITING),
    )
    return json.loads(rest) if rest else None


def _beyond(shape: Shape, row: Known) -> dict[str, Json]:
    return {name: value for name, value in row.rest.items() if name not in shape.fields}


def _in_place(connection: Connection, place: str) -> Iterator[tuple[str, Shape, Sequence[str]]]:
    rows = plain.rows(connection, 'SELECT "table", row FROM sync_row WHERE place = ?', (place,))
    by_table: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_table[row[0]].append(row[1])
    for table, ids in by_table.items():
        for some in chunks(ids):
            yield table, shapes()[table], some


def _leading_nowhere(
    connection: Connection, linked: Mapping[tuple[str, str], set[str]]
) -> dict[str, dict[str, list[str]]]:
    """Of the rows written, by table and id, the fields that lead to a row that is not in the book."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (table, name), ids in linked.items():
        target = shapes()[table].links[name]
        for some in chunks(sorted(ids)):
            marks = ",".join("?" * len(some))
            rows = plain.rows(
                connection,
                f'SELECT c.id FROM "{table}" c LEFT JOIN "{target}" p ON p.id = c."{name}"'
                f' WHERE c.id IN ({marks}) AND c."{name}" IS NOT NULL AND p.id IS NULL',
                tuple(some),
            )
            for row in rows:
                found[table][row.id].append(name)
    return found


def _set_aside(
    connection: Connection, origins: Origins, shape: Shape, links: Mapping[str, Sequence[str]], effect: Effect
) -> None:
    """A new row that needs the missing one leaves its table; another keeps the link that it had, or has none."""
    fresh = effect.fresh[shape.table]
    for some in chunks(list(links)):
        had = known(connection, origins, shape.table, shape, some)
        replaced: dict[str, tuple[str | None, Mapping[str, Json]]] = {}
        for row in some:
            values, rest = had[row].state.values, had[row].rest
            missing = links[row]
            if any(name in shape.needed for name in missing) and row in fresh:
                replaced[row] = PARKED, values
            else:
                replaced[row] = WAITING, {**rest, **{name: values[name] for name in missing}}
        with flushing(connection):
            for row, (place, _) in replaced.items():
                if place == PARKED:
                    connection.exec_driver_sql(f'DELETE FROM "{shape.table}" WHERE id = ?', (row,))
                    effect.written[shape.table].discard(row)
                    fresh.discard(row)
                else:
                    sets = ", ".join(f'"{name}" = ?' for name in links[row])
                    old = [
                        effect.moved.get((row, name)) if name in shape.needed else None for name in links[row]
                    ]
                    connection.exec_driver_sql(f'UPDATE "{shape.table}" SET {sets} WHERE id = ?', (*old, row))
        _replace(connection, shape.table, replaced)


def _replace(
    connection: Connection, table: str, places: Mapping[str, tuple[str | None, Mapping[str, Json]]]
) -> None:
    if places:
        connection.exec_driver_sql(
            'UPDATE sync_row SET place = ?, rest = ? WHERE "table" = ? AND row = ?',
            [(place, encoded(rest) if rest else None, table, row) for row, (place, rest) in places.items()],
        )
