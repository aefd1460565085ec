"""The names of all accounts, for a field in which one is typed."""

from __future__ import annotations

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store


def account_names(store: Store) -> tuple[tuple[str, str], ...]:
    """Id and name of every account that stands for itself, by name."""
    a = t.account.c
    with store.read() as connection:
        rows = connection.execute(
            select(a.id, a.name).where(a.deleted_at.is_(None), a.merged_into.is_(None)).order_by(a.name, a.id)
        )
        return tuple((row.id, row.name) for row in rows)
