"""Reads by the driver itself, for what runs several times in every write and at every key of a search.

SQLAlchemy takes some tenths of a millisecond for a statement that SQLite answers in hundredths.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

_SOME = 256


def rows(connection: Connection, statement: str, values: tuple[object, ...] = ()) -> list[Any]:
    """The rows of a SELECT, their columns by name and by place; what SQLite keeps as text comes as text."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(statement, values)
        shape = _shape(tuple(column[0] for column in cursor.description))
        return list(map(shape._make, cursor.fetchall()))
    finally:
        cursor.close()


def tuples(
    connection: Connection, statement: str, values: tuple[object, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    """The rows of a SELECT as they come, by place alone: for those of which there are a hundred thousand."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(statement, values)
        while some := cursor.fetchmany(_SOME):
            yield from some
    finally:
        cursor.close()


def every(connection: Connection, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
    """All rows of a SELECT at once, by place alone."""
    cursor = connection.connection.cursor()
    try:
        return cursor.execute(statement, values).fetchall()
    finally:
        cursor.close()


def first(connection: Connection, statement: str, values: tuple[object, ...] = ()) -> Any:
    """The first value of the first row; None where there is no row."""
    cursor = connection.connection.cursor()
    try:
        row = cursor.execute(statement, values).fetchone()
    finally:
        cursor.close()
    return None if row is None else row[0]


@lru_cache(maxsize=256)
def _shape(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", columns, rename=True)
