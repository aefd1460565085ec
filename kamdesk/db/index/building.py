"""Reads a book that was there before the index into it, a piece at a time, so that others get their turn between."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from kamdesk.db.index.contents import KINDS, TABLES
from kamdesk.db.index.postponed import backlog, read_piece
from kamdesk.db.index.rows import merged_accounts
from kamdesk.db.index.writing import RULES, STATE, kept_state, refresh

PIECE = 400


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
    counts = [connection.scalar(select(func.count()).select_from(TABLES[kind])) or 0 for kind in KINDS]
    done = sum(counts[: place[0]])
    if place[1]:
        table = TABLES[KINDS[place[0]]]
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
    kind_number, last = _place(kept)
    if (kind_number, last) == (0, ""):
        connection.exec_driver_sql("DELETE FROM search_doc")
        connection.exec_driver_sql("INSERT INTO search_term (search_term) VALUES ('delete-all')")
    kind = KINDS[kind_number]
    ids = list(
        connection.scalars(
            select(TABLES[kind].c.id).where(TABLES[kind].c.id > last).order_by(TABLES[kind].c.id).limit(PIECE)
        )
    )
    refresh(connection, kind, ids, merged_accounts(connection))
    if len(ids) == PIECE:
        _keep(connection, f"{RULES}:{kind_number}:{ids[-1]}")
        return False
    if kind_number + 1 < len(KINDS):
        _keep(connection, f"{RULES}:{kind_number + 1}:")
        return False
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
    """The kind that is being read and the id read last."""
    rules, _, rest = kept.partition(":")
    number, _, last = rest.partition(":")
    return (int(number), last) if rules == RULES and number.isdigit() else (0, "")


def _keep(connection: Connection, value: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO book (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (STATE, value),
    )
