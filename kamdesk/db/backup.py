"""Backups: whole copies of the book, each verified, thinned as they age; and the way back."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import insert

from kamdesk.db import tables as t
from kamdesk.db.copying import COMPANIONS, copy_book, put_in_place, remove_book
from kamdesk.db.engine import connect, make_engine
from kamdesk.db.inspection import SCHEMA, examine, faults
from kamdesk.db.key import Secret
from kamdesk.db.migrating import upgrade
from kamdesk.db.store import Store, random_id
from kamdesk.domain.errors import BookError

STAMP = "%Y%m%dT%H%M%S"
RECENT = 10
DAYS = 14
WEEKS = 12


def back_up(store: Store, folder: Path, *, now: datetime) -> Path:
    """Copies the book into ``folder``, verifies the copy, thins older ones; returns its path.

    The copy holds what was committed when it began. Raises BookError where it can't be written or
    isn't sound.
    """
    target = _free(folder / f"{store.path.stem}-{now:{STAMP}}{store.path.suffix}")
    copy_book(store.path, store.key, target, store.key)
    found = verify(target, store.key)
    if found:
        remove_book(target)
        raise BookError("backup_unsound", path=target, fault=found[0])
    thin(folder, store.path, now=now)
    return target


def verify(path: Path, key: str | None) -> list[str]:
    """What is wrong with the copy at ``path``; empty for a sound one."""
    connection = connect(path, key, pragmas=(), read_only=True)
    try:
        return faults(connection, encrypted=key is not None)
    finally:
        connection.close()


def restore(backup: Path, book: Path, secret: Secret = None, *, now: datetime) -> Path | None:
    """Puts ``backup`` in the place of ``book``; returns where the old book is kept (None: none was).

    The copy is verified, brought to the newest schema and given a replica id of its own before that.
    Raises BookError where the backup isn't a sound book or a window has the book open.
    """
    found = examine(backup, secret)
    lock = FileLock(f"{book}.lock", timeout=0)
    try:
        book.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise BookError("book_in_use", path=book) from None
    with lock:
        work = book.with_name(f"{book.name}.restoring")
        remove_book(work)
        copy_book(backup, found.key, work, found.key)
        if found.schema < SCHEMA:
            upgrade(work, found.key)
        wrong = verify(work, found.key)
        if wrong:
            remove_book(work)
            raise BookError("backup_unsound", path=backup, fault=wrong[0])
        _incarnate(work, found.key, now)
        aside = _put_aside(book, now)
        put_in_place(work, book)
    return aside


def _incarnate(work: Path, key: str | None, now: datetime) -> None:
    engine = make_engine(work, key)
    with engine.begin() as connection:
        connection.execute(insert(t.replica).values(id=random_id(), since=now))
    engine.dispose()
    connection = connect(work, key, pragmas=())
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def _put_aside(book: Path, now: datetime) -> Path | None:
    if not book.exists():
        return None
    aside = _free(book.with_name(f"{book.stem}-before-restore-{now:{STAMP}}{book.suffix}"))
    for companion in COMPANIONS:
        part = Path(f"{book}{companion}")
        if part.exists():
            shutil.copy2(part, f"{aside}{companion}")
    return aside


def _free(path: Path) -> Path:
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def thin(folder: Path, book: Path, *, now: datetime) -> list[Path]:
    """Removes backups of ``book`` that newer ones replace and returns them.

    Kept are the ten newest, one a day for 14 days, one a week for 12 weeks. A file not named as
    `back_up` names its copies is never touched.
    """
    dated = sorted(_dated(folder, book), reverse=True)
    keep = {path for _, path in dated[:RECENT]}
    seen: set[tuple[str, str]] = set()
    for made, path in dated:
        age = now.replace(tzinfo=None) - made
        for label, stamp, limit in (
            ("day", f"{made:%Y%m%d}", timedelta(days=DAYS)),
            ("week", f"{made:%G%V}", timedelta(weeks=WEEKS)),
        ):
            if age <= limit and (label, stamp) not in seen:
                seen.add((label, stamp))
                keep.add(path)
    removed = [path for _, path in dated if path not in keep]
    for path in removed:
        remove_book(path)
    return removed


def _dated(folder: Path, book: Path) -> Iterable[tuple[datetime, Path]]:
    for path in folder.glob(f"{book.stem}-*{book.suffix}"):
        stamp = path.stem.removeprefix(f"{book.stem}-")[:15]
        try:
            yield datetime.strptime(stamp, STAMP), path
        except ValueError:
            continue
