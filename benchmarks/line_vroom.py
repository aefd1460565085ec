"""A peer for benchmarks/line.py: VROOM, given accounts in pairs, since it knows no visits that repeat.

Two four-weekly accounts that lie near each other make a fortnightly one, two fortnightly ones a weekly one; VROOM
plans one week of those. Its orders are then timed as ours are, and what doesn't stand goes in where it can.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kamdesk.planning.board import Board, make_board
from kamdesk.planning.problem import Problem
from kamdesk.planning.weekday import Weekday

DAY = 1440


@dataclass(frozen=True)
class Group:
    """Stops that share a place in the week, each with its first week; ``windows``: weekday, from, to of a beginning."""

    stops: tuple[tuple[int, int], ...]
    every: int
    minutes: float
    windows: tuple[tuple[int, float, float], ...]


def by_vroom(
    problem: Problem, append: Callable[[Board, list[Weekday], int, list[int]], bool]
) -> tuple[int, float]:
    """How many are left out, and minutes of travel a week. Raises ImportError without `pyvroom`."""
    board = make_board(problem)
    groups = _groups(board, problem)
    days = [Weekday(board, number) for number in range(len(board.days))]
    for day, order in zip(days, _ask(board, groups), strict=True):
        for group in order:
            for stop, first_week in groups[group].stops:
                options = board.options_of[stop][day.number]
                option = next((o for o in options if board.options[o].first_week == first_week), None)
                if option is not None and day.stands(option, len(day.order)):
                    day.put(option, len(day.order))
    placed = {board.options[option].stop for day in days for option in day.order}
    missing = [stop for stop in range(len(problem.stops)) if stop not in placed]
    missing.sort(key=lambda stop: problem.stops[stop].promised is None)
    left = sum(not append(board, days, stop, [*range(len(days))]) for stop in missing)
    return left, sum(day.travel() for day in days) / problem.cycle_weeks


def _groups(board: Board, problem: Problem) -> list[Group]:
    promised, free = [], []
    for number, stop in enumerate(problem.stops):
        options = [board.options[option] for day in board.options_of[number] for option in day]
        windows = {(option.day, *span) for option in options for span in option.spans}
        first = stop.promised.first_week if stop.promised else 0
        group = Group(((number, first),), stop.every_weeks, stop.minutes, tuple(sorted(windows)))
        (promised if stop.promised else free).append(group)
    for every in sorted({group.every for group in free if group.every % 2 == 0}, reverse=True):
        waiting = [group for group in free if group.every == every]
        free = [group for group in free if group.every != every]
        while waiting:
            one = waiting.pop()
            pairs = [(_apart(board, one, two), at) for at, two in enumerate(waiting) if _common(one, two)]
            if pairs:
                free.append(_paired(one, waiting.pop(min(pairs)[1])))
            else:
                free.append(replace(one, every=every // 2))
    return [*promised, *free]


def _common(one: Group, two: Group) -> tuple[tuple[int, float, float], ...]:
    both = [
        (day, max(low, other_low), min(high, other_high))
        for day, low, high in one.windows
        for other, other_low, other_high in two.windows
        if day == other
    ]
    return tuple(sorted(window for window in both if window[1] <= window[2]))


def _paired(one: Group, two: Group) -> Group:
    later = tuple((stop, first + one.every // 2) for stop, first in two.stops)
    return Group((*one.stops, *later), one.every // 2, max(one.minutes, two.minutes), _common(one, two))


def _apart(board: Board, one: Group, two: Group) -> float:
    return max(board.ways[a][b] for a, _ in one.stops for b, _ in two.stops)


def _ask(board: Board, groups: Sequence[Group]) -> list[list[int]]:
    """The groups of each weekday in the order in which VROOM drives them. Its clock counts seconds of the week."""
    import numpy
    import vroom

    def seconds(day: int, minutes: float) -> int:
        return round(60 * (day * DAY + minutes))

    start, end = len(groups), len(groups) + 1
    nodes = [*([stop for stop, _ in group.stops] for group in groups), [board.start], [board.end]]
    ways = [
        [math.ceil(60 * max(board.ways[a][b] for a in one for b in two)) for two in nodes] for one in nodes
    ]
    asked = vroom.Input()
    asked.set_durations_matrix(profile="car", matrix_input=numpy.array(ways, dtype=numpy.uint32))
    for number, day in enumerate(board.days):
        rests = []
        if day.rest:
            span = vroom.TimeWindow(seconds(number, day.rest_from), seconds(number, day.rest_to - day.rest))
            rests = [vroom.Break(number, [span], round(60 * day.rest))]
        hours = vroom.TimeWindow(seconds(number, day.begins), seconds(number, day.ends))
        asked.add_vehicle(vroom.Vehicle(number, start=start, end=end, time_window=hours, breaks=rests))
    for number, group in enumerate(groups):
        windows = [
            vroom.TimeWindow(seconds(day, low), seconds(day, high)) for day, low, high in group.windows
        ]
        service, rank = round(60 * group.minutes), 100 if len(group.windows) == 1 else 0
        asked.add_job(vroom.Job(number, number, default_service=service, time_windows=windows, priority=rank))
    routes = asked.solve(exploration_level=5, nb_threads=1).routes
    orders: list[list[int]] = [[] for _ in board.days]
    for vehicle, kind, number in zip(routes["vehicle_id"], routes["type"], routes["id"], strict=True):
        if kind == "job":
            orders[int(vehicle)].append(int(number))
    return orders
