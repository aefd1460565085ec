"""What others let this book's rep read of who informs them: kept sealed, opened to be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Table, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.contact import MANAGER
from kamdesk.domain.errors import BookError
from kamdesk.operations.week_end.identity import own_keys
from kamdesk.operations.week_end.peers import Reader, readers_in
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.confidential import recorded
from kamdesk.sync.package.capsules import open_entrusted
from kamdesk.sync.package.keys import Keys
from kamdesk.sync.package.lines import EntrustedRow
from kamdesk.sync.versions import Vector, includes


def readers(store: Store, *, account_id: str) -> tuple[Reader, ...]:
    """With whom an entry of this account can be shared: the managers whose cards are known, and of the colleagues those
    to whom the account was handed over.
    """
    h = t.handover.c
    with store.read() as connection:
        ids = read_aliases(connection).ids(account_id)
        taken = connection.scalars(select(h.taken_by).where(h.account_id.in_(ids), h.deleted_at.is_(None)))
        names = set(taken)
        known = readers_in(connection)
        return tuple(each for each in known if each.role == MANAGER or each.name in names)


def known_readers(store: Store) -> tuple[Reader, ...]:
    """All managers and colleagues whose cards are known."""
    with store.read() as connection:
        return tuple(readers_in(connection))


@dataclass(frozen=True, slots=True)
class Entrusted:
    """Who informs a rep, as the rep lets this book's read it.

    ``account_id`` and ``contact_id`` are those of this book, None where they have not come; ``mine``: the book has an
    entry of its own of that person, taken over or not.
    """

    id: str
    rep: str
    account: str
    contact: str
    last_heard: date | None
    told: str | None
    until: date | None
    account_id: str | None = None
    contact_id: str | None = None
    mine: bool = False


def entrusted(store: Store) -> tuple[Entrusted, ...]:
    """For this book's rep alone, once unlocked: what others share, as far as their books have told; by rep, account and
    name.

    Of what two laptops of a rep tell the later counts; where neither knew of the other's, that it is shared no more.
    Raises BookError where the keyring that has the book's keys does not give them.
    """
    keys = own_keys(store)
    with store.read() as connection:
        return entrusted_in(connection, keys)


def given_at(store: Store, *, account_id: str) -> tuple[Entrusted, ...]:
    """What others share of one account that is not in this book's own entries. Nothing where the keyring does not give
    the book's keys: `entrusted` says why.
    """
    with store.read() as connection:
        if connection.scalar(select(t.sync_entrusted.c.replica).limit(1)) is None:
            return ()
    try:
        return tuple(each for each in entrusted(store) if each.account_id == account_id and not each.mine)
    except BookError:
        return ()


def entrusted_in(connection: Connection, keys: Keys | None) -> tuple[Entrusted, ...]:
    """As `entrusted`, within a transaction; ``keys`` are those of `own_keys`, had before it."""
    told: dict[tuple[str, str], list[EntrustedRow]] = defaultdict(list)
    name = connection.scalar(select(t.book.c.value).where(t.book.c.name == "identity.rep"))
    for row in connection.execute(select(t.sync_entrusted).where(t.sync_entrusted.c.manager == name)):
        opened = open_entrusted(row.content, keys.opening) if keys else None
        for each in opened[1].rows if opened else ():
            told[row.rep, each.id].append(each)
    last = {place: _last(rows) for place, rows in told.items()}
    standing = {place: row for place, row in last.items() if row.shared}
    aliases = read_aliases(connection)
    units = {place: aliases.of(row.account_id or "") for place, row in standing.items()}
    accounts = _names(connection, t.account, units.values())
    people = _names(connection, t.contact, [row.contact_id or "" for row in standing.values()])
    here = recorded(connection)
    found = []
    for (rep, id_), row in standing.items():
        unit, person = units[rep, id_], row.contact_id or ""
        own = here.get((person, unit), ())
        found.append(
            Entrusted(
                id_,
                rep,
                row.account or accounts.get(unit, ""),
                row.contact or people.get(person, ""),
                row.last_heard,
                row.told,
                row.until,
                unit if unit in accounts else None,
                person if person in people else None,
                any(until is None or told_by == rep for until, told_by in own),
            )
        )
    return tuple(sorted(found, key=lambda each: (each.rep, each.account, each.contact, each.id)))


def _names(connection: Connection, table: Table, ids: Collection[str]) -> dict[str, str]:
    rows = connection.execute(
        select(table.c.id, table.c.name).where(table.c.id.in_(set(ids)), table.c.deleted_at.is_(None))
    )
    return {row.id: row.name for row in rows}


def _last(rows: list[EntrustedRow]) -> EntrustedRow:
    def later(one: Vector, other: Vector) -> bool:
        return includes(one, other) and not includes(other, one)

    newest = [row for row in rows if not any(later(other.vector, row.vector) for other in rows)]
    return max(
        newest,
        key=lambda row: (not row.shared, sorted(row.vector.items()), str(row.contact), str(row.account)),
    )
