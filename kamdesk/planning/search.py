"""Large-neighbourhood search in readable Python: the reference that the compiled core is compared with, step by step.

A step takes some visits out and puts them back another way. What is worse is kept now and then, the less often the
cooler it is. Visits left out count first, by rank; then minutes on the road.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kamdesk.planning import removing
from kamdesk.planning.board import Board, far_enough
from kamdesk.planning.chance import Chance
from kamdesk.planning.weekday import Candidate, Weekday

NOWHERE = 1e5
"""What counts as the second best place of a stop that has one place only."""
BLINK = 0.02
"""The share of places that a greedy insertion overlooks, so that it doesn't end in the same plan each time."""
REGRET_MOST = 150
"""Above so many stops the first plan is made greedily."""
ASTRAY_MOST = 300
"""For so many steps a plan is followed that leaves out more than the best."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan at a moment of the search: the order of options of each day, what is left out, what it costs."""

    orders: tuple[tuple[int, ...], ...]
    missing: tuple[int, ...]
    rank: int
    cost: float


class Search:
    """A plan that gets better with every `run`; ``best`` is the best so far."""

    def __init__(self, board: Board, seed: int, orders: Sequence[Sequence[int]] = ()) -> None:
        self.board = board
        self.chance = Chance(seed)
        self.days = [Weekday(board, number) for number in range(len(board.days))]
        self.place: list[int] = [-1] * len(board.minutes)  # the option of each stop
        self.absences = [1] * len(board.minutes)
        self.near = removing.neighbours(board)
        self.iterations = 0
        self._astray = 0
        self._freed: list[int] = []
        self._waiting: set[int] = set()
        for day, order in zip(self.days, orders, strict=False):
            day.order = list(order)
            day.refresh()
            for option in order:
                self.place[board.options[option].stop] = option
        self._build()
        self.now = self.best = self._standing()

    def run(self, steps: int, hot: float, cold: float) -> None:
        """So many steps, cooling from ``hot`` to ``cold`` minutes."""
        for step in range(steps):
            self._astray = self._astray + 1 if self.now.rank > self.best.rank else 0
            if self._astray > ASTRAY_MOST:
                self._go_to(self.best)
            self._step(hot + (cold - hot) * step / steps)
        self.iterations += steps

    # the first plan

    def _build(self) -> None:
        board = self.board
        missing = [stop for stop, option in enumerate(self.place) if option < 0]
        first = [stop for stop in missing if board.fixed[stop]]
        first.sort(key=lambda stop: (-board.rank[stop], self._begin(stop), stop))
        for stop in first:
            self._insert_greedily([stop], 0.0)
        rest = [stop for stop in missing if not board.fixed[stop]]
        if len(rest) <= REGRET_MOST:
            self._insert_by_regret(rest, 0.0)
        else:
            self._insert_greedily(removing.by_choices(board, rest), 0.0)

    def _begin(self, stop: int) -> float:
        chosen = [self.board.options[option] for day in self.board.options_of[stop] for option in day]
        return min((option.spans[0][0] for option in chosen), default=0.0)

    # one step

    def _step(self, heat: float) -> None:
        chance, before = self.chance, self.now
        taken = removing.choose(self, before)
        touched: set[int] = set()
        for stop in taken:
            option = self.place[stop]
            day = self.board.options[option].day
            self.days[day].order.remove(option)
            self.place[stop] = -1
            touched.add(day)
        for day in sorted(touched):
            self.days[day].refresh()
        self._freed, self._waiting = sorted(touched), set(before.missing)
        pool = [*before.missing, *taken]
        share = chance.share()
        if share < 0.25:
            touched |= self._insert_by_regret(pool, 20.0 * chance.share() if chance.share() < 0.5 else 0.0)
        else:
            touched |= self._insert_greedily(self._queue(pool, share), BLINK)
        after = self._standing()
        if self._better(after, before, heat):
            self.now = after
        else:
            self._go_back(before, touched)
        for stop in after.missing:
            self.absences[stop] += 1
        if (after.rank, after.cost) < (self.best.rank, self.best.cost - 1e-9):
            self.best = after

    def _queue(self, pool: list[int], share: float) -> list[int]:
        """In which order they are put back. What was often left out goes first half of the time."""
        board = self.board
        keyed = [(self.chance.share(), stop) for stop in pool]
        if share < 0.45:
            queue = [stop for _, stop in sorted(keyed)]
        elif share < 0.65:
            queue = removing.by_choices(board, [stop for _, stop in sorted(keyed)])
        elif share < 0.85:
            queue = sorted(pool, key=lambda stop: -self._visits(stop))
        else:
            queue = sorted(pool, key=lambda stop: -board.ways[board.start][stop])
        if any(self.absences[stop] > 1 for stop in pool) and self.chance.share() < 0.5:
            queue.sort(key=lambda stop: -self.absences[stop])
        return queue

    def _visits(self, stop: int) -> int:
        return max(
            (len(self.board.options[o].weeks) for day in self.board.options_of[stop] for o in day), default=0
        )

    def _better(self, after: Standing, before: Standing, heat: float) -> bool:
        if after.rank != before.rank:
            if after.rank < before.rank:
                return True
            return sum(self.absences[s] for s in after.missing) < sum(
                self.absences[s] for s in before.missing
            )
        return after.cost < before.cost - heat * math.log(self.chance.share() + 1e-12)

    def _go_to(self, standing: Standing) -> None:
        self._go_back(standing, set(range(len(self.days))))
        self.now = standing

    def _go_back(self, standing: Standing, touched: set[int]) -> None:
        for number in sorted(touched):
            for option in self.days[number].order:
                self.place[self.board.options[option].stop] = -1
        for number in sorted(touched):
            self.days[number].order = list(standing.orders[number])
            self.days[number].refresh()
            for option in standing.orders[number]:
                self.place[self.board.options[option].stop] = option

    def _standing(self) -> Standing:
        board = self.board
        missing = tuple(stop for stop, option in enumerate(self.place) if option < 0)
        cost = 0.0
        for day in self.days:
            cost += day.travel()
        for option in self.place:
            if option >= 0:
                cost += board.options[option].price
        rank = sum(1 << 16 * board.rank[stop] for stop in missing)
        return Standing(tuple(tuple(day.order) for day in self.days), missing, rank, cost)

    # putting in

    def _candidates(self, stop: int, day: int, noise: float, blink: float) -> list[Candidate]:
        board, weekday, found = self.board, self.days[day], []
        for option in board.options_of[stop][day]:
            chosen = board.options[option]
            if any(
                self.place[mate] >= 0 and not far_enough(board, option, self.place[mate], need)
                for mate, need in board.mates[stop]
            ):
                continue
            for place in range(len(weekday.order) + 1):
                if place and not board.options[weekday.order[place - 1]].mask & chosen.mask:
                    continue  # as good as the place before it
                if not weekday.may_stand(option, place):
                    continue
                if blink and self.chance.share() < blink:
                    continue
                adds = chosen.price
                if board.placed[stop]:
                    adds += weekday.detour(place, stop, chosen.weeks)
                if noise:
                    adds += noise * self.chance.share()
                found.append((adds, place, option))
        return found

    def _first_that_stands(self, candidates: list[Candidate]) -> Candidate | None:
        for candidate in sorted(candidates, key=lambda each: each[0]):
            _, place, option = candidate
            if self.days[self.board.options[option].day].stands(option, place):
                return candidate
        return None

    def _put(self, candidate: Candidate) -> int:
        _, place, option = candidate
        chosen = self.board.options[option]
        self.days[chosen.day].put(option, place)
        self.place[chosen.stop] = option
        return chosen.day

    def _days_for(self, stop: int) -> Sequence[int]:
        """Where there may be room: who was left out before this step only finds some on days that were touched."""
        if stop in self._waiting and not self.board.mates[stop]:
            return self._freed
        return range(len(self.days))

    def _insert_greedily(self, queue: Sequence[int], blink: float) -> set[int]:
        touched = set()
        for stop in queue:
            candidates = []
            for day in self._days_for(stop):
                candidates += self._candidates(stop, day, 0.0, blink)
            best = self._first_that_stands(candidates)
            if best is not None:
                touched.add(self._put(best))
        return touched

    def _insert_by_regret(self, pool: Sequence[int], noise: float) -> set[int]:
        """First the stop that would lose most by going to its second best day."""
        left, touched = list(pool), set()
        known: dict[tuple[int, int], Candidate | None] = {}

        def look(stop: int, day: int) -> None:
            known[stop, day] = self._first_that_stands(self._candidates(stop, day, noise, 0.0))

        for stop in left:
            for day in self._days_for(stop):
                look(stop, day)
        while True:
            chosen: tuple[float, float, int, Candidate] | None = None
            for stop in left:
                best, second = None, NOWHERE
                for day in range(len(self.days)):
                    found = known.get((stop, day))
                    if found is None:
                        continue
                    if best is None or found[0] < best[0]:
                        second = best[0] if best is not None else NOWHERE
                        best = found
                    elif found[0] < second:
                        second = found[0]
                if best is None:
                    continue
                regret = second - best[0]
                if chosen is None or regret > chosen[0] or (regret == chosen[0] and best[0] < chosen[1]):
                    chosen = regret, best[0], stop, best
            if chosen is None:
                return touched
            day = self._put(chosen[3])
            touched.add(day)
            left.remove(chosen[2])
            mates = {mate for mate, _ in self.board.mates[chosen[2]]}
            for stop in left:
                open_ = self._days_for(stop)
                for each in open_ if stop in mates else (day,):
                    if each in open_:
                        look(stop, each)
