"""Accounts that two books stood below each other: in a circle, which a person has to open."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.circles import PARENT
from kamdesk.sync.book.graph import ACCOUNT
from kamdesk.sync.book.shapes import shapes
from kamdesk.sync.book.states import Origins, known
from kamdesk.sync.compact import Compact


def ring_above(connection: Connection, row: str, first: str) -> tuple[str, ...]:
    """The accounts above the one that shows none: ``first``, which it was stood below, and on up to where it closes."""
    found: list[str] = []
    at: str | None = first
    while at is not None and at != row and at not in found:
        found.append(at)
        at = plain.first(connection, f'SELECT "{PARENT}" FROM account WHERE id = ?', (at,))
    return tuple(found)


def below_each_other(connection: Connection, origins: Origins) -> Iterator[tuple[str, Compact]]:
    """The accounts that show none above them because they would stand below themselves (`let_circles_wait`); without
    those that have several to choose from anyway.
    """
    rows = plain.rows(
        connection,
        f"SELECT s.row FROM sync_row s JOIN account a ON a.id = json_extract(s.rest, '$.{PARENT}')"
        " WHERE s.\"table\" = 'account' AND s.place = 'waiting' ORDER BY s.row",
    )
    for row in rows:
        state = known(connection, origins, ACCOUNT, shapes()[ACCOUNT], [row.row])[row.row].state
        if len(state.exceptions.get(PARENT, ())) < 2:
            yield row.row, state
