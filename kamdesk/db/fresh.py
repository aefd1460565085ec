"""New rows by the hundred thousand: written and recorded like any others, without an object of the session for each.

A session keeps an object of each row that notices every assignment; an import makes six rows for a line of a list and
reads none of them again. What is made here goes to the driver in batches, and its part of the change log with it, in
the form that a flush gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Date
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from kamdesk.db.mapping import CLASSES
from kamdesk.domain.row import Row


class Fresh:
    """A row that a transaction is about to write (`Transaction.make`): its kind and its fields.

    ``written``: it stands in the book, and what is to be changed in it is changed there.
    """

    __slots__ = ("kind", "values", "written")

    def __init__(self, kind: type[Row], values: dict[str, Any]) -> None:
        shape = shape_of(kind)
        if not shape.known.issuperset(values) or not shape.required <= values.keys():
            wrong = values.keys() ^ (shape.required | (shape.known & values.keys()))
            raise TypeError(f"{kind.__name__} is not made with {sorted(wrong)}")
        self.kind = kind
        self.values = values
        self.written = False

    @property
    def id(self) -> str:
        """The row's id."""
        return self.values["id"]

    def get(self, field: str) -> Any:
        """A field's value, the kind's own where it was not said."""
        return self.values[field] if field in self.values else shape_of(self.kind).usual[field]

    def update(self, values: Mapping[str, object]) -> None:
        """Sets fields. Raises AttributeError for a name that is none, RuntimeError once the row is written."""
        if self.written:
            raise RuntimeError("a row that was written is changed through the session")
        shape = shape_of(self.kind)
        for name in values:
            if name not in shape.known or name == "id":
                raise AttributeError(f"{self.kind.__name__} has no field {name}")
        self.values.update(values)


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of a kind are written: ``insert`` takes the values in the order of ``names``.

    ``binding``: by field, what makes of a value the one that SQLite keeps. ``usual``: what a field is if unsaid.
    """

    table: str
    names: tuple[str, ...]
    known: frozenset[str]
    required: frozenset[str]
    usual: dict[str, Any]
    days: frozenset[str]
    binding: dict[str, Callable[[Any], Any]]
    insert: str


@cache
def shape_of(kind: type[Row]) -> Shape:
    """The shape of a kind's rows."""
    table, dialect = CLASSES[kind], SQLiteDialect()
    columns = {column.key: column for column in table.columns}
    own = {field.name: field for field in fields(kind)}
    names = tuple(name for name in columns if name in own)
    bound = {
        name: make
        for name in names
        if (make := columns[name].type.dialect_impl(dialect).bind_processor(dialect)) is not None
    }
    places = ", ".join("?" * len(names))
    listed = ", ".join(f'"{columns[name].name}"' for name in names)
    return Shape(
        table=table.name,
        names=names,
        known=frozenset(names),
        required=frozenset(name for name in names if own[name].default is MISSING),
        usual={name: own[name].default for name in names if own[name].default is not MISSING},
        days=frozenset(name for name in names if isinstance(columns[name].type, Date)),
        binding=bound,
        insert=f'INSERT INTO "{table.name}" ({listed}) VALUES ({places})',
    )


def insert(connection: Connection, rows: Sequence[Fresh]) -> None:
    """Writes rows of one kind; recording them is the caller's."""
    shape = shape_of(rows[0].kind)
    plan = [(name, shape.usual.get(name), shape.binding.get(name)) for name in shape.names]
    kept: list[tuple[Any, ...]] = []
    for row in rows:
        values = row.values
        for name in shape.days:
            if isinstance(values.get(name), datetime):
                raise TypeError(f"{name} is a day, not a moment")
        bound: list[Any] = []
        for name, usual, bind in plan:
            value = values.get(name, usual)
            bound.append(bind(value) if bind and value is not None else value)
        kept.append(tuple(bound))
        row.written = True
    connection.exec_driver_sql(shape.insert, kept)
