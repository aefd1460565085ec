"""Accounts that lead to each other in a circle: of aliases none is shown anywhere then, of parents none has a top.

No write of a book closes one. Two books can, each having written a part of it; that is parted when they meet, and in a
book that kept one when it is opened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from kamdesk.db.store import Store

PARTED = "sync.part_circle"
MERGED = t.account.c.merged_into.name
PARENT = t.account.c.parent_id.name
LINKS = (MERGED, PARENT)


def circles(connection: Connection, link: str, through: Collection[str] | None = None) -> Iterator[list[str]]:
    """The circles that some accounts lead into or are part of; all circles where no accounts are named."""
    if through is not None and not through:
        return
    # Written so that SQLite takes the index: for IS NOT NULL it goes through every account.
    sql = f'SELECT id, "{link}" AS there FROM account WHERE "{link}" > \'\' AND deleted_at IS NULL'
    leads: dict[str, str] = {row.id: row.there for row in plain.rows(connection, sql)}
    known: set[str] = set()
    for begin in sorted(leads.keys() if through is None else leads.keys() & set(through)):
        way: dict[str, None] = {}
        at: str | None = begin
        while at is not None and at not in way and at not in known:
            way[at] = None
            at = leads.get(at)
        if at in way:
            steps = list(way)
            yield steps[steps.index(at) :]
        known.update(way)


def first_of_circles(connection: Connection, link: str, through: Collection[str] | None = None) -> list[str]:
    """Of each circle the account with the least id: it is to lead nowhere, so every book chooses the same."""
    return [min(circle) for circle in circles(connection, link, through)]


def refuse_circles(connection: Connection, operation: int) -> None:
    """Raises RuleError where what an operation wrote leads accounts to each other in a circle."""
    sql = (
        "SELECT DISTINCT row FROM change WHERE operation = ? AND \"table\" = 'account'"
        f" AND (field IN ('{MERGED}', '{PARENT}') AND new IS NOT NULL OR field = 'deleted_at' AND new IS NULL)"
    )
    written = {row.row for row in plain.rows(connection, sql, (operation,))}
    for link in LINKS:
        for circle in circles(connection, link, written):
            here = min(written & set(circle), default=None)
            if here is None:  # it was there before: what was written leads into it
                continue
            before = circle[circle.index(here) - 1]
            name, other = _name(connection, here), _name(connection, before)
            if link == MERGED:
                raise RuleError("merge_circle", name=name, other=other)
            raise RuleError("tree_circle", name=name, other=other)


def _name(connection: Connection, account: str) -> str:
    return str(plain.first(connection, "SELECT name FROM account WHERE id = ?", (account,)))


def part_aliases(store: Store, *, now: datetime) -> None:
    """Brings accounts back into sight that a book keeps as aliases of each other. It leaves no connection open."""
    try:
        with store.read() as connection:
            some = first_of_circles(connection, MERGED)
        if some:
            _part(store, now)
    finally:
        store.engine.dispose()


def _part(store: Store, now: datetime) -> None:
    from kamdesk.domain.account import Account

    with store.write(PARTED, now=now) as tx:
        for account in first_of_circles(tx.connection, MERGED):
            tx.get(Account, account).merged_into = None
