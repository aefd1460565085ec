"""What a step of the search takes out: neighbours, any, the dearest, stretches of a day, a rhythm, who is in a way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kamdesk.planning.board import Board

if TYPE_CHECKING:
    from kamdesk.planning.search import Search, Standing

NEAR = 60


def neighbours(board: Board) -> list[list[int]]:
    """For each stop the nearest others, nearest first; those without a place are near to nobody."""
    stops = range(len(board.minutes))
    near = []
    for one in stops:
        others = [two for two in stops if two != one and board.placed[one] and board.placed[two]]
        others.sort(key=lambda two: board.ways[one][two] + board.ways[two][one])
        near.append(others[:NEAR])
    return near


def by_choices(board: Board, stops: Sequence[int]) -> list[int]:
    """Those with the least time to begin in first."""

    def room(stop: int) -> float:
        total = 0.0
        for day in board.options_of[stop]:
            for number in day:
                for low, high in board.options[number].spans:
                    total += high - low + 5.0
        return total

    return sorted(stops, key=room)


def choose(search: Search, now: Standing) -> list[int]:
    """The stops that this step takes out of the plan, in the order in which they were chosen."""
    chance = search.chance
    board = search.board
    stuck = now.rank >= 1 << 48
    free = [s for s, o in enumerate(search.place) if o >= 0 and (stuck or not board.fixed[s])]
    if not free:
        return []
    most = max(4, min(14, len(free) // 4))
    count = min(len(free), 2 + chance.below(most - 1))
    allowed = set(free)
    if now.missing and chance.share() < 0.6:
        return _in_the_way(search, now, allowed, count)
    share = chance.share()
    if share < 0.45:
        return _related(search, free, allowed, count)
    if share < 0.58:
        return _sorted_by(free, lambda _: chance.share(), count)
    if share < 0.72:
        return _dearest(search, allowed, count)
    if share < 0.9:
        return _stretches(search, allowed)
    return _rhythm(search, allowed, count)


def _sorted_by(stops: Sequence[int], key: Callable[[int], float], count: int) -> list[int]:
    return [stop for _, stop in sorted([(key(stop), stop) for stop in stops])[:count]]


def _related(search: Search, free: Sequence[int], allowed: set[int], count: int) -> list[int]:
    chance = search.chance
    seed = free[chance.below(len(free))]
    taken = [seed]
    for other in search.near[seed]:
        if len(taken) >= count:
            break
        if other in allowed and chance.share() < 0.7:
            taken.append(other)
    return taken


def _dearest(search: Search, allowed: set[int], count: int) -> list[int]:
    found = []
    for day in search.days:
        for place, option in enumerate(day.order):
            stop = search.board.options[option].stop
            if stop in allowed:
                found.append((-day.saving(place) * search.chance.share(), stop))
    return [stop for _, stop in sorted(found)[:count]]


def _stretches(search: Search, allowed: set[int]) -> list[int]:
    """A stretch of two days, now and then a whole day."""
    chance = search.chance
    whole = chance.share() < 0.1
    taken: list[int] = []
    for _ in range(1 if whole else 2):
        day = search.days[chance.below(len(search.days))]
        order = [s for o in day.order if (s := search.board.options[o].stop) in allowed and s not in taken]
        if not order:
            continue
        length = len(order) if whole else min(len(order), 2 + chance.below(5))
        first = chance.below(len(order) - length + 1)
        taken += order[first : first + length]
    return taken


def _rhythm(search: Search, allowed: set[int], count: int) -> list[int]:
    """Of one day those that do not come every week, so that their weeks may change."""
    day = search.days[search.chance.below(len(search.days))]
    weeks = search.board.weeks
    found = []
    for option in day.order:
        chosen = search.board.options[option]
        if chosen.stop in allowed and len(chosen.weeks) < weeks:
            found.append((search.chance.share(), chosen.stop))
    return [stop for _, stop in sorted(found)[:count]]


def _in_the_way(search: Search, now: Standing, allowed: set[int], count: int) -> list[int]:
    """Of a day on which one that is left out could stand, those near to it."""
    chance, board = search.chance, search.board
    stop = now.missing[chance.below(len(now.missing))]
    days = [day for day, options in enumerate(board.options_of[stop]) if options]
    if not days:
        return []
    order = search.days[days[chance.below(len(days))]].order
    found = []
    for option in order:
        other = board.options[option].stop
        if other in allowed:
            found.append((board.ways[stop][other] * (0.4 + chance.share()), other))
    return [other for _, other in sorted(found)[:count]]
