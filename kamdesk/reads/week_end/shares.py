"""The accounts that a colleague looks after too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store


@dataclass(frozen=True, slots=True)
class Shared:
    """An account shared with ``colleague``, as the card names the rep."""

    colleague: str
    account_id: str
    account: str
    value_class: str | None
    is_key: bool | None
    since: date
    until: date | None
    shared_by: str


def shared_accounts(store: Store, *, today: date) -> tuple[Shared, ...]:
    """Those shared on ``today`` or from a later day on, by colleague and account."""
    share, account = t.account_share.c, t.account.c
    with store.read() as connection:
        rows = connection.execute(
            select(
                share.colleague, account.id, account.short_name, account.name, account.value_class,
                account.is_key, share.since, share.until, share.shared_by,
            )
            .join_from(t.account_share, t.account, share.account_id == account.id)
            .where(share.deleted_at.is_(None), account.deleted_at.is_(None))
            .where(or_(share.until.is_(None), share.until >= today))
            .order_by(share.colleague, account.name, share.id)
        ).all()  # fmt: skip
    return tuple(
        Shared(
            row.colleague, row.id, row.short_name or row.name, row.value_class, row.is_key, row.since,
            row.until, row.shared_by,
        )
        for row in rows
    )  # fmt: skip
