"""The line: a tour for each weekday, times that leave room for the way, lunch kept free, a few warnings on purpose."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kamdesk.domain.geo import Point, distance_km, travel
from kamdesk.operations.demo.members import Member

CYCLE = 4
OPENS, CLOSES = 8 * 60 + 30, 17 * 60 + 30
LUNCH = (12 * 60, 13 * 60)
AFTER_LUNCH = 13 * 60 + 15
NOON = 11 * 60 + 35
STEP, SLACK = 5, 4
RHYTHM = {"weekly": 1, "twice": 1, "fortnightly": 2, "monthly": 4}
# The weekday of each part of the line; trips take a Friday in turn, counted from the week of now.
WEEKDAYS = {"jiaojiang": 0, "luqiao": 1, "wenling": 2, "yuhuan": 2, "huangyan": 3, "linhai": 3}
TRIP_DAY = 4
TRIPS = {"ningbo": 0, "wenzhou": 1, "wuhan": 2, "hangzhou": 3}
TRIP_OPENS = 9 * 60 + 30


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


def draw_line(members: Sequence[Member], home: Point, this_week: int) -> list[Stop]:
    """The stops of ``members``, those for whom the day has no room left out. ``this_week`` is the cycle's week of now."""
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
            line += _fill(tour(by_day[weekday], home), weekday)
    return line


def tour(members: Iterable[Member], home: Point) -> list[Member]:
    """The members in the order of a short way from home and back: always on to the nearest, then crossings undone."""
    left = list(members)
    found: list[Member] = []
    here = home
    while left:
        nearest = min(left, key=lambda member: (distance_km(here, member.point), member.part.number))
        left.remove(nearest)
        found.append(nearest)
        here = nearest.point
    improved = True
    while improved:
        improved = False
        for first in range(len(found) - 1):
            for last in range(first + 2, len(found) + 1):
                turned = found[:first] + found[first:last][::-1] + found[last:]
                if _length(turned, home) < _length(found, home) - 1e-9:
                    found, improved = turned, True
    return found


def _length(members: Sequence[Member], home: Point) -> float:
    points = [home, *(member.point for member in members), home]
    return sum(distance_km(a, b) for a, b in zip(points, points[1:], strict=False))


def _fill(members: Sequence[Member], weekday: int) -> list[Stop]:
    day, line = _Day(), []
    for member in members:
        every = RHYTHM[member.part.visits]
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
    start = day.ends[week] + travel(day.places[week], point).minutes + SLACK
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
        if before and stop.start - before.end < travel(before.member.point, stop.member.point).minutes:
            return False
        if after and after.start - stop.end < travel(stop.member.point, after.member.point).minutes:
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
            (
                not before
                or moved.start - before.end >= travel(before.member.point, moved.member.point).minutes
            )
            and (
                not after or after.start - moved.end >= travel(moved.member.point, after.member.point).minutes
            )
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
        ways = [
            (before.end, travel(before.member.point, stop.member.point).minutes)
            for before in befores
            if before
        ]
        start = max(end for end, _ in ways) + 5
        if all(way >= 8 and start - end < way for end, way in ways) and start < stop.start:
            stop.before, stop.start, stop.why = replace(stop), start, "tight"
            return True
    return False
