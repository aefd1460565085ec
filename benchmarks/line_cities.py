"""Cities for benchmarks/line.py, and its simple peers: by hand, and by trying everything that could be best."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from kamdesk.domain.geo import Point
from kamdesk.planning.board import Board, make_board
from kamdesk.planning.offers import stand_still
from kamdesk.planning.problem import Day, Fixed, Lunch, Problem, Stop, Window
from kamdesk.planning.timing import State, advance, first_states, home, walk
from kamdesk.planning.weekday import Weekday

CENTRE = Point(30.66, 104.06)
SPEED, DETOUR = 35.0, 1.3


def city(seed: int, weekly: int = 26, fortnightly: int = 26, rare: int = 8, promises: int = 8) -> Problem:
    """A city with seven districts; a quarter of its customers receive in the morning, a quarter in the afternoon."""
    return made(seed, [1] * weekly + [2] * fortnightly + [4] * rare, promises, cycle=4, days=5)


def made(seed: int, rhythms: list[int], promises: int, *, cycle: int, days: int) -> Problem:
    """A city of so many accounts by their rhythms."""
    chance = Random(seed)
    north, east = CENTRE.latitude, CENTRE.longitude
    districts = [(north + chance.gauss(0, 0.07), east + chance.gauss(0, 0.08)) for _ in range(7)]
    rhythms = rhythms[:]
    chance.shuffle(rhythms)
    stops = []
    for number, every in enumerate(rhythms):
        if chance.random() < 0.75:
            one, two = chance.choice(districts)
            point = Point(one + chance.gauss(0, 0.018), two + chance.gauss(0, 0.02))
        else:
            point = Point(north + chance.uniform(-0.16, 0.16), east + chance.uniform(-0.19, 0.19))
        kind = chance.random()
        begins, ends = (540, 1050) if kind < 0.5 else (540, 720) if kind < 0.75 else (810, 1050)
        open_on = list(range(1, days + 1))
        if chance.random() < 0.25:
            open_on.remove(chance.randint(1, days))
        windows = tuple(Window(day, begins, ends) for day in open_on)
        stops.append(Stop(id=f"a{number}", point=point, every_weeks=every, minutes=30, windows=windows))
    lunch = Lunch(690, 840, 60)
    problem = Problem(
        cycle_weeks=cycle,
        speed_kmh=SPEED,
        detour=DETOUR,
        start=Point(north + 0.03, east - 0.05),
        end=None,
        days=tuple(Day(n, 510, 1080, lunch) for n in range(1, days + 1)),
        stops=tuple(stops),
    )
    return _promise(problem, chance, promises)


def _promise(problem: Problem, chance: Random, promises: int) -> Problem:
    """Some accounts get a promise, each only where it can be kept beside those before it."""
    stops = list(problem.stops)
    for number in chance.sample(range(len(stops)), len(stops)):
        if promises == 0:
            break
        window = chance.choice(stops[number].windows)
        start = chance.randrange(round(window.begins), round(window.ends) - 29, 30)
        fixed = Fixed(window.weekday, float(start), chance.randrange(stops[number].every_weeks))
        trial = [*stops]
        trial[number] = replace(stops[number], promised=fixed)
        given = replace(problem, stops=tuple(stop for stop in trial if stop.promised))
        if not stand_still(given).outside:
            stops, promises = trial, promises - 1
    return replace(problem, stops=tuple(stops))


def by_hand(problem: Problem) -> tuple[int, float]:
    """What a rep does: promises, then the town cut into sectors, a day each, there always to the nearest."""
    board = make_board(problem)
    days = [Weekday(board, number) for number in range(len(board.days))]
    promised = [n for n, stop in enumerate(problem.stops) if stop.promised]
    left = sum(not append(board, days, stop, [*range(len(days))]) for stop in promised)
    rest = [n for n, stop in enumerate(problem.stops) if not stop.promised]

    def angle(number: int) -> float:
        point = problem.stops[number].point or problem.start
        return math.atan2(point.latitude - problem.start.latitude, point.longitude - problem.start.longitude)

    rest.sort(key=angle)
    load, total = 0.0, sum(1 / problem.stops[n].every_weeks for n in rest)
    sectors: list[list[int]] = [[] for _ in days]
    for number in rest:
        sectors[min(len(days) - 1, int(load / total * len(days)))].append(number)
        load += 1 / problem.stops[number].every_weeks
    for sector, waiting in enumerate(sectors):
        here = board.start
        while waiting:
            nearest = min(waiting, key=lambda n: (_half(problem.stops[n]), board.ways[here][n]))
            waiting.remove(nearest)
            order = [sector, *(n for n in range(len(days)) if n != sector)]
            left += not append(board, days, nearest, order)
            here = nearest
    return left, sum(day.travel() for day in days) / problem.cycle_weeks


def _half(stop: Stop) -> int:
    first = stop.windows[0]
    return 0 if first.ends <= 720 else 2 if first.begins >= 800 else 1


def append(board: Board, days: Sequence[Weekday], stop: int, order: Sequence[int]) -> bool:
    """As late in the order as it goes, on the first day that has room; the weeks in turns."""
    for number in order:
        day = days[number]
        options = board.options_of[stop][number]
        for place in range(len(day.order), -1, -1):
            for option in options[stop % max(len(options), 1) :] + options[: stop % max(len(options), 1)]:
                if day.may_stand(option, place) and day.stands(option, place):
                    day.put(option, place)
                    return True
    return False


def best_of_all(board: Board) -> tuple[int, float]:
    """The fewest left out, then the least travel, over every choice of options and every order of each day.

    Two things are passed over, and only because they can't be better where ways are straight: a day that got longer
    or impossible is not tried with one visit more, nor an order whose way home already takes longer than the best.
    """
    kept: dict[frozenset[int], float] = {}

    def shortest(options: frozenset[int]) -> float:
        if options not in kept:
            kept[options] = _shortest_day(board, options) if options else 0.0
        return kept[options]

    choices = [[option for day in by_day for option in day] for by_day in board.options_of]
    best = (len(choices), math.inf)

    def go_on(stop: int, left: int, days: tuple[frozenset[int], ...]) -> None:
        nonlocal best
        so_far = left, sum(shortest(options) for options in days)
        if so_far >= best:
            return
        if stop == len(choices):
            best = so_far
            return
        for option in choices[stop]:
            day = board.options[option].day
            go_on(stop + 1, left, (*days[:day], days[day] | {option}, *days[day + 1 :]))
        go_on(stop + 1, left + 1, days)

    go_on(0, 0, (frozenset(),) * len(board.days))
    return best


def _shortest_day(board: Board, options: frozenset[int]) -> float:
    """The least travel of one day that has these options, in whatever order; infinite where none can be kept."""
    number = board.options[min(options)].day
    bounds, best = board.days[number], math.inf

    def go_on(left: frozenset[int], states: list[State], at: list[int], used: int, travel: float) -> None:
        nonlocal best
        if travel + sum(board.ways[node][board.end] for node in at if node != board.start) >= best:
            return
        if not left:
            if home(board, bounds, states, at, used):
                best = travel + sum(board.ways[node][board.end] for node in at if node != board.start)
            return
        for option in left:
            chosen = board.options[option]
            then = advance(board, bounds, states, at, option)
            if then:
                way = sum(board.ways[at[week]][chosen.stop] for week in chosen.weeks)
                there = at[:]
                walk(board, there, option)
                go_on(left - {option}, then, there, used | chosen.mask, travel + way)

    go_on(options, first_states(board, bounds), [board.start] * board.weeks, 0, 0.0)
    return best
