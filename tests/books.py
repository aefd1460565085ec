"""Books for tests: real files, set up as a rep's is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from kamdesk.db.opening import new_book
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.operations.book import set_up

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""Tuesday of week 48, five in the afternoon for the rep in China."""
TODAY = date(2026, 11, 24)


def make_book(folder: Path) -> Store:
    """An empty book with its rep, as `kamdesk new` makes it."""
    store = new_book(folder / "book.kam", now=NOW)
    set_up(store, rep_name="林岚", company="岩屿建材", now=NOW)
    return store


def only(changes: Changes, table: str) -> str:
    """The id of the one row of ``table`` that was written."""
    (row_id,) = changes.of(table)
    return row_id
