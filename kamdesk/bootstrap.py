"""The composition root: places, settings, book, runner and window are put together here and nowhere else.

Nothing heavy is imported at the top: the window stands before the book's libraries are loaded.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.assets import folder
from kamdesk.domain.errors import BookError, InputError, RuleError
from kamdesk.places import Places
from kamdesk.settings import Settings, read_settings, write_settings

if TYPE_CHECKING:
    from kamdesk.db.key import Secret
    from kamdesk.db.store import Store
    from kamdesk.qt.shelf import NewRep, Shelf
    from kamdesk.reads.days import Holidays

HOLIDAYS = "holidays.csv"
START_PATIENCE = 1.0
"""Seconds for which a window waits for the book: somebody who only looks at it asks for a moment who has it."""
"""The user's own holidays, in the data folder."""


def open_store(path: Path, secret: Secret, *, places: Places, now: datetime) -> Store:
    """Opens the book at ``path``. Raises BookError."""
    from kamdesk.db.opening import open_book

    return open_book(path, secret, backups=places.backups, now=now)


def read_holidays(places: Places) -> Holidays:
    """The public holidays that the program knows, brought up to date by a ``holidays.csv`` in the data folder.

    Raises InputError where that file can't be read.
    """
    from kamdesk.calendars import day_kind, read_updates
    from kamdesk.calendars.holidays import UpdateError

    path = places.data / HOLIDAYS
    if not path.exists():
        return day_kind
    try:
        return partial(day_kind, updates=read_updates(path))
    except UpdateError as error:
        raise InputError("holidays_file", path=path, line=error.line, problem=error.problem) from error


def run_window(
    *,
    book: Path | None,
    secret: Secret,
    places: Places,
    language: str | None,
    now: datetime | None,
    picture: Path | None,
) -> int:
    """Shows the window until it is closed; with ``picture``, saves a picture of it and ends.

    ``book`` is the book to begin with (None: the one opened last, else the usual place), ``secret`` its key, ``now``
    a moment at which the clock stands still. Raises BookError where a book that was named isn't there, RuleError
    where there is no display to show a window on or the picture can't be written.
    """
    if book is not None and not book.exists():
        raise BookError("book_missing", path=book)
    _find_display(picture is not None)
    chosen = read_settings(places.settings)
    settings = replace(chosen, language=language) if language else chosen
    ask = clock(now)
    if settings.scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(settings.scale / 100))

    from kamdesk.qt.launch import launch

    shelf = make_shelf(book, secret, places=places, settings=settings, ask=ask, hold=picture is None)
    code = launch(shelf, folder("resources"), ask, picture)
    if picture is not None and code:
        raise RuleError("picture_unwritten", path=picture)
    return code


def make_shelf(
    book: Path | None,
    secret: Secret,
    *,
    places: Places,
    settings: Settings,
    ask: Callable[[], datetime],
    hold: bool = True,
) -> Shelf:
    """What the window needs of the outside; with ``hold`` its book is kept from other windows."""
    from kamdesk.qt.shelf import Shelf

    first = (book or _last_book(settings, places)).absolute()
    return Shelf(
        open_book=partial(_open_held, first, secret, places=places, ask=ask, hold=hold),
        make_book=partial(_make_held, ask=ask),
        demo_book=partial(_demo_held, places=places, ask=ask),
        book=first,
        demo=places.data / "demo.kam",
        exports=places.exports,
        backups=places.backups,
        settings=settings,
        keep_settings=partial(write_settings, places.settings),
        layout_file=places.settings.with_name("window.ini"),
        read_holidays=partial(read_holidays, places),
        holidays_file=places.data / HOLIDAYS,
    )


def clock(now: datetime | None) -> Callable[[], datetime]:
    """What the window asks for the time: the real clock, or one that stands at ``now``."""
    return (lambda: datetime.now(UTC)) if now is None else (lambda: now)


def _find_display(picture: bool) -> None:
    """A picture needs no display; a window without one would end the process without a word."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    if not picture:
        raise RuleError("no_display")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _last_book(settings: Settings, places: Places) -> Path:
    last = Path(settings.book) if settings.book else places.book
    return last if last.exists() else places.book


def _open_held(
    first: Path,
    secret: Secret,
    path: Path,
    passphrase: str | Secret,
    *,
    places: Places,
    ask: Callable[[], datetime],
    hold: bool = True,
) -> Store:
    """The book of a window: kept from other windows. The key given at the start fits the book to begin with."""
    from kamdesk.db.key import Passphrase

    given = Passphrase(passphrase) if isinstance(passphrase, str) and passphrase else passphrase or None
    key = given if given is not None else secret if path == first else None
    store = open_store(path, key, places=places, now=ask())
    return _held(store) if hold else store


def _make_held(path: Path, rep: NewRep, *, ask: Callable[[], datetime]) -> Store:
    from kamdesk.db.key import Passphrase
    from kamdesk.db.opening import new_book
    from kamdesk.operations.book import set_up

    store = new_book(path, Passphrase(rep.passphrase) if rep.passphrase else None, now=ask())
    set_up(store, rep_name=rep.name, company=rep.company, phone=rep.phone, now=ask())
    return _held(store)


def _demo_held(
    path: Path,
    language: str,
    *,
    places: Places,
    ask: Callable[[], datetime],
    progress: Callable[[int, int], None],
) -> Store:
    from kamdesk.operations.demo import make_demo

    if path.exists():
        return _held(open_store(path, None, places=places, now=ask()))

    def heard(share: float) -> None:
        progress(round(share * 100), 100)

    return _held(make_demo(path, now=ask(), language="en" if language == "en" else "zh", progress=heard))


def _held(store: Store) -> Store:
    try:
        store.hold(seconds=START_PATIENCE)
    except BaseException:
        store.close()
        raise
    return store
