"""The tables of what is found out are declared late: a book is opened and its day read without them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.db.tables.local import LOCAL
from kamdesk.db.tables.sync import SYNC
from kamdesk.domain.knowledge import KINDS

PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from kamdesk.db.opening import open_book
from kamdesk.reads.today import today_board
NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
store = open_book(Path(sys.argv[1]), None, backups=Path(sys.argv[1]).parent, now=NOW)
today_board(store, now=NOW)
store.close()
print(*sorted(name for name in sys.modules if name.startswith("kamdesk.")), sep="\\n")
"""
LATE = (
    "kamdesk.db.tables.knowledge",
    "kamdesk.domain.knowledge",
    "kamdesk.db.index.writing",
    "kamdesk.db.migrating",
)


def test_a_day_is_read_without_them(book: Store) -> None:
    path = book.path
    book.close()
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)], check=True, capture_output=True, text=True, timeout=120
    )
    loaded = set(ran.stdout.split())
    assert "kamdesk.db.tables" in loaded
    assert sorted(loaded.intersection(LATE)) == []


def test_asked_for_all_are_there() -> None:
    assert set(KINDS) <= set(t.metadata.tables)
    assert {table.name for table in t.metadata.tables.values()} - t.RECORDED == {
        table.name for table in LOCAL | SYNC
    }
    assert all(getattr(t, kind) is t.metadata.tables[kind] for kind in KINDS if kind in t.__all__)


def test_what_is_no_table_is_none() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        t.nonsense  # noqa: B018
