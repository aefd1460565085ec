"""The line: a tour for each weekday, times that leave room for the way, lunch kept free, a few warnings on purpose."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kamdesk.domain.geo import Point, distance_km, travel
from kamdesk.operations.demo.members import Member

CYCLE = 4
OPENS, CLOSES = 8 * 60 + 30, 17 * 60 + 30
LUNCH = (12 * 60, 13 * 60)
AFTER_LUNCH = 13 * 60 + 15
NOON = 11 * 60 + 35
STEP, SLACK = 5, 4
# The weekday of each part of the line; trips take a Friday in turn, counted from the week of now.
WEEKDAYS = {"jiaojiang": 0, "luqiao": 1, "wenling": 2, "yuhuan": 2, "huangyan": 3, "linhai": 3}
TRIP_DAY = 4
TRIPS = {"ningbo": 0, "wenzhou": 1, "wuhan": 2, "hangzhou": 3}
TRIP_OPENS = 9 * 60 + 30
TRIES = 400
# What a visit is worth, in minutes on the road.
VALUES = {"A": 900, "B": 400, "C": 200}


@lru_cache(4096)
def way(a: Point, b: Point) -> int:
    """Minutes on the road."""
    return travel(a, b).minutes


@dataclass(eq=False)
class Stop:
    """A fixed visit as drawn; ``before`` is its time before it was moved to this one."""

    member: Member
    weekday: int
    minutes: int
    every: int
    offset: int = 0
    start: int = 0
    before: Stop | None = None
    why: str = ""
    slot_id: str = ""

    @property
    def weeks(self) -> range:
        return range(self.offset, CYCLE, self.every)

    @property
    def end(self) -> int:
        return self.start + self.minutes


@dataclass
class _Day:
    """How far each week of a weekday is filled: when the last visit ends and where."""

    ends: dict[int, int] = field(default_factory=dict)
    places: dict[int, Point] = field(default_factory=dict)
    filled: dict[int, int] = field(default_factory=lambda: dict.fromkeys(range(CYCLE), 0))


def draw_line(members: Sequence[Member], home: Point, this_week: int, dice: random.Random) -> list[Stop]:
    """The stops of ``members``, those for whom the day has no room left out; ``this_week`` is the cycle's of now."""
    by_day: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        if not member.visited:
            continue
        area = member.place.area
        if area in WEEKDAYS:
            by_day[WEEKDAYS[area]].append(member)
        elif area in TRIPS:
            by_day[TRIP_DAY].append(member)
        if member.part.visits == "twice":
            by_day[3].append(member)
    line = []
    for weekday in sorted(by_day):
        if weekday == TRIP_DAY:
            line += _trips(by_day[weekday], this_week)
        else:
            line += best_day(by_day[weekday], weekday, home, dice)
    return line


def tour(members: Iterable[Member], home: Point) -> list[Member]:
    """The members in the order of a short way from home: always on to the nearest."""
    left = list(members)
    found: list[Member] = []
    here = home
    while left:
        nearest = min(left, key=lambda member: (distance_km(here, member.point), member.part.number))
        left.remove(nearest)
        found.append(nearest)
        here = nearest.point
    return found


def best_day(members: Sequence[Member], weekday: int, home: Point, dice: random.Random) -> list[Stop]:
    """The members' visits of one weekday: orders of visiting are tried, the better of two is kept each time."""
    order = tour(members, home)
    best = _fill(order, weekday)
    worth = _worth(best, home)
    for _ in range(TRIES if len(order) > 1 else 0):
        tried = list(order)
        tried.insert(dice.randrange(len(order)), tried.pop(dice.randrange(len(order))))
        line = _fill(tried, weekday)
        if (found := _worth(line, home)) >= worth:
            order, best, worth = tried, line, found
    return best


def _worth(line: Sequence[Stop], home: Point) -> float:
    """Visits made in a cycle, the more valuable the account the better, less ways and waiting."""
    total = 0.0
    for stop in line:
        total += VALUES[stop.member.part.value_class or "C"] * len(stop.weeks)
    for week in range(CYCLE):
        place, end = home, OPENS
        for stop in sorted((s for s in line if week in s.weeks), key=lambda s: s.start):
            total -= way(place, stop.member.point)
            lunch = LUNCH[1] - LUNCH[0] if end <= LUNCH[0] < stop.start else 0
            total -= (stop.start - end - lunch) / 2
            place, end = stop.member.point, stop.end
        total -= way(place, home)
    return total


def _fill(members: Sequence[Member], weekday: int) -> list[Stop]:
    """Visits the members in this order, each as soon as it can be reached in all of its weeks."""
    day, line = _Day(), []
    for member in members:
        every = member.weeks
        offers = [
            Stop(member=member, weekday=weekday, minutes=member.part.minutes, every=every, offset=offset)
            for offset in range(every)
        ]
        for stop in offers:
            stop.start = max(_earliest(day, week, member.point, stop.minutes) for week in stop.weeks)
        fitting = [stop for stop in offers if stop.end <= CLOSES]
        if not fitting:
            continue
        stop = min(fitting, key=lambda s: (max(day.filled[week] for week in s.weeks), s.start, s.offset))
        _book(day, stop)
        line.append(stop)
    return line


def _trips(members: Sequence[Member], this_week: int) -> list[Stop]:
    line = []
    for area, ahead in TRIPS.items():
        day, offset = _Day(), (this_week + ahead) % CYCLE
        away = [member for member in members if member.place.area == area]
        if not away:
            continue
        gate = max(
            away, key=lambda member: member.point.latitude if area == "wenzhou" else -member.point.latitude
        )
        for member in tour(away, gate.point):
            stop = Stop(member=member, weekday=TRIP_DAY, minutes=member.part.minutes, every=4, offset=offset)
            stop.start = max(TRIP_OPENS, _earliest(day, offset, member.point, stop.minutes))
            if stop.end <= CLOSES:
                _book(day, stop)
                line.append(stop)
    return line


def _earliest(day: _Day, week: int, point: Point, minutes: int) -> int:
    if week not in day.ends:
        return OPENS
    start = day.ends[week] + way(day.places[week], point) + SLACK
    start = math.ceil(start / STEP) * STEP
    return AFTER_LUNCH if start + minutes > LUNCH[0] and start < AFTER_LUNCH else start


def _book(day: _Day, stop: Stop) -> None:
    for week in stop.weeks:
        day.ends[week], day.places[week] = stop.end, stop.member.point
        day.filled[week] += stop.minutes + 15


def neighbours(line: Iterable[Stop], stop: Stop, week: int) -> tuple[Stop | None, Stop | None]:
    """The stops before and after ``stop`` on its day in ``week`` of the cycle."""
    day = [s for s in line if s.weekday == stop.weekday and week in s.weeks and s.member is not stop.member]
    before = [s for s in day if s.start <= stop.start]
    after = [s for s in day if s.start > stop.start]
    return max(before, key=lambda s: s.end, default=None), min(after, key=lambda s: s.start, default=None)


def room(line: Sequence[Stop], stop: Stop) -> bool:
    """Whether ``stop`` can be kept beside the others: in working hours, not over lunch, time for the ways."""
    if stop.start < OPENS or stop.end > CLOSES or (stop.start < LUNCH[1] and stop.end > LUNCH[0]):
        return False
    for week in stop.weeks:
        before, after = neighbours(line, stop, week)
        if before and stop.start - before.end < way(before.member.point, stop.member.point):
            return False
        if after and after.start - stop.end < way(stop.member.point, after.member.point):
            return False
    return True


def free_time(line: Sequence[Stop], stop: Stop, dice: random.Random) -> Stop | None:
    """Another time at which ``stop`` could be kept, Monday to Thursday."""
    starts = [(day, start) for day in range(TRIP_DAY) for start in range(OPENS, CLOSES, 15)]
    dice.shuffle(starts)
    for weekday, start in starts:
        for offset in range(stop.every):
            offer = replace(stop, weekday=weekday, start=start, offset=offset, before=None, why="")
            other = (weekday, offset) != (stop.weekday, stop.offset) or abs(start - stop.start) >= 30
            if other and room(line, offer):
                return offer
    return None


def add_lunch_warning(line: list[Stop]) -> bool:
    """Moves the last visit before lunch of one day on, so that it runs over lunch."""
    order = sorted(line, key=lambda s: (s.member.part.story != "lunch", s.every != 2, s.member.part.number))
    for stop in order:
        if (
            stop.weekday == TRIP_DAY
            or stop.end > LUNCH[0]
            or stop.before
            or stop.member.part.visits == "twice"
        ):
            continue
        moved = replace(stop, start=NOON)
        nexts = [neighbours(line, moved, week) for week in moved.weeks]
        clear = all(
            (not before or moved.start - before.end >= way(before.member.point, moved.member.point))
            and (not after or after.start - moved.end >= way(moved.member.point, after.member.point))
            for before, after in nexts
        )
        if clear and moved.end > LUNCH[0]:
            stop.before, stop.start, stop.why = replace(stop), NOON, "lunch"
            return True
    return False


def add_tight_warning(line: list[Stop]) -> bool:
    """Moves one visit ahead, so that the way from the one before takes a little longer than the gap."""
    order = sorted(line, key=lambda s: (s.member.part.story != "tight", s.every != 4, s.member.part.number))
    for stop in order:
        if stop.weekday == TRIP_DAY or stop.before or stop.every == 1 or stop.start < AFTER_LUNCH:
            continue
        befores = [neighbours(line, stop, week)[0] for week in stop.weeks]
        if any(before is None or before.end <= LUNCH[0] or before.before for before in befores):
            continue
        ways = [(before.end, way(before.member.point, stop.member.point)) for before in befores if before]
        start = max(end for end, _ in ways) + 5
        if all(way >= 8 and start - end < way for end, way in ways) and start < stop.start:
            stop.before, stop.start, stop.why = replace(stop), start, "tight"
            return True
    return False
