"""What the book holds of the accounts that a batch of rows speaks of, read in few queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, or_, select

from kamdesk.db import tables as t
from kamdesk.db.fresh import Fresh
from kamdesk.db.recording import plain
from kamdesk.exchange.values.names import person_key, same_key
from kamdesk.exchange.values.phones import Phone, phone_key

ACCOUNT_FIELDS = (
    "name", "short_name", "status", "value_class", "is_key", "kind", "country", "province", "city", "district",
    "address", "postal_code", "latitude", "longitude", "datum", "wechat", "level", "visit_minutes", "owner_id",
)  # fmt: skip
CONTACT_FIELDS = (
    "latin_name", "salutation", "wechat", "email",
    "birth_calendar", "birth_year", "birth_month", "birth_day", "birth_leap",
)  # fmt: skip
POST_FIELDS = ("title", "department")


class Lines:
    """The telephones of an account or a person, by number; a switchboard has a line for each extension."""

    def __init__(self) -> None:
        self.numbers: set[str] = set()
        self._extensions: set[tuple[str, str]] = set()

    def holds(self, phone: Phone) -> bool:
        """Whether this line is known; a number alone is, where it is known with an extension."""
        key = phone_key(phone.number)
        return key in self.numbers and (not phone.extension or (key, phone.extension) in self._extensions)

    def add(self, number: str, extension: str | None) -> None:
        """Makes a line known."""
        key = phone_key(number)
        self.numbers.add(key)
        if extension:
            self._extensions.add((key, extension))

    @property
    def next_rank(self) -> int:
        """A rank behind all lines that are known."""
        return len(self.numbers) + len(self._extensions)


@dataclass(slots=True)
class PersonState:
    """A person at an account. ``row`` and ``post_row`` are the objects where this batch made them.

    ``fields``, ``lines`` and ``former`` are the person's and shared by the states of all accounts that have them.
    """

    id: str
    name: str
    post_id: str
    fields: dict[str, Any]
    post: dict[str, Any]
    lines: Lines = field(default_factory=Lines)
    former: set[str] = field(default_factory=set)
    row: Fresh | None = None
    post_row: Fresh | None = None

    @property
    def phones(self) -> set[str]:
        return self.lines.numbers

    def is_called(self, name: str) -> bool:
        """Whether this is one of the person's names, or was before the rep mended it."""
        names = (self.name, self.fields.get("latin_name"), *self.former)
        return person_key(name) in {person_key(known) for known in names if known}


@dataclass(slots=True)
class SaleState:
    id: str
    amount: int
    row: Fresh | None = None


@dataclass(slots=True)
class AccountState:
    """An account with what belongs to it; ``row`` is the object where this batch made it.

    ``gone`` are the posts taken back, by the person's name.
    """

    id: str
    fields: dict[str, Any]
    codes: set[tuple[str, str]] = field(default_factory=set)
    lines: Lines = field(default_factory=Lines)
    tags: set[str] = field(default_factory=set)
    people: list[PersonState] = field(default_factory=list)
    sales: dict[tuple[date, date, str], SaleState] = field(default_factory=dict)
    notes: set[str] = field(default_factory=set)
    gone: dict[str, list[str]] = field(default_factory=dict)
    row: Fresh | None = None

    @property
    def name(self) -> str:
        return self.fields["name"]

    @property
    def phones(self) -> set[str]:
        return self.lines.numbers


def load_states(connection: Connection, groups: Mapping[str, Sequence[str]]) -> dict[str, AccountState]:
    """The accounts and all that an import compares.

    ``groups`` gives beside each account those that it was joined with; their people are its people too.
    """
    ids = list(groups)
    states: dict[str, AccountState] = {}
    if not ids:
        return states
    for row in connection.execute(select(t.account).where(t.account.c.id.in_(ids))):
        states[row.id] = AccountState(row.id, {name: getattr(row, name) for name in ACCOUNT_FIELDS})
    for row in _of(connection, t.account_code, ids):
        states[row.account_id].codes.add((row.system, row.code.casefold()))
    for row in _of(connection, t.account_phone, ids):
        states[row.account_id].lines.add(row.number, row.extension)
    for row in _of(connection, t.account_tag, ids):
        states[row.account_id].tags.add(row.tag)
    for row in _of(connection, t.note, ids):
        states[row.account_id].notes.add(row.text)
    for row in _of(connection, t.sales_history, ids):
        if row.product_id is not None:
            continue
        states[row.account_id].sales[row.first_day, row.last_day, row.currency] = SaleState(
            row.id, row.amount
        )
    _load_people(connection, states, groups)
    return states


def _of(connection: Connection, table: Table, ids: list[str]) -> Iterable[Any]:
    return connection.execute(
        select(table).where(table.c.account_id.in_(ids), table.c.deleted_at.is_(None)).order_by(table.c.id)
    )


def _load_people(
    connection: Connection, states: dict[str, AccountState], groups: Mapping[str, Sequence[str]]
) -> None:
    post, contact = t.contact_post.c, t.contact.c
    people: dict[str, PersonState] = {}
    rows = connection.execute(
        select(
            t.contact,
            post.id.label("post_id"),
            post.account_id,
            post.title,
            post.department,
            or_(post.deleted_at.is_not(None), contact.deleted_at.is_not(None)).label("gone"),
        )
        .join_from(t.contact_post, t.contact, post.contact_id == contact.id)
        .where(post.account_id.in_({member for members in groups.values() for member in members}))
        .order_by(post.rank, post.id)
    )
    at: dict[str, list[PersonState]] = {}
    for row in rows:
        if row.gone:
            if row.account_id in states:
                states[row.account_id].gone.setdefault(same_key(row.name), []).append(row.post_id)
            continue
        one = people.get(row.id)
        if one is None:
            one = PersonState(row.id, row.name, "", {name: getattr(row, name) for name in CONTACT_FIELDS}, {})
            people[row.id] = one
        post_fields = {name: getattr(row, name) for name in POST_FIELDS}
        at.setdefault(row.account_id, []).append(replace(one, post_id=row.post_id, post=post_fields))
    for account, members in groups.items():
        states[account].people = [person for member in members for person in at.get(member, ())]
    phones, change = t.contact_phone.c, t.change.c
    for row in connection.execute(
        select(phones.contact_id, phones.number, phones.extension).where(
            phones.contact_id.in_(list(people)), phones.deleted_at.is_(None)
        )
    ):
        people[row.contact_id].lines.add(row.number, row.extension)
    for row in connection.execute(
        select(change.row, change.old).where(
            change.row.in_(list(people)), change.field == "name", change.old.is_not(None)
        )
    ):
        people[row.row].former.add(plain(row.old, str))
