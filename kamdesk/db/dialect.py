"""How SQLAlchemy speaks to a book: as to any SQLite file, and to every book alike."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Compiled
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

KEPT = 1000
"""So many compiled statements are kept: more than the program has."""


class BookDialect(SQLiteDialect_pysqlite):
    """Equal to any other of its kind: what was compiled for one book serves the next that the process opens.

    Compiling is half of what a page's first read costs.
    """

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


@cache
def compiled() -> LRUCache[Any, Compiled]:
    """The statements of this process in the form that SQLite reads."""
    return LRUCache(KEPT)
