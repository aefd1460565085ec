"""What the composition root hands the window: how books are opened and made, where things lie, what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamdesk.settings import Settings

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.reads.days import Holidays


def plain_holidays() -> Holidays:
    """The public holidays as the program knows them."""
    from kamdesk.calendars import day_kind

    return day_kind


@dataclass(frozen=True, slots=True)
class NewRep:
    """Whose book is made, and what it is locked with (None: it is not)."""

    name: str
    company: str | None = None
    phone: str | None = None
    passphrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Shelf:
    """All functions that give a Store run in the runner's thread and may import what they like.

    ``open_book`` takes a passphrase, the key that a backup was found to open with, or None, ``demo_book`` the
    language and ``progress`` (done, total), what that raises ends it. ``book`` is the book to begin with, ``demo``
    where the demo book lies, ``exports`` where papers are offered to be saved, ``backups`` the folder of the copies.
    """

    open_book: Callable[[Path, Any], Store]
    make_book: Callable[[Path, NewRep], Store]
    demo_book: Callable[..., Store]
    book: Path
    demo: Path
    exports: Path
    backups: Path
    settings: Settings
    keep_settings: Callable[[Settings], None]
    layout_file: Path
    """The INI file of window geometry, columns and the last page."""
    read_holidays: Callable[[], Holidays] = plain_holidays
    """The public holidays, with those of the user's file; raises InputError where that file can't be read."""
    holidays_file: Path | None = None
    """The user's file of holidays; None where none is kept."""
