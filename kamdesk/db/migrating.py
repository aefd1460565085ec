"""Brings a book to the newest schema, on a copy that takes its place only when it is whole."""

from __future__ import annotations

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine

from kamdesk.db.copying import copy_book, put_in_place, remove_book
from kamdesk.db.driver import driver
from kamdesk.db.engine import connect
from kamdesk.db.inspection import APPLICATION_ID, SCHEMA, faults
from kamdesk.domain.errors import BookError


def upgrade(path: Path, key: str | None) -> None:
    """Runs the missing steps on the book at ``path``, in one transaction."""
    engine = create_engine("sqlite://", module=driver, creator=lambda: connect(path, key))
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            _run(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
            connection.exec_driver_sql("COMMIT")
    finally:
        engine.dispose()


def _run(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def migrate(path: Path, key: str | None, *, encrypted: bool, backup: Path) -> None:
    """Brings an older book up to date; ``backup`` keeps it as it was.

    The steps run on a copy beside the book. Only a copy found sound replaces the book, in one rename;
    ended at any moment before, the book is the old one. Raises BookError where it
    doesn't come out sound.
    """
    copy_book(path, key, backup, key)
    work = path.with_name(f"{path.name}.migrating")
    remove_book(work)
    copy_book(path, key, work, key)
    upgrade(work, key)
    connection = connect(work, key)
    try:
        found = faults(connection, encrypted=encrypted)
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
    if found:
        remove_book(work)
        raise BookError("migration_failed", path=path, backup=backup, fault=found[0])
    fold(path, key)
    put_in_place(work, path)


def fold(path: Path, key: str | None) -> None:
    """Brings the write-ahead log into the book's file, so that the file alone is the book."""
    connection = connect(path, key, pragmas=())
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def create(path: Path, key: str | None) -> None:
    """Makes an empty book at ``path``, which must not exist: the steps from nothing to the newest schema."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    os.close(descriptor)
    upgrade(path, key)
