"""The rep's leave: what is recorded, and which visits fall into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.due import of_own, planned_between, slots_in_force
from kamdesk.reads.phones import account_phones, contact_phones
from kamdesk.reads.stops import Stop, make_stops


@dataclass(frozen=True, slots=True)
class LeaveRow:
    """A leave, both days included."""

    id: str
    first_day: date
    last_day: date
    reason: str | None
    substitute: str | None


@dataclass(frozen=True, slots=True)
class ToTell:
    """A visit that falls into a leave: its customer is to be told. ``phone`` is whom to see, else the account."""

    stop: Stop
    phone: str | None


def leaves(store: Store) -> tuple[LeaveRow, ...]:
    """Every leave of the book's rep that stands, the latest first."""
    with store.read() as connection:
        return read_leaves(connection)


def read_leaves(connection: Connection) -> tuple[LeaveRow, ...]:
    leave = t.leave.c
    rows = connection.execute(
        select(leave.id, leave.first_day, leave.last_day, leave.reason, leave.substitute)
        .where(of_own(connection, leave.rep_id), leave.deleted_at.is_(None))
        .order_by(leave.first_day.desc(), leave.id)
    )
    return tuple(LeaveRow(*row) for row in rows)


def to_tell(store: Store, *, first: date, last: date, today: date) -> tuple[ToTell, ...]:
    """The visits still planned from ``first`` (``today``, where that is later) to ``last``, in order."""
    first = max(first, today)
    with store.read() as connection:
        aliases = read_aliases(connection)
        slots = slots_in_force(connection, first, last)
        visits = [v for v in planned_between(connection, slots, first, last) if v.state == "planned"]
        stops = make_stops(connection, aliases, visits, slots, today)
        stops.sort(key=lambda s: (s.date, s.start is None, s.start or 0, s.account.name, s.key))
        people, own = contact_phones(connection), account_phones(connection)
    return tuple(
        ToTell(
            stop,
            next(
                iter(people.get(stop.contact.id if stop.contact else "", own.get(stop.account.id, ()))), None
            ),
        )
        for stop in stops
    )
