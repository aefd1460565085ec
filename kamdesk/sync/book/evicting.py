"""Accounts that the book's rep looks after no more leave it with all that hangs on them; that deletes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.sync.book.rows import Effect, flushing
from kamdesk.sync.book.scope import ACCOUNT, Place, for_all, read_graph, scope_within
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import HERE, PARKED, WAITING, encoded, json_values


def evict(
    connection: Connection, effect: Effect, *, rep: str, leaving: Collection[str], acked: int, peer: str
) -> tuple[set[str], set[str]]:
    """Lets the accounts ``leaving`` go; which went, and which wait because something written here on them has not been
    acknowledged by the ``peer`` (a replica id), which has all up to ``acked``.

    What else leads to a row keeps it. Who informs us is put aside until the account comes back.
    """
    graph = read_graph(connection)
    there = {row[0] for row in plain.rows(connection, "SELECT id FROM account")}
    candidates = there.intersection(leaving)
    if not candidates:
        return set(), set()
    unsent = _unacknowledged(connection, acked, peer)
    waiting = {account for account in candidates if graph.hanging_on([account]) & unsent}
    going = candidates - waiting
    kept = scope_within(connection, graph, rep, there - going) | graph.within((), for_all(connection, graph))
    gone = graph.within(going) - kept
    by_table: dict[str, list[str]] = defaultdict(list)
    for table, row in sorted(gone):
        by_table[table].append(row)
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
