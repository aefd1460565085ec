"""All accounts as a program reads them, and whom a name means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.reads.aliases import Aliases, read_aliases
from kamdesk.reads.phones import contact_phones


@dataclass(frozen=True, slots=True)
class ListedContact:
    id: str
    name: str
    title: str | None
    phones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedAccount:
    """One account as a program reads it; coordinates are WGS-84."""

    id: str
    name: str
    short_name: str | None
    value_class: str | None
    is_key: bool
    status: str
    city: str | None
    latitude: float | None
    longitude: float | None
    contacts: tuple[ListedContact, ...]


def account_list(store: Store) -> tuple[ListedAccount, ...]:
    """Every account that is not an alias, by name, then id, with the people who hold a post there now."""
    with store.read() as connection:
        people = _people(connection, read_aliases(connection))
        a = t.account.c
        rows = connection.execute(
            select(
                a.id, a.name, a.short_name, a.value_class, a.is_key, a.status, a.city, a.latitude, a.longitude
            )
            .where(a.deleted_at.is_(None), a.merged_into.is_(None))
            .order_by(a.name, a.id)
        )
        return tuple(
            ListedAccount(
                id=row.id,
                name=row.name,
                short_name=row.short_name,
                value_class=row.value_class,
                is_key=bool(row.is_key),
                status=row.status,
                city=row.city,
                latitude=row.latitude,
                longitude=row.longitude,
                contacts=tuple(people.get(row.id, ())),
            )
            for row in rows
        )


def find_accounts(store: Store, *, wanted: str) -> tuple[ListedAccount, ...]:
    """Accounts meant by ``wanted``: an id, else exactly this name or short name, else a number in an office's list,
    else names that contain it. The id or number of an account that was merged means the one it was merged into.
    """
    listed = account_list(store)
    meant = _numbered(store, wanted)
    for fits in (
        [row for row in listed if row.id in meant["id"]],
        [row for row in listed if wanted in (row.name, row.short_name)],
        [row for row in listed if row.id in meant["code"]],
        [row for row in listed if wanted.casefold() in row.name.casefold()],
    ):
        if fits:
            return tuple(fits)
    return ()


def _numbered(store: Store, wanted: str) -> dict[str, set[str]]:
    """The accounts that ``wanted`` is the id or a number of, each as what it is shown as."""
    code = t.account_code.c
    with store.read() as connection:
        aliases = read_aliases(connection)
        rows = connection.scalars(
            select(code.account_id).where(code.code == wanted, code.deleted_at.is_(None))
        )
        return {"id": {aliases.of(wanted)}, "code": {aliases.of(row) for row in rows}}


def _people(connection: Connection, aliases: Aliases) -> dict[str, list[ListedContact]]:
    phones = contact_phones(connection)
    post, person = t.contact_post.c, t.contact.c
    rows = connection.execute(
        select(post.account_id, person.id, person.name, post.title)
        .join_from(t.contact_post, t.contact, post.contact_id == person.id)
        .where(post.deleted_at.is_(None), person.deleted_at.is_(None), post.until.is_(None))
        .order_by(post.account_id, post.rank, person.id)
    )
    people: dict[str, list[ListedContact]] = defaultdict(list)
    for account_id, contact_id, name, title in rows:
        people[aliases.of(account_id)].append(
            ListedContact(contact_id, name, title, phones.get(contact_id, ()))
        )
    return people
