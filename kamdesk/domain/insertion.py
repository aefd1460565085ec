"""The cheapest free place for one more fixed visit: it fits in every week of the cycle, and lengthens the way least."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kamdesk.domain.geo import Point, Travel, travel
from kamdesk.domain.warnings import EARLY, Span

STEP = 15
"""Minutes between the starts that are tried."""


@dataclass(frozen=True, slots=True)
class Busy:
    """A fixed visit that stands: minutes of the day, and where it is (None: not known, the way is not counted)."""

    begins: int
    ends: int
    place: Point | None


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A weekday: the rep's hours, and for each week of the cycle what is fixed, in order of time."""

    weekday: int
    works: tuple[Span, ...]
    weeks: tuple[tuple[Busy, ...], ...]


@dataclass(frozen=True, slots=True)
class Insertion:
    """A place that is free in every week. ``kilometres`` is how much longer the way gets, in the mean of the weeks;
    None where that can't be said.
    """

    weekday: int
    start: int
    kilometres: float | None


@dataclass(frozen=True, slots=True)
class _Gap:
    """The starts between two visits that leave time for both ways, and how much longer the day's way gets."""

    first: int
    last: int
    kilometres: float


def cheapest_place(
    days: Sequence[DayPlan],
    *,
    place: Point,
    minutes: int,
    opens: Mapping[int, tuple[Span, ...]] | None,
    lunch: Span | None,
    home: Point | None,
) -> Insertion | None:
    """The free place at which a visit of ``minutes`` costs the fewest kilometres; the earliest of equal ones.

    It lies within the rep's hours and those of the customer (``opens`` by weekday; None: not known, any time), over no
    lunch, and in every week of the cycle it overlaps nothing and leaves the estimated way before and after it. None
    where no weekday has such a place.
    """
    ways: dict[Point, Travel] = {}

    def way(other: Point) -> Travel:
        found = ways.get(other)
        if found is None:
            found = ways[other] = travel(other, place)
        return found

    best: Insertion | None = None
    least = 0.0
    for day in days:
        windows = _windows(day.works, opens, day.weekday)
        if not windows:
            continue
        leaves = min(span.begins for span in day.works) - EARLY
        weeks = [_gaps(stops, way, minutes, home, leaves) for stops in day.weeks]
        for start in _starts(windows, minutes, lunch):
            cost = 0.0
            for gaps in weeks:
                gap = next((gap for gap in gaps if gap.first <= start <= gap.last), None)
                if gap is None:
                    break
                cost += gap.kilometres
            else:
                mean = cost / max(len(weeks), 1)
                if best is None or mean < least - 1e-9:
                    best, least = Insertion(day.weekday, start, mean), mean
    return best


def _windows(works: Sequence[Span], opens: Mapping[int, tuple[Span, ...]] | None, weekday: int) -> list[Span]:
    """When both the rep works and the customer is open."""
    if opens is None:
        return list(works)
    return [
        Span(max(one.begins, two.begins), min(one.ends, two.ends))
        for one in works
        for two in opens.get(weekday, ())
        if max(one.begins, two.begins) < min(one.ends, two.ends)
    ]


def _starts(windows: Sequence[Span], minutes: int, lunch: Span | None) -> list[int]:
    found = []
    for window in windows:
        start = -(-window.begins // STEP) * STEP
        while start + minutes <= window.ends:
            if lunch is None or start + minutes <= lunch.begins or start >= lunch.ends:
                found.append(start)
            start += STEP
    return sorted(found)


def _gaps(
    stops: Sequence[Busy], way: Callable[[Point], Travel], minutes: int, home: Point | None, leaves: int
) -> list[_Gap]:
    """Where between the visits of one day one more may begin. Visits that overlap leave nothing between them."""
    gaps: list[_Gap] = []
    free_from, before = 0, home
    for number in range(len(stops) + 1):
        after = stops[number] if number < len(stops) else None
        following = after.place if after is not None else home
        here = way(before) if before is not None else None
        there = way(following) if following is not None else None
        # From home the rep may set out somewhat early, and come back late.
        first = max(leaves, free_from) if number == 0 else free_from
        first += here.minutes if here else 0
        last = (after.begins - (there.minutes if there else 0) if after is not None else 24 * 60) - minutes
        direct = travel(before, following).kilometres if before is not None and following is not None else 0.0
        longer = (here.kilometres if here else 0.0) + (there.kilometres if there else 0.0) - direct
        if first <= last:
            gaps.append(_Gap(first, last, max(longer, 0.0)))
        if after is not None and after.ends > free_from:
            free_from, before = after.ends, after.place
    return gaps
