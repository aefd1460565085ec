"""What others are waited for or wait: requests inside the house past their day, prospects to be called again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.goals.agenda import Item, Task
from kamdesk.domain.knowledge.deed import RequestState
from kamdesk.reads.aliases import Aliases

OVER = (AccountStatus.LOST, AccountStatus.GIVEN_UP)
"""Accounts of which nothing is told any more."""


def called(connection: Connection) -> dict[str, str]:
    """What each account that is not over is called in a list, by id."""
    a = t.account.c
    rows = connection.execute(
        select(a.id, a.short_name, a.name).where(a.deleted_at.is_(None), a.status.not_in(OVER))
    )
    return {row.id: row.short_name or row.name for row in rows}


def read_asked(
    connection: Connection, aliases: Aliases, names: Mapping[str, str], today: date
) -> Iterable[Item]:
    """Requests inside the house that should have been answered, prospects to be called again."""
    r, p = t.internal_request.c, t.prospect.c
    rows = connection.execute(
        select(r.id, r.account_id, r.what, r.due_on)
        .where(r.deleted_at.is_(None), r.state == RequestState.OPEN, r.due_on <= today)
        .order_by(r.due_on, r.id)
    )
    for row in rows:
        of = aliases.of(row.account_id) if row.account_id else None
        name = names.get(of) if of else None
        yield Item(Task.REQUEST, row.due_on, None, of, name, row.what, row.id, row.due_on < today)
    newest = connection.execute(
        select(p.id, p.account_id, p.call_again_on, p.said)
        .where(p.deleted_at.is_(None), p.known_on <= today)
        .order_by(p.known_on.desc(), p.id.desc())
    )
    seen: set[str] = set()
    for row in newest:
        of = aliases.of(row.account_id)
        if of in seen or of not in names:
            continue
        seen.add(of)
        if row.call_again_on is not None and row.call_again_on <= today:
            late = row.call_again_on < today
            yield Item(Task.PROSPECT, row.call_again_on, None, of, names[of], row.said, row.id, late)
