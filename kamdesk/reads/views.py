"""The views of a table that the rep saved."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store


@dataclass(frozen=True, slots=True)
class KeptView:
    """``content`` is as `operations.views` was given it."""

    id: str
    name: str
    content: str


def kept_views(store: Store, *, table: str) -> tuple[KeptView, ...]:
    """The views of ``table`` in the rep's order."""
    view = t.saved_view.c
    with store.read() as connection:
        rows = connection.execute(
            select(view.id, view.name, view.content)
            .where(view.deleted_at.is_(None), view.table == table)
            .order_by(view.rank, view.id)
        )
        return tuple(KeptView(*row) for row in rows)
