"""Reads a book that was there before the index into it, a piece at a time, so that others get their turn between."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from kamdesk.db import tables as t
from kamdesk.db.index.contents import KINDS, TABLES, Kind
from kamdesk.db.index.known import TEXTS, key_of
from kamdesk.db.index.postponed import backlog, read_piece
from kamdesk.db.index.rows import merged_accounts
from kamdesk.db.index.writing import BEFORE_KNOWN, RULES, STATE, kept_state, refresh

PIECE = 400
SOURCES: tuple[tuple[Kind, Table], ...] = (
    *((kind, TABLES[kind]) for kind in KINDS if kind in TABLES),
    *(("known", t.metadata.tables[kind]) for kind in TEXTS),
)
"""The tables in the order in which they are read in."""


@dataclass(frozen=True, slots=True)
class Building:
    """How far the index is: records read and all there are. ``ready`` when it holds the book."""

    done: int
    total: int

    @property
    def ready(self) -> bool:
        return self.done >= self.total


READY = Building(0, 0)


def state(connection: Connection) -> Building:
    """How far the index of this book is."""
    kept = kept_state(connection)
    if kept == RULES:
        return READY
    if left := backlog(kept):
        return Building(left.here - left.start, left.end + 1 - left.start)
    place = _place(kept)
    counts = [connection.scalar(select(func.count()).select_from(table)) or 0 for _, table in SOURCES]
    done = sum(counts[: place[0]])
    if place[1]:
        table = SOURCES[place[0]][1]
        done += connection.scalar(select(func.count()).where(table.c.id <= place[1])) or 0
    return Building(done, max(sum(counts), done + 1))


def build_piece(connection: Connection) -> bool:
    """Reads the next few hundred records in; says whether that was the last of them.

    What is written between two pieces is indexed by itself; a piece that comes over it again puts the same there.
    """
    kept = kept_state(connection)
    if kept == RULES:
        return True
    if left := backlog(kept):
        return read_piece(connection, left)
    number, last = _place(kept)
    if (number, last) == (0, ""):
        connection.exec_driver_sql("DELETE FROM search_doc")
        connection.exec_driver_sql("INSERT INTO search_term (search_term) VALUES ('delete-all')")
    merged, room = merged_accounts(connection), PIECE
    for place in range(number, len(SOURCES)):
        kind, table = SOURCES[place]
        ids = list(
            connection.scalars(select(table.c.id).where(table.c.id > last).order_by(table.c.id).limit(room))
        )
        records = [key_of(table.name, row) for row in ids] if kind == "known" else ids
        refresh(connection, kind, records, merged)
        if len(ids) == room:
            _keep(connection, f"{RULES}:{place}:{ids[-1]}")
            return False
        room, last = room - len(ids), ""
    connection.exec_driver_sql("INSERT INTO search_term (search_term) VALUES ('optimize')")
    _keep(connection, RULES)
    return True


def begin_anew(connection: Connection) -> None:
    """Forget what was read: nothing is indexed from now on until the index is built."""
    connection.exec_driver_sql("DELETE FROM book WHERE name = ?", (STATE,))


def build(connection: Connection) -> None:
    """The whole index at once."""
    while not build_piece(connection):
        pass


def _place(kept: str) -> tuple[int, str]:
    """Which of `SOURCES` is being read, and the id read last."""
    if kept == BEFORE_KNOWN:
        return len(TABLES), ""
    rules, _, rest = kept.partition(":")
    number, _, last = rest.partition(":")
    return (int(number), last) if rules == RULES and number.isdigit() else (0, "")


def _keep(connection: Connection, value: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO book (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (STATE, value),
    )
