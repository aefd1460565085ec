"""A line that is driven is possible; what is planned beside it keeps out of the lunch that it leaves no time for."""

from __future__ import annotations

from dataclasses import replace

from kamdesk.planning.driven import as_driven
from kamdesk.planning.offers import stand_still
from kamdesk.planning.problem import Day, Fixed, Lunch, Point, Problem, Stop, Window

HOME = Point(30.0, 104.0)
DAYS = (Day(1, 480, 1080, Lunch(690, 810, 60)), Day(2, 480, 1080, Lunch(690, 810, 60)))


def stop(name: str, **more: object) -> Stop:
    return Stop(id=name, point=HOME, every_weeks=1, minutes=30, **more)  # type: ignore[arg-type]


def test_nobody_new_is_put_where_lunch_is_to_be() -> None:
    standing = [stop(f"s{start}", now=Fixed(1, start, 0)) for start in range(690, 800, 30)]
    done = as_driven(
        Problem(
            cycle_weeks=1,
            speed_kmh=40,
            detour=1,
            start=HOME,
            end=None,
            days=DAYS,
            stops=(*standing, stop("new")),
        )
    )
    assert done.hungry == (1,)
    new = next(each for each in done.problem.stops if each.id == "new")
    assert new.windows == tuple(
        Window(weekday, begins, ends) for weekday in (1, 2) for begins, ends in ((480, 720), (780, 1080))
    )
    over = next(each for each in done.problem.stops if each.id == "s720")
    assert Window(1, 720, 750) in over.windows, "who stands there may stay"


def test_a_day_is_kept_once_a_visit_has_left_it() -> None:
    """A detour that is driven in less time than the straight way is estimated to take: without it, no less."""
    start = Point(28.6, 121.4)
    names = (("a", 28.62, 540.0), ("b", 28.9, 575.0), ("c", 29.2, 610.0))
    stops = tuple(
        Stop(id=name, point=Point(north, 121.4), every_weeks=1, minutes=10, now=Fixed(1, time, 0))
        for name, north, time in names
    )
    problem = Problem(
        cycle_weeks=1,
        speed_kmh=40,
        detour=1.35,
        start=start,
        end=None,
        days=(Day(1, 480, 1080),),
        stops=stops,
    )
    driven = as_driven(problem).problem
    assert driven.minutes_between["a", "c"] <= 60
    without = replace(driven, stops=tuple(stop for stop in driven.stops if stop.id != "b"))
    assert stand_still(without).outside == ()
