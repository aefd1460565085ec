"""Whoever stands on the line today keeps a place on it when a line is proposed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from kamdesk.domain.geo import Point
from kamdesk.planning.problem import Day, Fixed, Plan, Problem, Stop
from kamdesk.planning.solving import solve
from kamdesk.reads.line_parts import part
from kamdesk.reads.line_problem import BookProblem
from kamdesk.reads.line_proposal import propose

PLACE = Point(28.61, 121.4)
STANDS = Stop(id="stands", point=PLACE, every_weeks=1, minutes=100.0, now=Fixed(1, 560.0, 0))
WAITS = Stop(id="waits", point=PLACE, every_weeks=1, minutes=100.0, rank=2)


def book(*stops: Stop) -> BookProblem:
    """One short day a week, with room for one visit."""
    problem = Problem(
        cycle_weeks=1,
        speed_kmh=40,
        detour=1.3,
        start=Point(28.6, 121.4),
        end=None,
        days=(Day(1, 540, 680),),
        stops=stops,
    )
    return BookProblem(problem, cast(Any, None), {}, {})


def searched(problem: Problem) -> Plan:
    return solve(problem, iterations=60)


@pytest.mark.parametrize("afresh", [True, False])
def test_an_important_account_that_waits_takes_nobodys_place(afresh: bool) -> None:
    found = propose(book(WAITS, STANDS), searched, afresh=afresh)
    assert [each.id for each in found.unserved] == ["waits"]
    assert not part(found, {each.stop for each in found.differences}).faults


def test_where_the_search_loses_somebody_the_line_is_kept_and_says_so() -> None:
    asked: list[Problem] = []

    def careless(problem: Problem) -> Plan:
        """The first time, one that stands is left out."""
        asked.append(problem)
        if len(asked) > 1:
            return searched(problem)
        return searched(
            replace(problem, stops=tuple(replace(s, rank=0 if s.now else 2) for s in problem.stops))
        )

    found = propose(book(WAITS, STANDS), careless, afresh=True)
    assert len(asked) == 2
    assert found.differences == ()
    [left] = found.unserved
    assert (left.id, left.code, left.values["other"]) == ("waits", "visit_in_way", "stands")
