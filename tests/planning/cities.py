"""Problems for tests: small ones by hand, cities by chance."""

from __future__ import annotations

import copy
import itertools
from random import Random
from typing import Any

from kamdesk.planning.problem import Plan, Problem, Slot
from kamdesk.planning.reading import read_problem
from kamdesk.planning.weekday import Weekday

HOME = {"lat": 30.66, "lon": 104.06}
LUNCH = {"from": "11:30", "to": "13:30", "minutes": 60}


def day(weekday: int = 1, begins: str = "08:30", ends: str = "17:30", lunch: Any = LUNCH) -> dict[str, Any]:
    return {"weekday": weekday, "from": begins, "to": ends, "lunch": lunch}


def stop(name: str, north: float = 0.0, east: float = 0.0, **more: Any) -> dict[str, Any]:
    """A stop so many kilometres from home (about), every week, half an hour."""
    place = {"lat": 30.66 + north / 111.2, "lon": 104.06 + east / 95.6}
    return {"id": name, **place, "every_weeks": 1, "minutes": 30, **more}


def form(*stops: dict[str, Any], days: Any = None, **more: Any) -> dict[str, Any]:
    """A problem as JSON has it."""
    whole = {
        "cycle_weeks": 4,
        "speed_kmh": 35,
        "detour": 1.3,
        "start": HOME,
        "end": None,
        "days": [day(n) for n in range(1, 6)] if days is None else days,
        "stops": list(stops),
        **more,
    }
    return copy.deepcopy(whole)


def problem(*stops: dict[str, Any], **more: Any) -> Problem:
    return read_problem(form(*stops, **more))


def window(weekday: int, begins: str, ends: str) -> dict[str, Any]:
    return {"weekday": weekday, "from": begins, "to": ends}


def promised(weekday: int, time: str, first_week: int = 0) -> dict[str, Any]:
    return {"weekday": weekday, "time": time, "first_week": first_week}


def city(seed: int, accounts: int, days: int = 5, promises: int = 1) -> dict[str, Any]:
    """A city by chance; a promise may be one that can't be kept."""
    chance = Random(seed)
    stops = []
    for number in range(accounts):
        every = chance.choice([1, 1, 2, 2, 4])
        one = stop(f"a{number}", chance.gauss(0, 8), chance.gauss(0, 8), every_weeks=every)
        one["minutes"] = chance.choice([20, 30, 45])
        kind = chance.random()
        if kind < 0.7:
            hours = (
                ("09:00", "17:00") if kind < 0.4 else chance.choice([("09:00", "11:30"), ("13:30", "17:00")])
            )
            open_on = chance.sample(range(1, days + 1), chance.randint(1, days))
            one["windows"] = [window(each, *hours) for each in sorted(open_on)]
        stops.append(one)
    for one in chance.sample(stops, min(promises, accounts)):
        if "windows" not in one:
            time = f"{chance.randint(9, 16):02d}:{chance.choice(['00', '30', '10', '07'])}"
            one["promised"] = promised(chance.randint(1, days), time, chance.randrange(one["every_weeks"]))
    return form(*stops, days=[day(n) for n in range(1, days + 1)])


def best_by_trying_all(weekdays: list[Weekday]) -> tuple[int, float]:
    """Fewest left out by rank, then least travel, over every plan there is (of few stops)."""
    board = weekdays[0].board
    best = (1 << 62, 0.0)
    choices = [[*(o for d in by_day for o in d), None] for by_day in board.options_of]
    kept: dict[tuple[int, frozenset[int]], float | None] = {}

    def shortest(number: int, options: frozenset[int]) -> float | None:
        if (number, options) not in kept:
            weekday, found = weekdays[number], None
            for order in itertools.permutations(sorted(options)):
                weekday.order = list(order)
                weekday.refresh()
                if order and not (weekday.states[-1] and _home(weekday)):
                    continue
                travel = weekday.travel()
                found = travel if found is None else min(found, travel)
            kept[number, options] = found
        return kept[number, options]

    for chosen in itertools.product(*choices):
        rank = sum(1 << 16 * board.rank[stop] for stop, option in enumerate(chosen) if option is None)
        if rank > best[0]:
            continue
        total = 0.0
        for number in range(len(weekdays)):
            on_day = frozenset(o for o in chosen if o is not None and board.options[o].day == number)
            travel = shortest(number, on_day)
            if travel is None:
                break
            total += travel
        else:
            best = min(best, (rank, total))
    return best


def _home(weekday: Weekday) -> bool:
    from kamdesk.planning.timing import home

    board = weekday.board
    day = board.days[weekday.number]
    return home(board, day, weekday.states[-1], weekday.before[-1], weekday.used) is not None


def plan(problem: Problem, *slots: Slot) -> Plan:
    """A plan by hand whose travel is told truly."""
    from kamdesk.planning.checker import travel_by_week
    from kamdesk.planning.problem import Unserved

    named = {slot.id for slot in slots}
    left = tuple(Unserved(stop.id, "full") for stop in problem.stops if stop.id not in named)
    return Plan(slots=tuple(slots), unserved=left, travel=travel_by_week(problem, slots))
