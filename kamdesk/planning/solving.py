"""From a problem to a plan: the search is run for a while, and what it found is shown to the checker."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from kamdesk.planning.board import Board, make_board
from kamdesk.planning.checker import Fault, check, travel_by_week
from kamdesk.planning.core import Core, core_search
from kamdesk.planning.problem import Plan, Problem, Slot
from kamdesk.planning.reasons import why_not
from kamdesk.planning.search import Search, Standing
from kamdesk.planning.timing import times

HOT, COLD = 0.03, 0.0002
"""What a step may cost and still be kept, in the beginning and at the end, as a share of the whole way."""
SECONDS = 2.0
"""How long is searched where nobody says."""
TURN = 0.03
"""Seconds from one look at the clock to the next; where steps are counted,"""
TURN_STEPS = 20
"""so many steps, since the cooling goes by turns and the plan must not hang on the clock."""

Progress = Callable[[float, float, int], None]
"""Told the share that is done, minutes of travel in the cycle, and how many stops have no place."""


class PlanBroken(Exception):
    """The search made a plan that the checker refuses: a fault of ours. Nothing was changed."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(", ".join(sorted({fault.code for fault in faults})))
        self.faults = tuple(faults)


class Searching(Protocol):
    """What the Python search and the compiled one have in common."""

    iterations: int

    @property
    def best(self) -> Standing: ...
    def run(self, steps: int, hot: float, cold: float) -> None: ...


def solve(
    problem: Problem,
    *,
    seed: int = 1,
    seconds: float | None = None,
    iterations: int | None = None,
    core: Core | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """A plan that the checker found good; the best there was when time, steps or patience ended.

    Seed and ``iterations`` decide the plan where ``seconds`` doesn't end it before. ``core`` is the compiled search;
    None: Python's. Raises PlanBroken where the checker refuses the plan.
    """
    began = time.perf_counter()
    board = make_board(problem)
    search: Searching = Search(board, seed) if core is None else core_search(core, board, seed)
    if seconds is None and iterations is None:
        seconds = SECONDS
    _search(search, began, seconds, iterations, progress, cancelled)
    plan = plan_of(board, search.best)
    plan = Plan(
        slots=plan.slots,
        unserved=plan.unserved,
        travel=plan.travel,
        seconds=time.perf_counter() - began,
        iterations=search.iterations,
        compiled=core is not None,
    )
    return checked(problem, plan)


def checked(problem: Problem, plan: Plan) -> Plan:
    """The plan itself. Raises PlanBroken where it breaks a rule."""
    faults = check(problem, plan)
    if faults:
        raise PlanBroken(faults)
    return plan


def _search(
    search: Searching,
    began: float,
    seconds: float | None,
    iterations: int | None,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    whole = search.best.cost
    turn = 1 if iterations is None else TURN_STEPS
    while not (cancelled and cancelled()):
        passed = time.perf_counter() - began
        done = 0.0
        if seconds is not None:
            done = passed / seconds if seconds > 0 else 1.0
        if iterations is not None:
            done = max(done, search.iterations / iterations if iterations else 1.0)
        if progress:
            progress(min(done, 1.0), search.best.cost, len(search.best.missing))
        if done >= 1:
            return
        steps = turn if iterations is None else min(turn, iterations - search.iterations)
        heat = whole * (HOT * (1 - done) ** 2 + COLD)
        before = time.perf_counter()
        search.run(steps, heat, heat)
        took = time.perf_counter() - before
        if iterations is None:
            turn = max(1, min(4 * turn, round(turn * TURN / max(took, 1e-6))))


def plan_of(board: Board, standing: Standing) -> Plan:
    """The plan that a state of the search stands for."""
    slots: dict[int, Slot] = {}
    for day, order in enumerate(standing.orders):
        begins = times(board, day, order)
        if begins is None:
            raise PlanBroken([Fault("late", weekday=board.days[day].weekday)])
        for option, begin in zip(order, begins, strict=True):
            chosen = board.options[option]
            stop = board.problem.stops[chosen.stop]
            slots[chosen.stop] = Slot(stop.id, board.days[day].weekday, begin, chosen.first_week)
    ordered = tuple(slots[stop] for stop in sorted(slots))
    return Plan(
        slots=ordered,
        unserved=tuple(why_not(board, standing.orders, stop) for stop in standing.missing),
        travel=travel_by_week(board.problem, ordered),
    )
