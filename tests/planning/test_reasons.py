"""Why a stop has no place: the first reason that holds, as one would look for it."""

from __future__ import annotations

from typing import Any

import pytest

from kamdesk.planning.solving import solve
from kamdesk.words import LANGUAGES, Words
from tests.planning.cities import day, problem, promised, stop, window

MORNING = [window(1, "09:00", "09:30")]


@pytest.mark.parametrize(
    ("stops", "more", "code"),
    [
        ([stop("x") | {"lat": None, "lon": None}], {}, "no_place"),
        ([stop("x")], {"days": []}, "no_workdays"),
        ([stop("x", windows=[window(7, "09:00", "17:00")])], {}, "closed_on_workdays"),
        ([stop("x", windows=[window(1, "09:00", "09:20")])], {}, "window_short"),
        ([stop("x", windows=[window(1, "09:01", "09:34")])], {}, "no_mark"),
        ([stop("x", promised=promised(6, "10:00"))], {}, "promise_day_off"),
        ([stop("x", promised=promised(1, "10:00"), windows=MORNING)], {}, "promise_outside"),
        ([stop("x", promised=promised(1, "07:00"))], {}, "promise_outside"),
        ([stop("x", 300)], {}, "unreachable"),
        ([stop("x", 20, promised=promised(1, "08:35"))], {}, "unreachable"),
        ([stop("y", promised=promised(1, "09:00")), stop("x", windows=MORNING)], {}, "promise_in_way"),
        (
            [stop("y", promised=promised(1, "09:00")), stop("x", promised=promised(1, "09:10"))],
            {},
            "promise_in_way",
        ),
        (
            [
                stop("y", promised=promised(1, "09:00", 0), every_weeks=2),
                stop("z", promised=promised(1, "09:00", 1), every_weeks=2),
                stop("x", windows=MORNING),
            ],
            {},
            "promises_in_way",
        ),
        ([stop("y", windows=MORNING), stop("x", windows=MORNING)], {}, "full"),
        (
            [
                stop("y", 1, windows=[window(1, "09:00", "17:00")], place="p", min_days_between=2),
                stop("x", 2, windows=[window(2, "09:00", "17:00")], place="p"),
            ],
            {},
            "few_days",
        ),
    ],
)
def test_the_reason(stops: list[dict[str, Any]], more: dict[str, Any], code: str) -> None:
    (left,) = solve(problem(*stops, **more), iterations=10).unserved
    assert left.code == code
    for language in LANGUAGES:
        assert Words(language).text(f"planning.why.{left.code}", **left.values)


def test_where_it_would_go_without_the_promise() -> None:
    asked = problem(stop("y", promised=promised(1, "09:00")), stop("x", windows=MORNING), days=[day(1)])
    (left,) = solve(asked, iterations=5).unserved
    assert left.values == {"other": "y", "weekday": 1, "time": "09:00"}
