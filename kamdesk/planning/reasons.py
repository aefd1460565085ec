"""Why a stop has no place, in the order in which one would look: its own wishes, the way, promises, the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kamdesk.planning.board import Board, begin_spans, far_enough
from kamdesk.planning.problem import Stop, Unserved, clock
from kamdesk.planning.timing import times
from kamdesk.planning.weekday import Weekday


def why_not(board: Board, orders: Sequence[Sequence[int]], stop: int) -> Unserved:
    """What keeps ``stop`` out of the plan of ``orders``."""
    problem = board.problem
    asked = problem.stops[stop]
    own = [option for day in board.options_of[stop] for option in day]
    if not own:
        return _wishes(board, asked)
    alone = [option for option in own if times(board, board.options[option].day, [option]) is not None]
    if not alone:
        return Unserved(asked.id, "unreachable", {"minutes": _there_and_back(board, stop)})
    promised = _promised(board, orders)
    free = [option for option in alone if _fits(board, promised[board.options[option].day], option)]
    if not free:
        return _behind_promises(board, promised, alone, asked)
    if all(_too_near(board, orders, option) for option in free):
        mate = problem.stops[board.mates[stop][0][0]].id
        return Unserved(asked.id, "few_days", {"other": mate, "days": board.mates[stop][0][1]})
    return Unserved(asked.id, "full", {"minutes": f"{asked.minutes:g}", "way": _there_and_back(board, stop)})


def _wishes(board: Board, stop: Stop) -> Unserved:
    worked = {day.weekday: day for day in board.problem.days}
    if stop.promised is not None:
        day = worked.get(stop.promised.weekday)
        told = {"weekday": stop.promised.weekday, "time": clock(stop.promised.time)}
        return Unserved(stop.id, "promise_day_off" if day is None else "promise_outside", told)
    if stop.point is None:
        return Unserved(stop.id, "no_place")
    days = {window.weekday for window in stop.windows}
    if stop.windows and not days & worked.keys():
        return Unserved(stop.id, "closed_on_workdays")
    if not worked:
        return Unserved(stop.id, "no_workdays")
    short = any(begin_spans(stop, day) for day in worked.values())
    return Unserved(stop.id, "no_mark" if short else "window_short", {"minutes": f"{stop.minutes:g}"})


def _there_and_back(board: Board, stop: int) -> int:
    return round(board.ways[board.start][stop] + board.ways[stop][board.end])


def _promised(board: Board, orders: Sequence[Sequence[int]]) -> list[list[int]]:
    """Of each day the promises alone."""
    return [
        [option for option in order if board.problem.stops[board.options[option].stop].promised is not None]
        for order in orders
    ]


def place_in(board: Board, order: Iterable[int], option: int) -> int | None:
    """The place in ``order`` at which ``option`` stands, None where there is none."""
    weekday = Weekday(board, board.options[option].day)
    weekday.order = list(order)
    weekday.refresh()
    places = range(len(weekday.order) + 1)
    return next((n for n in places if weekday.may_stand(option, n) and weekday.stands(option, n)), None)


def _fits(board: Board, order: Sequence[int], option: int) -> bool:
    return place_in(board, order, option) is not None


def _too_near(board: Board, orders: Sequence[Sequence[int]], option: int) -> bool:
    chosen = {board.options[each].stop: each for order in orders for each in order}
    return any(
        mate in chosen and not far_enough(board, option, chosen[mate], need)
        for mate, need in board.mates[board.options[option].stop]
    )


def _behind_promises(
    board: Board, promised: Sequence[Sequence[int]], alone: Sequence[int], stop: Stop
) -> Unserved:
    """The one promise that stands in the way, and where the stop would go without it."""
    for option in alone:
        chosen = board.options[option]
        order = promised[chosen.day]
        for other in order:
            rest = [each for each in order if each != other]
            place = place_in(board, rest, option)
            if place is None:
                continue
            begins = times(board, chosen.day, [*rest[:place], option, *rest[place:]])
            if begins is None:
                continue
            told = {
                "other": board.problem.stops[board.options[other].stop].id,
                "weekday": board.days[chosen.day].weekday,
                "time": clock(begins[place]),
            }
            return Unserved(stop.id, "promise_in_way", told)
    return Unserved(stop.id, "promises_in_way")
