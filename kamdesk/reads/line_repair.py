"""A day that is lost (the rep ill, the road to town closed): where each of its visits may be made up for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kamdesk.calendars import Kind, day_kind
from kamdesk.db.store import Store
from kamdesk.domain.geo import Point
from kamdesk.domain.schedule import monday_of
from kamdesk.domain.visit import VisitState
from kamdesk.planning.offers import Standstill, obstacles, offers, settle, stand_still
from kamdesk.planning.problem import Fixed, Problem, Window
from kamdesk.planning.problem import Stop as Visit
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.days import CustomerDays, Holidays, read_customer_days
from kamdesk.reads.line import LineDay, WeekLine, week_line
from kamdesk.reads.line_problem import BookProblem, day_of, rank, windows, worked_by
from kamdesk.reads.stops import Stop

WEEKS = 4
"""How far ahead a lost visit is put at most: the week itself and three more."""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A lost visit and where it may be made up for; ``travel`` is how many minutes longer that day's way gets."""

    visit: Stop
    on: date
    start: int
    travel: float


@dataclass(frozen=True, slots=True)
class Request:
    """Who would have to be asked to make room for a lost visit, and where that would go then."""

    other: Stop
    promised: bool
    on: date
    start: int


@dataclass(frozen=True, slots=True)
class Left:
    """A lost visit for which no day has room. ``requests``: one visit at a time; the smallest first."""

    visit: Stop
    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """What becomes of a day's visits. Nobody else moves."""

    day: date
    made_up: tuple[MadeUp, ...]
    left: tuple[Left, ...]
    days: tuple[LineDay, ...]
    """The days that could take visits, as they stand today."""
    start: Point


@dataclass(slots=True)
class _Candidate:
    """A day that may take visits, with the problem it makes."""

    day: LineDay
    still: Standstill
    numbers: dict[str, int]


def lost_visits(
    store: Store, *, day: date, until: date | None = None, now: datetime, holidays: Holidays = day_kind
) -> tuple[Stop, ...]:
    """The planned visits from ``day`` to ``until`` (None: that day alone) that would be lost."""
    weeks = _weeks(store, day, until or day, now, holidays)
    return _lost(weeks, day, until or day)


def lost_day(
    store: Store,
    *,
    day: date,
    book: BookProblem,
    now: datetime,
    until: date | None = None,
    only: Collection[str] | None = None,
    holidays: Holidays = day_kind,
) -> Repair:
    """What becomes of the visits from ``day`` to ``until``: each goes where it lengthens the way least, the most
    hemmed in first.

    ``only`` are the keys of the visits that can't take place, where a road is closed and the others can; None: all.
    Only workdays after them are taken, none with leave or holiday, and none on or after the account's next regular
    visit. Promised or not, no other visit moves.
    """
    last = until or day
    weeks = _weeks(store, day, last, now, holidays)
    lost = [stop for stop in _lost(weeks, day, last) if only is None or stop.key in only]
    today = weeks[0].today
    with store.read() as connection:
        customers = read_customer_days(connection, read_aliases(connection), {s.account.id for s in lost})
    open_days = [
        _candidate(each, lost, book, customers)
        for week in weeks
        for each in week.days
        if each.date > last
        and each.date >= today
        and each.leave is None
        and each.kind != Kind.HOLIDAY
        and (each.works or (each.works is None and each.date.weekday() < 5))
    ]
    return _fill(day, lost, open_days, book.problem.start)


def _weeks(store: Store, day: date, last: date, now: datetime, holidays: Holidays) -> list[WeekLine]:
    """The weeks of the lost days and one more."""
    monday = monday_of(day)
    number = (monday_of(last) - monday).days // 7 + WEEKS
    return [
        week_line(store, monday=monday + timedelta(weeks=n), now=now, holidays=holidays)
        for n in range(number)
    ]


def _lost(weeks: Sequence[WeekLine], day: date, last: date) -> tuple[Stop, ...]:
    return tuple(
        stop
        for week in weeks
        for each in week.days
        if day <= each.date <= last
        for stop in each.stops
        if stop.state == VisitState.PLANNED and stop.stands
    )


def _candidate(day: LineDay, lost: Sequence[Stop], book: BookProblem, customers: CustomerDays) -> _Candidate:
    weekday = day.date.weekday()
    worked = worked_by(book.rep)
    standing = [
        Visit(
            id=stop.key,
            point=stop.account.place,
            every_weeks=1,
            minutes=float(stop.minutes or 30),
            promised=Fixed(weekday + 1, float(stop.start), 0),
        )
        for stop in day.standing
        if stop.start is not None
    ]
    wanted = []
    for stop in lost:
        shut = customers.closed_for(stop.account.id, day.date) is not None
        hours = tuple(w for w in windows(stop.account.id, customers, worked) if w.weekday == weekday + 1)
        wanted.append(
            Visit(
                id=stop.key,
                point=stop.account.place,
                every_weeks=1,
                minutes=float(stop.minutes or 30),
                windows=(Window((weekday + 1) % 7 + 1, 0, 1),) if shut or not hours else hours,
                rank=rank(stop.account),
            )
        )
    base = book.problem
    problem = Problem(
        cycle_weeks=1,
        speed_kmh=base.speed_kmh,
        detour=base.detour,
        start=base.start,
        end=base.end,
        days=(day_of(book.rep, weekday, worked.get(weekday) or ()),),
        stops=tuple(standing),
        speeds=base.speeds,
    )
    settled = settle(problem).problem
    still = stand_still(replace(settled, stops=(*settled.stops, *wanted)))
    return _Candidate(day, still, {stop.key: len(settled.stops) + n for n, stop in enumerate(lost)})


def _fill(day: date, lost: Sequence[Stop], days: Sequence[_Candidate], start: Point) -> Repair:
    """Puts in first, by class, whoever would lose most by going to the second best day."""
    waiting, made = list(lost), []
    while waiting:
        best: tuple[tuple[int, float], Stop, _Candidate, MadeUp] | None = None
        for stop in waiting:
            found = []
            for each in _in_time(stop, days):
                places = offers(each.still, each.numbers[stop.key])
                if places:
                    made_up = MadeUp(stop, each.day.date, round(places[0].slot.time), places[0].travel)
                    found.append((places[0].travel, each.day.date, each, made_up))
            if not found:
                continue
            found.sort(key=lambda each: each[:2])
            regret = found[1][0] - found[0][0] if len(found) > 1 else 1e6
            key = rank(stop.account), regret
            if best is None or key > best[0]:
                best = key, stop, found[0][2], found[0][3]
        if best is None:
            break
        _, stop, candidate, made_up = best
        _fix(candidate, stop.key, made_up.start)
        made.append(made_up)
        waiting.remove(stop)
    made.sort(key=lambda each: (each.on, each.start))
    left = tuple(Left(stop, _requests(stop, days)) for stop in waiting)
    return Repair(day, tuple(made), left, tuple(each.day for each in days), start)


def _in_time(stop: Stop, days: Sequence[_Candidate]) -> list[_Candidate]:
    """The days before the account is visited by its line again: after that nothing is to be made up for."""
    again = stop.slot.next_on if stop.slot is not None else None
    return [each for each in days if again is None or each.day.date < again]


def _requests(stop: Stop, days: Sequence[_Candidate]) -> tuple[Request, ...]:
    """Unpromised visits before promised ones, a shorter way before a longer."""
    found = []
    for each in _in_time(stop, days):
        standing = {other.key: other for other in each.day.standing}
        for obstacle in obstacles(each.still, each.numbers[stop.key]):
            other = standing.get(obstacle.id)
            if other is not None:
                promised = other.slot is not None and other.slot.promised
                request = Request(other, promised, each.day.date, round(obstacle.offer.slot.time))
                found.append((promised, obstacle.offer.travel, request.on, request))
    return tuple(request for *_, request in sorted(found, key=lambda each: each[:3]))


def _fix(candidate: _Candidate, key: str, start: int) -> None:
    """From now on the visit stands on that day at that time."""
    board, number = candidate.still.board, candidate.numbers[key]
    problem = board.problem
    stop = problem.stops[number]
    fixed = Fixed(problem.days[0].weekday, float(start), 0)
    stops = list(problem.stops)
    stops[number] = replace(stop, promised=fixed)
    candidate.still = stand_still(replace(problem, stops=tuple(stops)))
