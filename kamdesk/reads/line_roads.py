"""What the book knows of the ways besides the estimate."""

from __future__ import annotations

from datetime import date

from kamdesk.db.store import Store
from kamdesk.reads.line_problem import Roads


def known_roads(store: Store, *, on: date) -> Roads | None:
    """The ways that the rep has told or driven."""
    return None
