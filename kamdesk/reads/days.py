"""What holds for the days of a period: holidays, the rep's leave and hours, the customers' hours and closed days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from kamdesk.calendars import DayKind, Kind
from kamdesk.db import tables as t
from kamdesk.domain.warnings import Span
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.due import of_own
from kamdesk.reads.rep import RepCard

Holidays = Callable[[date], DayKind | None]
# The zones of the calendar that `kamdesk.calendars` knows; elsewhere other holidays hold, which nobody told us.
MAINLAND = frozenset(
    {"Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "Asia/Kashgar", "PRC"}
)


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the rep. ``festival`` names the holiday, or what a make-up workday makes up for.

    ``kind`` is None on an ordinary day, ``unknown`` in a year whose holidays are not known yet. ``leave`` is the
    reason of the rep's leave, perhaps an empty text, ``substitute`` who goes instead. ``works`` are the rep's hours:
    empty on a day off, None where none are recorded at all.
    """

    date: date
    kind: Kind | None
    festival: str | None
    leave: str | None
    works: tuple[Span, ...] | None
    substitute: str | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """The rep's leave on a day: the reason, perhaps an empty text, and who goes instead."""

    reason: str
    substitute: str | None


@dataclass(frozen=True, slots=True)
class CustomerDays:
    """The customers' hours and closed days by account."""

    hours: Mapping[str, Mapping[int, tuple[Span, ...]]]
    closed: Mapping[str, tuple[tuple[date, date, str], ...]]

    def opens(self, account_id: str, day: date) -> tuple[Span, ...] | None:
        """The hours of that day, empty on a weekday without any; None where no hours are known."""
        week = self.hours.get(account_id)
        return None if week is None else week.get(day.weekday(), ())

    def closed_for(self, account_id: str, day: date) -> str | None:
        """Why the customer is closed on that day, perhaps an empty text; None where it is not."""
        spells = self.closed.get(account_id, ())
        return next((reason for first, last, reason in spells if first <= day <= last), None)


def read_days(
    connection: Connection, rep: RepCard, first: date, last: date, holidays: Holidays
) -> tuple[DayRow, ...]:
    """The days from ``first`` to ``last``."""
    leave = read_leave(connection, first, last)
    worked: dict[int, list[Span]] = defaultdict(list)
    for each in rep.working:
        worked[each.weekday].append(Span(each.begins, each.ends))
    days = []
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        kind = holidays(day) if rep.zone in MAINLAND else None
        away = leave.get(day)
        days.append(
            DayRow(
                date=day,
                kind=kind.kind if kind else None,
                festival=kind.name if kind else None,
                leave=away.reason if away else None,
                works=tuple(worked[day.weekday()]) if rep.working else None,
                substitute=away.substitute if away else None,
            )
        )
    return tuple(days)


def read_leave(connection: Connection, first: date, last: date) -> dict[date, Away]:
    """The days from ``first`` to ``last`` on which the rep is away."""
    leave = t.leave.c
    rows = connection.execute(
        select(leave.first_day, leave.last_day, leave.reason, leave.substitute)
        .where(of_own(connection, leave.rep_id), leave.deleted_at.is_(None))
        .where(leave.first_day <= last, leave.last_day >= first)
        .order_by(leave.first_day, leave.id)
    )
    away: dict[date, Away] = {}
    for row in rows:
        day = max(first, row.first_day)
        while day <= min(last, row.last_day):
            away.setdefault(day, Away(row.reason or "", row.substitute))
            day += timedelta(days=1)
    return away


def read_customer_days(connection: Connection, aliases: Aliases, accounts: Iterable[str]) -> CustomerDays:
    """Hours and closed days of ``accounts`` and of those merged into them."""
    ids = [member for account in accounts for member in aliases.ids(account)]
    h, c = t.account_hours.c, t.account_closed.c
    hours: dict[str, dict[int, tuple[Span, ...]]] = defaultdict(dict)
    rows = connection.execute(
        select(h.account_id, h.weekday, h.opens, h.closes)
        .where(h.account_id.in_(ids), h.deleted_at.is_(None))
        .order_by(h.account_id, h.weekday, h.opens)
    )
    for account_id, weekday, opens, closes in rows:
        week = hours[aliases.of(account_id)]
        week[weekday] = (*week.get(weekday, ()), Span(opens, closes))
    closed: dict[str, tuple[tuple[date, date, str], ...]] = defaultdict(tuple)
    rows = connection.execute(
        select(c.account_id, c.first_day, c.last_day, c.reason)
        .where(c.account_id.in_(ids), c.deleted_at.is_(None))
        .order_by(c.first_day, c.id)
    )
    for account_id, first_day, last_day, reason in rows:
        closed[aliases.of(account_id)] += ((first_day, last_day, reason or ""),)
    return CustomerDays(hours, closed)
