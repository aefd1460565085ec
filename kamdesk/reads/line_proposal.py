"""What a planned line would change: visits that begin, visits that move, and what it saves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kamdesk.planning.checker import START, Fault, Node, arrive, check, travel_by_week
from kamdesk.planning.core import Core
from kamdesk.planning.offers import Obstacle, Offer, Settled, frozen, obstacles, offers, settle, stand_still
from kamdesk.planning.problem import PROMISED_RANK, Plan, Problem, Slot, Unserved, Window
from kamdesk.planning.solving import Progress, solve
from kamdesk.reads.line_meanwhile import Meanwhile
from kamdesk.reads.line_problem import BookProblem


@dataclass(frozen=True, slots=True)
class Difference:
    """One visit of a proposal: ``was`` is None for one that begins."""

    stop: str
    was: Slot | None
    now: Slot


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line proposed: what differs, who has no place, travel of each week before and after."""

    differences: tuple[Difference, ...]
    unserved: tuple[Unserved, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    settled: Settled
    plan: Plan
    meanwhile: Meanwhile | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """Where one visit would go: ``offers`` touch nobody; ``obstacles`` are who would have to make room;
    ``with_others`` moves unpromised visits too.
    """

    offers: tuple[Offer, ...]
    obstacles: tuple[Obstacle, ...]
    with_others: Proposal | None


@dataclass(frozen=True, slots=True)
class Audit:
    """The line as it is: every rule that it breaks by the estimate, and its way in each week."""

    faults: tuple[Fault, ...]
    travel: tuple[float, ...]


Solve = Callable[[Problem], Plan]


def solver(
    *,
    seed: int,
    seconds: float | None,
    iterations: int | None,
    core: Core | None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solve:
    """How a problem of the book is solved."""

    def run(problem: Problem) -> Plan:
        return solve(
            problem,
            seed=seed,
            seconds=seconds,
            iterations=iterations,
            core=core,
            progress=progress,
            cancelled=cancelled,
        )

    return run


def standing(problem: Problem) -> tuple[Slot, ...]:
    """Where everything stands today."""
    return tuple(
        Slot(stop.id, fixed.weekday, fixed.time, fixed.first_week)
        for stop in problem.stops
        if (fixed := stop.promised or stop.now) is not None
    )


def audit(book: BookProblem) -> Audit:
    """What the estimate says of the line as it is."""
    slots = standing(book.problem)
    travel = travel_by_week(book.problem, slots)
    left = tuple(
        Unserved(stop.id, "no_place") for stop in book.problem.stops if not (stop.promised or stop.now)
    )
    return Audit(check(book.problem, Plan(slots=slots, unserved=left, travel=travel)), travel)


def propose(
    book: BookProblem,
    run: Solve,
    *,
    afresh: bool = False,
    longer: Mapping[tuple[str, str], float] | None = None,
) -> Proposal:
    """A line with everybody on it. Promises stay; what was not promised moves where that saves more than its price,
    or freely when the line is built ``afresh``. Where somebody would lose the visit that stands today, the whole line
    is kept as it is and only those who wait are brought in.

    ``longer``: by how many minutes the way between two accounts (or one and ``start``) has grown, in both directions.
    """
    settled = settle(book.problem)
    if longer:
        detoured = (_detoured(each, book, longer) for each in (settled.problem, settled.told))
        settled = replace(settled, **dict(zip(("problem", "told"), detoured, strict=True)))
    problem = weighed(settled.problem)
    if afresh:
        problem = replace(problem, change_price=0.0)
    plan = run(problem)
    if lost(problem, plan):
        plan = told_of_today(problem, run(frozen(problem)))
    return proposed(settled, plan, book.meanwhile)


def weighed(problem: Problem) -> Problem:
    """Nobody who stands today is left out for somebody who waits: whoever stands weighs as a promise does."""
    stops = tuple(replace(each, rank=PROMISED_RANK) if each.now else each for each in problem.stops)
    return replace(problem, stops=stops)


def told_of_today(problem: Problem, plan: Plan) -> Plan:
    """The plan beside a line that was kept as it is: what stands in the way is no promise where none was given."""
    promised = {stop.id for stop in problem.stops if stop.promised}

    def told(each: Unserved) -> Unserved:
        if each.code == "promises_in_way":
            return replace(each, code="visits_in_way")
        if each.code == "promise_in_way" and each.values["other"] not in promised:
            return replace(each, code="visit_in_way")
        return each

    return replace(plan, unserved=tuple(map(told, plan.unserved)))


def lost(problem: Problem, plan: Plan) -> bool:
    """Whether a visit that stands today has no place any more."""
    stands = {slot.id for slot in standing(problem)}
    return any(each.id in stands for each in plan.unserved)


def _detoured(problem: Problem, book: BookProblem, longer: Mapping[tuple[str, str], float]) -> Problem:
    places: dict[str, Node] = {stop.id: stop for stop in problem.stops if stop.point is not None}
    owner = {stop: book.accounts[stop].id for stop in places}
    owner["start"] = "start"
    places["start"] = START
    ways = dict(problem.minutes_between)
    usual = replace(problem, speeds={})
    for one, here in places.items():
        for two, there in places.items():
            extra = longer.get((owner[one], owner[two]), longer.get((owner[two], owner[one])))
            if extra is not None and one != two:
                ways[one, two] = arrive(usual, 0.0, here, there) + extra
    return replace(problem, minutes_between=ways)


def proposed(settled: Settled, plan: Plan, meanwhile: Meanwhile | None) -> Proposal:
    """A plan beside the line as it stands, ``meanwhile`` what stands until it does."""
    was = {slot.id: slot for slot in standing(settled.problem)}
    differences = tuple(
        Difference(slot.id, was.get(slot.id), slot) for slot in plan.slots if was.get(slot.id) != slot
    )
    before, after = (travel_by_week(settled.told, slots) for slots in (was.values(), plan.slots))
    return Proposal(differences, plan.unserved, before, after, settled, plan, meanwhile)


def rank_places(book: BookProblem, stop: str, run: Solve | None, windows: Sequence[Window] = ()) -> Ranked:
    """The places of one visit, of a new account or of one that asks to move.

    ``windows`` are the times that the customer asks for (none: its hours). ``run`` tries whether others, who were
    promised nothing, should make room.
    """
    settled = settle(book.problem)
    stops = tuple(
        replace(each, promised=None, now=None, windows=tuple(windows) or each.windows)
        if each.id == stop
        else each
        for each in settled.problem.stops
    )
    problem = weighed(replace(settled.problem, stops=stops))
    still = stand_still(problem)
    number = next(n for n, each in enumerate(stops) if each.id == stop)
    found = offers(still, number)
    together = None
    if run is not None:
        plan = run(problem)
        if not lost(problem, plan) and all(each.id != stop for each in plan.unserved):
            together = proposed(settled, plan, book.meanwhile)
    return Ranked(tuple(found), () if found else tuple(obstacles(still, number)), together)
