"""Writes down what the steps of ``kamdesk/db/migrations`` make of nothing, so that a new book needn't go through them.

python tools/make_schema.py
"""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from kamdesk.db.engine import connect
from kamdesk.db.migrating import NEWEST, upgrade

HEAD = "-- An empty book at the newest schema, made from its steps by tools/make_schema.py. Never edited by hand.\n"


def schema() -> str:
    """The statements that make an empty book, each on lines of its own, in the order of the steps."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.kam"
        path.touch()
        upgrade(path, None)
        with closing(connect(path, None)) as book:
            rows = book.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
            virtual = [name for name, sql in rows if sql.startswith("CREATE VIRTUAL")]
            # The parts of a virtual table come with it.
            parts = tuple(f"{name}_" for name in virtual) or ("sqlite_",)
            made = [(name, sql) for name, sql in rows if not name.startswith(parts)]
            tables = [name for name, sql in made if sql.startswith("CREATE TABLE")]
            given = [text for name in tables for text in _rows(book, name)]
    return HEAD + "".join(f"{text.rstrip()};\n" for text in [*(sql for _, sql in made), *given])


def _rows(book: Any, table: str) -> list[str]:
    """The statements that write what the steps left in ``table``."""
    columns = [row[1] for row in book.execute(f'PRAGMA table_info("{table}")')]
    values = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    found = book.execute(f'SELECT {values} FROM "{table}" ORDER BY 1').fetchall()
    return [f'INSERT INTO "{table}" VALUES ({row})' for (row,) in found]


def stale_schema() -> bool:
    """Whether the file is not what the steps give."""
    return not NEWEST.is_file() or NEWEST.read_text("utf-8") != schema()


if __name__ == "__main__":
    NEWEST.write_text(schema(), encoding="utf-8")
