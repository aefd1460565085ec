"""The checker sees each rule broken, and says by how much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamdesk.planning.checker import Fault, check
from kamdesk.planning.problem import Plan, Problem, Slot, Unserved
from tests.planning.cities import day, plan, problem, promised, stop, window

WAY = 10 * 1.3 / 35 * 60  # minutes for ten kilometres


def codes(asked: Problem, *slots: Slot) -> list[str]:
    return [fault.code for fault in check(asked, plan(asked, *slots))]


def only(asked: Problem, *slots: Slot) -> Fault:
    (fault,) = {fault.code: fault for fault in check(asked, plan(asked, *slots))}.values()
    return fault


ONE = problem(stop("a", 10))


def test_a_good_plan() -> None:
    assert codes(ONE, Slot("a", 1, 600, 0)) == []
    assert codes(ONE) == []


def test_forgotten_or_named_twice() -> None:
    nothing = Plan(slots=(), unserved=(), travel=(0.0,) * 4)
    assert [f.code for f in check(ONE, nothing)] == ["forgotten"]
    both = replace(plan(ONE, Slot("a", 1, 600, 0)), unserved=(Unserved("a", "full"),))
    assert [f.code for f in check(ONE, both)] == ["named_twice"]
    stranger = replace(plan(ONE, Slot("a", 1, 600, 0)), unserved=(Unserved("x", "full"),))
    assert [f.code for f in check(ONE, stranger)] == ["unknown_stop"]


def test_a_day_off() -> None:
    assert codes(ONE, Slot("a", 6, 600, 0)) == ["no_workday"]


def test_a_week_of_no_rhythm() -> None:
    assert "first_week" in codes(ONE, Slot("a", 1, 600, 1))
    assert codes(problem(stop("a", every_weeks=2)), Slot("a", 1, 600, 1)) == []


def test_off_the_mark() -> None:
    assert only(ONE, Slot("a", 1, 602, 0)) == Fault("off_mark", "a", weekday=1, by=2)


def test_a_promise_moved() -> None:
    asked = problem(stop("a", promised=promised(2, "10:07", 1), every_weeks=2))
    assert codes(asked, Slot("a", 2, 607, 1)) == []
    assert only(asked, Slot("a", 2, 610, 1)) == Fault("promise_time", "a", weekday=2, by=3)
    assert codes(asked, Slot("a", 3, 607, 1)) == ["promise_day"]
    assert codes(asked, Slot("a", 2, 607, 0)) == ["promise_day"]


def test_outside_the_window() -> None:
    asked = problem(stop("a", windows=[window(1, "09:00", "11:30"), window(1, "14:00", "16:00")]))
    assert codes(asked, Slot("a", 1, 660, 0)) == []
    assert only(asked, Slot("a", 1, 665, 0)) == Fault("outside_window", "a", weekday=1, by=5)
    assert codes(asked, Slot("a", 2, 600, 0)) == ["closed_weekday"]


def test_too_early_and_home_too_late() -> None:
    early = only(ONE, Slot("a", 1, 530, 0))
    assert (early.code, early.stop) == ("late", "a")
    assert early.by == pytest.approx(510 + WAY - 530, abs=0.01)
    late = only(ONE, Slot("a", 1, 1005, 0))
    assert (late.code, late.by) == ("home_late", pytest.approx(1035 + WAY - 1050, abs=0.01))
    assert "outside_day" in codes(ONE, Slot("a", 1, 1025, 0))


def test_late_in_one_week_alone() -> None:
    asked = problem(stop("a", 10), stop("b", -10, every_weeks=4), stop("c", 10, 1))
    slots = Slot("a", 1, 540, 0), Slot("b", 1, 660, 2), Slot("c", 1, 705, 0)
    assert {(f.code, f.stop, f.week) for f in check(asked, plan(asked, *slots))} == {("late", "c", 2)}


def test_a_second_is_forgiven() -> None:
    there = 510 + WAY
    mark = 535.0
    for begins, good in ((mark - there - 0.5 / 60, True), (mark - there + 2 / 60, False)):
        minutes = {"ids": ["start", "a"], "minutes": [[0, begins + WAY], [WAY, 0]]}
        asked = problem(stop("a", 10), matrix=minutes)
        # As long a way as brings one there a little before or after the mark.
        way = replace(
            asked, minutes_between={("start", "a"): mark - 510 + (0.5 if good else 2) / 60, ("a", "end"): 5.0}
        )
        assert (codes(way, Slot("a", 1, mark, 0)) == []) is good


class TestLunch:
    BUSY = problem(stop("a", minutes=125), stop("b", 1), days=[day(1)])

    def test_none_between(self) -> None:
        fault = only(self.BUSY, Slot("a", 1, 690, 0), Slot("b", 1, 840, 0))
        assert (fault.code, fault.weekday) == ("no_lunch", 1)

    def test_before_or_after(self) -> None:
        asked = problem(stop("a"), stop("b", 10), days=[day(1)])
        assert codes(asked, Slot("a", 1, 660, 0), Slot("b", 1, 775, 0)) == []

    def test_broken_by_a_drive(self) -> None:
        """There is an hour between the two, but not in one piece."""
        asked = problem(
            stop("a"), stop("b", 10), days=[day(1, lunch={"from": "11:00", "to": "12:30", "minutes": 60})]
        )
        fault = only(asked, Slot("a", 1, 660 - 30, 0), Slot("b", 1, 720 + 10, 0))
        assert fault.code == "no_lunch"
        assert fault.by == pytest.approx(WAY - 10, abs=0.05)

    def test_a_day_with_one_stop(self) -> None:
        asked = problem(stop("a", minutes=120), days=[day(1)])
        assert codes(asked, Slot("a", 1, 600, 0)) == []
        assert codes(asked, Slot("a", 1, 695, 0)) == ["no_lunch"] * 4

    def test_at_home_after_the_last_drive(self) -> None:
        asked = problem(stop("a", 10), days=[day(1, ends="13:00")])
        assert codes(asked, Slot("a", 1, 665, 0)) == []
        assert codes(asked, Slot("a", 1, 710, 0)) == ["no_lunch"] * 4

    def test_half_a_day_needs_none_at_work(self) -> None:
        asked = problem(stop("a", 1), days=[day(1, "08:30", "12:00"), day(2, "13:00", "17:00")])
        assert codes(asked, Slot("a", 1, 680, 0)) == []
        assert codes(asked, Slot("a", 2, 795, 0)) == []


def test_too_few_days_between() -> None:
    asked = problem(stop("a", min_days_between=3), stop("b", min_days_between=3))
    assert codes(asked, Slot("a", 1, 600, 0), Slot("b", 4, 600, 0)) == []
    near = only(asked, Slot("a", 1, 600, 0), Slot("b", 3, 600, 0))
    assert near == Fault("few_days", "b", by=1, values={"other": "a"})
    assert codes(asked, Slot("a", 1, 600, 0), Slot("b", 5, 600, 0)) == []  # Friday to Monday are three days
    week = problem(stop("a", min_days_between=4), stop("b", min_days_between=4))
    assert codes(week, Slot("a", 1, 600, 0), Slot("b", 5, 600, 0)) == ["few_days"]


def test_other_places_need_no_days_between() -> None:
    asked = problem(stop("a", min_days_between=3), stop("b", 5, min_days_between=3))
    assert codes(asked, Slot("a", 1, 600, 0), Slot("b", 1, 700, 0)) == []
    together = problem(stop("a", min_days_between=3, place="x"), stop("b", 5, place="x"))
    assert codes(together, Slot("a", 1, 600, 0), Slot("b", 1, 690, 0)) == ["few_days"]


def test_a_way_that_is_told_wrongly() -> None:
    good = plan(ONE, Slot("a", 1, 600, 0))
    assert good.travel == pytest.approx((2 * WAY,) * 4, rel=1e-3)
    assert [f.code for f in check(ONE, replace(good, travel=(1.0,) * 4))] == ["travel"] * 4
    assert [f.code for f in check(ONE, replace(good, travel=()))] == ["travel"]


def test_another_end_and_speeds_by_the_hour() -> None:
    asked = problem(stop("a", 10), end={"lat": 30.66 + 10 / 111.2, "lon": 104.06})
    assert plan(asked, Slot("a", 1, 600, 0)).travel[0] == pytest.approx(WAY, rel=1e-3)
    slow = problem(stop("a", 10), speed_by_hour={"8": 17.5})
    # Half an hour at half the speed, the rest at the usual one.
    assert plan(slow, Slot("a", 1, 600, 0)).travel[0] == pytest.approx(30 + WAY - 15 + WAY, rel=1e-3)


def test_without_a_place_no_way_is_counted() -> None:
    asked = problem(stop("a", 10), stop("b", promised=promised(1, "10:45")) | {"lat": None, "lon": None})
    slots = Slot("a", 1, 600, 0), Slot("b", 1, 645, 0)
    assert codes(asked, *slots) == []
    assert plan(asked, *slots).travel[0] == pytest.approx(2 * WAY, rel=1e-3)
