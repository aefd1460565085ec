"""The composition root: places, settings, book, runner and window are put together here and nowhere else.

Nothing heavy is imported at the top: the window stands before the book's libraries are loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.places import Places

if TYPE_CHECKING:
    from kamdesk.db.key import Secret
    from kamdesk.db.store import Store
    from kamdesk.reads.days import Holidays


def open_store(path: Path, secret: Secret, *, places: Places, now: datetime) -> Store:
    """Opens the book at ``path``. Raises BookError."""
    from kamdesk.db.opening import open_book

    return open_book(path, secret, backups=places.backups, now=now)


def read_holidays(places: Places) -> Holidays:
    """The public holidays that the program knows, brought up to date by a ``holidays.csv`` in the data folder.

    Raises InputError where that file can't be read.
    """
    from functools import partial

    from kamdesk.calendars import day_kind, read_updates
    from kamdesk.calendars.holidays import UpdateError
    from kamdesk.domain.errors import InputError

    path = places.data / "holidays.csv"
    if not path.exists():
        return day_kind
    try:
        return partial(day_kind, updates=read_updates(path))
    except UpdateError as error:
        raise InputError("holidays_file", path=path, line=error.line, problem=error.problem) from error


def clock(now: datetime | None) -> Callable[[], datetime]:
    """What the window asks for the time: the real clock, or one that stands at ``now``."""
    return (lambda: datetime.now(UTC)) if now is None else (lambda: now)
