"""What the page of an account shows beside its card and its history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.facts import Period
from kamdesk.domain.figures import Figure
from kamdesk.domain.schedule import monday_of
from kamdesk.domain.walltime import local_day
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.attachments import Attached, attachments_of
from kamdesk.reads.field_changes import FieldChange, field_changes
from kamdesk.reads.figures import read_figures
from kamdesk.reads.listed import AccountLists, lists_of
from kamdesk.reads.rep import read_rep
from kamdesk.reads.steady import kept_weeks
from kamdesk.reads.trade import Line, Stock, ordered_products, stock_of

WEEKS = 12
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class AccountSheet:
    """``weeks``: by slot, how long it was kept without a break; ``products``: by order, what was ordered; ``support``:
    by post, how support and influence changed, newest first; ``figures`` of the last twelve weeks, this one included.
    """

    weeks: Mapping[str, int]
    stock: Stock
    products: Mapping[str, list[Line]]
    support: Mapping[str, tuple[FieldChange, ...]]
    files: tuple[Attached, ...]
    figures: tuple[Figure, ...]
    period: Period
    tolerance: int
    lists: AccountLists


def account_sheet(store: Store, *, account_id: str, now: datetime) -> AccountSheet:
    """Read in one snapshot."""
    with store.read() as connection:
        aliases = read_aliases(connection)
        ids = aliases.ids(aliases.of(account_id))
        rep = read_rep(connection)
        today = local_day(now, rep.zone)
        period = Period(monday_of(today) - timedelta(weeks=WEEKS - 1), today)
        return AccountSheet(
            weeks=kept_weeks(connection, ids, today),
            stock=stock_of(connection, ids, today - YEAR),
            products=ordered_products(connection, ids),
            support=_support(connection, ids),
            files=attachments_of(connection, ids),
            figures=read_figures(connection, period, now, ids),
            period=period,
            tolerance=rep.tolerance,
            lists=lists_of(connection, ids, today),
        )


def _support(connection: Connection, ids: tuple[str, ...]) -> dict[str, tuple[FieldChange, ...]]:
    post = t.contact_post.c
    posts = connection.scalars(select(post.id).where(post.account_id.in_(ids), post.deleted_at.is_(None)))
    found: dict[str, list[FieldChange]] = defaultdict(list)
    for change in field_changes(connection, posts.all(), ("support", "influence")):
        found[change.row].append(change)
    return {post_id: tuple(changes) for post_id, changes in found.items()}
