"""Secrets taken out of the book: nothing of them stays in its file, where what is deleted otherwise lies on unseen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import DBAPIError

from kamdesk.db import tables as t
from kamdesk.db.driver import driver
from kamdesk.db.store import Store


@contextmanager
def forgetting(store: Store) -> Iterator[Connection]:
    """A transaction as `Store.write_local`: of what it takes out of the table ``book`` no byte is left in the file.

    The table is written anew, its pages wiped, and the log beside the book folded in and cut; where somebody reads the
    book meanwhile, the log goes when it is closed. Backups made before keep what they have.
    """
    with store.write_local() as connection:
        before = connection.exec_driver_sql("PRAGMA secure_delete").scalar()
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
        try:
            yield connection
            rows = [dict(row) for row in connection.execute(select(t.book)).mappings()]
            # Without a WHERE whole pages are freed, and so wiped with what older rows left between the rows of today.
            connection.exec_driver_sql("DELETE FROM book")
            connection.execute(insert(t.book), rows)
        finally:
            connection.exec_driver_sql(f"PRAGMA secure_delete = {before or 0}")
    with suppress(DBAPIError, driver.Error), store.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
