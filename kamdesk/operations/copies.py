"""A copy of the book, made while the window has it open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kamdesk.db.backup import back_up
from kamdesk.db.store import Store


def make_copy(
    store: Store, *, folder: Path, now: datetime, progress: Callable[[int, int], None] | None = None
) -> Path:
    """A verified copy in ``folder``; older ones are thinned. Raises BookError where it can't be made.

    ``progress`` is told how many pages of how many are copied; what it raises ends the copying, and none is left.
    """
    return back_up(store, folder, now=now, progress=progress)
