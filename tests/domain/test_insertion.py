"""The cheapest free place: it is really free, in every week, for both, with the way before and after it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.geo import Point, travel
from kamdesk.domain.insertion import Busy, DayPlan, cheapest_place
from kamdesk.domain.warnings import DayFacts, PlannedStop, Span, WarningCode, day_warnings
from tests.books import TODAY

points = st.builds(Point, st.floats(28.0, 29.0), st.floats(121.0, 121.6))
spans = st.tuples(st.integers(6 * 60, 18 * 60), st.integers(10, 300)).map(lambda s: Span(s[0], s[0] + s[1]))
busy = st.builds(
    lambda start, minutes, place: Busy(start, start + minutes, place),
    st.integers(7 * 60, 18 * 60),
    st.integers(15, 120),
    st.none() | points,
)
weeks = st.lists(busy, max_size=6).map(lambda row: tuple(sorted(row, key=lambda b: (b.begins, b.ends))))
days = st.lists(
    st.builds(
        DayPlan,
        st.integers(0, 6),
        st.lists(spans, min_size=1, max_size=2).map(tuple),
        st.lists(weeks, min_size=1, max_size=4).map(tuple),
    ),
    max_size=4,
    unique_by=lambda day: day.weekday,
)
hours = st.none() | st.dictionaries(st.integers(0, 6), st.lists(spans, min_size=1, max_size=2).map(tuple))
HEEDED = {WarningCode.OVERLAP, WarningCode.TOO_TIGHT, WarningCode.OVER_LUNCH, WarningCode.OUTSIDE_HOURS,
          WarningCode.CLOSED_WEEKDAY, WarningCode.OUTSIDE_REP_HOURS, WarningCode.EARLY_START}  # fmt: skip


@given(days, points, st.integers(15, 120), hours, st.none() | spans, st.none() | points)
def test_the_place_is_free(days, place, minutes, opens, lunch, home) -> None:
    found = cheapest_place(days, place=place, minutes=minutes, opens=opens, lunch=lunch, home=home)
    if found is None:
        return
    (day,) = [day for day in days if day.weekday == found.weekday]
    for week in day.weeks:
        new = PlannedStop(
            name="new", start=found.start, minutes=minutes, place=place,
            opens=None if opens is None else opens.get(day.weekday, ()),
        )  # fmt: skip
        stops = [
            PlannedStop(name="old", start=b.begins, minutes=b.ends - b.begins, place=b.place) for b in week
        ]
        stops = sorted([*stops, new], key=lambda stop: stop.start or 0)
        facts = DayFacts(day=TODAY, zone="Asia/Shanghai", works=day.works, lunch=lunch, home=home)
        said = day_warnings(stops, facts)
        warned = said[stops.index(new)]
        assert not HEEDED & {warning.code for warning in warned}
        behind = [b for b in week if b.begins >= found.start + minutes]
        if behind and behind[0].place is not None:
            assert found.start + minutes + travel(place, behind[0].place).minutes <= behind[0].begins
    assert found.kilometres >= 0
    assert found.start % 15 == 0


@given(points, st.integers(15, 120))
def test_an_empty_day_has_room_from_its_first_hour(place: Point, minutes: int) -> None:
    day = DayPlan(2, (Span(540, 720),), ((), (), (), ()))
    found = cheapest_place([day], place=place, minutes=minutes, opens=None, lunch=None, home=None)
    assert found is not None
    assert (found.weekday, found.start, found.kilometres) == (2, 540, 0)


def test_the_way_decides() -> None:
    here, near, far = Point(28.66, 121.42), Point(28.67, 121.42), Point(28.99, 121.42)
    hours = (Span(540, 1080),)
    monday = DayPlan(0, hours, ((Busy(600, 660, far),),))
    friday = DayPlan(4, hours, ((Busy(600, 660, near),),))
    found = cheapest_place([monday, friday], place=here, minutes=60, opens=None, lunch=None, home=far)
    assert found is not None
    assert found.weekday == 4
    full = DayPlan(4, (Span(600, 660),), ((Busy(600, 660, near),),))
    assert cheapest_place([full], place=here, minutes=60, opens=None, lunch=None, home=None) is None
    shut = {0: hours}
    kept = cheapest_place([monday, friday], place=here, minutes=60, opens=shut, lunch=None, home=far)
    assert kept is not None
    assert kept.weekday == 0
