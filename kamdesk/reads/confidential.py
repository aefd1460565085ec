"""Who informs us: the one read of the confidential tables. Nothing else in the program asks for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.contact import COLLEAGUE
from kamdesk.operations.confidential import LOCK, asks_for_book
from kamdesk.reads.aliases import read_aliases

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Reader


@dataclass(frozen=True, slots=True)
class InformantShare:
    """That another reads an informant's entry too: a manager, or a colleague whom it was ``handed`` on to."""

    id: str
    manager: str
    handed: bool = False


@dataclass(frozen=True, slots=True)
class Informant:
    """Who, when last heard of, what was told; ``until``: no longer; whom it is shared with; ``told_by``: the colleague
    of whom it was taken over.
    """

    id: str
    contact_id: str
    name: str
    last_heard: date | None
    told: str | None
    until: date | None
    shared: tuple[InformantShare, ...] = ()
    told_by: str | None = None

    def left_of(self, readers: Collection[Reader]) -> list[Reader]:
        """Those of the readers with whom it is not shared yet."""
        have = {(share.manager, share.handed) for share in self.shared}
        return [each for each in readers if (each.name, each.role == COLLEAGUE) not in have]


def informants(store: Store, *, account_id: str) -> tuple[Informant, ...]:
    """The account's informants, for the rep alone and only once the rep has unlocked them: those of today first."""
    return informants_of(store, account_ids=(account_id,))[account_id]


def informants_of(store: Store, *, account_ids: Collection[str]) -> Mapping[str, tuple[Informant, ...]]:
    """As `informants`, of each of several accounts."""
    assignment = t.informant_assignment.c
    with store.read() as connection:
        aliases = read_aliases(connection)
        units = {id_: unit for unit in account_ids for id_ in aliases.ids(unit)}
        rows = connection.execute(
            select(
                assignment.id,
                assignment.contact_id,
                t.contact.c.name,
                assignment.last_heard,
                assignment.told,
                assignment.until,
                assignment.told_by,
                assignment.account_id,
            )
            .join(t.contact, assignment.contact_id == t.contact.c.id)
            .where(assignment.account_id.in_(units), assignment.deleted_at.is_(None))
            .order_by(assignment.until.is_not(None), assignment.until.desc(), assignment.id)
        )
        share = t.informant_share.c
        shared: dict[str, list[InformantShare]] = defaultdict(list)
        for row in connection.execute(
            select(share.id, share.assignment_id, share.manager, share.role)
            .where(share.deleted_at.is_(None))
            .order_by(share.manager, share.id)
        ):
            shared[row.assignment_id].append(InformantShare(row.id, row.manager, row.role == COLLEAGUE))
        found: dict[str, list[Informant]] = {unit: [] for unit in account_ids}
        for *told, told_by, unit in rows:
            found[units[unit]].append(Informant(*told, shared=tuple(shared[told[0]]), told_by=told_by))
        return {unit: tuple(each) for unit, each in found.items()}


def recorded(connection: Connection) -> Mapping[tuple[str, str], list[tuple[date | None, str | None]]]:
    """By person and account until when each entry holds and of whom it was taken over."""
    assignment = t.informant_assignment.c
    aliases = read_aliases(connection)
    found: dict[tuple[str, str], list[tuple[date | None, str | None]]] = defaultdict(list)
    for row in connection.execute(select(t.informant_assignment).where(assignment.deleted_at.is_(None))):
        found[row.contact_id, aliases.of(row.account_id)].append((row.until, row.told_by))
    return found


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
