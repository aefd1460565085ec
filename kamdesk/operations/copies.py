"""A copy of the book, made while the window has it open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kamdesk.db.backup import back_up
from kamdesk.db.store import Store


def make_copy(store: Store, *, folder: Path, now: datetime) -> Path:
    """A verified copy in ``folder``; older ones are thinned. Raises BookError where it can't be made."""
    return back_up(store, folder, now=now)
