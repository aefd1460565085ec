"""Whether a plan keeps every rule, week by week. It shares nothing with the search but the form of the problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from kamdesk.domain.geo import Point
from kamdesk.planning.problem import Day, Plan, Problem, Slot, Stop

TOLERANCE = 1 / 60
"""A second, in minutes."""
EARTH_KM = 6371.0088


class Edge(Enum):
    """Where a day begins and ends."""

    START = "start"
    END = "end"


START, END = Edge.START, Edge.END
Node = Stop | Edge


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule: the text ``planning.fault.<code>``. ``stop`` is None for a fault of a whole day.

    ``week`` counts from 0; None where every week is meant. ``by`` is in minutes, of ``few_days`` in days.
    """

    code: str
    stop: str | None = None
    week: int | None = None
    weekday: int | None = None
    by: float = 0.0
    values: Mapping[str, object] = field(default_factory=dict)


def check(problem: Problem, plan: Plan) -> tuple[Fault, ...]:
    """Every rule that ``plan`` breaks, none where it may be kept."""
    stops = {stop.id: stop for stop in problem.stops}
    days = {day.weekday: day for day in problem.days}
    faults = list(_accounted(problem, plan))
    slots = [slot for slot in plan.slots if slot.id in stops]
    for slot in slots:
        faults += _slot(stops[slot.id], slot, days.get(slot.weekday))
    faults += _apart(problem, stops, slots)
    for week in range(problem.cycle_weeks):
        for day in problem.days:
            due = sorted(
                (slot.time, place, slot)
                for place, slot in enumerate(slots)
                if slot.weekday == day.weekday and week % stops[slot.id].every_weeks == slot.first_week
            )
            faults += _drive(problem, day, week, [(stops[slot.id], slot.time) for _, _, slot in due])
    faults += _travel(problem, stops, slots, plan)
    return tuple(faults)


def _accounted(problem: Problem, plan: Plan) -> Iterator[Fault]:
    """Each stop is served once or named as left out, and nothing else is."""
    named = [slot.id for slot in plan.slots] + [each.id for each in plan.unserved]
    known = {stop.id for stop in problem.stops}
    for stop in problem.stops:
        times = named.count(stop.id)
        if times != 1:
            yield Fault("forgotten" if times == 0 else "named_twice", stop.id)
    for name in named:
        if name not in known:
            yield Fault("unknown_stop", name)


def _slot(stop: Stop, slot: Slot, day: Day | None) -> Iterator[Fault]:
    weekday = slot.weekday
    if day is None:
        yield Fault("no_workday", stop.id, weekday=weekday)
        return
    if not 0 <= slot.first_week < stop.every_weeks:
        yield Fault("first_week", stop.id, weekday=weekday)
    promise = stop.promised
    if promise is not None:
        if (slot.weekday, slot.first_week) != (promise.weekday, promise.first_week):
            yield Fault("promise_day", stop.id, weekday=weekday)
        if slot.time != promise.time:
            yield Fault("promise_time", stop.id, by=abs(slot.time - promise.time), weekday=weekday)
    elif slot.time % 5 and (stop.now is None or slot.time != stop.now.time):
        yield Fault("off_mark", stop.id, by=slot.time % 5, weekday=weekday)
    ends = slot.time + stop.minutes
    outside = max(day.begins - slot.time, ends - day.ends, 0.0)
    if outside:
        yield Fault("outside_day", stop.id, by=outside, weekday=weekday)
    if stop.windows:
        misses = [
            max(window.begins - slot.time, ends - window.ends, 0.0)
            for window in stop.windows
            if window.weekday == slot.weekday
        ]
        if not misses:
            yield Fault("closed_weekday", stop.id, weekday=weekday)
        elif min(misses) > 0:
            yield Fault("outside_window", stop.id, by=min(misses), weekday=weekday)


def _apart(problem: Problem, stops: Mapping[str, Stop], slots: Sequence[Slot]) -> Iterator[Fault]:
    length = 7 * problem.cycle_weeks

    def visits(slot: Slot) -> list[int]:
        every = stops[slot.id].every_weeks
        return [
            7 * week + slot.weekday for week in range(problem.cycle_weeks) if week % every == slot.first_week
        ]

    for one, two in combinations(slots, 2):
        first, second = stops[one.id], stops[two.id]
        need = max(first.min_days_between, second.min_days_between)
        if not need or not _one_place(first, second):
            continue
        gaps = [(b - a) % length for a in visits(one) for b in visits(two)]
        nearest = min((min(gap, length - gap) for gap in gaps), default=length)
        if nearest < need:
            yield Fault("few_days", two.id, by=need - nearest, values={"other": one.id})


def _one_place(one: Stop, two: Stop) -> bool:
    if one.place is not None or two.place is not None:
        return one.place == two.place
    return bool(one.min_days_between and two.min_days_between) and one.point == two.point


def _drive(problem: Problem, day: Day, week: int, visits: Sequence[tuple[Stop, float]]) -> Iterator[Fault]:
    """Replays one day: each arrival, being home in time, and a lunch somewhere."""
    if not visits:
        return
    weekday = day.weekday
    here: Node = START
    free = day.begins
    spares: list[tuple[float, float, Node, Node]] = []
    for stop, time in visits:
        there = stop if stop.point is not None else here
        arrival = arrive(problem, free, here, there)
        if arrival > time + TOLERANCE:
            yield Fault(
                "late",
                stop.id,
                by=arrival - time,
                values={"before": _called(here)},
                week=week,
                weekday=weekday,
            )
        spares.append((free, time, here, there))
        free, here = max(free, time + stop.minutes), there
    back = free if here is START else arrive(problem, free, here, END)
    if back > day.ends + TOLERANCE:
        yield Fault("home_late", visits[-1][0].id, by=back - day.ends, week=week, weekday=weekday)
    spares.append((free, day.ends, here, START if here is START else END))
    short = _hunger(problem, day, spares)
    if short > TOLERANCE:
        yield Fault("no_lunch", None, by=short, week=week, weekday=weekday)


def _hunger(problem: Problem, day: Day, spares: Iterable[tuple[float, float, Node, Node]]) -> float:
    """By how much the best place for lunch falls short; 0 where it is had."""
    lunch = day.lunch
    if lunch is None:
        return 0.0
    first, last = max(lunch.begins, day.begins), min(lunch.ends, day.ends)
    at_home = last - first < lunch.minutes  # the day leaves no room: it is had before or after work
    if at_home:
        first, last = lunch.begins, lunch.ends
        if first + lunch.minutes <= day.begins:
            return 0.0
    best = lunch.minutes
    for free, until, here, there in spares:
        begin = max(free, first)
        after = arrive(problem, begin + lunch.minutes, here, there)
        best = min(best, max(begin + lunch.minutes - last, after - until, 0.0))
        begin = max(arrive(problem, free, here, there), first)
        limit = last if at_home and there is END else min(last, until)
        best = min(best, max(begin + lunch.minutes - limit, 0.0))
    return best


def _travel(
    problem: Problem, stops: Mapping[str, Stop], slots: Sequence[Slot], plan: Plan
) -> Iterator[Fault]:
    """Whether the plan tells the truth about its way."""
    told = travel_by_week(problem, slots)
    if len(plan.travel) != len(told):
        yield Fault("travel", None, by=abs(sum(told) - sum(plan.travel)))
        return
    for week, (said, found) in enumerate(zip(plan.travel, told, strict=True)):
        if abs(said - found) > TOLERANCE:
            yield Fault("travel", None, week=week, by=abs(said - found))


def travel_by_week(problem: Problem, slots: Iterable[Slot]) -> tuple[float, ...]:
    """Minutes on the road in each week of the cycle, leaving as soon as one may."""
    stops = {stop.id: stop for stop in problem.stops}
    by_time = sorted(slots, key=lambda slot: slot.time)
    weeks = []
    for week in range(problem.cycle_weeks):
        total = 0.0
        for day in problem.days:
            here: Node = START
            free = day.begins
            for slot in by_time:
                stop = stops[slot.id]
                if slot.weekday != day.weekday or week % stop.every_weeks != slot.first_week:
                    continue
                if stop.point is not None:
                    total += arrive(problem, free, here, stop) - free
                    here = stop
                free = max(free, slot.time + stop.minutes)
            if here is not START:
                total += arrive(problem, free, here, END) - free
        weeks.append(total)
    return tuple(weeks)


def arrive(problem: Problem, leave: float, here: Node, there: Node) -> float:
    """When one is ``there`` who leaves ``here`` at ``leave``."""
    left = _minutes(problem, here, there)
    if not problem.speeds:
        return leave + left
    now = leave
    for hour in range(int(leave // 60), 23):
        pace = problem.speeds.get(hour, problem.speed_kmh) / problem.speed_kmh
        if now + left / pace <= (hour + 1) * 60:
            return now + left / pace
        left -= ((hour + 1) * 60 - now) * pace
        now = (hour + 1) * 60.0
    return now + left * problem.speed_kmh / problem.speeds.get(23, problem.speed_kmh)


def _minutes(problem: Problem, here: Node, there: Node) -> float:
    if here == there:
        return 0.0
    told = problem.minutes_between
    if told:
        names = [(_called(here), _called(there))]
        if problem.end is None:
            names.append((_called(START if here is END else here), _called(START if there is END else there)))
        for pair in names:
            if pair in told:
                return told[pair]
    one, two = _where(problem, here), _where(problem, there)
    lat, other_lat = radians(one.latitude), radians(two.latitude)
    half = sin((other_lat - lat) / 2) ** 2
    half += cos(lat) * cos(other_lat) * sin(radians(two.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half))) * problem.detour / problem.speed_kmh * 60


def _called(node: Node) -> str:
    if isinstance(node, Stop):
        return node.id
    return "start" if node is START else "end"


def _where(problem: Problem, node: Node) -> Point:
    point = problem.start if node is START else problem.end or problem.start
    if isinstance(node, Stop):
        point = node.point
    if point is None:
        raise ValueError("there is no way to a stop without a place")
    return point
