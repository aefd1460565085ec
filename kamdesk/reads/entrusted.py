"""What reps let a manager read of who informs them: kept sealed in the manager's book, opened to be shown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.week_end.identity import own_keys
from kamdesk.operations.week_end.peers import managers_in
from kamdesk.sync.package.capsules import open_entrusted
from kamdesk.sync.package.lines import EntrustedRow
from kamdesk.sync.versions import Vector, includes


def managers(store: Store) -> tuple[str, ...]:
    """The managers with whom an entry can be shared: those whose cards are known."""
    with store.read() as connection:
        return tuple(managers_in(connection))


@dataclass(frozen=True, slots=True)
class Entrusted:
    """Who informs a rep, as the rep lets this book's manager read it."""

    id: str
    rep: str
    account: str
    contact: str
    last_heard: date | None
    told: str | None
    until: date | None


def entrusted(store: Store) -> tuple[Entrusted, ...]:
    """For the manager alone, once unlocked: what reps share, as far as their books have told; by rep, account and name.

    Of what two laptops of a rep tell the later counts; where neither knew of the other's, that it is shared no more.
    Raises BookError where the keyring that has the book's keys does not give them.
    """
    told: dict[tuple[str, str], list[EntrustedRow]] = defaultdict(list)
    keys = own_keys(store)
    with store.read() as connection:
        name = connection.scalar(select(t.book.c.value).where(t.book.c.name == "identity.rep"))
        for row in connection.execute(select(t.sync_entrusted).where(t.sync_entrusted.c.manager == name)):
            opened = open_entrusted(row.content, keys.opening) if keys else None
            for each in opened[1].rows if opened else ():
                told[row.rep, each.id].append(each)
    found = []
    for (rep, id_), rows in told.items():
        last = _last(rows)
        if last.shared:
            found.append(
                Entrusted(
                    id_, rep, last.account or "", last.contact or "", last.last_heard, last.told, last.until
                )
            )
    return tuple(sorted(found, key=lambda each: (each.rep, each.account, each.contact, each.id)))


def _last(rows: list[EntrustedRow]) -> EntrustedRow:
    def later(one: Vector, other: Vector) -> bool:
        return includes(one, other) and not includes(other, one)

    newest = [row for row in rows if not any(later(other.vector, row.vector) for other in rows)]
    return max(
        newest,
        key=lambda row: (not row.shared, sorted(row.vector.items()), str(row.contact), str(row.account)),
    )
