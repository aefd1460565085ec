"""Rows as the lines of a package, and lines as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kamdesk.domain.errors import InputError
from kamdesk.sync.book.applying import Told
from kamdesk.sync.compact import Compact
from kamdesk.sync.merge import DELETED, Json
from kamdesk.sync.package.lines import CapsuleBody, Header, RowLine
from kamdesk.sync.versions import Dot, Vector

MOST_VECTORS = 10_000
DEEPEST = 32
"""So many lists in lists a value may be that a newer program made."""


class Teller:
    """Makes lines: knows the places in the header of each table and of each replica."""

    def __init__(self, tables: Mapping[str, Sequence[str]], origins: Sequence[str]) -> None:
        self.tables = [(name, list(fields)) for name, fields in tables.items()]
        self._places = {name: place for place, name in enumerate(tables)}
        self._fields = dict(tables)
        self.origins = list(origins)
        self._numbers = {replica: number for number, replica in enumerate(origins)}

    def origin(self, replica: str) -> int:
        return self._numbers[replica]

    def line(self, table: str, row: str, state: Compact) -> RowLine:
        fields = self._fields[table]
        values: list[Json] = [state.values.get(name) for name in fields]
        while values and values[-1] is None:
            values.pop()
        exceptions = {
            name: [
                (self.origin(dot[0]), dot[1], before, self._told(name, value))
                for dot, before, value in writes
            ]
            for name, writes in state.exceptions.items()
        }
        extra = {name: value for name, value in state.values.items() if name not in fields}
        base = self.origin(state.base[0]), state.base[1]
        return RowLine(
            self._places[table],
            row,
            tuple(self._flat(state.vector)),
            base,
            tuple(values),
            exceptions or None,
            extra or None,
        )

    def _flat(self, vector: Vector) -> list[int]:
        return [each for replica, count in vector.items() for each in (self.origin(replica), count)]

    def _told(self, name: str, value: Json) -> Json:
        return [value["at"], self._flat(value["seen"])] if name == DELETED and value is not None else value


class Unwritten(Exception):
    """Somebody tells of writes of this book that it never made."""


class Hearer:
    """Understands the lines of one package, or of a capsule in it. Raises InputError where one says what can't be.

    ``wrote``: how many writes this book made under its present id; who says to know more raises Unwritten.
    """

    def __init__(self, header: Header | CapsuleBody, path: Path, wrote: Vector | None = None) -> None:
        self._wrote = wrote or {}
        self._origins = header.origins
        self._tables = header.tables
        self._path = path
        self._vectors: dict[tuple[int, ...], Mapping[str, int]] = {}
        self._fields = [dict.fromkeys(fields) for _, fields in header.tables]

    def table(self, line: RowLine) -> str:
        if not 0 <= line.table < len(self._tables):
            raise self._fault()
        return self._tables[line.table][0]

    def fields(self, line: RowLine) -> Sequence[str]:
        """What its values are called. To be asked once it is known that its table is (`table`)."""
        return self._tables[line.table][1]

    def head(self, line: RowLine) -> tuple[Vector, Dot]:
        """What the row's teller had seen of it, and the write of most of its fields."""
        vector, base = self._vector(line.vector), self.dot(*line.base)
        if base[1] > vector.get(base[0], 0):
            raise self._fault()
        return vector, base

    def alone(self, line: RowLine, vector: Vector) -> Mapping[str, tuple[Dot, Json]] | None:
        """Of each field that another write than most put in place, that write and what stood before; None where
        several did, or one that took the row back.
        """
        found: dict[str, tuple[Dot, Json]] = {}
        for name, writes in (line.exceptions or {}).items():
            if name not in self._fields[line.table] or not writes:
                raise self._fault()
            if len(writes) > 1 or name == DELETED:
                return None
            ((origin, count, before, _),) = writes
            dot = self.dot(origin, count)
            if dot[1] > vector.get(dot[0], 0):
                raise self._fault()
            found[name] = dot, self._kept(before)
        return found

    def told(self, line: RowLine) -> Told:
        fields = self._tables[line.table][1]
        if len(line.values) > len(fields) or not line.row:
            raise self._fault()
        values: dict[str, Json] = self._fields[line.table].copy()
        values.update(zip(fields, line.values, strict=False))
        if line.extra:
            values.update((name, self._kept(value)) for name, value in line.extra.items())
        vector, base = self.head(line)
        exceptions: dict[str, list[tuple[Dot, Json, Json]]] = {}
        for name, writes in (line.exceptions or {}).items():
            if name not in values or not writes:
                raise self._fault()
            exceptions[name] = [
                (self.dot(origin, count), self._kept(before), self._heard(name, value))
                for origin, count, before, value in writes
            ]
        state = Compact(vector, base, values, exceptions)
        if exceptions and any(count > vector.get(replica, 0) for replica, count in state.dots()):
            raise self._fault()
        return Told(line.row, state)

    def dot(self, origin: int, count: int) -> Dot:
        if not 0 <= origin < len(self._origins) or not 0 < count < 2**63:
            raise self._fault()
        return self._origins[origin], count

    def _vector(self, flat: Sequence[int]) -> Vector:
        """One object for all rows with the same: it is never written to."""
        known = self._vectors.get(key := tuple(flat))
        if known is None:
            if len(flat) % 2:
                raise self._fault()
            known = dict(self.dot(flat[n], flat[n + 1]) for n in range(0, len(flat), 2))
            if len(known) * 2 != len(flat):
                raise self._fault()
            if any(known.get(replica, 0) > count for replica, count in self._wrote.items()):
                raise Unwritten
            if len(self._vectors) < MOST_VECTORS:
                self._vectors[key] = known
        return known

    def _heard(self, name: str, value: Json) -> Json:
        if name != DELETED or value is None:
            return self._kept(value)
        match value:
            case [str(at), [*flat]] if all(type(each) is int for each in flat):
                return {"at": at, "seen": self._vector(flat)}
        raise self._fault()

    def _kept(self, value: Json, deepest: int = DEEPEST) -> Json:
        """The value itself; what can't be read from the book again, for lists in lists, must not come in."""
        if isinstance(value, list | dict):
            if not deepest:
                raise self._fault()
            for each in value.values() if isinstance(value, dict) else value:
                self._kept(each, deepest - 1)
        return value

    def _fault(self) -> InputError:
        return InputError("package_damaged", path=self._path)
