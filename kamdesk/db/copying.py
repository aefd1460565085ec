"""Copies of a book: taken through SQLite's backup while others read and write, put in place in one rename."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kamdesk.db.driver import driver
from kamdesk.db.engine import BUSY_SECONDS, connect
from kamdesk.db.inspection import NO_ROOM, open_as_it_is, result_code, said
from kamdesk.domain.errors import BookError

COMPANIONS = ("", "-wal", "-shm", "-journal")
_PAUSE = 0.05
PAGES = 512
"""How much is copied between two words about it."""


def copy_book(
    source: Path, target: Path, key: str | None, progress: Callable[[int, int], None] | None = None
) -> None:
    """Writes the book as it is now to ``target`` (replaced whole, or not at all) and onto the disk.

    ``progress`` is told how many pages of how many are copied; what it raises ends the copying. The copy has the same
    ``key`` and is one file without a log beside it. Raises BookError where the folder can't be written, the disk is
    full, or the source is damaged.
    """
    part = target.with_name(f"{target.name}.part")
    with told_as_copy(target), in_the_making(part):
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_book(part)
        make_private(part)
        with closing(open_as_it_is(source, key)) as old, closing(connect(part, key, pragmas=())) as new:
            try:
                if progress is None:
                    old.backup(new)
                else:
                    tell = progress
                    old.backup(new, pages=PAGES, progress=lambda _, left, total: tell(total - left, total))
                new.execute("PRAGMA journal_mode = DELETE")
            except UnicodeDecodeError as error:
                raise BookError("book_damaged", path=source) from error
            except driver.DatabaseError as error:
                if result_code(error) in (driver.SQLITE_CORRUPT, driver.SQLITE_NOTADB):
                    raise BookError("book_damaged", path=source) from error
                raise
        put_in_place(part, target)


@contextmanager
def told_as_copy(target: Path) -> Iterator[None]:
    """Turns what the system or the driver says while ``target`` is written into what a user can act on."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise BookError("disk_full", path=target) from error
        raise BookError("copy_failed", path=target, reason=error.strerror or error) from error
    except (driver.Error, DBAPIError) as error:
        original = getattr(error, "orig", error)
        found = said(original, target)
        if found.code == "disk_full":
            raise found from error
        raise BookError("copy_failed", path=target, reason=original) from error


@contextmanager
def in_the_making(work: Path) -> Iterator[None]:
    """Leaves nothing at ``work`` where what is made there doesn't come to its end."""
    try:
        yield
    except BaseException:
        remove_book(work)
        raise


def make_private(path: Path) -> None:
    """An empty file, which must not exist, that nobody but its owner reads."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def settle(path: Path, key: str | None, *, seconds: float = BUSY_SECONDS) -> None:
    """Brings all that was written into the book's own file, so that the file alone is the book.

    Nothing stands beside it afterwards. Raises BookError where another program has the book open for longer than
    ``seconds``.
    """
    end = time.monotonic() + seconds
    with closing(connect(path, key, pragmas=(), seconds=0)) as connection:
        while True:
            try:
                if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete":
                    return
                found = BookError("book_busy", path=path)
            except driver.DatabaseError as error:
                found = said(error, path)
            if found.code != "book_busy" or time.monotonic() >= end:
                raise found
            time.sleep(_PAUSE)


def log_ahead(path: Path, key: str | None) -> None:
    """Marks the book at ``path`` as one whose writes go to a log beside it first, as every open book is."""
    with closing(connect(path, key, pragmas=())) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def put_in_place(part: Path, target: Path) -> None:
    """Renames a finished, closed copy over ``target``; both the file and its folder reach the disk.

    Nothing may stand beside ``target`` (`settle`): SQLite would take an old log for the new book's.
    """
    sync_file(part)
    os.replace(part, target)
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Makes a file's content last through a power cut."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Makes a rename in ``folder`` last through a power cut, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def free_name(path: Path) -> Path:
    """``path``, or where something stands there the first free one of ``name-2``, ``name-3`` …"""
    number = 1
    free = path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def remove_book(path: Path) -> None:
    """Removes a book's file and what SQLite keeps beside it, if there."""
    for companion in reversed(COMPANIONS):
        Path(f"{path}{companion}").unlink(missing_ok=True)
