"""Who informs us: the one read of the confidential table. Nothing else in the program asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.confidential import LOCK, asks_for_book
from kamdesk.reads.aliases import read_aliases


@dataclass(frozen=True, slots=True)
class Informant:
    """Who, when last heard of, what was told; ``until``: no longer."""

    id: str
    contact_id: str
    name: str
    last_heard: date | None
    told: str | None
    until: date | None


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
        return tuple(Informant(*row) for row in rows)


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
