"""A week of the line: every stop in order with its warnings and ways, and the slots that rest this week."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from kamdesk.calendars import Kind, day_kind
from kamdesk.db.store import Store
from kamdesk.domain.geo import Point, Travel, travel
from kamdesk.domain.schedule import cycle_week
from kamdesk.domain.walltime import clock_text, local_day
from kamdesk.domain.warnings import DayFacts, PlannedStop, Span, day_warnings, ways
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.days import CustomerDays, DayRow, Holidays, read_customer_days, read_days
from kamdesk.reads.due import planned_between, slots_in_force
from kamdesk.reads.rep import RepCard, read_rep
from kamdesk.reads.spoken import warning_text
from kamdesk.reads.stops import Stop, StopAccount, StopSlot, make_stops, read_accounts, stop_slot
from kamdesk.words import Words


@dataclass(frozen=True, slots=True)
class LineDay:
    """One day of the week with its stops in order of time; ``way_home`` leads back after the last.

    ``leave`` is why the rep is away, ``substitute`` who goes instead.
    """

    date: date
    kind: Kind | None
    festival: str | None
    leave: str | None
    works: tuple[Span, ...] | None
    stops: tuple[Stop, ...]
    way_home: Travel | None
    substitute: str | None = None

    @property
    def standing(self) -> tuple[Stop, ...]:
        """The stops that take time."""
        return tuple(stop for stop in self.stops if stop.stands)


@dataclass(frozen=True, slots=True)
class RestingSlot:
    """A slot that does not fall due in this week of the cycle."""

    slot: StopSlot
    account: StopAccount
    start: int
    minutes: int


@dataclass(frozen=True, slots=True)
class WeekLine:
    """The line in the week from ``monday``; ``today`` is the rep's local day, ``cycle_week`` counts from 0."""

    monday: date
    today: date
    rep: RepCard
    cycle_week: int
    days: tuple[LineDay, ...]
    resting: tuple[RestingSlot, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All stops of the week in order."""
        return tuple(stop for day in self.days for stop in day.stops)


def week_line(store: Store, *, monday: date, now: datetime, holidays: Holidays = day_kind) -> WeekLine:
    """The week from ``monday`` as it stands at ``now``. Raises NotFound in a book that was not set up."""
    with store.read() as connection:
        return read_week_line(connection, monday=monday, now=now, holidays=holidays)


def read_week_line(
    connection: Connection, *, monday: date, now: datetime, holidays: Holidays = day_kind
) -> WeekLine:
    """`week_line` within a read that is under way."""
    rep, aliases = read_rep(connection), read_aliases(connection)
    today = local_day(now, rep.zone)
    sunday = monday + timedelta(days=6)
    slots = slots_in_force(connection, monday, sunday)
    visits = planned_between(connection, slots, monday, sunday)
    by_day: dict[date, list[Stop]] = defaultdict(list)
    for stop in make_stops(connection, aliases, visits, slots, today):
        by_day[stop.date].append(stop)
    here = {stop.account.id for stops in by_day.values() for stop in stops}
    customers = read_customer_days(connection, aliases, here)
    days = read_days(connection, rep, monday, sunday, holidays)
    due_here = {visit.slot_id for visit in visits}
    resting = [slot for slot in slots.values() if slot.id not in due_here]
    accounts = read_accounts(connection, (aliases.of(slot.account_id) for slot in resting))
    return WeekLine(
        monday=monday,
        today=today,
        rep=rep,
        cycle_week=cycle_week(rep.anchor_monday, monday, rep.cycle_weeks),
        days=tuple(line_day(day, by_day[day.date], rep, customers) for day in days),
        resting=tuple(
            RestingSlot(stop_slot(slot, sunday), account, slot.start, slot.minutes)
            for slot in sorted(resting, key=lambda s: (s.weekday, s.start, s.id))
            if (account := accounts.get(aliases.of(slot.account_id)))
        ),
    )


def line_rows(
    store: Store, *, monday: date, now: datetime, words: Words, holidays: Holidays = day_kind
) -> list[dict]:
    """The week's stops as a program reads them, in order; those cancelled or moved away are no stops any more.

    ``{date, time, minutes, account, account_id, warnings}``: date ``2026-11-24``, time ``08:30`` or None, minutes as
    planned, else as long as the visit took, else None, warnings as texts.
    """
    line = week_line(store, monday=monday, now=now, holidays=holidays)
    return [
        {
            "date": stop.date.isoformat(),
            "time": clock_text(stop.start) if stop.start is not None else None,
            "minutes": _minutes(stop),
            "account": stop.account.name,
            "account_id": stop.account.id,
            "warnings": [warning_text(warning, words) for warning in stop.warnings],
        }
        for stop in line.stops
        if stop.stands
    ]


def _minutes(stop: Stop) -> int | None:
    if stop.minutes is not None or stop.arrived is None or stop.left is None:
        return stop.minutes
    return max(0, stop.left - stop.arrived)


def line_day(day: DayRow, stops: list[Stop], rep: RepCard, customers: CustomerDays) -> LineDay:
    """The day with its stops in order, each with its warnings and the way to it."""
    ordered = sorted(
        stops, key=lambda s: (s.start is None, s.start or 0, s.account.name, s.account.id, s.key)
    )
    standing = [stop for stop in ordered if stop.stands]
    planned = [
        PlannedStop(
            name=stop.account.called,
            start=stop.start,
            minutes=stop.minutes,
            place=stop.account.place,
            opens=customers.opens(stop.account.id, day.date),
            closed=customers.closed_for(stop.account.id, day.date),
        )
        for stop in standing
    ]
    lunch = None
    if rep.lunch_start is not None and rep.lunch_end is not None:
        lunch = Span(rep.lunch_start, rep.lunch_end)
    home = None
    if rep.home_latitude is not None and rep.home_longitude is not None:
        home = Point(rep.home_latitude, rep.home_longitude)
    facts = DayFacts(
        day=day.date,
        zone=rep.zone,
        holiday=(day.festival or "") if day.kind == Kind.HOLIDAY else None,
        make_up_workday=(day.festival or "") if day.kind == Kind.MAKE_UP_WORKDAY else None,
        leave=day.leave,
        substitute=day.substitute,
        works=day.works,
        lunch=lunch,
        home=home,
    )
    warned = dict(zip((stop.key for stop in standing), day_warnings(planned, facts), strict=True))
    way = dict(zip((stop.key for stop in standing), ways(planned, home), strict=True))
    last = planned[-1].place if planned else None
    return LineDay(
        date=day.date,
        kind=day.kind,
        festival=day.festival,
        leave=day.leave,
        works=day.works,
        stops=tuple(
            replace(stop, warnings=warned.get(stop.key, ()), travel=way.get(stop.key)) for stop in ordered
        ),
        way_home=travel(last, home) if last and home else None,
        substitute=day.substitute,
    )
