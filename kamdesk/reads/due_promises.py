"""Promises still open that are due by a day, over all accounts, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.promise import PromiseState
from kamdesk.reads.aliases import Aliases


@dataclass(frozen=True, slots=True)
class PromiseDue:
    """A promise and whose it is; ``account_id`` is the account as it is shown."""

    id: str
    what: str
    due_on: date
    by_whom: str | None
    account_id: str
    account: str


def promises_until(connection: Connection, aliases: Aliases, until: date) -> tuple[PromiseDue, ...]:
    """Those due by ``until``, overdue ones first."""
    p, a = t.promise.c, t.account.c
    rows = connection.execute(
        select(p.id, p.what, p.due_on, p.by_whom, p.account_id)
        .join_from(t.promise, t.account, p.account_id == a.id)
        .where(
            p.deleted_at.is_(None), a.deleted_at.is_(None), p.state == PromiseState.OPEN, p.due_on <= until
        )
        .order_by(p.due_on, p.id)
    ).all()
    shown = {aliases.of(row.account_id) for row in rows}
    names = connection.execute(select(a.id, a.short_name, a.name).where(a.id.in_(shown)))
    called = {row.id: row.short_name or row.name for row in names}
    return tuple(
        PromiseDue(*row[:4], of, called.get(of, "")) for row in rows for of in (aliases.of(row.account_id),)
    )
