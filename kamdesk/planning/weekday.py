"""One weekday of a plan under search: its order over all weeks, and where one more visit would go."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kamdesk.planning.board import EPS, Board
from kamdesk.planning.problem import MARK
from kamdesk.planning.timing import State, advance, drive, earliest, first_states, home, walk

Candidate = tuple[float, int, int]
"""What it adds, the place in the order, the option."""


class Weekday:
    """The order of options on a day, with what is known about each place in it.

    ``states[i]`` are the states before place ``i``; for each place and week ``before`` and ``after`` are the nodes
    between which it lies, ``late`` is when the visit ``next`` must begin at the latest, lunch not counted.
    """

    def __init__(self, board: Board, number: int) -> None:
        self.board = board
        self.number = number
        self.order: list[int] = []
        self.refresh()

    def refresh(self) -> None:
        """Works everything out anew for the order as it is."""
        board, order = self.board, self.order
        day = board.days[self.number]
        at, states, used = [board.start] * board.weeks, first_states(board, day), 0
        self.states: list[list[State]] = [states]
        self.before: list[list[int]] = [at[:]]
        for option in order:
            states = advance(board, day, states, at, option)
            walk(board, at, option)
            used |= board.options[option].mask
            self.states.append(states)
            self.before.append(at[:])
        self.used = used
        self.early = [
            [min(state.ready[week] for state in states) for week in range(board.weeks)] if states else []
            for states in self.states
        ]
        self._look_back()

    def _look_back(self) -> None:
        board, order = self.board, self.order
        day = board.days[self.number]
        fastest = max(board.rates, default=1.0)
        late, following, after = (
            [day.ends] * board.weeks,
            [board.end] * board.weeks,
            [board.end] * board.weeks,
        )
        self.late, self.following, self.after = [late[:]], [following[:]], [after[:]]
        for option in reversed(order):
            chosen = board.options[option]
            stop = chosen.stop
            limit = min(late[week] - board.ways[stop][following[week]] / fastest for week in chosen.weeks)
            begin = _latest(chosen.spans, limit - board.minutes[stop])
            for week in chosen.weeks:
                late[week], following[week] = begin, stop
                if board.placed[stop]:
                    after[week] = stop
            self.late.append(late[:])
            self.following.append(following[:])
            self.after.append(after[:])
        self.late.reverse()
        self.following.reverse()
        self.after.reverse()
        self.fastest = fastest

    def put(self, option: int, place: int) -> None:
        """Puts an option in, where it stands, and brings the order into that of time.

        Visits of different weeks may stand in any order; left as it came, a later one in front of an earlier one would
        keep out whoever has to come between them.
        """
        self.order.insert(place, option)
        self.refresh()
        state = home(self.board, self.board.days[self.number], self.states[-1], self.before[-1], self.used)
        begins: list[float] = []
        while state is not None and state.before is not None:
            begins.append(state.time)
            state = state.before
        by_time = [
            each for _, each in sorted(zip(begins[::-1], self.order, strict=False), key=lambda pair: pair[0])
        ]
        if len(by_time) == len(self.order) and by_time != self.order:
            self.order = by_time
            self.refresh()

    def travel(self) -> float:
        """Minutes on the road on this day, all weeks together."""
        board, total = self.board, 0.0
        at = [board.start] * board.weeks
        for option in self.order:
            chosen = board.options[option]
            if board.placed[chosen.stop]:
                for week in chosen.weeks:
                    total += board.ways[at[week]][chosen.stop]
                    at[week] = chosen.stop
        for node in at:
            if node != board.start:
                total += board.ways[node][board.end]
        return total

    def detour(self, place: int, node: int, weeks: Sequence[int]) -> float:
        """How much longer the way gets when ``node`` is visited at ``place`` in these weeks."""
        ways, start = self.board.ways, self.board.start
        before, after = self.before[place], self.after[place]
        total = 0.0
        for week in weeks:
            one, two = before[week], after[week]
            total += ways[one][node] + ways[node][two]
            if one != start or two != start + 1:
                total -= ways[one][two]
        return total

    def saving(self, place: int) -> float:
        """How much shorter the way gets without the visit at ``place``."""
        chosen = self.board.options[self.order[place]]
        if not self.board.placed[chosen.stop]:
            return 0.0
        ways, start = self.board.ways, self.board.start
        before, after = self.before[place], self.after[place + 1]
        total = 0.0
        for week in chosen.weeks:
            one, two = before[week], after[week]
            total += ways[one][chosen.stop] + ways[chosen.stop][two]
            if one != start or two != start + 1:
                total -= ways[one][two]
        return total

    def may_stand(self, option: int, place: int) -> bool:
        """Whether it is not ruled out at a glance: by the earliest before and the latest after, lunch not counted."""
        board = self.board
        chosen = board.options[option]
        stop, placed = chosen.stop, board.placed[chosen.stop]
        early, before = self.early[place], self.before[place]
        if not early:
            return False
        arrival = 0.0
        for week in chosen.weeks:
            way = board.ways[before[week]][stop] if placed else 0.0
            there = drive(board.rates, early[week], way)
            if there > arrival:
                arrival = there
        begin = earliest(chosen.spans, arrival)
        if begin is None:
            return False
        ready = begin + board.minutes[stop] - EPS
        late, following = self.late[place], self.following[place]
        return all(
            ready + board.ways[stop][following[week]] / self.fastest <= late[week] for week in chosen.weeks
        )

    def stands(self, option: int, place: int) -> bool:
        """Whether the order can be kept with ``option`` at ``place``."""
        return self._walked(option, place) is not None

    def begins(self, option: int, place: int) -> float | None:
        """When the visit would begin at ``place``; None where it doesn't stand there."""
        state = self._walked(option, place)
        for _ in self.order[place:]:
            state = state.before if state is not None else None
        return None if state is None else state.time

    def _walked(self, option: int, place: int) -> State | None:
        """The state in which the day ends, from the place on walked anew."""
        board = self.board
        day = board.days[self.number]
        at = self.before[place][:]
        states = self.states[place]
        for each in (option, *self.order[place:]):
            states = advance(board, day, states, at, each)
            if not states:
                return None
            walk(board, at, each)
        return home(board, day, states, at, self.used | board.options[option].mask)


def _latest(spans: Sequence[tuple[float, float]], limit: float) -> float:
    found = spans[0][0]
    for low, high in spans:
        begin = high if high <= limit + EPS else math.floor((limit + EPS) / MARK) * float(MARK)
        if begin >= low:
            found = max(found, begin)
    return found
