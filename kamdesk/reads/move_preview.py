"""What it would cost to put a visit in another place: driving, the tightest spare time, what to heed there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day_of
from datetime import datetime, timedelta
from itertools import pairwise

from kamdesk.calendars import Kind, day_kind
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound
from kamdesk.domain.geo import Point, travel
from kamdesk.domain.warnings import DayFacts, PlannedStop, Span, StopWarning, day_warnings, ways
from kamdesk.reads.account import Person, people_of
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.days import CustomerDays, Holidays, read_customer_days
from kamdesk.reads.line import LineDay, WeekLine, read_week_line
from kamdesk.reads.rep import RepCard
from kamdesk.reads.stops import Stop, StopAccount, read_accounts


@dataclass(frozen=True, slots=True)
class DayPrice:
    """A day in minutes: on the road, and the least time to spare between two stops, the way taken off.

    ``spare`` is None with fewer than two stops whose places are known; below 0 the rep would come too late.
    """

    driving: int
    spare: int | None


@dataclass(frozen=True, slots=True)
class MovePreview:
    """Days are those touched, before and after, in order. ``warnings`` are those of the visit in its new place.

    ``people`` hold a post at the account now: one of them may have asked.
    """

    account: StopAccount
    people: tuple[Person, ...]
    days: tuple[day_of, ...]
    before: tuple[DayPrice, ...]
    after: tuple[DayPrice, ...]
    warnings: tuple[StopWarning, ...]


def move_preview(
    store: Store,
    *,
    monday: day_of,
    account_id: str,
    weekday: int,
    start: int,
    minutes: int,
    now: datetime,
    key: str | None = None,
    holidays: Holidays = day_kind,
) -> MovePreview:
    """The week from ``monday`` with the stop ``key`` (None: a visit that is not there yet) put on ``weekday``.

    Raises NotFound for an account that is not in the book.
    """
    with store.read() as connection:
        week = read_week_line(connection, monday=monday, now=now, holidays=holidays)
        aliases = read_aliases(connection)
        account_id = aliases.of(account_id)
        account = read_accounts(connection, [account_id]).get(account_id)
        if account is None:
            raise NotFound("row_missing", kind="Account", id=account_id)
        shown = {stop.account.id for stop in week.stops} | {account_id}
        customers = read_customer_days(connection, aliases, shown)
        people = tuple(p for p in people_of(connection, aliases.ids(account_id)) if p.until is None)
    target = monday + timedelta(days=weekday)
    source = next((stop.date for stop in week.stops if stop.key == key), target)
    days = tuple(day for day in week.days if day.date in (source, target))
    put = _planned(account, target, start, minutes, customers)
    before = [_plan(day, customers) for day in days]
    after = [_plan(day, customers, without=key, put=put if day.date == target else None) for day in days]
    home = _home(week.rep)
    number = next(n for n, day in enumerate(days) if day.date == target)
    stops = after[number]
    warned = day_warnings(stops, _facts(days[number], week))
    return MovePreview(
        account=account,
        people=people,
        days=tuple(day.date for day in days),
        before=tuple(_price(stops, home) for stops in before),
        after=tuple(_price(stops, home) for stops in after),
        warnings=next(said for stop, said in zip(stops, warned, strict=True) if stop is put),
    )


def _planned(
    account: StopAccount, day: day_of, start: int | None, minutes: int | None, days: CustomerDays
) -> PlannedStop:
    return PlannedStop(
        name=account.called,
        start=start,
        minutes=minutes,
        place=account.place,
        opens=days.opens(account.id, day),
        closed=days.closed_for(account.id, day),
    )


def _plan(
    day: LineDay, customers: CustomerDays, *, without: str | None = None, put: PlannedStop | None = None
) -> list[PlannedStop]:
    stops: Sequence[Stop] = [stop for stop in day.standing if stop.key != without]
    planned = [_planned(stop.account, day.date, stop.start, stop.minutes, customers) for stop in stops]
    if put is not None:
        planned.append(put)
    return sorted(planned, key=lambda stop: (stop.start is None, stop.start or 0, stop.name))


def _facts(day: LineDay, week: WeekLine) -> DayFacts:
    rep = week.rep
    lunch = None
    if rep.lunch_start is not None and rep.lunch_end is not None:
        lunch = Span(rep.lunch_start, rep.lunch_end)
    return DayFacts(
        day=day.date,
        zone=rep.zone,
        holiday=day.festival if day.kind == Kind.HOLIDAY else None,
        make_up_workday=day.festival if day.kind == Kind.MAKE_UP_WORKDAY else None,
        leave=day.leave,
        substitute=day.substitute,
        works=day.works,
        lunch=lunch,
        home=_home(rep),
    )


def _home(rep: RepCard) -> Point | None:
    if rep.home_latitude is None or rep.home_longitude is None:
        return None
    return Point(rep.home_latitude, rep.home_longitude)


def _price(stops: Sequence[PlannedStop], home: Point | None) -> DayPrice:
    driving = sum(way.minutes for way in ways(stops, home) if way is not None)
    if home is not None and stops and stops[-1].place is not None:
        driving += travel(stops[-1].place, home).minutes
    spare: list[int] = []
    for one, two in pairwise(stops):
        if one.start is None or two.start is None or one.place is None or two.place is None:
            continue
        spare.append(two.start - one.start - (one.minutes or 0) - travel(one.place, two.place).minutes)
    return DayPrice(driving, min(spare, default=None))
