"""Looks at a book file before it is trusted: is it ours, whole, sound, and of a version we know?"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kamdesk.db.driver import driver
from kamdesk.db.engine import connect
from kamdesk.db.key import SALT_BYTES, Secret, pragma
from kamdesk.domain.errors import BookError

APPLICATION_ID = 0x4B414D44
"""«KAMD» in the file's header."""
SCHEMA = 1
"""The newest schema this program knows; the newest migration's number, kept as user_version."""

_PLAIN_HEADER = b"SQLite format 3\x00"
_LEAST_PAGE = 512
_NETWORK = ("nfs", "cifs", "smb", "9p", "fuse.sshfs", "afs", "ncpfs", "fuse.rclone", "davfs")


@dataclass(frozen=True, slots=True)
class Examined:
    """A file found to be a book: the statement with its key, its schema, whether it was left unclean."""

    key: str | None
    schema: int
    unclean: bool


def examine(path: Path, secret: Secret) -> Examined:
    """Opens the file beside others and reads its header. Raises BookError saying what is wrong with it."""
    refuse_network_folder(path)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise BookError("book_missing", path=path) from None
    except OSError as error:
        raise BookError("book_unreadable", path=path, reason=error.strerror) from error
    if size < _LEAST_PAGE:
        ours = head[:16] == _PLAIN_HEADER[: len(head[:16])]
        raise BookError("book_cut_short" if ours else "book_foreign", path=path)
    plain = head.startswith(_PLAIN_HEADER)
    unclean = _has_content(Path(f"{path}-wal"))
    if plain and not unclean:
        page = int.from_bytes(head[16:18], "big")
        page = 65536 if page == 1 else page
        if size < page * int.from_bytes(head[28:32], "big"):
            raise BookError("book_cut_short", path=path)
    if not plain and secret is None:
        raise BookError("book_locked", path=path)
    key = None if plain else pragma(secret, head[:SALT_BYTES])
    return Examined(key, _identify(path, key, encrypted=not plain, size=size, unclean=unclean), unclean)


def _identify(path: Path, key: str | None, *, encrypted: bool, size: int, unclean: bool) -> int:
    try:
        connection = connect(path, key, pragmas=())
    except driver.Error as error:
        raise BookError("book_unreadable", path=path, reason=str(error)) from error
    try:
        try:
            application = _one(connection, "PRAGMA application_id")
            schema = _one(connection, "PRAGMA user_version")
            pages = _one(connection, "PRAGMA page_count") * _one(connection, "PRAGMA page_size")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except driver.DatabaseError as error:
            raise _unopened(path, error, encrypted=encrypted) from error
        if application != APPLICATION_ID:
            raise BookError("book_foreign", path=path)
        if schema > SCHEMA:
            raise BookError("book_newer", path=path, found=schema, known=SCHEMA)
        if not unclean and size < pages:
            raise BookError("book_cut_short", path=path)
        return schema
    finally:
        connection.close()


def _unopened(path: Path, error: Exception, *, encrypted: bool) -> BookError:
    said = str(error)
    if "not a database" in said:
        return BookError("book_wrong_key" if encrypted else "book_damaged", path=path)
    if "locked" in said or "busy" in said:
        return BookError("book_busy", path=path)
    return BookError("book_damaged", path=path)


def faults(connection: Any, *, encrypted: bool) -> list[str]:
    """What SQLite finds wrong in the whole file: structure, checksums of an encrypted book, broken links."""
    found: list[str] = []
    try:
        if encrypted:
            found += [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        found += [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        broken = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
        found += [f"{row[0]} {row[1]} → {row[2]}" for row in broken]
    except driver.DatabaseError as error:
        found.append(str(error))
    return found


def refuse_network_folder(path: Path) -> None:
    """Raises BookError where the folder lies on a network share: SQLite's locks don't hold there."""
    folder = path.absolute().parent
    if sys.platform == "win32":
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
        remote = kind == 4 or str(folder).startswith("\\\\")
    else:
        remote = _file_system(folder).startswith(_NETWORK)
    if remote:
        raise BookError("book_on_network", path=path)


def _file_system(folder: Path, table: Path = Path("/proc/self/mounts")) -> str:
    try:
        lines = table.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for fields in (line.split(" ") for line in lines):
        point = fields[1].encode().decode("unicode_escape")
        if len(point) >= len(best) and folder.is_relative_to(point):
            best, kind = point, fields[2]
    return kind


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _one(connection: Any, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0])
