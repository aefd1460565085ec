"""Looks at a book file before it is trusted: is it ours, whole, sound, and of a version we know?

Nothing here changes the file: it is read, or opened for reading only.
"""

from __future__ import annotations

import errno
import os
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from shutil import disk_usage
from typing import Any

from kamdesk.db.beside import is_kept, lock_of
from kamdesk.db.driver import driver
from kamdesk.db.engine import LOG_INDEX, connect
from kamdesk.db.foreign import looks_encrypted
from kamdesk.db.key import SALT_BYTES, Secret, pragma
from kamdesk.db.network import refuse_network_folder
from kamdesk.domain.errors import BookError

APPLICATION_ID = 0x4B414D44
"""«KAMD» in the file's header."""
SCHEMA = 10
"""The newest schema this program knows; the newest migration's number, kept as user_version."""

DAMAGE = (driver.DatabaseError, UnicodeDecodeError)
"""What the driver raises on a file that is not as it should be; the second where its words for it are no UTF-8."""

_WORDS = {
    "disk is full": driver.SQLITE_FULL,
    "Could not decode": driver.SQLITE_CORRUPT,
    "malformed": driver.SQLITE_CORRUPT,
    "not a database": driver.SQLITE_NOTADB,
    "locked": driver.SQLITE_BUSY,
    "readonly": driver.SQLITE_READONLY,
    "disk I/O error": driver.SQLITE_IOERR,
    "unable to open": driver.SQLITE_CANTOPEN,
}
_PLAIN_HEADER = b"SQLite format 3\x00"
_LEAST_PAGE = 512
_CIPHER_PAGE = 4096


@dataclass(frozen=True, slots=True)
class Examined:
    """A file found to be a book: the statement with its key, its schema, whether it was left unclean.

    ``logs_ahead``: its writes go to a log beside it first.
    """

    key: str | None = field(repr=False)
    schema: int
    unclean: bool
    logs_ahead: bool


def examine(path: Path, secret: Secret, *, alone: bool = False) -> Examined:
    """Reads the file's header beside others. Raises BookError saying what is wrong with it.

    A book that is not encrypted opens whatever ``secret`` is given. ``alone`` as in `open_as_it_is`.
    """
    refuse_network_folder(path)
    head, size = _beginning(path)
    unclean = left_unclean(path)
    plain = head.startswith(_PLAIN_HEADER)
    if plain:
        _check_plain(path, head, size, unclean)
    elif _names_us(head):
        raise BookError("book_damaged", path=path)
    else:
        _check_encrypted(path, head, size, unclean, secret)
    if unclean and not os.access(path.absolute().parent, os.W_OK):
        raise BookError("book_read_only", path=path, reason=path.absolute().parent)
    key = None if plain else pragma(secret, head[:SALT_BYTES])
    try:
        schema, logs_ahead = _identify(path, key, alone)
    except BookError as error:
        if error.code == "book_wrong_key" and not looks_encrypted(head):
            raise BookError("book_foreign", path=path) from None
        raise
    if schema > SCHEMA:
        raise BookError("book_newer", path=path, found=schema, known=SCHEMA)
    return Examined(key, schema, unclean, logs_ahead)


def _beginning(path: Path) -> tuple[bytes, int]:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            return file.read(_CIPHER_PAGE), size
    except FileNotFoundError:
        raise BookError("book_missing", path=path) from None
    except OSError as error:
        raise BookError("book_unreadable", path=path, reason=error.strerror) from error


def _check_plain(path: Path, head: bytes, size: int, unclean: bool) -> None:
    """The header of a book that is not encrypted: https://sqlite.org/fileformat2.html, 1.3."""
    if size < _LEAST_PAGE:
        raise BookError("book_cut_short", path=path)
    if not _names_us(head):
        raise BookError("book_foreign", path=path)
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    if not unclean and size < page * int.from_bytes(head[28:32], "big"):
        raise BookError("book_cut_short", path=path)


def _names_us(head: bytes) -> bool:
    return int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _check_encrypted(path: Path, head: bytes, size: int, unclean: bool, secret: Secret) -> None:
    ours = looks_encrypted(head)
    cut = size < _LEAST_PAGE or (size % _CIPHER_PAGE and not unclean)
    if cut and (ours or _PLAIN_HEADER.startswith(head[:16])):
        raise BookError("book_cut_short", path=path)
    if cut or (secret is None and not ours):
        raise BookError("book_foreign", path=path)
    if secret is None:
        raise BookError("book_locked", path=path)


def left_unclean(path: Path) -> bool:
    """Whether something written last is not yet in the book's own file: it is in use, or its end was sudden."""
    return any(_has_content(Path(f"{path}{companion}")) for companion in ("-wal", "-journal"))


def open_as_it_is(path: Path, key: str | None, *, alone: bool = False) -> Any:
    """A connection for looking: closing it leaves the book's file as it was, and nothing new beside it.

    A log that stands beside it is read and not folded in. Only a change broken off is rolled back, as it must be
    before anything can be read. ``alone``: nobody else has the book, for its lock is held.
    """
    beside = not alone and Path(f"{path}{LOG_INDEX}").exists() and is_kept(lock_of(path))
    logged = _has_content(Path(f"{path}-wal")) and not _has_content(Path(f"{path}-journal"))
    read_only = logged or not os.access(path.absolute().parent, os.W_OK)
    return connect(path, key, pragmas=(), read_only=read_only, beside=beside)


def _identify(path: Path, key: str | None, alone: bool) -> tuple[int, bool]:
    try:
        with closing(open_as_it_is(path, key, alone=alone)) as connection:
            application = _one(connection, "PRAGMA application_id")
            schema = _one(connection, "PRAGMA user_version")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            logs_ahead = connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    except DAMAGE as error:
        raise said(error, path, encrypted=key is not None) from error
    if application != APPLICATION_ID:
        raise BookError("book_foreign", path=path)
    return schema, logs_ahead


NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
"""What the system calls a full disk, and a user's full share of one."""
_LEAST_ROOM = 64 * 1024
"""Bytes that must be free for the index of a log; SQLite calls it a fault of the disk where they are not."""


def is_full(folder: Path) -> bool:
    """Whether no more can be written in a folder, or no more files made."""
    try:
        if disk_usage(folder).free < _LEAST_ROOM:
            return True
        found = os.statvfs(folder) if hasattr(os, "statvfs") else None
    except OSError:
        return False
    return found is not None and found.f_files > 0 and found.f_favail == 0


def said(error: Exception, path: Path, *, encrypted: bool = False) -> BookError:
    """What the driver says of the book at ``path`` (one of `DAMAGE`), as what a user can act on."""
    match result_code(error):
        case driver.SQLITE_BUSY | driver.SQLITE_LOCKED:
            return BookError("book_busy", path=path)
        case driver.SQLITE_NOTADB:
            return BookError("book_wrong_key" if encrypted else "book_damaged", path=path)
        case driver.SQLITE_CORRUPT | driver.SQLITE_ERROR:
            return BookError("book_damaged", path=path)
        case driver.SQLITE_FULL:
            return BookError("disk_full", path=path)
        case driver.SQLITE_IOERR | driver.SQLITE_CANTOPEN if is_full(path.absolute().parent):
            return BookError("disk_full", path=path)
        case driver.SQLITE_READONLY | driver.SQLITE_PERM:
            return BookError("book_read_only", path=path, reason=str(error))
        case _:
            return BookError("book_unreadable", path=path, reason=str(error))


def result_code(error: object) -> int:
    """SQLite's own code for what went wrong; where the driver gives none (`backup`), by SQLite's words for it."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF
    return next((code for words, code in _WORDS.items() if words in str(error)), driver.SQLITE_ERROR)


def faults(connection: Any, *, encrypted: bool) -> list[str]:
    """What SQLite finds wrong in the whole file: structure, checksums of an encrypted book, broken links."""
    found: list[str] = []
    try:
        if encrypted:
            found += [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        found += [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        broken = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
        found += [f"{row[0]} {row[1]} → {row[2]}" for row in broken]
    except DAMAGE as error:
        found.append(str(error))
    return found


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _one(connection: Any, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0])
