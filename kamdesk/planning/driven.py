"""What today's line shows to be possible: it is driven, so its ways take no longer than it leaves for them.

An estimate may say that a visit which has been kept for months can't be reached. To plan beside it all the same, the
ways that are driven today are taken as long as today's gaps, a day begins and ends when the first and the last visit
need it, and a weekday that leaves no time for lunch has none; but nobody else is put where lunch is to be.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kamdesk.planning.checker import END, START, Node, arrive
from kamdesk.planning.problem import Day, Lunch, Problem, Stop, Window

MOST_WIDER = 120.0
"""So many minutes earlier or later than the hours one drives out and home; more is a journey with a night away."""


@dataclass(frozen=True, slots=True)
class Driven:
    """The problem as it is driven.

    ``shortened`` are pairs of ids whose way is estimated longer than today's gap, ``widened`` the weekdays whose drives
    lie outside the hours, ``hungry`` those without time for lunch, ``overlapping`` pairs under way at one time.
    """

    problem: Problem
    shortened: tuple[tuple[str, str], ...]
    widened: tuple[int, ...]
    hungry: tuple[int, ...]
    overlapping: tuple[tuple[str, str], ...]


def as_driven(problem: Problem) -> Driven:
    """The problem with everything that stands today made possible, but for visits that overlap."""
    ways = dict(problem.minutes_between)
    shortened: dict[tuple[str, str], None] = {}
    overlapping: dict[tuple[str, str], None] = {}
    for day in problem.days:
        for visits in _weeks(problem, day):
            here: Stop | None = None
            for number, (stop, time) in enumerate(visits):
                before, begun = visits[number - 1] if number else (None, 0.0)
                free = begun + before.minutes if before else time
                if free > time and before:
                    overlapping[before.id, stop.id] = None
                if stop.point is None:
                    continue
                # With no visit before it the day may begin earlier; after one without a place one is still at home.
                one = here or START
                if before and arrive(problem, free, one, stop) > time >= free:
                    pair = here.id if here else "start", stop.id
                    shortened[pair] = None
                    ways[pair] = min(_usual_minutes(problem, free, time), ways.get(pair, math.inf))
                here = stop
    stops = tuple(_within(stop) for stop in problem.stops)
    eased = replace(problem, minutes_between=ways, stops=stops)
    days = [_day(eased, day) for day in problem.days]
    widened = [
        day.weekday
        for day, was in zip(days, problem.days, strict=True)
        if (day.begins, day.ends) != (was.begins, was.ends)
    ]
    hungry = [day.weekday for day, was in zip(days, problem.days, strict=True) if was.lunch and not day.lunch]
    kept = [day for day in problem.days if day.lunch is not None]
    freed = tuple(_beside_lunch(stop, days, kept) for stop in eased.stops)
    ways = _passed_by(eased, days, ways)
    done = replace(eased, days=tuple(days), stops=freed, minutes_between=ways)
    return Driven(done, tuple(shortened), tuple(widened), tuple(hungry), tuple(overlapping))


def _passed_by(
    problem: Problem, days: Sequence[Day], ways: Mapping[tuple[str, str], float]
) -> dict[tuple[str, str], float]:
    """The ways, between no two visits of a day longer than today's time from the one to the other: with all that lies
    between them it is driven, so it is without. Else a day could not be kept once a visit has left it.
    """
    found, known = dict(ways), replace(problem, minutes_between=ways)
    for day in days:
        for visits in _weeks(known, day):
            placed = [each for each in visits if each[0].point is not None]
            if not placed or not _there_and_back(known, day, placed):
                continue
            left: list[tuple[str, Node, float]] = [("start", START, day.begins)]
            for stop, time in placed:
                for name, before, free in left[:-1]:
                    if name != stop.id and free < time < arrive(known, free, before, stop):
                        minutes = _usual_minutes(known, free, time)
                        found[name, stop.id] = min(minutes, found.get((name, stop.id), math.inf))
                left.append((stop.id, stop, time + stop.minutes))
            for name, before, free in left[1:-1]:
                if free < day.ends < arrive(known, free, before, END):
                    minutes = _usual_minutes(known, free, day.ends)
                    found[name, "end"] = min(minutes, found.get((name, "end"), math.inf))
    return found


def _there_and_back(problem: Problem, day: Day, placed: Sequence[tuple[Stop, float]]) -> bool:
    """Whether the first visit is reached from home and home from the last: else it is a journey of more than a day."""
    (first, begins), (last, begun) = placed[0], placed[-1]
    home = arrive(problem, begun + last.minutes, last, END)
    return arrive(problem, day.begins, START, first) <= begins and home <= day.ends


def _usual_minutes(problem: Problem, free: float, time: float) -> float:
    """How long a way takes at the usual speed that is driven from ``free`` to ``time``."""
    hours = range(int(free // 60), int(time // 60) + 1)
    slowest = min(problem.speeds.get(hour, problem.speed_kmh) for hour in hours)
    return (time - free) * min(1.0, slowest / problem.speed_kmh)


def _weeks(problem: Problem, day: Day) -> Iterator[list[tuple[Stop, float]]]:
    """For each week what stands on ``day``, in order of time."""
    for week in range(problem.cycle_weeks):
        found = [
            (stop, fixed.time)
            for stop in problem.stops
            if (fixed := stop.promised or stop.now) is not None
            and fixed.weekday == day.weekday
            and week % stop.every_weeks == fixed.first_week
        ]
        yield sorted(found, key=lambda each: (each[1], each[0].id))


def _within(stop: Stop) -> Stop:
    """A promise outside the customer's hours is a promise all the same."""
    fixed = stop.promised
    if fixed is None or not stop.windows:
        return stop
    ends = fixed.time + stop.minutes
    if any(w.weekday == fixed.weekday and w.begins <= fixed.time and ends <= w.ends for w in stop.windows):
        return stop
    return replace(stop, windows=())


def out_of_reach(problem: Problem, stop: Stop, away: Sequence[Stop]) -> Stop:
    """Whoever may stand elsewhere leaves, before and after the visits that are ``away``, the way from and to them."""
    if stop.promised is not None or stop.point is None:
        return stop
    windows = stop.windows or tuple(Window(day.weekday, day.begins, day.ends) for day in problem.days)
    for other in away:
        fixed = other.promised or other.now
        if fixed is None or other.point is None:
            continue
        ends = fixed.time + other.minutes
        usual = arrive(problem, fixed.time, stop, other) - fixed.time
        until, again = fixed.time - usual, arrive(problem, ends, other, stop)
        windows = tuple(_without(windows, fixed.weekday, until, again, stop.minutes))
    if windows == stop.windows:
        return stop
    now = stop.now
    if now is not None:
        windows = (*windows, Window(now.weekday, now.time, now.time + stop.minutes))
    return replace(stop, windows=windows or (Window(problem.days[0].weekday, 0.0, 0.0),))


def _without(
    windows: Sequence[Window], weekday: int, begins: float, ends: float, least: float
) -> Iterator[Window]:
    """What is left of the windows outside a stretch of a weekday, where it is as long as a visit takes."""
    for window in windows:
        if window.weekday != weekday or ends <= window.begins or window.ends <= begins:
            yield window
            continue
        for one, two in ((window.begins, begins), (ends, window.ends)):
            if two - one >= least:
                yield Window(weekday, one, two)


def _beside_lunch(stop: Stop, days: Sequence[Day], hungry: Sequence[Day]) -> Stop:
    """Whoever may stand elsewhere keeps out of the hours in which lunch is to be, which may only move for a drive."""
    if stop.promised is not None or not hungry:
        return stop
    spans = {day.weekday: _usual(day.lunch) for day in hungry if day.lunch is not None}
    parts = list(stop.windows) or [Window(day.weekday, day.begins, day.ends) for day in days]
    for weekday, (begins, ends) in spans.items():
        parts = list(_without(parts, weekday, begins, ends, stop.minutes))
    now = stop.now
    if now is not None:
        parts.append(Window(now.weekday, now.time, now.time + stop.minutes))
    return replace(stop, windows=tuple(parts)) if parts else stop


def _usual(lunch: Lunch) -> tuple[float, float]:
    """The middle of its span, as long as lunch takes."""
    begins = (lunch.begins + lunch.ends - lunch.minutes) / 2
    return begins, begins + lunch.minutes


def _day(problem: Problem, day: Day) -> Day:
    begins, ends = day.begins, day.ends
    for visits in _weeks(problem, day):
        placed = [each for each in visits if each[0].point is not None]
        if visits:
            begins = min(begins, visits[0][1])
            ends = max(ends, *(time + stop.minutes for stop, time in visits))
        if placed:
            first, time = placed[0]
            if visits[0] == placed[0]:
                begins = min(begins, time - (arrive(problem, time, START, first) - time))
            ends = max(ends, arrive(problem, visits[-1][1] + visits[-1][0].minutes, placed[-1][0], END))
    begins = max(0.0, day.begins - MOST_WIDER, begins // 1)
    found = replace(day, begins=begins, ends=min(1440.0, day.ends + MOST_WIDER, -(-ends // 1)))
    if all(_fed(problem, found, visits) for visits in _weeks(problem, found)):
        return found
    return replace(found, lunch=None)


def _fed(problem: Problem, day: Day, visits: Sequence[tuple[Stop, float]]) -> bool:
    lunch = day.lunch
    if lunch is None or not visits:
        return True
    here: Node = START
    free = day.begins
    gaps: list[tuple[Node, Node, float, float]] = []
    for stop, time in visits:
        there = stop if stop.point is not None else here
        gaps.append((here, there, free, time))
        here, free = there, time + stop.minutes
    gaps.append((here, END, free, day.ends))
    for here, there, free, until in gaps:
        begin = max(free, lunch.begins)
        if (
            begin + lunch.minutes <= lunch.ends
            and arrive(problem, begin + lunch.minutes, here, there) <= until
        ):
            return True
        begin = max(arrive(problem, free, here, there), lunch.begins)
        if begin + lunch.minutes <= min(lunch.ends, until):
            return True
    return False
