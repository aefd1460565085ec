"""Brings a book to the newest schema, on a copy that takes its place only when it is whole."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError

from kamdesk.db.adopting import adopt
from kamdesk.db.copying import (
    copy_book,
    in_the_making,
    log_ahead,
    make_private,
    put_in_place,
    remove_book,
    settle,
    told_as_copy,
)
from kamdesk.db.driver import driver
from kamdesk.db.engine import WRITES, connect, make_engine
from kamdesk.db.incarnation import begin, forget_acknowledged, same_book
from kamdesk.db.inspection import APPLICATION_ID, SCHEMA, faults, is_full
from kamdesk.domain.errors import BookError

STEPS = Path(__file__).parent / "migrations"
NEWEST = STEPS / "newest.sql"
"""What the steps make of nothing; `tools/make_schema.py` writes it."""


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
    # Only a book that is new or old needs the library; every other start does without.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def lay_out(path: Path, key: str | None) -> None:
    """Makes the empty file at ``path`` an empty book at the newest schema, at once: as all the steps would."""
    marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA};"
    with closing(connect(path, key, pragmas=())) as connection:
        connection.executescript(f"BEGIN IMMEDIATE;\n{NEWEST.read_text('utf-8')}{marks} COMMIT;")


def migrate(path: Path, key: str | None, *, backup: Path) -> None:
    """Brings an older book up to date; ``backup`` keeps it as it was. The caller holds the book's lock.

    The steps run on a copy beside the book. Only a copy found sound replaces the book, in one rename;
    ended at any moment before, the book is the old one. Raises BookError where it
    doesn't come out sound.
    """
    copy_book(path, backup, key)
    work = path.with_name(f"{path.name}.migrating")
    remove_book(work)
    with told_as_copy(path), in_the_making(work):
        copy_book(path, work, key)
        try:
            upgrade(work, key)
            _adopt(work, key)
            found = verify(work, key)
        except DBAPIError as error:
            if is_full(path.parent):
                raise BookError("disk_full", path=path) from error
            found = [str(error.orig)]
        if found:
            raise BookError("migration_failed", path=path, backup=backup, fault=found[0])
        same_book(work, key, path)
        log_ahead(work, key)
        settle(path, key)
        put_in_place(work, path)


def _adopt(path: Path, key: str | None) -> None:
    engine = make_engine(path, key)
    try:
        with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            adopt(connection)
    finally:
        engine.dispose()


def verify(path: Path, key: str | None) -> list[str]:
    """What is wrong with the copy at ``path``; empty for a sound one. Raises BookError where there is no room."""
    with closing(connect(path, key, pragmas=(), read_only=True)) as connection:
        found = faults(connection, encrypted=key is not None)
    if found and is_full(path.parent):
        raise BookError("disk_full", path=path)
    return found


def incarnate(path: Path, key: str | None, *, now: datetime, place: Path, again: bool = False) -> None:
    """Gives this copy of the book a replica id at random: counters of another copy are never reused.

    ``place`` is where it is going to lie; ``again``: it was another replica before.
    """
    engine = make_engine(path, key)
    try:
        with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            begin(connection, now, file=path, place=place)
            if again:
                forget_acknowledged(connection)
    finally:
        engine.dispose()


def create(path: Path, key: str | None, *, now: datetime) -> None:
    """Makes an empty book with a replica of its own. It appears at ``path``, where nothing may be, when it is whole.

    The caller holds the book's lock.
    """
    work = path.with_name(f"{path.name}.making")
    remove_book(work)
    with in_the_making(work):
        make_private(work)
        lay_out(work, key)
        incarnate(work, key, now=now, place=path)
        log_ahead(work, key)
        put_in_place(work, path)
