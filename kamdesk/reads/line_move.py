"""A customer asks for another time: where its visit may go, what each place costs, whom else it touches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kamdesk.planning.offers import (
    Crowd,
    Obstacle,
    Settled,
    Standstill,
    crowd,
    obstacles,
    offers,
    settle,
    stand_still,
)
from kamdesk.planning.problem import MARK, Fixed, Plan, Problem, Slot, Stop, Unserved, Window
from kamdesk.planning.reasons import why_not
from kamdesk.planning.solving import PlanBroken
from kamdesk.reads.line_meanwhile import Meanwhile
from kamdesk.reads.line_parts import part
from kamdesk.reads.line_problem import BookProblem
from kamdesk.reads.line_proposal import Proposal, Solve, lost, proposed, told_of_today, weighed

MOST_OPTIONS, MOST_ALONE = 12, 9
MOST_A_DAY = 4
LEAST = 15
"""Minutes by which another time of the same weekday differs at least."""
MOST_MOVED = 6
"""So many visits are tried as the one that makes room."""


@dataclass(frozen=True, slots=True)
class MoveOption:
    """One place for the visit, as a proposal that passed the checker. ``travel`` is how many minutes a week the way
    gets longer, in the mean of the cycle; ``touched`` are the visits of others that move with it.
    """

    slot: Slot
    travel: float
    touched: tuple[str, ...]
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Whom one would have to ask so that the visit could go to ``then``; ``to`` is where the other would go, with the
    least change; None where it would lose its visit.
    """

    other: str
    promised: bool
    was: Slot
    to: Slot | None
    then: Slot


@dataclass(frozen=True, slots=True)
class MoveFound:
    """``options`` are as wished, the best first; where there is none, ``besides`` are not as wished, ``requests`` say
    who stands in the way, the smallest request first; where no single one does, ``crowd`` names those who do together,
    and ``why`` what keeps the visit from moving at all.
    """

    stop: str
    was: Slot
    options: tuple[MoveOption, ...]
    besides: tuple[MoveOption, ...]
    requests: tuple[MoveRequest, ...]
    crowd: Crowd | None
    why: Unserved | None
    today: Proposal
    """The line as it stands, with nothing changed."""


def move_options(
    book: BookProblem, stop: str, run: Solve | None, windows: Sequence[Window] = ()
) -> MoveFound:
    """What can be offered to the customer of ``stop``, who asks for one of ``windows`` (none: any other time).

    ``run`` tries whether several others, who were promised nothing, should make room together.
    """
    settled = settle(book.problem)
    asked = next(each for each in settled.problem.stops if each.id == stop)
    fixed = asked.promised or asked.now
    assert fixed is not None
    was = Slot(stop, fixed.weekday, fixed.time, fixed.first_week)
    wished = replace(asked, promised=None, now=None, windows=tuple(windows) or asked.windows)
    wanting = _Wanting(settled, wished, was, book.meanwhile, asked=bool(windows))
    found = wanting.options(run)
    besides: list[MoveOption] = []
    requests: tuple[MoveRequest, ...] = ()
    together, why = None, None
    if not found:
        if windows:
            anyhow = replace(wished, windows=asked.windows)
            besides = _Wanting(settled, anyhow, was, book.meanwhile, asked=False).options(None)
        requests = wanting.requests()
        together = None if requests else wanting.crowd()
        why = None if requests or together else wanting.why()
    return MoveFound(stop, was, tuple(found), tuple(besides), requests, together, why, wanting.proposal({}))


class _Wanting:
    """The line without the visit that is to move, everything else where it is."""

    def __init__(
        self, settled: Settled, wished: Stop, was: Slot, meanwhile: Meanwhile | None, *, asked: bool
    ) -> None:
        self._asked, self._meanwhile = asked, meanwhile
        self._stop, self._was = wished.id, was
        problem = settled.problem
        self._problem = weighed(replace(problem, stops=_with(problem.stops, wished)))
        stands = Fixed(was.weekday, was.time, was.first_week)
        # For the checker the visit stands where it stood, free to leave, in the times that are asked for.
        self._settled = replace(
            settled, problem=replace(problem, stops=_with(problem.stops, replace(wished, now=stands)))
        )
        self._still = stand_still(self._problem)
        self._number = [each.id for each in self._problem.stops].index(wished.id)
        self._obstacles = obstacles(self._still, self._number)

    def proposal(self, now: dict[str, Slot]) -> Proposal:
        """Today's line with these slots in the place of theirs."""
        today = [
            Slot(s.id, fixed.weekday, fixed.time, fixed.first_week)
            for s in self._settled.problem.stops
            if (fixed := s.promised or s.now) is not None
        ]
        slots = tuple(now.get(slot.id, slot) for slot in today)
        return proposed(self._settled, Plan(slots=slots, unserved=(), travel=()), self._meanwhile)

    def options(self, run: Solve | None) -> list[MoveOption]:
        """Every place that the checker finds good: who touches few and lengthens the way little first."""
        found: list[MoveOption] = []
        days: dict[int, int] = {}
        for offer in offers(self._still, self._number):
            if self._is_today(offer.slot) or days.get(offer.slot.weekday, 0) >= MOST_A_DAY:
                continue
            days[offer.slot.weekday] = days.get(offer.slot.weekday, 0) + 1
            found += self._option({self._stop: offer.slot})
            if len(found) >= MOST_ALONE:
                break
        found += self._with_one_other()
        if run is not None:
            found += self._with_others(run)
        # To one place there are several ways: the one that costs least is offered.
        best = {each.slot: each for each in sorted(found, key=self._cost, reverse=True)}
        return sorted(best.values(), key=self._cost)[:MOST_OPTIONS]

    def _is_today(self, slot: Slot) -> bool:
        """Whether a place is as good as the present one: where nothing is asked for, a few minutes are no change."""
        was = self._was
        same = (slot.weekday, slot.first_week) == (was.weekday, was.first_week)
        return same and abs(slot.time - was.time) < (MARK if self._asked else LEAST)

    def _cost(self, option: MoveOption) -> tuple[int, float, int, float]:
        """Whoever touches few comes first, then what lengthens the way least."""
        return len(option.touched), option.travel, option.slot.weekday, option.slot.time

    def _with_one_other(self) -> list[MoveOption]:
        """One visit that was promised nothing makes room, and goes where it costs least."""
        found: list[MoveOption] = []
        free = [each for each in self._obstacles if not each.promised]
        for each in sorted(free, key=lambda each: each.offer.travel)[:MOST_MOVED]:
            if self._is_today(each.offer.slot):
                continue
            for offer in self._places_of(each)[:1]:
                found += self._option({self._stop: each.offer.slot, each.id: offer})
        return found

    def _with_others(self, run: Solve) -> list[MoveOption]:
        try:
            plan = run(self._problem)
        except PlanBroken:
            return []
        if lost(self._problem, plan) or any(each.id == self._stop for each in plan.unserved):
            return []
        return self._option({slot.id: slot for slot in plan.slots})

    def _option(self, now: dict[str, Slot]) -> list[MoveOption]:
        proposal = self.proposal(now)
        touched = tuple(each.stop for each in proposal.differences if each.stop != self._stop)
        slot = now.get(self._stop)
        if slot is None or self._is_today(slot):
            return []
        if part(proposal, [each.stop for each in proposal.differences]).faults:
            return []
        travel = (sum(proposal.after) - sum(proposal.before)) / self._problem.cycle_weeks
        return [MoveOption(slot, travel, touched, proposal)]

    def _places_of(self, obstacle: Obstacle) -> list[Slot]:
        """Where the other may go once the visit stands in its way, the cheapest first."""
        still, number = self._without(obstacle)
        return [] if still.outside else [offer.slot for offer in offers(still, number)]

    def _without(
        self, obstacle: Obstacle, windows: tuple[Window, ...] | None = None
    ) -> tuple[Standstill, int]:
        put = obstacle.offer.slot
        stops = []
        for each in self._problem.stops:
            if each.id == self._stop:
                each = replace(each, promised=Fixed(put.weekday, put.time, put.first_week))
            elif each.id == obstacle.id:
                each = replace(each, promised=None, now=None, windows=windows or each.windows)
            stops.append(each)
        still = stand_still(replace(self._problem, stops=tuple(stops)))
        return still, [each.id for each in stops].index(obstacle.id)

    def requests(self) -> tuple[MoveRequest, ...]:
        """Who stands in the way, one at a time: the least change first, promised or not."""
        found = []
        for each in sorted(self._obstacles, key=lambda each: (each.promised, each.offer.travel))[:MOST_MOVED]:
            if self._is_today(each.offer.slot):
                continue
            other = next(stop for stop in self._problem.stops if stop.id == each.id)
            fixed = other.promised or other.now
            assert fixed is not None
            was = Slot(other.id, fixed.weekday, fixed.time, fixed.first_week)
            to = min(self._near(each, other, was), key=lambda slot: _shift(was, slot), default=None)
            key = to is None, _shift(was, to) if to else (0, 0, 0.0), each.promised, each.offer.travel
            found.append((key, MoveRequest(each.id, each.promised, was, to, each.offer.slot)))
        return tuple(request for _, request in sorted(found, key=lambda each: each[0]))

    def _near(self, obstacle: Obstacle, other: Stop, was: Slot) -> Iterable[Slot]:
        """Places for the other: of its own weekday also the latest ones before its time, which no gap begins with."""
        yield from self._places_of(obstacle)
        for shift in (15.0, 30.0, 60.0):
            narrow = _within(other, was, shift)
            if narrow:
                still, number = self._without(obstacle, narrow)
                near = [] if still.outside else [offer.slot for offer in offers(still, number)]
                yield from near
                if near:
                    return

    def crowd(self) -> Crowd | None:
        """Who stands in the way together."""
        return crowd(self._still, self._number)

    def why(self) -> Unserved:
        """What keeps the visit from going anywhere."""
        still = self._still
        unserved = why_not(still.board, [day.order for day in still.days], self._number)
        plan = Plan(slots=(), unserved=(unserved,), travel=())
        return told_of_today(self._settled.problem, plan).unserved[0]


def _with(stops: Iterable[Stop], one: Stop) -> tuple[Stop, ...]:
    return tuple(one if each.id == one.id else each for each in stops)


def _shift(was: Slot, to: Slot) -> tuple[int, int, float]:
    """How much of a change it is: another weekday is more than another week, that more than another hour."""
    return int(was.weekday != to.weekday), int(was.first_week != to.first_week), abs(was.time - to.time)


def _within(other: Stop, was: Slot, shift: float) -> tuple[Window, ...]:
    """The times of its own weekday that lie no more than ``shift`` minutes from its present one."""
    low, high = was.time - shift, was.time + other.minutes + shift
    if not other.windows:
        return (Window(was.weekday, max(0.0, low), min(1440.0, high)),)
    return tuple(
        Window(was.weekday, max(low, each.begins), min(high, each.ends))
        for each in other.windows
        if each.weekday == was.weekday and min(high, each.ends) - max(low, each.begins) >= other.minutes
    )


def asked_windows(
    problem: Problem, weekday: int | None, begins: float | None, ends: float | None
) -> tuple[Window, ...]:
    """The times that the customer asks for, within the rep's hours; none where nothing is asked for or left of it."""
    if weekday is None and begins is None and ends is None:
        return ()
    found = []
    for day in problem.days:
        low = day.begins if begins is None else max(day.begins, begins)
        high = day.ends if ends is None else min(day.ends, ends)
        if weekday in (None, day.weekday) and low < high:
            found.append(Window(day.weekday, low, high))
    return tuple(found)
