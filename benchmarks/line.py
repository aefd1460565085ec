#!/usr/bin/env python3
"""The line planned: against by hand and regret-2, compiled against Python, one second against thirty, and more.

    python benchmarks/line.py                     everything but the long scale curve
    python benchmarks/line.py --only cities       cities | core | small | insert | scale
    python benchmarks/line.py --cities 3 --long 10

VROOM is asked where `pyvroom` is installed (`pip install pyvroom`); it gets accounts in pairs, see line_vroom.py.
Cities are made by chance: 26 weekly accounts, 26 fortnightly, 8 four-weekly, 8 of them promised. Travel is compared
between complete plans only. Ratios hold from machine to machine, minutes and iterations a second do not.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from line_cities import append, best_of_all, by_hand, city, made
from line_vroom import by_vroom

from kamdesk.domain.geo import Point
from kamdesk.planning.board import make_board
from kamdesk.planning.checker import check
from kamdesk.planning.core import Core, CoreSearch, load_core
from kamdesk.planning.offers import offers, stand_still
from kamdesk.planning.problem import Fixed, Plan, Problem, Stop
from kamdesk.planning.search import Search
from kamdesk.planning.solving import solve


def each_week_alone(problem: Problem, plan: Plan, core: Core | None) -> float:
    """Travel a week if times could differ from week to week: weekdays and weeks as planned, each day at its best."""
    stops = {stop.id: stop for stop in problem.stops}
    total = 0.0
    for week, day in itertools.product(range(problem.cycle_weeks), problem.days):
        due = [
            replace(
                stop, every_weeks=1, promised=replace(stop.promised, first_week=0) if stop.promised else None
            )
            for slot in plan.slots
            if slot.weekday == day.weekday and week % (stop := stops[slot.id]).every_weeks == slot.first_week
        ]
        alone = replace(problem, cycle_weeks=1, days=(day,), stops=tuple(due))
        total += sum(solve(alone, iterations=400, core=core).travel)
    return total / problem.cycle_weeks


def cities(core: Core | None, count: int, long: float, steps: int | None) -> None:
    """The aims of the line on cities that the search was not made for."""
    limits = [{"seconds": limit} for limit in (1.0, long)]
    if steps:
        limits = [{"iterations": steps}, {"iterations": round(steps * long)}]
        print(f"\na second stands for {steps} steps")
    print("\nminutes of travel a week (left out)")
    print(
        "city  by hand    VROOM      regret-2   1 s        long       1 s ÷ regret-2  1 s ÷ long  times free  ÷"
    )
    rows: list[tuple[float | None, float | None, float]] = []
    for seed in range(1, count + 1):
        problem = city(seed)
        hand_left, hand = by_hand(problem)
        first = solve(problem, iterations=0, core=core)
        second, best = (solve(problem, core=core, **limit) for limit in limits)
        for plan in (first, second, best):
            assert check(problem, plan) == ()
        alone = each_week_alone(problem, second, core)
        week = [sum(plan.travel) / problem.cycle_weeks for plan in (first, second, best)]
        complete = not second.unserved
        to_first = week[1] / week[0] if complete and not first.unserved else None
        to_best = week[1] / week[2] if complete and not best.unserved else None
        rows.append((to_first, to_best, week[1] / alone))
        try:
            pairs_left, pairs = by_vroom(problem, append)
            peer = f"{pairs:.1f} ({pairs_left})"
        except ImportError:
            peer = "–"
        told = [f"{hand:.0f} ({hand_left})", peer]
        told += [f"{w:.1f} ({len(p.unserved)})" for w, p in zip(week, (first, second, best), strict=True)]
        shown = [*told, _share(to_first), _share(to_best), f"{alone:.1f}", f"{week[1] / alone:.3f}"]
        print(f"{seed:4}  " + "  ".join(f"{each:>10}" for each in shown), flush=True)
    for name, column in (("1 s ÷ regret-2", 0), ("1 s ÷ long", 1), ("same times ÷ times free", 2)):
        values = [row[column] for row in rows if row[column] is not None]
        if values:
            print(f"{name}: mean {statistics.fmean(values):.3f}, worst {max(values):.3f} of {len(values)}")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def core_and_python(core: Core | None) -> None:
    """Steps a second of processor, and the same plan from the same steps."""
    if core is None:
        print("\nno compiled core here: python tools/make_core.py")
        return
    board = make_board(city(1))
    rates = []
    for search, steps in (
        (Search(board, 1), 120),
        (CoreSearch(core, board, 1), 120),
        (CoreSearch(core, board, 1), 12_000),
    ):
        began = time.process_time()
        search.run(steps, 60.0, 30.0)
        rates.append((steps / (time.process_time() - began), search.best))
    same = "the same plan" if rates[0][1] == rates[1][1] else "ANOTHER PLAN"
    print(
        f"\nPython {rates[0][0]:.0f} steps/s, compiled {rates[2][0]:.0f}: {rates[2][0] / rates[0][0]:.0f} ×; {same}"
    )


def small(core: Core | None, cases: int = 20) -> None:
    """Cases of six to eight accounts, every plan of which is tried."""
    equal = whole = 0
    for seed in range(cases):
        chance = Random(seed)
        rhythms = [chance.choice([1, 1, 2]) for _ in range(6 + seed % 3)]
        problem = made(1000 + seed, rhythms, 1, cycle=2, days=2)
        board = make_board(problem)
        left, travel = best_of_all(board)
        plan = solve(problem, seconds=1.0 if core else 5.0, core=core)
        same = len(plan.unserved) == left and abs(sum(plan.travel) - travel) < 1e-6
        equal += same
        whole += left == 0
        if not same:
            print(
                f"case {seed}: found {sum(plan.travel):.3f} ({len(plan.unserved)}), best {travel:.3f} ({left})",
                flush=True,
            )
    print(f"\nsmall cases: {equal} of {cases} as by trying everything; {whole} of them have room for all")


def insert(core: Core | None) -> None:
    """One account more while everybody stays: every place, ranked."""
    took, places = [], []
    for seed in range(1, 6):
        problem = city(seed)
        plan = solve(problem, seconds=0.5, core=core)
        at = {slot.id: Fixed(slot.weekday, slot.time, slot.first_week) for slot in plan.slots}
        stops = [replace(stop, promised=at[stop.id]) for stop in problem.stops if stop.id in at]
        new = Stop(id="new", point=Point(30.69, 104.09), every_weeks=2, minutes=30)
        still = stand_still(replace(problem, stops=(*stops, new)))
        for _ in range(5):
            began = time.process_time()
            places.append(len(offers(still, len(stops))))
            took.append(time.process_time() - began)
    took_ms, found = 1000 * statistics.median(took), statistics.fmean(places)
    print(f"\ninsert one account: median {took_ms:.2f} ms of processor, {found:.0f} places")


def scale(core: Core | None) -> None:
    """From 20 to 500 accounts; from 120 on in a cycle of twelve weeks, or one rep could not see them all."""
    print("\naccounts  first plan s  left  1 s: left, min/week  10 s: left, min/week  ÷")
    for accounts in (20, 40, 60, 120, 250, 500):
        rhythms = [1, 2, 2, 4] if accounts <= 60 else [2, 4, 6, 12] if accounts <= 120 else [6, 12, 12, 12]
        problem = made(
            7, (rhythms * accounts)[:accounts], accounts // 8, cycle=4 if accounts <= 60 else 12, days=5
        )
        first, one, ten = (
            solve(problem, core=core, **limit)
            for limit in ({"iterations": 0}, {"seconds": 1.0}, {"seconds": 10.0})
        )
        weeks = problem.cycle_weeks
        told = [f"{len(p.unserved)}, {sum(p.travel) / weeks:.1f}" for p in (one, ten)]
        ratio = sum(one.travel) / sum(ten.travel)
        print(
            f"{accounts:8}  {first.seconds:12.2f}  {len(first.unserved):4}  {told[0]:>19}  {told[1]:>20}  {ratio:.3f}",
            flush=True,
        )


def parts(options: argparse.Namespace, core: Core | None) -> Iterator[tuple[str, Callable[[], None]]]:
    yield "core", lambda: core_and_python(core)
    yield "insert", lambda: insert(core)
    yield "cities", lambda: cities(core, options.cities, options.long, options.steps)
    yield "small", lambda: small(core)
    yield "scale", lambda: scale(core)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=("core", "insert", "cities", "small", "scale"))
    parser.add_argument("--cities", type=int, default=13)
    parser.add_argument("--long", type=float, default=30.0, metavar="SECONDS")
    parser.add_argument("--steps", type=int, help="so many instead of a second, on a machine with other work")
    parser.add_argument("--core", type=Path, help="another build of the compiled core")
    options = parser.parse_args()
    core = load_core(options.core)
    for name, part in parts(options, core):
        if options.only in (None, name):
            part()


if __name__ == "__main__":
    main()
