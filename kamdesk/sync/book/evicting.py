"""Accounts that the book's rep looks after no more leave it with all that hangs on them; that deletes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.sync.book.graph import ACCOUNT, Graph, Place, read_graph
from kamdesk.sync.book.rows import Effect, chunks, flushing
from kamdesk.sync.book.scope import for_all, scope_within
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import HERE, PARKED, WAITING, Origins, encoded, json_values, known


def evict(
    connection: Connection,
    effect: Effect,
    *,
    rep: str,
    leaving: Collection[str],
    moved: Collection[Place] = (),
    acked: int,
    peer: str,
) -> tuple[set[str], set[str]]:
    """Lets the accounts ``leaving`` go; which went, and which wait because something written here on them has not been
    acknowledged by the ``peer`` (a replica id), which has all up to ``acked``. The rows ``moved``, which hang on other
    accounts elsewhere, go likewise where nothing else here is about them.

    What else needs a row keeps it; what only names one that goes waits for it. Who informs us is put aside until the
    account comes back.
    """
    graph = read_graph(connection, confidential=True)
    there = {row[0] for row in plain.rows(connection, "SELECT id FROM account")}
    candidates = there.intersection(leaving)
    moved = {place for place in moved if place in graph.rows and place[0] not in CONFIDENTIAL}
    if not candidates and not moved:
        return set(), set()
    unsent = _unacknowledged(connection, acked, peer)
    common = graph.within((), for_all(connection, graph))
    waiting = {account for account in candidates if graph.hanging_on([account]) & unsent}
    going = candidates - waiting
    below = _below(graph)
    gone: set[Place] = set()
    while going:
        kept = scope_within(connection, graph, rep, there - going) | common
        gone = _with_what_needs_it(below, graph.around(going) - kept)
        held = {account for account in going if not unsent.isdisjoint(graph.around([account]) & gone)}
        if not held:
            break
        waiting |= held
        going -= held
        gone = set()
    if moved:
        kept = scope_within(connection, graph.without_parts(moved), rep, there - going) | common
        for place in moved - kept:
            with_it = _with_what_needs_it(below, {place})
            if unsent.isdisjoint(with_it):
                gone |= with_it
    _let_wait(connection, graph, gone, effect)
    by_table: dict[str, list[str]] = defaultdict(list)
    for table, row in sorted(gone):
        by_table[table].append(row)
    for table, ids in by_table.items():
        _left_behind(connection, table, ids, effect)
    with flushing(connection):
        for table, ids in by_table.items():
            if table in CONFIDENTIAL:
                _put_aside(connection, table, ids)
            else:
                connection.exec_driver_sql(
                    'DELETE FROM sync_row WHERE "table" = ? AND row = ?', [(table, row) for row in ids]
                )
            connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE id = ?', [(row,) for row in ids])
            if table not in CONFIDENTIAL:
                effect.written[table].update(ids)
                effect.evicted[table].update(ids)
    return {row for table, row in gone if table == ACCOUNT}, waiting


def _left_behind(connection: Connection, table: str, ids: list[str], effect: Effect) -> None:
    """Remembers what the rows that go led to: it is found and ranked by what hangs on it."""
    if table in CONFIDENTIAL:
        return
    for some in chunks(ids):
        marks = ", ".join("?" * len(some))
        for name in shapes()[table].links:
            sql = f'SELECT DISTINCT "{name}" FROM "{table}" WHERE "{name}" IS NOT NULL AND id IN ({marks})'
            effect.left[table, name] |= {row[0] for row in plain.rows(connection, sql, tuple(some))}


def _below(graph: Graph) -> dict[Place, list[Place]]:
    """By row, those that can't do without it."""
    below: dict[Place, list[Place]] = defaultdict(list)
    for here, above in graph.above.items():
        for there in above:
            below[there].append(here)
    return below


def _with_what_needs_it(below: dict[Place, list[Place]], gone: set[Place]) -> set[Place]:
    found: set[Place] = set()
    ahead = list(gone)
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += below.get(here, ())
    return found


def _let_wait(connection: Connection, graph: Graph, gone: set[Place], effect: Effect) -> None:
    """Links of rows that stay to rows that go: those are empty until what they lead to comes back."""
    staying: dict[str, list[str]] = defaultdict(list)
    for here, targets in graph.leads.items():
        if here not in gone and not gone.isdisjoint(targets):
            staying[here[0]].append(here[1])
    origins = Origins(connection)
    for table, ids in staying.items():
        shape = shapes()[table]
        for some in chunks(ids):
            for row, found in known(connection, origins, table, shape, some).items():
                values = found.standing
                links = {
                    name: values[name]
                    for name, there in shape.links.items()
                    if isinstance(values.get(name), str) and (there, values[name]) in gone
                }
                sets = ", ".join(f'"{name}" = NULL' for name in links)
                with flushing(connection):
                    connection.exec_driver_sql(f'UPDATE "{table}" SET {sets} WHERE id = ?', (row,))
                connection.exec_driver_sql(
                    'UPDATE sync_row SET place = ?, rest = ? WHERE "table" = ? AND row = ?',
                    (WAITING, encoded({**found.rest, **links}), table, row),
                )
                if table not in CONFIDENTIAL:
                    effect.written[table].add(row)


def _unacknowledged(connection: Connection, acked: int, peer: str) -> set[Place]:
    rows = plain.rows(
        connection,
        'SELECT s."table" AS place, s.row FROM sync_row s LEFT JOIN sync_origin o ON o.number = s.via'
        " WHERE s.sequence > ? AND (o.id IS NULL OR o.id <> ?)",
        (acked, peer),
    )
    return {(row.place, row.row) for row in rows if row.place not in CONFIDENTIAL}


def _put_aside(connection: Connection, table: str, ids: list[str]) -> None:
    shape = shapes()[table]
    columns = ", ".join(f'"{name}"' for name in shape.fields)
    for row in ids:
        (stored,) = plain.rows(connection, f'SELECT {columns} FROM "{table}" WHERE id = ?', (row,))
        values = dict(zip(shape.fields, json_values(shape, stored), strict=True))
        connection.exec_driver_sql(
            'UPDATE sync_row SET place = ?, rest = ? WHERE "table" = ? AND row = ? AND (place IS ? OR place = ?)',
            (PARKED, encoded(values), table, row, HERE, WAITING),
        )
