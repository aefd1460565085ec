"""Thousands of small transactions without waiting for the disk after each: only the whole book has to be safe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from kamdesk.db.copying import sync_file
from kamdesk.db.store import Store


@contextmanager
def in_haste(store: Store) -> Iterator[None]:
    """While it lasts, commits are not flushed to the disk; at its end the book is, all at once.

    For a book that nobody needs unless it is finished: if the power fails, it may be lost.
    """
    pool = store.engine.pool

    def unsafe(connection: Any, *rest: object) -> None:
        connection.execute("PRAGMA synchronous = OFF")

    event.listen(pool, "checkout", unsafe)
    try:
        yield
    finally:
        event.remove(pool, "checkout", unsafe)
        store.engine.dispose()
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    # What was folded in while nothing was flushed is still with the system alone.
    sync_file(store.path)
