"""Where a record stands that an answer or a figure rests on: at which account, and of which kind it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.knowledge import KINDS
from kamdesk.reads.aliases import read_aliases

OF_ACCOUNTS = (
    t.promise, t.visit, t.order, t.visit_slot, t.contact_post, t.contact_role, t.sales_history, t.supply_share,
    t.receivable, t.payment, t.note, t.action, t.attachment,
)  # fmt: skip
"""Tables of one account's rows, beside those of what was found out."""


@dataclass(frozen=True, slots=True)
class Place:
    """``table`` is the record's kind; ``account`` the name of the account where it stands."""

    id: str
    table: str
    account_id: str
    account: str


def record_places(store: Store, *, ids: Collection[str]) -> tuple[Place, ...]:
    """In the order of ``ids``; those that stand at no account are left out."""
    wanted = tuple(dict.fromkeys(ids))
    found: dict[str, tuple[str, str]] = {}
    tables = (*OF_ACCOUNTS, *(t.metadata.tables[kind] for kind in KINDS))
    with store.read() as connection:
        aliases = read_aliases(connection)
        for table in tables:
            if "account_id" not in table.c:
                continue
            rows = connection.execute(
                select(table.c.id, table.c.account_id).where(
                    table.c.id.in_(wanted), table.c.account_id.is_not(None), table.c.deleted_at.is_(None)
                )
            )
            found |= {row.id: (table.name, aliases.of(row.account_id)) for row in rows}
        report, visit = t.visit_report.c, t.visit.c
        reports = select(report.id, visit.account_id).join(t.visit, visit.id == report.visit_id)
        for row in connection.execute(reports.where(report.id.in_(wanted))):
            found[row.id] = ("visit", aliases.of(row.account_id))
        post = t.contact_post.c
        posts = select(post.contact_id, post.account_id).where(
            post.deleted_at.is_(None), post.contact_id.in_(wanted)
        )
        for row in connection.execute(posts.order_by(post.rank.desc())):
            found[row.contact_id] = ("contact", aliases.of(row.account_id))
        names = {
            row.id: row.name
            for row in connection.execute(
                select(t.account.c.id, t.account.c.name).where(
                    t.account.c.id.in_([*wanted, *(account for _, account in found.values())])
                )
            )
        }
    found |= {each: ("account", each) for each in wanted if each in names}
    return tuple(
        Place(each, found[each][0], found[each][1], names[found[each][1]]) for each in wanted if each in found
    )
