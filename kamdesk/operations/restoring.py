"""The book as a backup has it: the backup takes its place, and the book that was there is kept beside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kamdesk.db.backup import restore
from kamdesk.reads.backups import Fit


def restore_book(*, book: Path, fit: Fit, now: datetime) -> Path | None:
    """Returns where the old book is kept (None: there was none). Nobody may have the book open. Raises BookError."""
    return restore(fit.backup, book, fit.secret, now=now)
