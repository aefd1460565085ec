"""Beside a line that stands: every free place with its price, who is in the way, and what today's line proves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.planning.checker import check, travel_by_week
from kamdesk.planning.driven import as_driven
from kamdesk.planning.offers import frozen, obstacles, offers, settle, stand_still
from kamdesk.planning.problem import Fixed, Plan, Problem, Slot
from kamdesk.planning.reading import read_problem
from kamdesk.planning.solving import solve
from tests.planning.cities import city, day, problem, promised, stop, window


def with_new(seed: int) -> tuple[Problem, int]:
    """A city whose line stands, and one more stop."""
    asked = read_problem(city(seed, 9, days=3))
    plan = solve(asked, iterations=5)
    at = {slot.id: Fixed(slot.weekday, slot.time, slot.first_week) for slot in plan.slots}
    stops = [replace(s, now=at[s.id]) for s in asked.stops[:-1] if s.id in at]
    return replace(asked, stops=(*stops, replace(asked.stops[-1], promised=None))), len(stops)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 5_000))
def test_every_offer_is_good_and_told_with_its_true_price(seed: int) -> None:
    asked, number = with_new(seed)
    still = stand_still(asked)
    assert still.outside == ()
    standing = [
        Slot(s.id, s.now.weekday, s.now.time, s.now.first_week) for s in asked.stops[:number] if s.now
    ]
    before = sum(travel_by_week(asked, standing))
    found = offers(still, number)
    for offer in found:
        slots = (*standing, offer.slot)
        travel = travel_by_week(asked, slots)
        assert check(frozen(asked), Plan(slots=slots, unserved=(), travel=travel)) == ()
        assert offer.travel * 4 == pytest.approx(sum(travel) - before, abs=1e-6)
    assert [offer.travel for offer in found] == sorted(offer.travel for offer in found)
    left = {each.id for each in solve(frozen(asked), iterations=5).unserved}
    assert (asked.stops[number].id in left) is (not found)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 5_000))
def test_no_offer_is_lost_between_visits_of_other_weeks(seed: int) -> None:
    """Where the visit before a place is in other weeks, the place is the one before it over again."""
    asked, number = with_new(seed)
    still = stand_still(asked)
    every = set()
    for weekday in still.days:
        for option in still.board.options_of[number][weekday.number]:
            for place in range(len(weekday.order) + 1):
                begin = weekday.begins(option, place)
                if begin is not None:
                    first = still.board.options[option].first_week
                    every.add((still.board.days[weekday.number].weekday, begin, first))
    slots = [each.slot for each in offers(still, number)]
    assert {(slot.weekday, slot.time, slot.first_week) for slot in slots} == every


def test_who_is_in_the_way() -> None:
    hours = [window(1, "10:00", "10:30")]
    asked = problem(
        stop("mine", 1, now=promised(1, "10:00"), every_weeks=2),
        stop("given", 1, promised=promised(1, "10:00", 1), every_weeks=2),
        stop("new", 1, windows=hours, every_weeks=2),
        days=[day(1)],
    )
    still = stand_still(asked)
    assert offers(still, 2) == []
    assert {(o.id, o.promised, o.offer.slot.first_week) for o in obstacles(still, 2)} == {
        ("mine", False, 0),
        ("given", True, 1),
    }


class TestDriven:
    def test_what_is_driven_today_can_be_driven(self) -> None:
        """Ten minutes for twenty kilometres, no lunch, home late: today's line says that it goes."""
        asked = problem(
            stop("a", 10, promised=promised(1, "08:30"), minutes=90),
            stop("b", -10, promised=promised(1, "10:10"), minutes=200),
            stop("c", 10, 10, promised=promised(1, "13:40"), minutes=215),
            days=[day(1)],
        )
        assert set(stand_still(asked).outside) == {"a", "b", "c"}
        driven = as_driven(asked)
        assert driven.shortened == (("a", "b"), ("b", "c"))
        assert (driven.widened, driven.hungry, driven.overlapping) == ((1,), (1,), ())
        assert stand_still(driven.problem).outside == ()

    def test_a_promise_outside_the_hours_stands(self) -> None:
        asked = problem(stop("a", 1, promised=promised(1, "13:00"), windows=[window(1, "09:00", "11:00")]))
        assert stand_still(as_driven(asked).problem).outside == ()

    def test_a_journey_is_left_as_it_is_and_its_time_kept_free(self) -> None:
        far = stop("far", 600, now=promised(1, "10:00"))
        times = [window(1, "10:00", "11:10"), window(2, "10:00", "11:10")]
        asked = problem(far, stop("new", 1, windows=times), days=[day(1), day(2)])
        settled = settle(asked)
        assert settled.away == ("far",)
        still = stand_still(settled.problem)
        assert {o.slot.weekday for o in offers(still, 1)} == {2}, "nobody is put beside one who is hours away"

    def test_two_visits_at_one_time(self) -> None:
        asked = problem(stop("a", promised=promised(1, "10:00")), stop("b", promised=promised(1, "10:10")))
        assert as_driven(asked).overlapping == (("a", "b"),)
        assert len(settle(asked).away) == 1

    def test_a_visit_without_a_place_between_two(self) -> None:
        asked = problem(
            stop("a", 10, promised=promised(1, "09:00")),
            stop("x", promised=promised(1, "09:30")) | {"lat": None, "lon": None},
            stop("b", -10, promised=promised(1, "10:10")),
            days=[day(1)],
        )
        assert as_driven(asked).shortened == (("a", "b"),)
        assert settle(asked).away == ()

    @settings(max_examples=15, deadline=None)
    @given(
        st.lists(st.tuples(st.integers(0, 110), st.integers(0, 1), st.booleans()), max_size=8),
        st.integers(0, 99),
    )
    def test_any_line_without_overlaps_stands(self, drawn: list[tuple[int, int, bool]], seed: int) -> None:
        stops: list[dict[str, Any]] = []
        taken: list[int] = []
        for mark, week, placed in drawn:
            time = 8 * 60 + 5 * mark
            if any(abs(time - other) < 30 for other in taken):
                continue
            taken.append(time)
            one = stop(f"s{len(stops)}", seed % 7, (seed + mark) % 11, every_weeks=2)
            one["now"] = promised(1, f"{time // 60:02d}:{time % 60:02d}", week)
            stops.append(one if placed else one | {"lat": None, "lon": None})
        assert settle(problem(*stops, days=[day(1, "08:00", "18:00")])).away == ()


def test_later_weeks_before_earlier_ones_keep_nobody_out() -> None:
    """Visits of other weeks may stand in any order until somebody weekly has to come between them."""
    asked = problem(
        stop("late", 1, promised=promised(1, "14:00", 0), every_weeks=2),
        stop("early", 1, promised=promised(1, "09:00", 1), every_weeks=2),
        stop("weekly", 1, windows=[window(1, "10:00", "10:30")]),
        days=[day(1)],
    )
    for order in ((0, 1, 2), (1, 0, 2)):
        turned = replace(asked, stops=tuple(asked.stops[n] for n in order))
        assert solve(turned, iterations=0).unserved == ()
