"""A problem in numbers, as both searches use it: for each stop the options it has, for each day its bounds.

An **option** is a weekday, the weeks of the cycle (a bit each), the spans in which the visit may begin and a price.
A promise is one option whose span is a single minute; the present slot of an unpromised stop is another like it, free
of the price that every other option then has.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from kamdesk.planning.problem import MARK, PROMISED_RANK, Day, Fixed, Problem, Stop
from kamdesk.planning.travel import minutes_between, rates

EPS = 0.5 / 60
"""Half a second, in minutes: half of what a plan may be late by."""

Spans = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A way to place a stop. ``day`` is a number in the problem's days, ``spans`` are of the beginning."""

    stop: int
    day: int
    mask: int
    weeks: tuple[int, ...]
    price: float
    spans: Spans
    first_week: int


@dataclass(frozen=True, slots=True)
class DayBounds:
    """A day's hours with the lunch as the search counts it: ``rest`` minutes from ``rest_from`` to ``rest_to``."""

    weekday: int
    begins: float
    ends: float
    rest: float
    rest_from: float
    rest_to: float


@dataclass(frozen=True, slots=True)
class Board:
    """The numbers of a problem. Nodes are the stops, then the start, then the end."""

    problem: Problem
    weeks: int
    days: tuple[DayBounds, ...]
    ways: list[list[float]]
    rates: list[float]
    minutes: list[float]
    placed: list[bool]
    fixed: list[bool]
    rank: list[int]
    options: tuple[Option, ...]
    options_of: list[list[list[int]]]
    mates: list[list[tuple[int, int]]]

    @property
    def start(self) -> int:
        return len(self.minutes)

    @property
    def end(self) -> int:
        return len(self.minutes) + 1


def make_board(problem: Problem) -> Board:
    """The numbers of ``problem``."""
    days = tuple(bounds(day) for day in problem.days)
    options: list[Option] = []
    options_of: list[list[list[int]]] = []
    for number, stop in enumerate(problem.stops):
        by_day: list[list[int]] = [[] for _ in days]
        for option in _options(problem, number, stop):
            by_day[option.day].append(len(options))
            options.append(option)
        options_of.append(by_day)
    return Board(
        problem=problem,
        weeks=problem.cycle_weeks,
        days=days,
        ways=minutes_between(problem),
        rates=rates(problem),
        minutes=[stop.minutes for stop in problem.stops],
        placed=[stop.point is not None for stop in problem.stops],
        fixed=[stop.promised is not None or stop.point is None for stop in problem.stops],
        rank=[PROMISED_RANK if stop.promised else stop.rank for stop in problem.stops],
        options=tuple(options),
        options_of=options_of,
        mates=_mates(problem),
    )


def bounds(day: Day) -> DayBounds:
    """Lunch is had within the day's hours; where they leave no room for it, at home before or after them."""
    lunch = day.lunch
    if lunch is None:
        return DayBounds(day.weekday, day.begins, day.ends, 0.0, 0.0, 0.0)
    first, last = max(lunch.begins, day.begins), min(lunch.ends, day.ends)
    if last - first < lunch.minutes:
        first, last = lunch.begins, lunch.ends
        if first + lunch.minutes <= day.begins:
            return DayBounds(day.weekday, day.begins, day.ends, 0.0, 0.0, 0.0)
    return DayBounds(day.weekday, day.begins, day.ends, lunch.minutes, first, last)


def weeks_of(first_week: int, every: int, cycle: int) -> tuple[int, ...]:
    """The weeks of the cycle in which a rhythm falls."""
    return tuple(range(first_week, cycle, every))


def _options(problem: Problem, number: int, stop: Stop) -> Iterator[Option]:
    def option(day: int, first_week: int, spans: Spans, price: float) -> Option:
        weeks = weeks_of(first_week, stop.every_weeks, problem.cycle_weeks)
        return Option(number, day, sum(1 << week for week in weeks), weeks, price, spans, first_week)

    def exactly(fixed: Fixed) -> Iterator[Option]:
        for day, each in enumerate(problem.days):
            if each.weekday == fixed.weekday and any(
                low <= fixed.time <= high for low, high in begin_spans(stop, each)
            ):
                yield option(day, fixed.first_week, ((fixed.time, fixed.time),), 0.0)

    if stop.promised is not None:
        yield from exactly(stop.promised)
        return
    if stop.now is not None:
        yield from exactly(stop.now)
    if stop.point is None:
        return
    price = problem.change_price if stop.now is not None else 0.0
    for day, each in enumerate(problem.days):
        spans = tuple(
            (low, high)
            for begin, end in begin_spans(stop, each)
            if (low := math.ceil(begin / MARK) * MARK) <= (high := math.floor(end / MARK) * MARK)
        )
        if spans:
            for first_week in range(stop.every_weeks):
                yield option(day, first_week, spans, price)


def begin_spans(stop: Stop, day: Day) -> Spans:
    """When the visit may begin on ``day`` so that it ends in time: by the customer's windows and the day's hours."""
    windows = [(each.begins, each.ends) for each in stop.windows if each.weekday == day.weekday]
    if not stop.windows:
        windows = [(day.begins, day.ends)]
    spans = [(max(begin, day.begins), min(end, day.ends) - stop.minutes) for begin, end in windows]
    return tuple(sorted((low, high) for low, high in spans if low <= high))


def _mates(problem: Problem) -> list[list[tuple[int, int]]]:
    groups: dict[object, list[int]] = {}
    for number, stop in enumerate(problem.stops):
        key = stop.place if stop.place is not None else stop.point if stop.min_days_between else None
        if key is not None:
            groups.setdefault(key, []).append(number)
    mates: list[list[tuple[int, int]]] = [[] for _ in problem.stops]
    for group in groups.values():
        for one in group:
            for two in group:
                need = max(problem.stops[one].min_days_between, problem.stops[two].min_days_between)
                if one != two and need:
                    mates[one].append((two, need))
    return mates


def far_enough(board: Board, one: int, two: int, need: int) -> bool:
    """Whether two options leave ``need`` days between any two of their visits, round the end of the cycle too."""
    first, second, length = board.options[one], board.options[two], 7 * board.weeks
    apart = board.days[second.day].weekday - board.days[first.day].weekday
    for week in first.weeks:
        for other in second.weeks:
            days = (7 * (other - week) + apart) % length
            if min(days, length - days) < need:
                return False
    return True
