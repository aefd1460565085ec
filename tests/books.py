"""Books for tests: real files, set up as a rep's is."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from kamdesk.db.migrating import incarnate
from kamdesk.db.opening import new_book, open_book
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.operations.book import set_up

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""Tuesday of week 48, five in the afternoon for the rep in China."""
TODAY = date(2026, 11, 24)


def make_book(folder: Path, *, rep: str = "林岚") -> Store:
    """An empty book with its rep, as `kamdesk new` makes it; copied, since making one takes a third of a second."""
    path = folder / "book.kam"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(_bare(), path)
    incarnate(path, None, now=NOW, place=path)
    store = open_book(path, backups=folder / "backups", now=NOW)
    set_up(store, rep_name=rep, company="岩屿建材", now=NOW)
    return store


@cache
def _bare() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kamdesk-bare-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    new_book(folder / "bare.kam", now=NOW).close()
    return folder / "bare.kam"


def only(changes: Changes, table: str) -> str:
    """The id of the one row of ``table`` that was written."""
    (row_id,) = changes.of(table)
    return row_id
