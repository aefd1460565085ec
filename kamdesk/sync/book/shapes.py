"""The synced tables as a package names them: their fields, what each may hold, where their links lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, cached_property, lru_cache
from typing import Any

from sqlalchemy import Date

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.tables.common import Instant
from kamdesk.sync.merge import Json

CONFIDENTIAL = frozenset({"informant_assignment", "informant_share"})
"""Tables that no package tells in the open."""


@dataclass(frozen=True)
class Shape:
    """``fields`` are the columns but the id; ``kinds`` what Python reads them as, ``needed`` those that must be filled.

    ``links`` say for a field to the row of which table it leads; ``forms`` which texts are days and which moments.
    """

    table: str
    fields: tuple[str, ...]
    kinds: tuple[type, ...]
    needed: frozenset[str]
    links: Mapping[str, str]
    forms: Mapping[str, str]

    def fault(self, values: Mapping[str, Json]) -> str | None:
        """The first field that can't hold what it is given or lacks what it must have; None for a row that fits."""
        get = values.get
        for name, types, check in self._plan:
            value = get(name)
            if type(value) not in types or (check is not None and value is not None and not check(value)):
                return name
        return None

    def holds(self, columns: Mapping[str, Sequence[Json]]) -> bool:
        """Whether all these values, field by field, fit."""
        for name, types, check in self._plan:
            column = columns.get(name, ())
            if not types.issuperset(map(type, column)):
                return False
            if check is not None and not all(map(check, set(column) - {None})):
                return False
        return True

    @cached_property
    def _plan(self) -> tuple[tuple[str, frozenset[type], Callable[[Any], bool] | None], ...]:
        """For each field what its value's type may be, and what else is asked of it."""
        return tuple(
            (
                name,
                _TYPES[kind] | (frozenset() if name in self.needed else {type(None)}),
                _is_small if kind is int else _CHECKS.get(self.forms.get(name, "")),
            )
            for name, kind in zip(self.fields, self.kinds, strict=True)
        )

    @cached_property
    def converted(self) -> tuple[tuple[int, type], ...]:
        """The fields, by their places, that SQLite keeps otherwise than JSON says them."""
        return tuple((place, kind) for place, kind in enumerate(self.kinds) if kind in (bool, float))

    @cached_property
    def names(self) -> frozenset[str]:
        """The fields, to be compared with."""
        return frozenset(self.fields)


def _is_small(value: int) -> bool:
    return abs(value) < 2**63


@lru_cache(maxsize=4096)
def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).utcoffset() == timedelta(0)
    except ValueError:
        return False


_TYPES: Mapping[type, frozenset[type]] = {
    str: frozenset({str}),
    bool: frozenset({bool}),
    int: frozenset({int}),
    float: frozenset({float, int}),
}
_CHECKS: Mapping[str, Callable[[Any], bool]] = {"day": _is_day, "moment": _is_moment}


def fits(value: Json, kind: type) -> bool:
    """Whether a JSON scalar can stand in a column that is read as ``kind``."""
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
    return isinstance(value, kind)


def as_domain(table: str, field: str, value: Json) -> Any:
    """A JSON scalar as the domain has it: days and moments are no texts there. Raises ValueError for what is none."""
    if value is None:
        return None
    column = t.metadata.tables[table].c[field]
    if isinstance(column.type, Instant):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if column.type.python_type is date else value


@cache
def shapes() -> Mapping[str, Shape]:
    """Every synced table by its name, in the order of their names."""
    found: dict[str, Shape] = {}
    for name in sorted(map(str, BY_TABLE)):
        table = t.metadata.tables[name]
        columns = [column for column in table.columns if column.name != "id"]
        kinds = tuple(
            str
            if isinstance(column.type, Instant) or column.type.python_type not in (int, float, bool)
            else column.type.python_type
            for column in columns
        )
        found[name] = Shape(
            name,
            tuple(str(column.name) for column in columns),
            kinds,
            frozenset(str(column.name) for column in columns if not column.nullable),
            {
                str(column.name): str(key.column.table.name)
                for column in columns
                for key in column.foreign_keys
            },
            {
                str(column.name): "moment" if isinstance(column.type, Instant) else "day"
                for column in columns
                if isinstance(column.type, Instant | Date)
            },
        )
    return found
