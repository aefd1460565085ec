"""Backups: whole copies of the book, each verified, thinned as they age; and the way back."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from kamdesk.db import tables as t
from kamdesk.db.copying import (
    COMPANIONS,
    copy_book,
    free_name,
    in_the_making,
    log_ahead,
    put_in_place,
    remove_book,
    settle,
    sync_file,
    sync_folder,
    told_as_copy,
)
from kamdesk.db.inspection import SCHEMA, Examined, examine, is_full
from kamdesk.db.key import Secret
from kamdesk.db.locking import alone
from kamdesk.db.migrating import incarnate, upgrade, verify
from kamdesk.db.network import refuse_network_folder
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError

STAMP = "%Y%m%dT%H%M%SZ"
"""When a copy was made, in UTC, in its name."""
RECENT = 10
DAYS = 14
WEEKS = 12
_HANGING = timedelta(days=1)


def back_up(
    store: Store,
    folder: Path,
    *,
    now: datetime,
    recent: int = RECENT,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Copies the book into ``folder``, verifies the copy, thins older ones but the ``recent`` newest; returns its path.

    The copy holds what was committed when it began. Raises BookError where it can't be written or
    isn't sound. ``progress`` as in `copy_book`.
    """
    begins = f"{store.path.stem}-{_lineage(store)}"
    target = free_name(folder / f"{begins}-{now.astimezone(UTC):{STAMP}}{store.path.suffix}")
    copy_book(store.path, target, store.key, progress)
    with told_as_copy(target), in_the_making(target):
        found = verify(target, store.key)
        if found:
            raise BookError("backup_unsound", path=target, fault=found[0])
    thin(folder, begins, store.path.suffix, now=now, keep=target, recent=recent)
    return target


def _lineage(store: Store) -> str:
    """Six letters that all copies of one book share, so that books of the same name don't thin each other's copies."""
    with store.read() as connection:
        first = connection.scalar(select(t.replica.c.id).order_by(t.replica.c.number).limit(1))
    return str(first)[-6:]


def restore(backup: Path, book: Path, secret: Secret = None, *, now: datetime) -> Path | None:
    """Puts ``backup`` in the place of ``book``; returns where the old book is kept (None: none was).

    The copy is verified, brought to the newest schema and given a replica id of its own before that.
    Raises BookError where the backup isn't a sound book or another process has the book open.
    """
    backup, book = backup.resolve(), book.resolve()
    refuse_network_folder(book)
    if backup == book:
        raise BookError("backup_is_book", path=book)
    found = examine(backup, secret)
    with told_as_copy(book):
        book.parent.mkdir(parents=True, exist_ok=True)
    with alone(book, seconds=0):
        work = book.with_name(f"{book.name}.restoring")
        remove_book(work)
        with told_as_copy(book), in_the_making(work):
            _make_ready(backup, found, work, book, now)
            aside = _put_aside(book, secret, now)
            put_in_place(work, book)
    return aside


def _make_ready(backup: Path, found: Examined, work: Path, book: Path, now: datetime) -> None:
    try:
        copy_book(backup, work, found.key)
        wrong = verify(work, found.key)
        if not wrong and found.schema < SCHEMA:
            upgrade(work, found.key)
            wrong = verify(work, found.key)
    except BookError as error:
        if error.code != "book_damaged":
            raise
        wrong = [error.code]
    except DBAPIError as error:
        if is_full(work.parent):
            raise BookError("disk_full", path=book) from error
        wrong = [str(error.orig)]
    if wrong:
        raise BookError("backup_unsound", path=backup, fault=wrong[0])
    incarnate(work, found.key, now=now, place=book, again=True)
    log_ahead(work, found.key)


def _put_aside(book: Path, secret: Secret, now: datetime) -> Path | None:
    """Keeps the book as it is under another name, and leaves nothing beside the place it had."""
    if not book.exists():
        for companion in COMPANIONS[1:]:
            Path(f"{book}{companion}").unlink(missing_ok=True)
        return None
    try:
        settle(book, examine(book, secret).key)
    except BookError as error:
        if error.code == "book_busy":
            raise
    aside = free_name(
        book.with_name(f"{book.stem}-before-restore-{now.astimezone(UTC):{STAMP}}{book.suffix}")
    )
    with told_as_copy(aside), in_the_making(aside):
        for companion in COMPANIONS:
            part, kept = Path(f"{book}{companion}"), Path(f"{aside}{companion}")
            if part.exists():
                shutil.copy2(part, kept)
                os.chmod(kept, 0o600)
                sync_file(kept)
        sync_folder(book.parent)
    for companion in COMPANIONS[1:]:
        Path(f"{book}{companion}").unlink(missing_ok=True)
    return aside


def thin(
    folder: Path,
    begins: str,
    suffix: str,
    *,
    now: datetime,
    keep: Path | None = None,
    recent: int = RECENT,
) -> list[Path]:
    """Removes copies in ``folder`` that newer ones replace and returns them: those named ``begins``-stamp``suffix``.

    Kept are ``keep``, the ``recent`` newest, the newest of each day for 14 days and of each week for 12 weeks. A file
    not named as `back_up` names its copies is never touched, but for parts of copies broken off a day ago or longer.
    """
    stamped = re.compile(re.escape(begins) + r"-(\d{8}T\d{6}Z)(?:-(\d+))?" + re.escape(suffix))
    dated = sorted(_dated(folder, stamped), reverse=True)
    kept = {path for _, _, path in dated[:recent]}
    seen: set[tuple[str, str]] = set()
    for made, _, path in dated:
        age = now - made
        for label, stamp, limit in (
            ("day", f"{made:%Y%m%d}", timedelta(days=DAYS)),
            ("week", f"{made:%G%V}", timedelta(weeks=WEEKS)),
        ):
            if age <= limit and (label, stamp) not in seen:
                seen.add((label, stamp))
                kept.add(path)
    removed = [path for _, _, path in dated if path not in kept and path != keep]
    for path in removed:
        remove_book(path)
    for made, path in _broken_off(folder, stamped):
        if now - made > _HANGING:
            path.unlink(missing_ok=True)
    return removed


def _dated(folder: Path, stamped: re.Pattern[str]) -> list[tuple[datetime, int, Path]]:
    found = ((stamped.fullmatch(path.name), path) for path in folder.iterdir())
    return [(made, int(name[2] or 1), path) for name, path in found if name and (made := _made(name[1]))]


def _broken_off(folder: Path, stamped: re.Pattern[str]) -> list[tuple[datetime, Path]]:
    whole = re.compile(rf"{stamped.pattern}\.part(?:-wal|-shm|-journal)?")
    found = ((whole.fullmatch(path.name), path) for path in folder.iterdir())
    return [(made, path) for name, path in found if name and (made := _made(name[1]))]


def _made(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
