"""Opens a book, or says why not; makes a new one."""

from __future__ import annotations

import getpass
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from filelock import FileLock, Timeout
from sqlalchemy import insert

from kamdesk.db import tables as t
from kamdesk.db.copying import remove_book
from kamdesk.db.driver import driver
from kamdesk.db.engine import BUSY_SECONDS, connect, make_engine
from kamdesk.db.inspection import SCHEMA, examine, faults, refuse_network_folder
from kamdesk.db.key import Secret, pragma
from kamdesk.db.migrating import create, migrate
from kamdesk.db.store import NewId, Store, random_id
from kamdesk.domain.errors import BookError


def open_book(
    path: Path,
    secret: Secret = None,
    *,
    backups: Path,
    now: datetime,
    user: str | None = None,
    new_id: NewId = random_id,
) -> Store:
    """Opens the book at ``path``, brings it to the newest schema, checks it where it was left unclean.

    ``backups`` is the folder where the book as it was is kept before a migration. Raises BookError with what
    is wrong: missing, foreign, newer, cut short, damaged, locked, wrong key, on a network share.
    """
    found = examine(path, secret)
    if found.schema < SCHEMA:
        with _alone(path):
            kept = backups / f"{path.stem}-schema{found.schema}-{now:%Y%m%dT%H%M%S}{path.suffix}"
            migrate(path, found.key, encrypted=found.key is not None, backup=kept)
    if found.unclean:
        refuse_damaged(path, found.key)
    engine = make_engine(path, found.key)
    return Store(
        path=path,
        engine=engine,
        key=found.key,
        unclean=found.unclean,
        user=user or getpass.getuser(),
        new_id=new_id,
    )


def refuse_damaged(path: Path, key: str | None) -> None:
    """Raises BookError where SQLite's quick check finds a fault."""
    try:
        connection = connect(path, key, pragmas=())
        try:
            result = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    except driver.DatabaseError as error:
        raise BookError("book_damaged", path=path) from error
    if result != "ok":
        raise BookError("book_damaged", path=path)


def new_book(
    path: Path, secret: Secret = None, *, now: datetime, user: str | None = None, new_id: NewId = random_id
) -> Store:
    """Makes an empty book at ``path`` with a replica of its own. Raises BookError where a file is there."""
    refuse_network_folder(path)
    key = pragma(secret, None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create(path, key)
    except FileExistsError:
        raise BookError("book_exists", path=path) from None
    except (OSError, driver.Error) as error:
        raise BookError("book_unwritable", path=path, reason=str(error)) from error
    try:
        store = Store(
            path=path, engine=make_engine(path, key), key=key, user=user or getpass.getuser(), new_id=new_id
        )
        incarnate(store, now=now)
    except BaseException:
        remove_book(path)
        raise
    return store


def incarnate(store: Store, *, now: datetime) -> None:
    """Gives this copy of the book a replica id at random: counters of another copy are never reused."""
    with store.write_local() as connection:
        connection.execute(insert(t.replica).values(id=random_id(), since=now))


def check_book(path: Path, secret: Secret = None) -> list[str]:
    """What is wrong in the whole file; empty for a sound book. Raises BookError as `open_book` does."""
    found = examine(path, secret)
    connection = connect(path, found.key, pragmas=())
    try:
        return faults(connection, encrypted=found.key is not None)
    finally:
        connection.close()


def seeded_ids(seed: int, start: datetime) -> Callable[[], str]:
    """Ids of the form of UUIDv7 that depend on ``seed`` alone, for a book made by a program."""
    source = random.Random(seed)
    moment = int(start.timestamp() * 1000)

    def make() -> str:
        nonlocal moment
        moment += 1
        value = (moment & (1 << 48) - 1) << 80 | 0x7 << 76 | source.getrandbits(12) << 64
        return str(UUID(int=value | 0b10 << 62 | source.getrandbits(62)))

    return make


def _alone(path: Path) -> FileLock:
    lock = FileLock(f"{path}.lock", timeout=BUSY_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        raise BookError("book_in_use", path=path) from None
    return lock
