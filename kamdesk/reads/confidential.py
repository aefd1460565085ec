"""Who informs us: the one read of the confidential table. Nothing else in the program asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.reads.aliases import read_aliases


@dataclass(frozen=True, slots=True)
class Informant:
    contact_id: str
    name: str
    last_heard: date | None
    told: str | None


def informants(store: Store, *, account_id: str) -> tuple[Informant, ...]:
    """The account's informants, for the rep alone and only once the rep has unlocked them."""
    assignment = t.informant_assignment.c
    with store.read() as connection:
        ids = read_aliases(connection).ids(account_id)
        rows = connection.execute(
            select(assignment.contact_id, t.contact.c.name, assignment.last_heard, assignment.told)
            .join(t.contact, assignment.contact_id == t.contact.c.id)
            .where(assignment.account_id.in_(ids), assignment.deleted_at.is_(None))
            .where(assignment.until.is_(None))
            .order_by(assignment.id)
        )
        return tuple(Informant(*row) for row in rows)
