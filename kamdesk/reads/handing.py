"""Whom accounts may pass to, and which a colleague looks after."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.owners import team_owners
from kamdesk.reads.rep import read_rep


@dataclass(frozen=True, slots=True)
class Passing:
    """``accounts`` are (id, name); ``owner`` who looks after them now, where it is one; ``people`` who may take them
    over, of the team or known by card: name and, for a rep of this book, the id.
    """

    accounts: tuple[tuple[str, str], ...]
    owner: str
    people: tuple[tuple[str, str | None], ...]


def _by_card(connection: Connection) -> list[str]:
    """The colleagues and managers whose books are met: a name typed otherwise than on the card reaches nobody."""
    p = t.sync_peer.c
    own = select(t.book.c.value).where(t.book.c.name == "identity.rep").scalar_subquery()
    found = select(p.rep).where(p.role != "office", p.removed_at.is_(None), p.rep.is_distinct_from(own))
    return list(connection.scalars(found))


def account_names(store: Store, *, account_ids: Collection[str]) -> dict[str, str]:
    """The names of these accounts."""
    a = t.account.c
    with store.read() as connection:
        rows = connection.execute(select(a.id, a.name).where(a.id.in_(account_ids)))
        return {row.id: row.name for row in rows}


def passing(store: Store, *, account_ids: Collection[str], today: date, whose: str = "") -> Passing:
    """What a hand-over begins with: of these accounts, or of all that ``whose`` looks after."""
    a, m, r = t.account.c, t.team_member.c, t.rep.c
    with store.read() as connection:
        aliases, mine = read_aliases(connection), read_rep(connection).name
        reps = {
            row.id: row.name for row in connection.execute(select(r.id, r.name).where(r.deleted_at.is_(None)))
        }
        owners = {
            row.id: reps.get(row.owner_id or "") or mine
            for row in connection.execute(
                select(a.id, a.owner_id).where(a.deleted_at.is_(None), a.merged_into.is_(None))
            )
        }
        for account_id, name in team_owners(connection, aliases, today).items():
            if account_id in owners:
                owners[account_id] = name
        wanted = [
            each for each, owner in owners.items() if (owner == whose if whose else each in account_ids)
        ]
        names = connection.execute(select(a.id, a.name).where(a.id.in_(wanted)).order_by(a.name, a.id))
        accounts = tuple((row.id, row.name) for row in names)
        held = {owners[each] for each, _ in accounts}
        owner = whose or (next(iter(held)) if len(held) == 1 else "")
        members = connection.execute(
            select(m.name, m.rep_id).where(m.deleted_at.is_(None), m.until.is_(None) | (m.until >= today))
        )
        known = {name: rep_id for rep_id, name in reps.items()}
        known = {row.name: row.rep_id or known.get(row.name) for row in members} | known
        known = dict.fromkeys(_by_card(connection)) | known
        people = tuple((name, rep_id) for name, rep_id in sorted(known.items()) if name != owner)
        return Passing(accounts, owner, people)
