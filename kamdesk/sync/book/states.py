"""States of rows as the book keeps them, beside the rows themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.sync.book.shapes import Shape
from kamdesk.sync.compact import Compact, Stamp
from kamdesk.sync.merge import DELETED, Json
from kamdesk.sync.versions import Dot, Vector

CHUNK = 500
HERE, WAITING, PARKED, FOREIGN = None, "waiting", "parked", "foreign"
"""Where a row stands: in its table; there, but for a link to a row that has not come; aside, for want of the row that
it belongs to; of a table that this version lacks."""

UNTOLD = -1
"""Stands in the place of the sequence number of a write that no package speaks of in the open."""

encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


class Origins:
    """Replica ids and the short numbers under which this copy of the book keeps them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        rows = plain.rows(connection, "SELECT number, id FROM sync_origin")
        self._numbers: dict[str, int] = {row.id: row.number for row in rows}
        self._ids: dict[int, str] = {row.number: row.id for row in rows}

    def number(self, replica: str) -> int:
        found = self._numbers.get(replica)
        if found is None:
            found = len(self._numbers) + 1
            self._connection.exec_driver_sql(
                "INSERT INTO sync_origin (number, id) VALUES (?, ?)", (found, replica)
            )
            self._numbers[replica], self._ids[found] = found, replica
        return found

    def every(self) -> list[str]:
        """All replica ids that are known."""
        return list(self._numbers)

    def id(self, number: int) -> str:
        return self._ids[number]

    def vector(self, text: str) -> dict[str, int]:
        flat = json.loads(text)
        return {self._ids[flat[n]]: flat[n + 1] for n in range(0, len(flat), 2)}

    def vector_text(self, vector: Vector) -> str:
        if len(vector) == 1:  # most are
            ((replica, count),) = vector.items()
            return f"[{self.number(replica)},{count}]"
        return encoded(self._flat(vector))

    def exceptions(self, text: str | None) -> dict[str, list[tuple[Dot, Json, Json]]]:
        if text is None:
            return {}
        return {
            name: [
                ((self._ids[origin], count), before, self._value(name, value))
                for origin, count, before, value in writes
            ]
            for name, writes in json.loads(text).items()
        }

    def exceptions_text(self, exceptions: Mapping[str, list[tuple[Dot, Json, Json]]]) -> str | None:
        if not exceptions:
            return None
        return encoded(
            {
                name: [
                    [self.number(dot[0]), dot[1], before, self._kept(name, value)]
                    for dot, before, value in writes
                ]
                for name, writes in exceptions.items()
            }
        )

    def _flat(self, vector: Vector) -> list[int]:
        return [each for replica, count in vector.items() for each in (self.number(replica), count)]

    def _kept(self, name: str, value: Json) -> Json:
        return [value["at"], self._flat(value["seen"])] if name == DELETED and value is not None else value

    def _value(self, name: str, value: Json) -> Json:
        if name != DELETED or value is None:
            return value
        at, flat = value
        return {"at": at, "seen": {self._ids[flat[n]]: flat[n + 1] for n in range(0, len(flat), 2)}}


@dataclass(frozen=True, slots=True)
class Known:
    """A row that the book has a state of: the state, where the row stands, and its values that its table can't hold.

    ``standing`` are those that its table holds.
    """

    state: Compact
    place: str | None
    rest: Mapping[str, Json]
    sequence: int
    via: int | None
    standing: Mapping[str, Json] = field(default_factory=dict)


def known(
    connection: Connection, origins: Origins, table: str, shape: Shape | None, ids: Sequence[str]
) -> dict[str, Known]:
    """The states of these rows of a table, by id; those of no state are left out. At most `CHUNK` ids."""
    marks = ",".join("?" * len(ids))
    rows = plain.rows(
        connection,
        "SELECT row, vector, origin, counter, exceptions, rest, place, via, sequence FROM sync_row"
        f' WHERE "table" = ? AND row IN ({marks})',
        (table, *ids),
    )
    standing: dict[str, Sequence[Any]] = {}
    if shape and any(row.place in (HERE, WAITING) for row in rows):
        columns = ", ".join(f'"{name}"' for name in shape.fields)
        cursor: Any = connection.connection.cursor()
        for stored in cursor.execute(
            f'SELECT id, {columns} FROM "{table}" WHERE id IN ({marks})', tuple(ids)
        ):
            standing[stored[0]] = stored[1:]
        cursor.close()
    found: dict[str, Known] = {}
    for row in rows:
        rest = json.loads(row.rest) if row.rest else {}
        held: dict[str, Json] = {}
        if row.place in (HERE, WAITING) and shape:
            held = dict(zip(shape.fields, json_values(shape, standing[row.row]), strict=True))
        values = {**held, **rest} if rest else held
        state = Compact(
            origins.vector(row.vector),
            (origins.id(row.origin), row.counter),
            values,
            origins.exceptions(row.exceptions),
        )
        found[row.row] = Known(state, row.place, rest, row.sequence, row.via, held)
    return found


def json_values(shape: Shape, values: Sequence[Any]) -> list[Json]:
    """What SQLite keeps of a row's fields, as the JSON scalars that the change log has."""
    found = list(values)
    for place, kind in shape.converted:
        if found[place] is not None:
            found[place] = kind(found[place])
    return found


def keep(
    connection: Connection,
    origins: Origins,
    rows: Iterable[tuple[str, str, Compact, str | None, Mapping[str, Json], int | None, int]],
    sequence: int,
) -> None:
    """Writes states: table, row, state, place, rest, the origin it came from unchanged, how many conflicts."""
    connection.exec_driver_sql(
        'INSERT INTO sync_row ("table", row, vector, origin, counter, exceptions, rest, place, via,'
        " conflicts, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ' ON CONFLICT ("table", row) DO UPDATE SET vector = excluded.vector, origin = excluded.origin,'
        " counter = excluded.counter, exceptions = excluded.exceptions, rest = excluded.rest, place = excluded.place,"
        " via = excluded.via, conflicts = excluded.conflicts, sequence = excluded.sequence",
        [
            (
                table,
                row,
                origins.vector_text(state.vector),
                origins.number(state.base[0]),
                state.base[1],
                origins.exceptions_text(state.exceptions),
                encoded(rest) if rest else None,
                place,
                via,
                conflicts,
                sequence,
            )
            for table, row, state, place, rest, via, conflicts in rows
        ],
    )


def stamps(connection: Connection, origins: Origins, dots: Iterable[Dot]) -> dict[Dot, Stamp]:
    """Clock and user of each of these writes; 0 and None for one that nobody told of."""
    found: dict[Dot, Stamp] = {}
    for dot in dots:
        row = plain.rows(
            connection,
            'SELECT clock, "user" FROM sync_stamp WHERE origin = ? AND counter = ?',
            (origins.number(dot[0]), dot[1]),
        )
        found[dot] = (row[0].clock, row[0].user) if row else (0, None)
    return found
