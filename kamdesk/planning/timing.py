"""The times of one weekday whose visits stand in a given order: one time for each slot, kept in every week.

Each week drives the visits that fall into it. A slot's time is the latest arrival over its weeks, on the next mark.
Where lunch is had may differ from week to week, and an early lunch here may cost less than a late one there; so what
is kept while the order is walked is a handful of **states**, none of them better than another in every week.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kamdesk.planning.board import EPS, Board, DayBounds, Spans
from kamdesk.planning.problem import MARK

MOST_STATES = 16
HOUR = 60.0


@dataclass(slots=True)
class State:
    """``ready`` for each week: when the last visit ended. ``rested``: the weeks (bits) whose lunch is over.

    ``time`` is that of the slot walked last, ``before`` the state it came from.
    """

    ready: list[float]
    rested: int
    time: float = 0.0
    before: State | None = None


def first_states(board: Board, day: DayBounds) -> list[State]:
    """At home, before the day begins."""
    return [State([day.begins] * board.weeks, 0 if day.rest else (1 << board.weeks) - 1)]


def drive(rates: Sequence[float], ready: float, way: float) -> float:
    """When one arrives who leaves at ``ready`` for a way of so many minutes at the usual speed."""
    if not rates:
        return ready + way
    now, left = ready, way
    while left > 0:
        hour = math.floor(now / HOUR)
        rate = rates[min(hour, 23)]
        until = (hour + 1) * HOUR
        if hour >= 23 or left <= (until - now) * rate:
            return now + left / rate
        left -= (until - now) * rate
        now = until
    return now


def earliest(spans: Spans, ready: float) -> float | None:
    """The first beginning that is not before ``ready``."""
    for low, high in spans:
        begin = low if ready <= low + EPS else math.ceil((ready - EPS) / MARK) * float(MARK)
        if begin <= high:
            return begin
    return None


def advance(
    board: Board, day: DayBounds, states: Sequence[State], at: Sequence[int], option: int
) -> list[State]:
    """The states after one more visit. ``at`` is the node at which each week is."""
    chosen = board.options[option]
    stop, length = chosen.stop, board.minutes[chosen.stop]
    placed, rates = board.placed[stop], board.rates
    found: list[State] = []
    for state in states:
        arrival = 0.0
        waiting: list[tuple[int, float]] = []
        late = False
        for week in chosen.weeks:
            ready = state.ready[week]
            way = board.ways[at[week]][stop] if placed else 0.0
            there = drive(rates, ready, way)
            arrival = max(arrival, there)
            if not state.rested >> week & 1:
                fed = _after_lunch(day, rates, ready, there, way)
                if fed is None:
                    late = True
                    break
                waiting.append((week, fed))
        time = None if late else earliest(chosen.spans, arrival)
        while time is not None:
            rested, missed, later = state.rested, False, math.inf
            for week, fed in waiting:
                if fed <= time + EPS:
                    rested |= 1 << week
                else:
                    missed = missed or max(time + length, day.rest_from) + day.rest > day.rest_to + EPS
                    later = min(later, fed)
            if not missed:
                ready_then = state.ready[:]
                for week in chosen.weeks:
                    ready_then[week] = time + length
                _keep(found, State(ready_then, rested, time, state))
            if later == math.inf:
                break
            time = earliest(chosen.spans, max(arrival, later))
    return found


def _after_lunch(
    day: DayBounds, rates: Sequence[float], ready: float, there: float, way: float
) -> float | None:
    """When one is there and has had lunch, after the drive or, if that is too late, before it."""
    begin = max(there, day.rest_from)
    if begin + day.rest <= day.rest_to + EPS:
        return begin + day.rest
    begin = max(ready, day.rest_from)
    if begin + day.rest <= day.rest_to + EPS:
        return drive(rates, begin + day.rest, way)
    return None


def _keep(states: list[State], new: State) -> None:
    """Adds a state that no other is better than, and drops those that it is better than."""
    if any(_as_good(old, new) for old in states):
        return
    states[:] = [old for old in states if not _as_good(new, old)]
    if len(states) < MOST_STATES:
        states.append(new)


def _as_good(one: State, two: State) -> bool:
    if two.rested & ~one.rested:
        return False
    return all(a <= b for a, b in zip(one.ready, two.ready, strict=True))


def home(board: Board, day: DayBounds, states: Sequence[State], at: Sequence[int], used: int) -> State | None:
    """The first state from which everybody is home in time, and has had lunch, in the weeks ``used`` (bits)."""
    for state in states:
        for week in range(board.weeks):
            if not used >> week & 1:
                continue
            ready = state.ready[week]
            way = 0.0 if at[week] == board.start else board.ways[at[week]][board.end]
            there = drive(board.rates, ready, way)
            if there > day.ends + EPS:
                break
            if state.rested >> week & 1 or max(there, day.rest_from) + day.rest <= day.rest_to + EPS:
                continue
            begin = max(ready, day.rest_from) + day.rest
            if begin > day.rest_to + EPS or drive(board.rates, begin, way) > day.ends + EPS:
                break
        else:
            return state
    return None


def times(board: Board, day: int, order: Sequence[int]) -> list[float] | None:
    """The time of each option of ``order``; None where the order can't be kept."""
    bounds = board.days[day]
    states, at, used = first_states(board, bounds), [board.start] * board.weeks, 0
    for option in order:
        states = advance(board, bounds, states, at, option)
        walk(board, at, option)
        used |= board.options[option].mask
    last = home(board, bounds, states, at, used)
    if last is None:
        return None
    found: list[float] = []
    while last.before is not None:
        found.append(last.time)
        last = last.before
    return found[::-1]


def walk(board: Board, at: list[int], option: int) -> None:
    """Moves the weeks of ``option`` to where it is; a stop without a place moves nobody."""
    chosen = board.options[option]
    if board.placed[chosen.stop]:
        for week in chosen.weeks:
            at[week] = chosen.stop
