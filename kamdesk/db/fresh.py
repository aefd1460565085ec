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

from sqlalchemy import Boolean, Column, Connection, Date, Float
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from kamdesk.db import plain
from kamdesk.db.engine import NUMBER
from kamdesk.db.mapping import CLASSES
from kamdesk.domain.row import Row


class Fresh:
    """A row that a transaction is about to write (`Transaction.make`): its kind and its fields.

    ``written``: it stands in the book, and what is to be changed in it is changed there.
    """

    __slots__ = ("kind", "values", "written")

    def __init__(self, kind: type[Row], values: dict[str, Any]) -> None:
        shape = shape_of(kind)
        if not shape.known.issuperset(values) or not shape.required.issubset(values):
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

    ``binding``: by field, what makes of a value the one that SQLite keeps. ``usual``: what a field is if unsaid;
    ``every``: the same of all fields, in the order of ``names``.
    """

    table: str
    names: tuple[str, ...]
    known: frozenset[str]
    required: frozenset[str]
    usual: dict[str, Any]
    every: dict[str, Any]
    days: frozenset[str]
    binding: dict[str, Callable[[Any], Any]]
    insert: str
    log: str


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
        every={name: own[name].default if own[name].default is not MISSING else None for name in names},
        days=frozenset(name for name in names if isinstance(columns[name].type, Date)),
        binding=bound,
        log=_log_of(table.name, {name: columns[name] for name in names}),
        insert=f'INSERT INTO "{table.name}" ({listed}) VALUES ({places})',
    )


def insert(connection: Connection, rows: Sequence[Fresh], operation: int | None) -> None:
    """Writes rows of one kind, and what the change log says of them as ``operation``: nothing where that is None."""
    shape = shape_of(rows[0].kind)
    kept: list[tuple[Any, ...]] = []
    bound: dict[str, tuple[Any, Any]] = {}
    for row in rows:
        values = row.values
        for name in shape.days:
            if isinstance(values.get(name), datetime):
                raise TypeError(f"{name} is a day, not a moment")
        full = {**shape.every, **values}
        for name, bind in shape.binding.items():
            value = full[name]
            if value is not None:
                before = bound.get(name)
                if before is None or before[0] is not value:
                    before = bound[name] = value, bind(value)
                full[name] = before[1]
        kept.append(tuple(full.values()))
        row.written = True
    last = plain.first(connection, f'SELECT max(rowid) FROM "{shape.table}"') or 0
    connection.exec_driver_sql(shape.insert, kept)
    if operation is not None:
        connection.exec_driver_sql(shape.log, (operation, last))


def _log_of(table: str, columns: Mapping[str, Column[Any]]) -> str:
    """The statement that logs, as operation ?1, the rows of a table behind the one with the rowid ?2.

    SQLite makes the JSON scalars, in the form of `recording.scalar`: that takes a third of the time.
    """
    fields = [name for name in columns if name != "id"]
    said = " ".join(f"WHEN {place} THEN {_scalar(columns[name])}" for place, name in enumerate(fields))
    listed = ", ".join(f"({place}, '{name}')" for place, name in enumerate(fields))
    return (
        'INSERT INTO change (operation, "table", "row", field, old, new) SELECT * FROM ('
        f"SELECT ?1, '{table}', made.id, fields.column2, NULL, CASE fields.column1 {said} END AS said"
        f' FROM "{table}" AS made CROSS JOIN (VALUES {listed}) AS fields WHERE made.rowid > ?2)'
        " WHERE said IS NOT NULL"
    )


def _scalar(column: Column[Any]) -> str:
    value = f'made."{column.name}"'
    if isinstance(column.type, Boolean):
        return f"CASE {value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"
    if isinstance(column.type, Float):
        return f"{NUMBER}({value})"
    return f"CASE WHEN {value} IS NOT NULL THEN json_quote({value}) END"
