"""What a large write leaves for later: its records are read into the index from the change log, a piece at a time.

An import of a hundred thousand rows would spend as long on the index as on the rows, all of it before anything is
safe. What is written meanwhile is indexed by itself; to come over it again puts the same there.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.index.dependents import LINKED
from kamdesk.db.index.writing import RULES, STATE, follow, kept_state

PIECE = 12_000
"""So many lines of the change log at a time."""


@dataclass(frozen=True, slots=True)
class Backlog:
    """Lines of the change log that the index doesn't hold yet: from ``here`` to ``end``; it began at ``start``."""

    start: int
    here: int
    end: int


def backlog(kept: str) -> Backlog | None:
    """The backlog that the kept state says, where it is one by these rules."""
    mark, _, places = kept.partition("+")
    numbers = places.split(":")
    if mark != RULES or len(numbers) != 3 or not all(number.isdigit() for number in numbers):
        return None
    return Backlog(*map(int, numbers))


def postpone(connection: Connection, operation: int) -> None:
    """Leaves what an operation wrote for later. An index that is being made begins again; one not begun stays so."""
    kept = kept_state(connection)
    before = backlog(kept)
    if not kept:
        return
    if kept != RULES and before is None:
        connection.exec_driver_sql("UPDATE book SET value = ? WHERE name = ?", (f"{RULES}:0:", STATE))
        return
    first = plain.first(connection, "SELECT min(counter) FROM change WHERE operation = ?", (operation,))
    last = plain.first(connection, "SELECT max(counter) FROM change")
    if first is not None:
        start, here = (before.start, before.here) if before else (first, first)
        keep(connection, Backlog(start, here, last))


def keep(connection: Connection, left: Backlog | None) -> None:
    """Keeps how far the index is; with nothing left it is whole."""
    value = RULES if left is None else f"{RULES}+{left.start}:{left.here}:{left.end}"
    connection.exec_driver_sql("UPDATE book SET value = ? WHERE name = ?", (value, STATE))


def read_piece(connection: Connection, left: Backlog) -> bool:
    """Reads the next piece in; says whether it was the last."""
    lines = plain.rows(
        connection,
        'SELECT counter, "table" AS of_table, "row" AS of_row, field, old FROM change'
        " WHERE counter BETWEEN ? AND ? ORDER BY counter LIMIT ?",
        (left.here, left.end, PIECE),
    )
    rows: dict[str, set[str]] = defaultdict(set)
    came_from: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in lines:
        rows[line.of_table].add(line.of_row)
        if line.old is not None and (line.of_table, line.field) in LINKED:
            came_from[line.of_table, line.field].add(json.loads(line.old))
    follow(connection, rows, came_from)
    done = len(lines) < PIECE
    keep(connection, None if done else Backlog(left.start, lines[-1].counter + 1, left.end))
    return done
