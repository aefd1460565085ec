"""All accounts: the rows of the table in the window, and the list that a program reads."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.schedule import Recurring, next_due
from kamdesk.domain.visit import VisitState
from kamdesk.reads.aliases import Aliases, read_aliases
from kamdesk.reads.due import dealt_with
from kamdesk.reads.phones import contact_phones


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account in the table. ``rhythms`` are (every n weeks, offset) of its slots in force."""

    id: str
    name: str
    short_name: str | None
    value_class: str | None
    is_key: bool | None
    status: str
    level: str
    parent_id: str | None
    province: str | None
    city: str | None
    district: str | None
    contact: str | None
    contact_title: str | None
    phone: str | None
    rhythms: tuple[tuple[int, int], ...]
    last_visit: date | None
    next_visit: date | None
    open_promises: int
    overdue_promises: int


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
            select(a.id, a.name, a.value_class, a.is_key, a.status, a.city, a.latitude, a.longitude)
            .where(a.deleted_at.is_(None), a.merged_into.is_(None))
            .order_by(a.name, a.id)
        )
        return tuple(
            ListedAccount(
                id=row.id,
                name=row.name,
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


def account_rows(store: Store, *, today: date) -> tuple[AccountRow, ...]:
    """The table's rows by name, then id; ``today`` is the rep's local day."""
    with store.read() as connection:
        aliases = read_aliases(connection)
        people = _people(connection, aliases)
        promises = _promises(connection, aliases, today)
        visits = _last_visits(connection, aliases)
        slots = _slots(connection, aliases, today)
        a = t.account.c
        rows = connection.execute(
            select(
                a.id,
                a.name,
                a.short_name,
                a.value_class,
                a.is_key,
                a.status,
                a.level,
                a.parent_id,
                a.province,
                a.city,
                a.district,
            )
            .where(a.deleted_at.is_(None), a.merged_into.is_(None))
            .order_by(a.name, a.id)
        )
        made: list[AccountRow] = []
        for row in rows:
            first = next(iter(people.get(row.id, ())), None)
            rhythms, following = slots.get(row.id, ((), None))
            made.append(
                AccountRow(
                    *row,
                    contact=first.name if first else None,
                    contact_title=first.title if first else None,
                    phone=first.phones[0] if first and first.phones else None,
                    rhythms=rhythms,
                    last_visit=visits.get(row.id),
                    next_visit=following,
                    open_promises=promises[row.id][0],
                    overdue_promises=promises[row.id][1],
                )
            )
        return tuple(made)


def find_accounts(store: Store, *, wanted: str) -> tuple[ListedAccount, ...]:
    """Accounts meant by ``wanted``: an id, else exactly this name, else names that contain it."""
    listed = account_list(store)
    for fits in (
        [row for row in listed if row.id == wanted],
        [row for row in listed if row.name == wanted],
        [row for row in listed if wanted.casefold() in row.name.casefold()],
    ):
        if fits:
            return tuple(fits)
    return ()


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


def _promises(connection: Connection, aliases: Aliases, today: date) -> dict[str, tuple[int, int]]:
    promise = t.promise.c
    rows = connection.execute(
        select(promise.account_id, promise.due_on).where(
            promise.deleted_at.is_(None), promise.state == PromiseState.OPEN
        )
    )
    counts: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for account_id, due_on in rows:
        account_id = aliases.of(account_id)
        number, overdue = counts[account_id]
        counts[account_id] = number + 1, overdue + (due_on is not None and due_on < today)
    return counts


def _last_visits(connection: Connection, aliases: Aliases) -> dict[str, date]:
    visit, report = t.visit.c, t.visit_report.c
    rows = connection.execute(
        select(visit.account_id, func.max(report.visited_on))
        .join_from(t.visit, t.visit_report, report.visit_id == visit.id)
        .where(visit.deleted_at.is_(None), report.deleted_at.is_(None), visit.state == VisitState.DONE)
        .group_by(visit.account_id)
    )
    last: dict[str, date] = {}
    for account_id, day in rows:
        account_id = aliases.of(account_id)
        last[account_id] = max(day, last.get(account_id, day))
    return last


def _slots(
    connection: Connection, aliases: Aliases, today: date
) -> dict[str, tuple[tuple[tuple[int, int], ...], date | None]]:
    slot = t.visit_slot.c
    rows = connection.execute(
        select(t.visit_slot, t.visit_line.c.anchor_monday)
        .join_from(t.visit_slot, t.visit_line, slot.line_id == t.visit_line.c.id)
        .where(slot.deleted_at.is_(None))
        .order_by(slot.weekday, slot.start, slot.id)
    )
    found: dict[str, tuple[tuple[tuple[int, int], ...], date | None]] = {}
    past = dealt_with(connection, today)
    for row in rows:
        begin = today + timedelta(days=1) if row.id in past else today
        following = next_due(cast(Recurring, row), row.anchor_monday, begin)
        if following is None:
            continue
        account_id = aliases.of(row.account_id)
        rhythms, first = found.get(account_id, ((), None))
        rhythm = (row.every_weeks, row.week_offset)
        found[account_id] = (
            rhythms if rhythm in rhythms else (*rhythms, rhythm),
            following if first is None else min(first, following),
        )
    return found
