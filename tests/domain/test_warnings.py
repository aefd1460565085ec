"""What is said about the stops of a day, and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.geo import Point, travel
from kamdesk.domain.warnings import (
    DayFacts,
    PlannedStop,
    Span,
    StopWarning,
    WarningCode,
    day_warnings,
    ways,
)
from kamdesk.words import catalogue

DAY = DayFacts(day=date(2026, 11, 24), zone="Asia/Shanghai")
HERE, THERE = Point(28.60, 121.40), Point(28.60, 121.50)


def stop(start: int | None, minutes: int | None = 60, name: str = "a", **facts) -> PlannedStop:
    return PlannedStop(name=name, start=start, minutes=minutes, **facts)


def codes(*stops: PlannedStop, day: DayFacts = DAY) -> list[list[str]]:
    return [[warning.code.value for warning in found] for found in day_warnings(stops, day)]


def test_a_plain_stop_has_no_warning() -> None:
    assert codes(stop(540)) == [[]]
    assert codes(stop(None)) == [[]]
    assert codes() == []


def test_a_holiday_warns_every_stop_and_drops_none() -> None:
    day = replace(DAY, holiday="national_day")
    got = day_warnings([stop(540), stop(None)], day)
    assert got == ((StopWarning(WarningCode.HOLIDAY, {"name": "national_day"}),),) * 2


def test_a_make_up_workday_is_said_and_makes_the_saturday_a_workday() -> None:
    saturday = replace(DAY, works=())
    assert codes(stop(540), day=saturday) == [["rep_day_off"]]
    assert codes(stop(540), day=replace(saturday, make_up_workday="spring_festival")) == [["make_up_workday"]]


def test_leave_and_closed_days_carry_their_reason() -> None:
    got = day_warnings([stop(540, closed="盘点", opens=())], replace(DAY, leave=""))
    assert got[0] == (
        StopWarning(WarningCode.LEAVE, {"reason": ""}),
        StopWarning(WarningCode.CUSTOMER_CLOSED, {"reason": "盘点"}),
    )


@pytest.mark.parametrize(
    ("start", "minutes", "inside"),
    [
        (540, 60, True),
        (539, 60, False),
        (630, 60, True),
        (631, 60, False),
        (690, 60, False),
        (810, 210, True),
        (None, 60, True),
    ],
)
def test_the_customers_hours(start: int | None, minutes: int, inside: bool) -> None:
    opens = (Span(810, 1020), Span(540, 660), Span(660, 690))
    expected = [] if inside else ["outside_hours"]
    assert codes(stop(start, minutes, opens=opens)) == [expected]


def test_hours_are_told_with_the_warning() -> None:
    got = day_warnings([stop(500, opens=(Span(810, 1020), Span(540, 690)))], DAY)
    assert got[0][0].values == {"hours": "09:00–11:30, 13:30–17:00"}
    assert codes(stop(540, opens=())) == [["closed_weekday"]]


def test_working_hours_and_lunch() -> None:
    day = replace(DAY, works=(Span(510, 1080),), lunch=Span(720, 780))
    assert codes(stop(500), day=day) == [["outside_rep_hours"]]
    assert codes(stop(1030), day=day) == [["outside_rep_hours"]]
    assert day_warnings([stop(700, 45)], day) == ((StopWarning(WarningCode.OVER_LUNCH, {"minutes": 25}),),)
    assert codes(stop(660, 60), stop(780), day=day) == [[], []]


def test_overlapping_stops_name_each_other() -> None:
    got = day_warnings([stop(540, 60, "a"), stop(570, 60, "b"), stop(630, 30, "c")], DAY)
    assert got[0] == (StopWarning(WarningCode.OVERLAP, {"other": "b", "minutes": 30}),)
    assert got[1] == (StopWarning(WarningCode.OVERLAP, {"other": "a", "minutes": 30}),)
    assert got[2] == ()


def test_too_tight_where_the_way_takes_longer_than_the_gap() -> None:
    way = travel(HERE, THERE).minutes
    first = stop(540, 60, "a", place=HERE)
    assert codes(first, stop(600 + way, place=THERE)) == [[], []]
    got = day_warnings([first, stop(599 + way, place=THERE)], DAY)
    assert got[1] == (StopWarning(WarningCode.TOO_TIGHT, {"other": "a", "gap": way - 1, "travel": way}),)
    assert codes(first, stop(600, place=None)) == [[], []]
    assert codes(first, stop(600, place=HERE)) == [[], []]


def test_tight_is_measured_from_the_stop_that_ends_last() -> None:
    stops = [stop(540, 120, "long", place=HERE), stop(570, 15, "short", place=THERE), stop(661, place=THERE)]
    got = day_warnings(stops, DAY)
    assert [warning.values["other"] for warning in got[2]] == ["long"]


def test_clocks_that_jump_are_said() -> None:
    spring = DayFacts(day=date(2026, 3, 29), zone="Europe/Berlin")
    got = day_warnings([stop(150)], spring)
    assert got == ((StopWarning(WarningCode.CLOCK_SKIPPED, {"time": "03:30"}),),)
    assert codes(stop(150), day=replace(spring, day=date(2026, 10, 25))) == [["clock_repeated"]]


def test_the_way_to_each_stop_starts_at_home_and_is_unknown_without_a_place() -> None:
    stops = [stop(540, place=HERE), stop(660, place=None), stop(780, place=THERE), stop(900, place=HERE)]
    assert ways(stops, THERE) == (travel(THERE, HERE), None, None, travel(THERE, HERE))
    assert ways(stops)[0] is None
    assert ways([]) == ()


def test_every_warning_has_its_words() -> None:
    texts = catalogue()
    assert all(f"warning.{code}" in texts for code in WarningCode)


days_of_stops = st.lists(
    st.builds(
        stop,
        st.integers(0, 1380),
        st.integers(1, 60),
        st.uuids().map(str),
        place=st.sampled_from([None, HERE, THERE]),
    ),
    max_size=7,
).map(lambda stops: sorted(stops, key=lambda s: s.start or 0))


@given(days_of_stops)
def test_overlap_is_mutual_and_a_day_without_either_warning_can_be_kept(stops: list[PlannedStop]) -> None:
    got = day_warnings(stops, DAY)
    assert len(got) == len(stops)
    pairs = {
        (stop.name, warning.values["other"])
        for stop, found in zip(stops, got, strict=True)
        for warning in found
        if warning.code is WarningCode.OVERLAP
    }
    assert pairs == {(b, a) for a, b in pairs}
    if not any(got):
        for a, b in pairwise(stops):
            way = travel(a.place, b.place).minutes if a.place and b.place else 0
            assert (a.start or 0) + (a.minutes or 0) + way <= (b.start or 0)


def test_leaving_long_before_the_working_hours_is_said() -> None:
    """Of the first visit alone, and not for an hour or less: so far many drive before work."""
    day = replace(DAY, works=(Span(510, 1050),), home=HERE)
    far = Point(HERE.latitude + 1.2, HERE.longitude)
    way = travel(HERE, far).minutes
    got = day_warnings([stop(510, place=far), stop(700, place=far, name="b")], day)
    leaves = 510 - way
    assert got[0] == (
        StopWarning(
            WarningCode.EARLY_START, {"time": f"{leaves // 60:02d}:{leaves % 60:02d}", "travel": way}
        ),
    )
    assert got[1] == ()
    assert codes(stop(450 + way, place=far), day=day) == [[]], "an hour before the working hours"
    assert codes(stop(449 + way, place=far), day=day) == [["early_start"]]
    assert codes(stop(510, place=far), day=replace(day, home=None)) == [[]], "from where is not known"
    assert codes(stop(510, place=far), day=replace(day, works=None)) == [[]]
