"""What lies on the disk of a book: its file and its copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kamdesk.db.backup import STAMP
from kamdesk.db.store import Store
from kamdesk.reads.book_state import _MADE

MOST = 6


@dataclass(frozen=True, slots=True)
class Copy:
    path: Path
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class BookCard:
    """``copies`` are the newest first, ``more`` how many lie there besides; each was verified when it was made."""

    path: Path
    size: int
    encrypted: bool
    folder: Path
    copies: tuple[Copy, ...]
    more: int


def book_card(store: Store, *, backups: Path) -> BookCard:
    """``backups`` is the folder in which the book's copies lie. Sizes are bytes."""
    found: list[Copy] = []
    for path in backups.glob(f"{store.path.stem}-*{store.path.suffix}"):
        stamp = _MADE.search(path.stem)
        if stamp:
            made = datetime.strptime(stamp[1], STAMP).replace(tzinfo=UTC)
            found.append(Copy(path, made, path.stat().st_size))
    found.sort(key=lambda copy: (copy.made_at, copy.path.name), reverse=True)
    return BookCard(
        path=store.path,
        size=store.path.stat().st_size,
        encrypted=store.key is not None,
        folder=backups,
        copies=tuple(found[:MOST]),
        more=max(0, len(found) - MOST),
    )
