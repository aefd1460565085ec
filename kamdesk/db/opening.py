"""Opens a book, or says why not; makes a new one."""

from __future__ import annotations

import errno
import os
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kamdesk.db.beside import Beside, lock_of
from kamdesk.db.circles import part_aliases
from kamdesk.db.copying import COMPANIONS, free_name, log_ahead
from kamdesk.db.driver import driver
from kamdesk.db.engine import make_engine
from kamdesk.db.ids import NewId, random_id, seeded_ids
from kamdesk.db.incarnation import notice_copy
from kamdesk.db.inspection import (
    DAMAGE,
    NO_ROOM,
    SCHEMA,
    Examined,
    examine,
    faults,
    open_as_it_is,
    said,
)
from kamdesk.db.key import Secret, pragma
from kamdesk.db.locking import alone, take
from kamdesk.db.network import refuse_network_folder
from kamdesk.db.store import Store, user_name
from kamdesk.domain.errors import BookError

__all__ = ["check_book", "new_book", "open_book", "seeded_ids"]

_WORK = (".making", ".migrating", ".migrating.part", ".restoring", ".restoring.part", ".rekeying")


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

    ``backups`` is the folder where the book as it was is kept before a migration. A book that is not encrypted opens
    whatever ``secret`` is given; `Store.key` says which it is. Raises BookError with what is wrong: missing, foreign,
    newer, cut short, damaged, locked, wrong key, read-only, on a network share.
    """
    path = path.resolve()
    found = _made_ready(path, examine(path, secret), secret, backups, now)
    beside = Beside(lock_of(path))
    store = Store(
        path=path,
        engine=make_engine(path, found.key, beside=beside),
        key=found.key,
        beside=beside,
        unclean=found.unclean,
        user=user or user_name(),
        new_id=new_id,
    )
    try:
        notice_copy(store, now=now)
        part_aliases(store, now=now)
    except BookError as error:
        # Who has it open has noticed.
        if error.code not in ("book_in_use", "book_busy"):
            store.close()
            raise
    return store


def _made_ready(path: Path, found: Examined, secret: Secret, backups: Path, now: datetime) -> Examined:
    """Brings the book into the form in which it is used: the newest schema, a log beside it, no remains."""
    for place in (path, path.parent):
        if not os.access(place, os.W_OK):
            raise BookError("book_read_only", path=path, reason=os.strerror(errno.EROFS))
    if found.schema < SCHEMA or not found.logs_ahead or _remains(path):
        with alone(path):
            _clear(path)
            found = examine(path, secret, alone=True)
            if found.schema < SCHEMA:
                stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
                kept = free_name(backups / f"{path.stem}-schema{found.schema}-{stamp}{path.suffix}")
                from kamdesk.db.migrating import migrate  # needs what a book of today's schema opens without

                migrate(path, found.key, backup=kept)
            elif not found.logs_ahead:
                log_ahead(path, found.key)
        return examine(path, secret)
    if found.unclean:
        return _checked(path, found)
    return found


def _checked(path: Path, found: Examined) -> Examined:
    """A book left unclean, found sound; one that another process has open was not left."""
    lock = lock_of(path)
    try:
        take(lock, path, seconds=0)
    except BookError as error:
        if error.code != "book_in_use":
            raise
        return replace(found, unclean=False)
    try:
        refuse_damaged(path, found.key, alone=True)
    finally:
        lock.release()
    return found


def _remains(path: Path) -> list[Path]:
    """What a making, migration, restoring or rekeying of this book left behind when its process was ended."""
    parts = (Path(f"{path}{work}{companion}") for work in _WORK for companion in COMPANIONS)
    return [part for part in parts if part.exists()]


def _clear(path: Path) -> None:
    for part in _remains(path):
        part.unlink(missing_ok=True)


def refuse_damaged(path: Path, key: str | None, *, alone: bool = False) -> None:
    """Raises BookError where SQLite's quick check finds a fault. ``alone`` as in `open_as_it_is`."""
    try:
        with closing(open_as_it_is(path, key, alone=alone)) as connection:
            result = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except DAMAGE as error:
        raise said(error, path) from error
    if result != "ok":
        raise BookError("book_damaged", path=path)


def new_book(
    path: Path, secret: Secret = None, *, now: datetime, user: str | None = None, new_id: NewId = random_id
) -> Store:
    """Makes an empty book at ``path`` with a replica of its own. Raises BookError where a file is there."""
    path = path.parent.resolve() / path.name
    refuse_network_folder(path)
    if os.path.lexists(path):
        raise BookError("book_exists", path=path)
    key = pragma(secret, None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with alone(path):
            if os.path.lexists(path):
                raise BookError("book_exists", path=path)
            from kamdesk.db.migrating import create

            create(path, key, now=now)
    except BookError as error:
        if error.code != "book_read_only":
            raise
        raise BookError("book_unwritable", path=path, reason=error.values["reason"]) from error
    except DBAPIError as error:
        raise _unmade(path, error.orig) from error
    except (OSError, driver.Error) as error:
        raise _unmade(path, error) from error
    beside = Beside(lock_of(path))
    engine = make_engine(path, key, beside=beside)
    return Store(path=path, engine=engine, key=key, user=user or user_name(), new_id=new_id, beside=beside)


def _unmade(path: Path, error: BaseException | None) -> BookError:
    if isinstance(error, OSError):
        full = error.errno in NO_ROOM
    else:
        by_driver = isinstance(error, driver.Error)
        full = by_driver and isinstance(error, Exception) and said(error, path).code == "disk_full"
    if full:
        return BookError("disk_full", path=path)
    return BookError("book_unwritable", path=path, reason=getattr(error, "strerror", None) or error)


def check_book(path: Path, secret: Secret = None) -> list[str]:
    """What is wrong in the whole file; empty for a sound book. Raises BookError as `open_book` does.

    The file stays as it is, whatever is found.
    """
    path = path.resolve()
    found = examine(path, secret)
    try:
        with closing(open_as_it_is(path, found.key)) as connection:
            return faults(connection, encrypted=found.key is not None)
    except DAMAGE as error:
        raise said(error, path) from error
