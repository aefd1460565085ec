"""Which rows a peer has, of those that its rep looks after: by its own word, and what it is to let go of."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.sync.book.graph import ACCOUNT, Graph, Place

LEFT = -1
"""Stands in the place of the number of a package: the peer had the row, which hangs on nothing in its scope now."""


def had_by(connection: Connection, peer: str, acked: int) -> set[Place]:
    """The rows that a peer has, by its own word: it sent them, or acknowledged a package that they were in."""
    rows = plain.rows(
        connection,
        'SELECT "table" AS place, row FROM sync_scope WHERE peer = ? AND upto BETWEEN 0 AND ?',
        (peer, acked),
    )
    return {(row.place, row.row) for row in rows}


def note_sent(connection: Connection, peer: str, places: list[Place], upto: int, acked: int) -> None:
    """Remembers with which package rows went to a peer that has not acknowledged them yet; 0: it sent them itself."""
    if places:
        connection.exec_driver_sql(
            'INSERT INTO sync_scope (peer, "table", row, upto) VALUES (?, ?, ?, ?)'
            ' ON CONFLICT (peer, "table", row) DO UPDATE SET upto = excluded.upto WHERE upto > ? OR upto = ?',
            [(peer, table, row, upto, acked, LEFT) for table, row in places],
        )


def forget_had(connection: Connection, peer: str) -> None:
    """What the peer sent itself it may have no more: its book was restored."""
    connection.exec_driver_sql("DELETE FROM sync_scope WHERE peer = ? AND upto = 0", (peer,))


def let_go(
    connection: Connection,
    graph: Graph,
    peer: str,
    scope: Collection[Place],
    accounts: Collection[str],
    acked: int,
) -> None:
    """What is no longer in the peer's scope, which the ``accounts`` make, leaves its book, and goes to it anew should
    it come back into scope. With its account it goes by itself; of a row that was hung elsewhere the peer has to be
    told.
    """
    rows = plain.rows(
        connection,
        'SELECT c."table" AS place, c.row, coalesce(s.sequence, 0) > ? AS newer FROM sync_scope c'
        ' LEFT JOIN sync_row s ON s."table" = c."table" AND s.row = c.row WHERE c.peer = ?',
        (acked, peer),
    )
    leaving = {row.row for row in rows if row.place == ACCOUNT} - set(accounts)
    gone, left = [], []
    for row in rows:
        place = (row.place, row.row)
        if place in scope:
            continue
        alone = row.place != ACCOUNT and (row.newer or leaving.isdisjoint(graph.accounts_of(place)))
        (left if alone and place in graph.rows else gone).append((peer, *place))
    for sql, some in (
        ('DELETE FROM sync_scope WHERE peer = ? AND "table" = ? AND row = ?', gone),
        (f'UPDATE sync_scope SET upto = {LEFT} WHERE peer = ? AND "table" = ? AND row = ?', left),
    ):
        if some:
            connection.exec_driver_sql(sql, some)


def left_by(connection: Connection, peers: Collection[str], scope: Collection[Place]) -> list[Place]:
    """The rows that one of these peers has had and that were hung elsewhere, as `let_go` found."""
    rows = plain.rows(
        connection,
        f'SELECT DISTINCT peer, "table" AS place, row FROM sync_scope WHERE upto = {LEFT} ORDER BY 2, 3',
    )
    found = dict.fromkeys((row.place, row.row) for row in rows if row.peer in peers)
    return [place for place in found if place not in scope]
