"""The backups that a book can be brought back from: when each was made, how large it is, what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kamdesk.db.backup import STAMP
from kamdesk.db.inspection import DAMAGE, Examined, examine, open_as_it_is, said
from kamdesk.db.key import Passphrase, RawKey, Secret
from kamdesk.db.migrating import verify
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError
from kamdesk.reads.book_state import _MADE

MOST = 60
_KEPT = re.compile(r"-before-restore-(\d{8}T\d{6}Z)")
_HEX = re.compile(r"x'([0-9a-f]+)'")


@dataclass(frozen=True, slots=True)
class Backup:
    """``accounts``, ``contacts`` and ``promises`` are how many it holds, None where it can't be read: it is locked with
    another passphrase than the open book, or ``problem`` says what is wrong. ``kept`` is a book put aside by a restore.
    """

    path: Path
    made_at: datetime
    size: int
    accounts: int | None = None
    contacts: int | None = None
    promises: int | None = None
    locked: bool = False
    kept: bool = False
    problem: BookError | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """A backup that can take the book's place: ``secret`` opens it, ``present`` the book that is open now."""

    backup: Path
    secret: Secret = field(repr=False)
    present: Secret = field(repr=False)


def backups_of(store: Store | None, *, book: Path, folders: Sequence[Path]) -> tuple[Backup, ...]:
    """The newest first: copies of ``book`` in ``folders``, and what restores put aside next to it.

    Without an open ``store`` nothing is known of what the locked ones hold.
    """
    found = sorted(_files(book, folders), key=lambda each: (each[1], each[0].name), reverse=True)
    return tuple(_look(path, made, key_of(store)) for path, made in found[:MOST])


def look_at(store: Store | None, *, path: Path) -> Backup:
    """A file that was chosen; its moment is that of its name, else that of its last change."""
    try:
        changed = path.stat().st_mtime
    except OSError:
        raise BookError("book_missing", path=path) from None
    named = _MADE.search(path.stem)
    made = _moment(named[1]) if named else datetime.fromtimestamp(changed, UTC)
    return _look(path, made, key_of(store))


def find_fit(store: Store | None, *, path: Path, passphrase: str | None) -> Fit:
    """Reads a backup from beginning to end. Raises BookError where it does not open, or isn't sound.

    Without a ``passphrase`` the open book's own is tried.
    """
    present = key_of(store)
    found = examine(path, Passphrase(passphrase) if passphrase else present)
    try:
        faults = verify(path, found.key)
    except DAMAGE as error:
        raise said(error, path) from error
    if faults:
        raise BookError("backup_unsound", path=path, fault=faults[0])
    return Fit(path, _secret(found.key), present)


def key_of(store: Store | None) -> Secret:
    """What opens the book that is open; None for none, or one without a passphrase."""
    return _secret(store.key) if store is not None else None


def _secret(key: str | None) -> Secret:
    written = _HEX.search(key or "")
    return RawKey(bytes.fromhex(written[1])) if written else None


def _files(book: Path, folders: Sequence[Path]) -> Iterator[tuple[Path, datetime]]:
    seen = {book.resolve()}
    for folder in (*folders, book.parent):
        for path in folder.glob(f"{book.stem}-*{book.suffix}"):
            named = _MADE.search(path.stem)
            if named and path.resolve() not in seen:
                seen.add(path.resolve())
                yield path, _moment(named[1])


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)


def _look(path: Path, made: datetime, secret: Secret) -> Backup:
    kept = _KEPT.search(path.stem) is not None
    size = path.stat().st_size
    try:
        found = examine(path, secret)
        accounts, contacts, promises = _counts(path, found)
    except BookError as error:
        if error.code in ("book_locked", "book_wrong_key"):
            return Backup(path, made, size, locked=True, kept=kept)
        return Backup(path, made, size, kept=kept, problem=error)
    return Backup(path, made, size, accounts, contacts, promises, kept=kept)


def _counts(path: Path, found: Examined) -> list[int]:
    try:
        with closing(open_as_it_is(path, found.key)) as connection:
            return [
                connection.execute(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL").fetchone()[0]
                for table in ("account", "contact", "promise")
            ]
    except DAMAGE as error:
        raise said(error, path) from error
