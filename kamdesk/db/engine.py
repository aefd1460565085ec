"""Connections to one book file: driver, key, pragmas, transactions that say whether they write."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.dialects import registry

from kamdesk.db.dialect import compiled
from kamdesk.db.driver import driver

BUSY_SECONDS = 5.0
WRITES = "kamdesk_writes"
NUMBER = "kamdesk_number"
"""The SQL function that gives a number with a point as the change log has it: SQLite's own rounds it."""
LOG_INDEX = "-shm"
_WRITABLE = "kamdesk_writable"
BOOK = "kamdesk"
STATEMENTS = 512
"""So many prepared statements are kept a connection: the index reads with as many forms as it has numbers of ids."""

PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
)


def connect(
    path: Path,
    key: str | None,
    *,
    pragmas: tuple[str, ...] = PRAGMAS,
    read_only: bool = False,
    beside: bool = False,
    seconds: float = BUSY_SECONDS,
) -> Any:
    """A driver connection to ``path``; ``key`` comes from `key.pragma`. Begin transactions by hand.

    ``read_only`` leaves the file as it is, what stands in its write-ahead log included, and also reads where nothing
    may be written beside it. Waits ``seconds`` for a lock.
    ``beside`` somebody who has the book it does not touch the index of the log either.
    """
    mode = "ro" if read_only or beside else "rw"
    if mode == "ro" and not os.access(path.absolute().parent, os.W_OK):
        mode = "ro&immutable=1"
    elif beside and Path(f"{path}{LOG_INDEX}").exists():
        mode = "ro&readonly_shm=1"
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=seconds,
        isolation_level=None,
        cached_statements=STATEMENTS,
        check_same_thread=False,
    )
    try:
        if key:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(key)
        for pragma in pragmas:
            connection.execute(pragma)
        connection.create_function(NUMBER, 1, _number, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _number(value: float | None) -> str | None:
    return None if value is None else json.dumps(value, allow_nan=False)


def make_engine(
    path: Path,
    key: str | None,
    *,
    seconds: float = BUSY_SECONDS,
    beside: Callable[[], bool] = lambda: False,
) -> Engine:
    """An engine on the book. A connection executed with the option `WRITES` begins IMMEDIATE, others only read.

    While another process has the book, as ``beside`` tells, its connections are made only to look.
    """
    registry.register(BOOK, "kamdesk.db.dialect", "BookDialect")
    engine = create_engine(
        f"{BOOK}://",
        module=driver,
        creator=lambda: connect(path, key, seconds=seconds, beside=beside()),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=-1,
        pool_reset_on_return="rollback",
        execution_options={"compiled_cache": compiled()},
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        # The pragma makes SQLite prepare every statement anew, so it is given only where it changes something.
        if connection.info.get(_WRITABLE) is not bool(writes):
            connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
            connection.info[_WRITABLE] = bool(writes)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
