"""What is known of an account and of the book, frozen: all that a question looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from kamdesk.domain.classing.rule import Judged, Known, Rule
from kamdesk.domain.facts import Period
from kamdesk.domain.goals.agenda import Agenda

Rows = Mapping[str, tuple[Any, ...]]
"""By the name of their table, rows in force (not taken back), each with the fields of its kind, by day and id."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role that a person holds in the buying centre; ``day`` is since when, else when it was written down."""

    id: str
    role: str
    standing: str
    how_known: str | None
    day: date


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the post held now."""

    id: str
    name: str
    title: str | None
    department: str | None
    support: str | None
    influence: str | None
    counterpart: str | None
    roles: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Bought:
    """What was sold to the account: in a year and the one before, in the currency of most; the records.

    ``told`` is the year, where lists alone tell of it and it ended before the twelve months up to today.
    """

    year: int
    year_before: int
    currency: str | None
    orders: int
    first_on: date | None
    last_on: date | None
    records: tuple[str, ...] = ()
    told: Period | None = None


NOTHING = Bought(0, 0, None, 0, None, None)


@dataclass(frozen=True, slots=True)
class Line:
    """The fixed visits: ids of the slots in force, the next day due, the day on which the last slot ended."""

    slots: tuple[str, ...] = ()
    next_on: date | None = None
    ended_on: date | None = None
    ended: tuple[str, ...] = ()
    visits: int = 0
    last_visit: date | None = None


@dataclass(frozen=True, slots=True)
class AccountView:
    """One managed unit. ``rows`` are its own and those of the accounts below or merged into it.

    ``proved`` are the newest days of evidence given for a record, by its id; ``filed`` the records that a file is kept
    with; ``names`` what competitors and service items are called, by id; ``dates`` when its care events come next;
    ``policy`` what its class is to get.
    ``informants`` is None unless the rep has unlocked them.
    """

    id: str
    name: str
    today: date
    status: str
    is_key: bool | None
    value_class: str | None
    class_reason: str | None
    kind: str | None
    owner: str | None
    city: str | None
    rows: Rows
    people: tuple[Person, ...] = ()
    promises: tuple[Any, ...] = ()
    actions: tuple[Any, ...] = ()
    shares: tuple[Any, ...] = ()
    bought: Bought = NOTHING
    line: Line = field(default_factory=Line)
    proved: Mapping[str, date] = field(default_factory=dict)
    filed: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    policy: Any = None
    informants: tuple[Any, ...] | None = None

    def of(self, table: str) -> tuple[Any, ...]:
        """The rows of one kind."""
        return self.rows.get(table, ())

    def standing(self, table: str) -> tuple[Any, ...]:
        """Those of them that have not ended."""
        rows = self.rows.get(table, ())
        return tuple(row for row in rows if stands(row, self.today)) if rows else ()

    def named(self, row_id: str | None) -> str | None:
        """What a competitor or a service is called."""
        return self.names.get(row_id or "")

    def day_of(self, rows: Iterable[Any], *fields: str) -> date | None:
        """The newest day of evidence among rows: of the fields named, of their own day, of the evidence given."""
        return newest(rows, self.proved, *fields)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The rule in force that somebody confirmed, and every account held against it (as `classing` does)."""

    rule: Rule
    set_by: str | None
    set_on: date
    confirmed_by: str | None
    confirmed_on: date
    judged: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Aimed:
    """How a target of money stands today: what is due by now, what is there, what this week is to bring of it."""

    due: int
    actual: int | None
    week: int


@dataclass(frozen=True, slots=True)
class BookView:
    """The book: ``rows`` of the whole book, ``units`` the managed units with what is known of each.

    ``unit_rule`` is the rule of managed units where somebody set it; ``latest_sale`` the newest day
    of which a sale is known; ``aimed`` how the targets of money stand, by their ids. ``drawn`` is the line between key
    and ordinary accounts where somebody confirmed one; ``potentials`` what each account could buy in a year;
    ``agenda`` what the day asks for, without what classes are to get.
    """

    today: date
    rows: Rows
    units: tuple[AccountView, ...]
    unit_rule: Any = None
    actions: tuple[Any, ...] = ()
    latest_sale: date | None = None
    aimed: Mapping[str, Aimed] = field(default_factory=dict)
    drawn: Drawn | None = None
    potentials: Mapping[str, Known] = field(default_factory=dict)
    proved: Mapping[str, date] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    agenda: Agenda | None = None

    def of(self, table: str) -> tuple[Any, ...]:
        """The rows of one kind."""
        return self.rows.get(table, ())

    def standing(self, table: str) -> tuple[Any, ...]:
        """Those of them that have not ended."""
        return tuple(row for row in self.of(table) if stands(row, self.today))

    def named(self, row_id: str | None) -> str | None:
        """What a competitor, an account or a product is called."""
        return self.names.get(row_id or "")

    def day_of(self, rows: Iterable[Any], *fields: str) -> date | None:
        """The newest day of evidence among rows."""
        return newest(rows, self.proved, *fields)

    @property
    def keys(self) -> tuple[AccountView, ...]:
        """The key accounts."""
        return tuple(unit for unit in self.units if unit.is_key)


def stands(row: Any, today: date) -> bool:
    """Whether a row has begun and not ended: by its ``since`` and ``until``, or its first and last day."""
    begins, ends, closes = _bounds(type(row))
    if begins and (since := row.since) is not None and since > today:
        return False
    until = (row.until if ends else None) or (row.last_day if closes else None)
    return until is None or until >= today


@cache
def fields_of(kind: type[Any]) -> frozenset[str]:
    """What a type of rows has: a tuple with names, or a dataclass."""
    return frozenset(getattr(kind, "_fields", ()) or getattr(kind, "__dataclass_fields__", ()))


def newest(rows: Iterable[Any], proved: Mapping[str, date], *fields: str) -> date | None:
    """The newest day among rows: of ``fields`` besides ``known_on``, and of the evidence given for them."""
    last: date | None = None
    for row in rows:
        for name in _dated(type(row), fields):
            day = getattr(row, name)
            if day is not None and (last is None or day > last):
                last = day
        if proved:
            day = proved.get(row.id)
            if day is not None and (last is None or day > last):
                last = day
    return last


@cache
def _dated(kind: type[Any], fields: tuple[str, ...]) -> tuple[str, ...]:
    """The days that a type of rows has among these, its own day first."""
    return tuple(name for name in ("known_on", *fields) if name in fields_of(kind))


@cache
def _bounds(kind: type[Any]) -> tuple[bool, bool, bool]:
    """Whether a type of rows has a day since which it holds, one until which it does, a last day."""
    has = fields_of(kind)
    return "since" in has, "until" in has, "last_day" in has
