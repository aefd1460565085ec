"""Copies of a book: taken through SQLite's backup while others read and write, put in place in one rename."""

from __future__ import annotations

import os
from pathlib import Path

from kamdesk.db.driver import driver
from kamdesk.db.engine import connect
from kamdesk.domain.errors import BookError

COMPANIONS = ("", "-wal", "-shm", "-journal")


def copy_book(source: Path, source_key: str | None, target: Path, target_key: str | None) -> None:
    """Writes the book as it is now to ``target`` (replaced whole, or not at all) and onto the disk.

    Raises BookError where the folder can't be written or the disk is full.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_book(part)
        descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        os.close(descriptor)
        old = connect(source, source_key, pragmas=())
        try:
            new = connect(part, target_key, pragmas=())
            try:
                old.backup(new)
                new.execute("PRAGMA journal_mode = DELETE")
            finally:
                new.close()
        finally:
            old.close()
        put_in_place(part, target)
    except OSError as error:
        remove_book(part)
        raise BookError("copy_failed", path=target, reason=error.strerror) from error
    except driver.Error as error:
        remove_book(part)
        raise BookError("copy_failed", path=target, reason=str(error)) from error


def put_in_place(part: Path, target: Path) -> None:
    """Renames a finished, closed copy over ``target``; both the file and its folder reach the disk."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    for companion in COMPANIONS[1:]:
        Path(f"{target}{companion}").unlink(missing_ok=True)
    os.replace(part, target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Makes a rename in ``folder`` last through a power cut, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_book(path: Path) -> None:
    """Removes a book's file and what SQLite keeps beside it, if there."""
    for companion in COMPANIONS:
        Path(f"{path}{companion}").unlink(missing_ok=True)
