"""Rows in which nothing has to be merged, many at once, column by column.

They are new here, or whoever tells them had seen all that is known of them here; each of their fields has one write,
and none took the row back. That is most of what ever comes in; what comes of it is what `Taking` makes row by row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, zip_longest
from typing import Any

from kamdesk.db import plain
from kamdesk.sync.book.applying import Taking
from kamdesk.sync.book.rows import chunks, flushing
from kamdesk.sync.book.shapes import Shape, shapes
from kamdesk.sync.book.states import HERE
from kamdesk.sync.book.telling import Hearer
from kamdesk.sync.merge import DELETED, Json
from kamdesk.sync.package.lines import RowLine, from_json, to_json
from kamdesk.sync.versions import Dot, Vector, includes

MOST_HEADS = 10_000
_NOTHING: Mapping[str, tuple[Dot, Json]] = {}
_Stored = tuple[str, str, int, int, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Layout:
    """In what order a table's fields stand in the values of a line; ``whole``: the sender knows of all of them."""

    shape: Shape
    fields: tuple[str, ...]
    whole: bool

    def columns(self, lines: Sequence[RowLine]) -> dict[str, Sequence[Json]]:
        """What the lines tell, by field; fields that are empty in all of them are left out."""
        told = zip(self.fields, zip_longest(*[line.values for line in lines]), strict=False)
        return {name: column for name, column in told if column.count(None) < len(column)}

    def column(self, name: str, rows: Sequence[tuple[RowLine, str, str | None]]) -> list[Json]:
        """What the lines tell of one field."""
        place = self.fields.index(name)
        return [line.values[place] if place < len(line.values) else None for line, _, _ in rows]


@lru_cache(maxsize=256)
def layout(table: str, fields: tuple[str, ...]) -> Layout | None:
    """None where the table, or a field of it, is unknown here."""
    shape = shapes().get(table)
    if shape is None or not shape.names.issuperset(fields):
        return None
    return Layout(shape, fields, shape.names.issubset(fields))


@dataclass(frozen=True, slots=True)
class _Head:
    """What its teller had seen of a row and the write of most of its fields, as the book keeps them too."""

    vector: Vector
    text: str
    origin: int
    count: int


@dataclass(slots=True)
class Plainly:
    """Takes in, for ``taking``, those lines of a package that need no merge."""

    taking: Taking
    hearer: Hearer
    _heads: dict[tuple[tuple[int, ...], tuple[int, int]], _Head] = field(default_factory=dict)
    _seen: dict[tuple[str, str], tuple[bool, bool]] = field(default_factory=dict)

    def take(self, table: str, lines: Sequence[RowLine]) -> list[RowLine]:
        """Takes in what it can of lines of one table, of which each row comes once; the lines that are left."""
        found = layout(table, tuple(self.hearer.fields(lines[0])))
        if found is None:
            return list(lines)
        left: list[RowLine] = []
        for some in chunks(lines):
            left += self._take(found, some)
        return left

    def _take(self, found: Layout, lines: Sequence[RowLine]) -> list[RowLine]:
        table, most, heads, judge = found.shape.table, len(found.fields), self._heads, self.taking.judge
        stored = self._stored(table, lines)
        fresh: list[RowLine] = []
        kept: list[tuple[object, ...]] = []
        newer: dict[tuple[str, ...], list[tuple[RowLine, str, str | None]]] = defaultdict(list)
        left: list[RowLine] = []
        for line in lines:
            head = heads.get((line.vector, line.base)) or self._head(line)
            alone = self.hearer.alone(line, head.vector) if line.exceptions else _NOTHING
            plainly = alone is not None and not line.extra and line.row and len(line.values) <= most
            here = stored.get(line.row)
            if here is None:
                if plainly and (
                    judge is None or not judge(table, line.row, self.hearer.told(line).state, None)
                ):
                    fresh.append(line)
                    kept.append((line.row, head.text, head.origin, head.count, self._text(alone)))
                else:
                    left.append(line)
                continue
            known, newer_than = self._seen_by(here[1], head)
            if known:
                self.taking.effect.known_before += 1
            elif plainly and newer_than and (names := self._differing(found, here, head, alone)):
                newer[names].append((line, head.text, self._text(alone)))
            else:
                left.append(line)
        left += self._insert(found, fresh, kept)
        for names, some in newer.items():
            left += self._update(found, names, some)
        return left

    def _stored(self, table: str, lines: Sequence[RowLine]) -> dict[str, _Stored]:
        ids = tuple(line.row for line in lines)
        cursor: Any = self.taking.connection.connection.cursor()
        rows = cursor.execute(
            "SELECT row, vector, origin, counter, exceptions, place, rest FROM sync_row"
            f' WHERE "table" = ? AND row IN ({",".join("?" * len(ids))})',
            (table, *ids),
        ).fetchall()
        cursor.close()
        return {row[0]: row for row in rows}

    def _head(self, line: RowLine) -> _Head:
        vector, (replica, count) = self.hearer.head(line)
        origins = self.taking.origins
        head = _Head(vector, origins.vector_text(vector), origins.number(replica), count)
        if len(self._heads) < MOST_HEADS:
            self._heads[line.vector, line.base] = head
        return head

    def _seen_by(self, text: str, head: _Head) -> tuple[bool, bool]:
        """Whether who knows a vector that the book keeps had seen all that the teller had; and the other way round."""
        known = self._seen.get((text, head.text))
        if known is None:
            ours = self.taking.origins.vector(text)
            known = includes(ours, head.vector), includes(head.vector, ours)
            if len(self._seen) < MOST_HEADS:
                self._seen[text, head.text] = known
        return known

    def _differing(
        self, found: Layout, here: _Stored, head: _Head, alone: Collection[str] | None
    ) -> tuple[str, ...]:
        """The fields that may hold something else here: what one write put in place is the same everywhere.

        Empty where the row needs a merge or a judge, or where a link in it may have changed.
        """
        _, _, origin, count, exceptions, place, rest = here
        if self.taking.judge is not None or not found.whole or place is not HERE or rest is not None:
            return ()
        if count != head.count or origin != head.origin or alone is None:
            return ()
        names = alone if exceptions is None else {*alone, *from_json(exceptions)}
        if DELETED in names or not found.shape.links.keys().isdisjoint(names):
            return ()
        return tuple(sorted(names)) if len(names) > 1 else tuple(names)

    def _text(self, alone: Mapping[str, tuple[Dot, Json]] | None) -> str | None:
        if not alone:
            return None
        number = self.taking.origins.number
        kept = {name: ((number(dot[0]), dot[1], before, None),) for name, (dot, before) in alone.items()}
        return to_json(kept).decode()

    def _insert(
        self, found: Layout, lines: list[RowLine], kept: list[tuple[object, ...]]
    ) -> Sequence[RowLine]:
        """The lines, where their table can't hold them all; else they are in it."""
        if not lines:
            return ()
        table, columns = found.shape.table, found.columns(lines)
        if DELETED in columns or not found.shape.needed <= columns.keys() or not found.shape.holds(columns):
            return lines
        ids = [line.row for line in lines]
        names = ", ".join(f'"{name}"' for name in ("id", *columns))
        marks = ", ".join("?" * (len(columns) + 1))
        before = plain.first(self.taking.connection, f'SELECT max(rowid) FROM "{table}"') or 0
        with flushing(self.taking.connection):
            self.taking.connection.exec_driver_sql(
                f'INSERT INTO "{table}" ({names}) VALUES ({marks})',
                list(zip(ids, *columns.values(), strict=True)),
            )
        self._keep(table, kept, before)
        effect = self.taking.effect
        effect.written[table].update(ids)
        effect.fresh[table].update(ids)
        for name in found.shape.links.keys() & columns.keys():
            effect.linked[table, name].update(compress(ids, [each is not None for each in columns[name]]))
        return ()

    def _keep(self, table: str, kept: Sequence[tuple[object, ...]], before: int) -> None:
        """The states of rows that were put into their table behind the row number ``before``; where they are alike but
        for the id SQLite takes the ids from there.
        """
        columns = '"table", row, vector, origin, counter, exceptions, via, conflicts, sequence'
        rest = f"{self._via()}, 0, {self.taking.sequence:d}"
        alike = {each[1:] for each in kept}
        if len(alike) > 1:
            self.taking.connection.exec_driver_sql(
                f"INSERT INTO sync_row ({columns}) VALUES ('{table}', ?, ?, ?, ?, ?, {rest})", kept
            )
        else:
            self.taking.connection.exec_driver_sql(
                f"INSERT INTO sync_row ({columns}) SELECT '{table}', id, ?, ?, ?, ?, {rest}"
                f' FROM "{table}" WHERE rowid > ?',
                (*alike.pop(), before),
            )

    def _update(
        self, found: Layout, names: tuple[str, ...], rows: list[tuple[RowLine, str, str | None]]
    ) -> Sequence[RowLine]:
        """As `_insert`; ``names`` are the fields to be written, beside each line its vector and exceptions."""
        columns = {name: found.column(name, rows) for name in names}
        if not found.shape.holds(columns):
            return [line for line, _, _ in rows]
        table, ids = found.shape.table, [line.row for line, _, _ in rows]
        with flushing(self.taking.connection):
            self.taking.connection.exec_driver_sql(
                f'UPDATE "{table}" SET {", ".join(f"{_quoted(name)} = ?" for name in names)} WHERE id = ?',
                list(zip(*columns.values(), ids, strict=True)),
            )
        self.taking.connection.exec_driver_sql(
            f"UPDATE sync_row SET vector = ?, exceptions = ?, via = {self._via()}, conflicts = 0,"
            f" sequence = {self.taking.sequence:d} WHERE \"table\" = '{table}' AND row = ?",
            [(vector, exceptions, line.row) for line, vector, exceptions in rows],
        )
        self.taking.effect.written[table].update(ids)
        return ()

    def _via(self) -> str:
        return "NULL" if self.taking.via is None else str(self.taking.via)


def _quoted(name: str) -> str:
    return f'"{name}"'
