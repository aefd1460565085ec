"""What was recorded in this book since the last time becomes states of rows.

The change log is complete, so this may be done whenever a state is wanted: before a package is made, and always before
another book's rows come in, so that what was written before is known to be written without them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import CHUNK, HERE, UNTOLD, WAITING, Origins, keep, known, stamps
from kamdesk.sync.compact import Compact, compact, expand
from kamdesk.sync.merge import DELETED, EMPTY, Json, RowState, conflicts, write
from kamdesk.sync.versions import Dot

ABSORBED, SEQUENCE = "sync.absorbed", "sync.sequence"

Change = tuple[str, str, str, int, str | None, str | None, str, int, str | None]


def absorb(connection: Connection, progress: Callable[[int, int], object] | None = None) -> int:
    """Brings the states in step with the change log; returns the book's sequence number afterwards.

    Within a write transaction. ``progress`` hears how many of how many changes are done.
    """
    done, newest = absorbed(connection), _newest(connection)
    sequence = current(connection)
    if newest == done:
        return sequence
    sequence += 1
    origins = Origins(connection)
    _stamp(connection, origins, done, sequence)
    total = (
        plain.first(connection, "SELECT count(*) FROM change WHERE operation > ?", (done,)) if progress else 0
    )
    seen = 0
    for table, changes in groupby(_changes(connection, origins, done), key=itemgetter(0)):
        for chunk in _chunks(changes):
            _absorb(connection, origins, table, chunk, sequence)
            seen += sum(len(each) for _, each in chunk)
            if progress:
                progress(seen, total)
    remember(connection, ABSORBED, newest)
    remember(connection, SEQUENCE, sequence)
    return sequence


def is_absorbed(connection: Connection) -> bool:
    """Whether the states are in step with the change log."""
    return _newest(connection) == absorbed(connection)


def absorbed(connection: Connection) -> int:
    """The number of the last operation that the states tell of."""
    return int(plain.first(connection, "SELECT value FROM book WHERE name = ?", (ABSORBED,)) or 0)


def _newest(connection: Connection) -> int:
    return int(plain.first(connection, "SELECT max(number) FROM operation") or 0)


def current(connection: Connection) -> int:
    """The number that the newest states have."""
    return int(plain.first(connection, "SELECT value FROM book WHERE name = ?", (SEQUENCE,)) or 0)


def remember(connection: Connection, name: str, value: object) -> None:
    """Keeps something about this copy of the book."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO book (name, value) VALUES (?, ?)", (name, str(value)))


def _stamp(connection: Connection, origins: Origins, done: int, sequence: int) -> None:
    """Of writes to confidential rows alone nobody hears but by a capsule."""
    marks = ", ".join("?" * len(CONFIDENTIAL))
    rows = plain.rows(
        connection,
        "SELECT o.number, o.clock, o.user, r.id,"
        f' (SELECT min("table" IN ({marks})) FROM change WHERE operation = o.number) AS secret'
        " FROM operation o JOIN replica r ON r.number = o.replica WHERE o.number > ?",
        (*CONFIDENTIAL, done),
    )
    connection.exec_driver_sql(
        'INSERT OR REPLACE INTO sync_stamp (origin, counter, clock, "user", sequence) VALUES (?, ?, ?, ?, ?)',
        [
            (origins.number(row.id), row.number, row.clock, row.user, UNTOLD if row.secret else sequence)
            for row in rows
        ],
    )


def _changes(connection: Connection, origins: Origins, done: int) -> Iterator[Change]:
    cursor = connection.connection.cursor()
    try:
        yield from cursor.execute(
            'SELECT c."table", c."row", c.field, c.operation, c.old, c.new, r.id, o.clock, o."user" FROM change c'
            " JOIN operation o ON o.number = c.operation JOIN replica r ON r.number = o.replica"
            ' WHERE c.operation > ? ORDER BY c."table", c."row", c.counter',
            (done,),
        )
    finally:
        cursor.close()


def _chunks(changes: Iterable[Change]) -> Iterator[list[tuple[str, list[Change]]]]:
    chunk: list[tuple[str, list[Change]]] = []
    for row, each in groupby(changes, key=itemgetter(1)):
        chunk.append((row, list(each)))
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _absorb(
    connection: Connection, origins: Origins, table: str, chunk: list[tuple[str, list[Change]]], sequence: int
) -> None:
    shape = shapes().get(table)
    if shape is None:
        return
    had = known(connection, origins, table, shape, [row for row, _ in chunk])
    kept = []
    for row, changes in chunk:
        found = had.get(row)
        if found is None and len({change[3] for change in changes}) == 1:
            kept.append((table, row, _new(shape.fields, changes), HERE, {}, None, 0))
            continue
        if found:
            every = stamps(connection, origins, found.state.dots())
            state = expand(found.state, every.__getitem__)
        else:
            state = EMPTY
        state = _written(state, shape.fields, changes)
        short = compact(state)
        waiting = set(found.rest) - {change[2] for change in changes} if found else set()
        rest = {n: v for n, v in short.values.items() if n not in shape.fields or n in waiting}
        place = WAITING if waiting & set(shape.fields) else HERE
        kept.append((table, row, short, place, rest, None, len(conflicts(table, row, state))))
    keep(connection, origins, kept, sequence)


def _new(fields: tuple[str, ...], changes: list[Change]) -> Compact:
    """The state of a row written by one operation alone."""
    dot: Dot = (changes[0][6], changes[0][3])
    values: dict[str, Json] = dict.fromkeys(fields)
    values.update((field, _plain(new)) for _, _, field, _, _, new, *_ in changes)
    vector = {dot[0]: dot[1]}
    gone = values.get(DELETED)
    exceptions: dict[str, Any] = {DELETED: [(dot, None, {"at": gone, "seen": vector})]} if gone else {}
    return Compact(vector, dot, values, exceptions)


def _written(state: RowState, fields: tuple[str, ...], changes: list[Change]) -> RowState:
    for _, each in groupby(changes, key=itemgetter(3)):
        operation = list(each)
        _, _, _, number, _, _, replica, clock, user = operation[0]
        values: dict[str, Json] = {} if state.fields else dict.fromkeys(fields)
        before: dict[str, Json] = {}
        for _, _, field, _, old, new, *_ in operation:
            before.setdefault(field, _plain(old))
            values[field] = _plain(new)
        state = write(state, (replica, number), values, before=before, clock=clock, user=user)
    return state


def _plain(text: str | None) -> Json:
    return None if text is None else json.loads(text)
