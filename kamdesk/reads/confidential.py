"""Who informs us: the one read of the confidential tables. Nothing else in the program asks for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.confidential import LOCK, asks_for_book
from kamdesk.reads.aliases import read_aliases


@dataclass(frozen=True, slots=True)
class InformantShare:
    """That a manager reads an informant's entry too."""

    id: str
    manager: str


@dataclass(frozen=True, slots=True)
class Informant:
    """Who, when last heard of, what was told; ``until``: no longer; the managers that it is shared with."""

    id: str
    contact_id: str
    name: str
    last_heard: date | None
    told: str | None
    until: date | None
    shared: tuple[InformantShare, ...] = ()


def informants(store: Store, *, account_id: str) -> tuple[Informant, ...]:
    """The account's informants, for the rep alone and only once the rep has unlocked them: those of today first."""
    assignment = t.informant_assignment.c
    with store.read() as connection:
        ids = read_aliases(connection).ids(account_id)
        rows = connection.execute(
            select(
                assignment.id,
                assignment.contact_id,
                t.contact.c.name,
                assignment.last_heard,
                assignment.told,
                assignment.until,
            )
            .join(t.contact, assignment.contact_id == t.contact.c.id)
            .where(assignment.account_id.in_(ids), assignment.deleted_at.is_(None))
            .order_by(assignment.until.is_not(None), assignment.until.desc(), assignment.id)
        )
        share = t.informant_share.c
        shared: dict[str, list[InformantShare]] = defaultdict(list)
        for row in connection.execute(
            select(share.id, share.assignment_id, share.manager)
            .where(share.deleted_at.is_(None))
            .order_by(share.manager, share.id)
        ):
            shared[row.assignment_id].append(InformantShare(row.id, row.manager))
        return tuple(Informant(*row, shared=tuple(shared[row.id])) for row in rows)


@dataclass(frozen=True, slots=True)
class Lock:
    """What the lock asks for: ``of_book`` the book's own passphrase; ``is_set`` whether one is there."""

    of_book: bool
    is_set: bool


def lock_state(store: Store) -> Lock:
    """How the lock of this book stands; the same whether anything lies behind it or not."""
    if asks_for_book(store):
        return Lock(True, True)
    with store.read() as connection:
        return Lock(False, connection.scalar(select(t.book.c.name).where(t.book.c.name == LOCK)) is not None)
