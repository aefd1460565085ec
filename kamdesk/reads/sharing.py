"""Which accounts are looked after together with colleagues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store


@dataclass(frozen=True, slots=True)
class Share:
    """An account that ``shared_by`` shares with ``colleague``, names as on their cards; both days included.

    ``begun`` is whether it is in force already on the day that was asked for.
    """

    id: str
    account_id: str
    account: str
    colleague: str
    shared_by: str
    since: date
    until: date | None
    purpose: str | None
    begun: bool


def shares(store: Store, *, today: date, account_id: str | None = None) -> tuple[Share, ...]:
    """What is shared on ``today`` or will be, by account and colleague; of one account where it is named."""
    s, a = t.account_share.c, t.account.c
    with store.read() as connection:
        rows = connection.execute(
            select(
                s.id,
                s.account_id,
                a.name,
                s.colleague,
                s.shared_by,
                s.since,
                s.until,
                s.purpose,
                s.since <= today,
            )
            .join_from(t.account_share, t.account, s.account_id == a.id)
            .where(
                s.deleted_at.is_(None),
                a.deleted_at.is_(None),
                or_(s.until.is_(None), s.until >= today),
                *([s.account_id == account_id] if account_id is not None else ()),
            )
            .order_by(a.name, s.colleague, s.id)
        )
        return tuple(Share(*row[:-1], begun=bool(row[-1])) for row in rows)
