"""Where one more visit would go while everything else stays: every place there is, with what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kamdesk.planning.board import Board, far_enough, make_board
from kamdesk.planning.driven import Driven, as_driven, out_of_reach
from kamdesk.planning.problem import Problem, Slot
from kamdesk.planning.weekday import Weekday


@dataclass(frozen=True, slots=True)
class Offer:
    """A place for a stop: ``travel`` is how many minutes a week the way gets longer, in the mean of the cycle."""

    slot: Slot
    travel: float


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A visit without which there would be a place, and the best one then. ``promised``: the customer must be asked."""

    id: str
    promised: bool
    offer: Offer


@dataclass(frozen=True, slots=True)
class Standstill:
    """A line that stays as it is: for each day the options that stand, at the times at which they stand.

    ``outside`` are the stops whose slot can't be kept beside the others. ``problem`` still tells what was promised; on
    the ``board`` everything is.
    """

    problem: Problem
    board: Board
    days: tuple[Weekday, ...]
    place: tuple[int, ...]
    outside: tuple[str, ...]


def frozen(problem: Problem) -> Problem:
    """The problem with every slot of today promised."""
    return replace(
        problem,
        stops=tuple(replace(s, promised=s.promised or s.now, now=None) for s in problem.stops),
    )


def stand_still(problem: Problem) -> Standstill:
    """The line as it is. Visits that collide are taken in order of promise, class and time; later ones stay outside."""
    board = make_board(frozen(problem))
    days = tuple(Weekday(board, number) for number in range(len(board.days)))
    place = [-1] * len(board.minutes)
    outside = []

    def order(number: int) -> tuple[bool, int, float]:
        stop = problem.stops[number]
        fixed = stop.promised or stop.now
        return stop.promised is None, -stop.rank, fixed.time if fixed else 0.0

    for number in sorted((n for n, s in enumerate(problem.stops) if s.promised or s.now), key=order):
        options = [option for day in board.options_of[number] for option in day]
        found = next((o for o in options if put(days, board, o)), None)
        if found is None:
            outside.append(problem.stops[number].id)
        else:
            place[number] = found
    return Standstill(problem, board, days, tuple(place), tuple(outside))


@dataclass(frozen=True, slots=True)
class Settled:
    """A line to be planned beside: as it is driven, with those that can't be explained taken as fixed.

    ``away`` are the stops whose way is no drive of a day (a night on the road, or two visits at one time): their time
    is kept free, and so are the ways from and to them. ``told`` is the problem as it was given, in which every way
    takes as long as it is estimated.
    """

    problem: Problem
    driven: Driven
    away: tuple[str, ...]
    told: Problem


def settle(problem: Problem) -> Settled:
    """The problem in which everything that stands today can be kept."""
    told, away = problem, stand_still(as_driven(problem).problem).outside
    if away:
        gone = set(away)
        far = [s for s in problem.stops if s.id in gone]
        stops = tuple(
            replace(s, point=None, windows=()) if s.id in gone else out_of_reach(problem, s, far)
            for s in problem.stops
        )
        problem = replace(problem, stops=stops)
    driven = as_driven(problem)
    return Settled(driven.problem, driven, away, told)


def put(days: Sequence[Weekday], board: Board, option: int) -> bool:
    """Puts an option where it lengthens the way least; False where it doesn't stand anywhere."""
    weekday = days[board.options[option].day]
    places = [n for n in range(len(weekday.order) + 1) if weekday.may_stand(option, n)]
    places.sort(key=lambda n: _longer(weekday, option, n))
    for place in places:
        if weekday.stands(option, place):
            weekday.put(option, place)
            return True
    return False


def offers(still: Standstill, stop: int) -> list[Offer]:
    """Every place of ``stop`` among what stands, the cheapest first; of one gap the earliest time."""
    found = sorted(_offers(still, stop, still.days), key=lambda o: (o.travel, o.slot.weekday, o.slot.time))
    seen: set[Slot] = set()
    return [each for each in found if not (each.slot in seen or seen.add(each.slot))]


def obstacles(still: Standstill, stop: int) -> list[Obstacle]:
    """Who would have to make room, one at a time: first those who were promised nothing, then the cheapest.

    Where the visits before and after somebody are further apart by the estimate than today's gap, he is none.
    """
    board, found = still.board, []
    for weekday in still.days:
        if not board.options_of[stop][weekday.number]:
            continue
        for option in weekday.order:
            other = board.options[option].stop
            without = Weekday(board, weekday.number)
            without.order = [each for each in weekday.order if each != option]
            without.refresh()
            if not without.states[-1]:
                continue
            best = min(_offers(still, stop, [without], without=other), key=lambda o: o.travel, default=None)
            if best is not None:
                found.append(
                    Obstacle(board.problem.stops[other].id, bool(still.problem.stops[other].promised), best)
                )
    return found


@dataclass(frozen=True, slots=True)
class Crowd:
    """Visits of one weekday that stand in the way together, and the best place once all of them have gone."""

    ids: tuple[str, ...]
    offer: Offer


def crowd(still: Standstill, stop: int) -> Crowd | None:
    """The fewest visits of one weekday without which there would be a place; promised ones are kept before others."""
    board, found = still.board, []
    for weekday in still.days:
        if not board.options_of[stop][weekday.number]:
            continue

        def best(kept: Iterable[int], weekday: Weekday = weekday) -> Offer | None:
            without = Weekday(board, weekday.number)
            without.order = [option for option in weekday.order if option in kept]
            without.refresh()
            if not without.states[-1]:
                return None
            return min(_offers(still, stop, [without]), key=_travel, default=None)

        def weighs(option: int) -> tuple[bool, int]:
            other = still.problem.stops[board.options[option].stop]
            return other.promised is not None, other.rank

        kept: set[int] = set()
        if best(kept) is None:
            continue
        for option in sorted(weekday.order, key=weighs, reverse=True):
            if best(kept | {option}) is not None:
                kept.add(option)
        offer = best(kept)
        assert offer is not None
        gone = [board.options[option].stop for option in weekday.order if option not in kept]
        promised = sum(still.problem.stops[other].promised is not None for other in gone)
        ids = tuple(board.problem.stops[other].id for other in gone)
        found.append(((promised, len(gone), offer.travel), Crowd(ids, offer)))
    return min(found, key=lambda each: each[0])[1] if found else None


def _offers(
    still: Standstill, stop: int, days: Iterable[Weekday], without: int | None = None
) -> Iterator[Offer]:
    board = still.board
    for weekday in days:
        for option in board.options_of[stop][weekday.number]:
            chosen = board.options[option]
            if any(
                mate != without
                and still.place[mate] >= 0
                and not far_enough(board, option, still.place[mate], need)
                for mate, need in board.mates[stop]
            ):
                continue
            for place in range(len(weekday.order) + 1):
                if place and not board.options[weekday.order[place - 1]].mask & chosen.mask:
                    continue  # as good as the place before it
                if not weekday.may_stand(option, place):
                    continue
                begin = weekday.begins(option, place)
                if begin is not None:
                    day = board.days[weekday.number].weekday
                    slot = Slot(board.problem.stops[stop].id, day, begin, chosen.first_week)
                    yield Offer(slot, _longer(weekday, option, place) / board.weeks)


def _longer(weekday: Weekday, option: int, place: int) -> float:
    chosen = weekday.board.options[option]
    if not weekday.board.placed[chosen.stop]:
        return 0.0
    return weekday.detour(place, chosen.stop, chosen.weeks)


def _travel(offer: Offer) -> float:
    return offer.travel
