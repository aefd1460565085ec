"""The synced tables as a package names them: their fields, what each may hold, where their links lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.tables.common import Instant
from kamdesk.sync.merge import Json

CONFIDENTIAL = frozenset({"informant_assignment"})
"""Tables that no package tells in the open."""


@dataclass(frozen=True, slots=True)
class Shape:
    """``fields`` are the columns but the id; ``kinds`` what Python reads them as, ``needed`` those that must be filled.

    ``links`` say for a field to the row of which table it leads.
    """

    table: str
    fields: tuple[str, ...]
    kinds: tuple[type, ...]
    needed: frozenset[str]
    links: Mapping[str, str]

    def fault(self, values: Mapping[str, Json]) -> str | None:
        """The first field that can't hold what it is given or lacks what it must have; None for a row that fits."""
        for name, kind in zip(self.fields, self.kinds, strict=True):
            value = values.get(name)
            if value is None:
                if name in self.needed:
                    return name
            elif not fits(value, kind):
                return name
        return None


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
        )
    return found
