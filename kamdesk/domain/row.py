"""What every recorded thing has: an id, when it was recorded, whether it was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(kw_only=True, eq=False)
class Row:
    """A row of the book.

    ``id`` is a UUIDv7 as text. ``recorded_at`` is when it was written down (UTC), apart from when the thing
    happened, which each term says in fields of its own. ``deleted_at`` marks a row taken back; it stays in the book.
    """

    id: str
    recorded_at: datetime | None = None
    deleted_at: datetime | None = None
