"""Connections to one book file: driver, key, pragmas, transactions that say whether they write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from kamdesk.db.driver import driver

BUSY_SECONDS = 5.0
WRITES = "kamdesk_writes"

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
)


def connect(
    path: Path, key: str | None, *, pragmas: tuple[str, ...] = PRAGMAS, read_only: bool = False
) -> Any:
    """A driver connection to ``path``; ``key`` comes from `key.pragma`. Begin transactions by hand."""
    mode = "ro" if read_only else "rw"
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if key:
            connection.execute(key)
        for pragma in pragmas:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def make_engine(path: Path, key: str | None) -> Engine:
    """An engine on the book. A connection executed with the option `WRITES` begins IMMEDIATE, others read."""
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        pool_reset_on_return="rollback",
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
