"""The gazetteer, read once a run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.exchange.towns import Town


def towns(store: Store | None) -> tuple[Town, ...]:
    """Every town; no book is needed."""
    return _towns()


@cache
def _towns() -> tuple[Town, ...]:
    from kamdesk.exchange.towns import read_towns

    return read_towns()
