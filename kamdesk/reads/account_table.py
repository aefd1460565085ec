"""The rows of the accounts table, light enough that ten thousand of them are read while one looks on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from heapq import nsmallest
from typing import Any, NamedTuple

from sqlalchemy import Connection, Text, func, select, tuple_, type_coerce

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.spelling import spelt
from kamdesk.reads.account_facts import (
    NO_SLOT,
    account_numbers,
    account_words,
    first_people,
    fixed_visits,
    from_lists,
    last_visits,
    promise_counts,
    purchases,
)
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.owners import owners_elsewhere
from kamdesk.reads.pace import gently
from kamdesk.reads.sold import sold_last_year
from kamdesk.reads.unit_facts import judged_stages, said_shares, worst_risks
from kamdesk.reads.units import read_units


class AccountRow(NamedTuple):
    """One account in the table.

    ``rhythms`` are (every n weeks, offset) of its slots in force; ``next_start`` the minute of the day of the next
    fixed visit; ``purchases`` the worth in minor units of ``currency`` of the orders of the last twelve months, None
    where none has a worth; ``aliases`` how many accounts were merged into it; ``listed`` that it came from a list;
    ``sold`` what lists say was sold to it last year, in ``sold_currency``. Of a managed unit: ``stage`` as it was last
    judged, ``share`` what lists say comes from us, in hundredths of a per cent. ``outside``: ``owner`` is none of the
    book's reps, though ``owner_id`` still names the one who had it. ``is_unit``: it is a managed unit itself and no
    part of one; ``on_line``: some account of its unit has a fixed visit. ``risk`` is the worst insurance of the risks
    of its unit (`Insured`), nothing where none is known.
    """

    id: str
    name: str
    short_name: str | None = None
    value_class: str | None = None
    is_key: bool | None = None
    status: str = "active"
    level: str = "company"
    parent_id: str | None = None
    province: str | None = None
    city: str | None = None
    district: str | None = None
    owner_id: str | None = None
    recorded: str = ""
    owner: str | None = None
    contact: str | None = None
    contact_title: str | None = None
    phone: str | None = None
    phones: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    rhythms: tuple[tuple[int, int], ...] = ()
    slots: int = 0
    last_visit: date | None = None
    next_visit: date | None = None
    next_start: int | None = None
    open_promises: int = 0
    overdue_promises: int = 0
    purchases: int | None = None
    currency: str | None = None
    aliases: int = 0
    listed: bool = False
    sold: int | None = None
    sold_currency: str | None = None
    stage: str | None = None
    share: int | None = None
    outside: bool = False
    is_unit: bool = True
    on_line: bool = False
    risk: str = ""

    @property
    def owned_by(self) -> str:
        """Whose it is: the rep's id, or the name of an owner who is no rep of the book."""
        return (self.owner if self.outside else self.owner_id) or ""

    @property
    def created(self) -> date | None:
        """The day it was recorded (UTC)."""
        return date.fromisoformat(self.recorded[:10]) if self.recorded else None


_CARD = AccountRow._fields[:12]


FIRST = 200
"""How many accounts are read to be painted before all of them are."""


def first_names(store: Store) -> tuple[AccountRow, ...]:
    """What the cards of the first accounts by class and name say and no more: the rows to be painted first.

    Only as many classes are read as it takes for so many accounts.
    """
    a = t.account.c
    stands = (a.deleted_at.is_(None), a.merged_into.is_(None))
    rank, ordinary = func.coalesce(a.value_class, "Z"), a.is_key.is_not(True)
    with store.read() as connection:
        last, number = ("", False), 0
        for letter, plain, count in connection.execute(
            select(rank, ordinary, func.count())
            .where(*stands)
            .group_by(rank, ordinary)
            .order_by(rank, ordinary)
        ):
            last, number = (letter, bool(plain)), number + count
            if number >= FIRST:
                break
        keys = connection.execute(
            select(a.id, rank, ordinary, a.name).where(*stands, tuple_(rank, ordinary) <= tuple_(*last))
        ).all()
        first = nsmallest(FIRST, keys, key=lambda row: (row[1], row[2], spelt(row[3])))
        return tuple(AccountRow(*row) for row in _cards(connection, [row[0] for row in first]))


def account_rows(store: Store, *, today: date) -> tuple[AccountRow, ...]:
    """The table's rows by name, then id; ``today`` is the rep's local day."""
    with store.read() as connection:
        aliases = read_aliases(connection)
        people = first_people(connection, aliases)
        numbers = account_numbers(connection, aliases)
        tags = account_words(connection, aliases, t.account_tag, "tag", "rank")
        codes = account_words(connection, aliases, t.account_code, "code", "system")
        promises = promise_counts(connection, aliases, today)
        visits = last_visits(connection, aliases)
        slots = fixed_visits(connection, aliases, today)
        worth = purchases(connection, aliases, today)
        listed = from_lists(connection)
        sold = sold_last_year(connection, aliases, today)
        names: dict[str, str] = {row.id: row.name for row in connection.execute(select(t.rep))}
        elsewhere = owners_elsewhere(connection, aliases, today, names.values())
        tree = read_units(connection)
        stages = judged_stages(connection, tree, today)
        shares = said_shares(connection, tree, today)
        placed = {tree.of(account_id) for account_id in slots}
        risks = worst_risks(connection, tree, today)
        nobody: tuple[str | None, str | None, str | None] = (None, None, None)
        found: list[AccountRow] = []
        for row in gently(_cards(connection)):
            key, owner = row[0], row[11]
            contact, title, phone = people.get(key, nobody)
            own = numbers.get(key, ())
            rhythms, number, following, start = slots.get(key, NO_SLOT)
            found.append(
                AccountRow._make(
                    (
                        *row[:7],
                        aliases.of(row[7]) if row[7] else None,
                        *row[8:],
                        elsewhere.get(key) or (names.get(owner) if owner else None),
                        contact,
                        title,
                        phone or (own[0] if own else None),
                        own,
                        tags.get(key, ()),
                        codes.get(key, ()),
                        rhythms,
                        number,
                        visits.get(key),
                        following,
                        start,
                        *promises.get(key, (0, 0)),
                        *worth.get(key, (None, None)),
                        len(aliases.members.get(key, ())),
                        key in listed,
                        *sold.get(key, (None, None)),
                        stages.get(key),
                        shares.get(key, (None, ""))[0],
                        key in elsewhere,
                        tree.of(key) == key,
                        tree.of(key) in placed,
                        risks.get(key, ""),
                    )
                )
            )
        return tuple(found)


def _cards(connection: Connection, ids: Sequence[str] | None = None) -> list[tuple[Any, ...]]:
    a = t.account.c
    chosen = (
        select(*(a[name] for name in _CARD), type_coerce(a.recorded_at, Text))
        .where(a.deleted_at.is_(None), a.merged_into.is_(None))
        .order_by(a.name, a.id)
    )
    if ids is not None:
        chosen = chosen.where(a.id.in_(ids))
    return [tuple(row) for row in gently(connection.execute(chosen))]


def owners(store: Store) -> tuple[tuple[str, str], ...]:
    """Id and name of everyone who may own an account, by name."""
    rep = t.rep.c
    with store.read() as connection:
        rows = connection.execute(
            select(rep.id, rep.name).where(rep.deleted_at.is_(None)).order_by(rep.name, rep.id)
        )
        return tuple((row.id, row.name) for row in rows)
