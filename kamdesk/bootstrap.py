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


def open_store(path: Path, secret: Secret, *, places: Places, now: datetime) -> Store:
    """Opens the book at ``path``. Raises BookError."""
    from kamdesk.db.opening import open_book

    return open_book(path, secret, backups=places.backups, now=now)


def clock(now: datetime | None) -> Callable[[], datetime]:
    """What the window asks for the time: the real clock, or one that stands at ``now``."""
    return (lambda: datetime.now(UTC)) if now is None else (lambda: now)
