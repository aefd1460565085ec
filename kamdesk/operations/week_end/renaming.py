"""A rep whose card has another name now: what stands under the old name in the book's own rows goes with it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.knowledge.team import TeamMember
from kamdesk.domain.week_end import AccountShare

NAME = "sync.rename"


def rename(store: Store, *, old: str, new: str, now: datetime) -> None:
    """Shares with and by the rep, and the rep among the team, are called as the card is. An office writes all of them,
    a rep's book the rep's own; it is recorded and goes to the others like any write.
    """
    with store.write(NAME, now=now) as tx:
        names = dict(tx.connection.execute(select(t.book.c.name, t.book.c.value)).all())
        office, me = names.get("identity.role") == "office", names.get("identity.rep")
        share = t.account_share.c
        found = tx.connection.execute(
            select(share.id, share.shared_by).where(or_(share.colleague == old, share.shared_by == old))
        ).all()
        for row in found:
            if office or row.shared_by in ({me, old} if new == me else {me}):
                made = tx.get(AccountShare, row.id)
                made.colleague = new if made.colleague == old else made.colleague
                made.shared_by = new if made.shared_by == old else made.shared_by
        if office:
            for member in tx.connection.scalars(
                select(t.team_member.c.id).where(t.team_member.c.name == old)
            ):
                tx.get(TeamMember, member).name = new
