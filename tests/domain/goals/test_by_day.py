"""A target by day: exact whatever is set by hand, where the year ends."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.domain.facts import Period
from kamdesk.domain.goals.by_day import SetPart, by_day
from kamdesk.domain.goals.forecast import forecast
from kamdesk.domain.goals.periods import Span, overlap, span_around
from kamdesk.domain.selling.months import month_period

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
JANUARY = 2026 * 12


def weekday(day: date) -> bool:
    return day.weekday() < 5


@settings(max_examples=30, deadline=None)
@given(
    total=st.integers(0, 10**12),
    hand=st.dictionaries(st.integers(0, 11), st.integers(0, 10**11), max_size=12),
    season=st.dictionaries(st.integers(1, 12), st.fractions(0, 3), max_size=12),
)
def test_the_days_add_up_to_the_target_and_a_month_set_by_hand_has_just_its_part(
    total: int, hand: dict[int, int], season: dict[int, Fraction]
) -> None:
    parts = [SetPart(month_period(JANUARY + month), amount) for month, amount in hand.items()]
    spread = by_day(total, YEAR, weekday, season, parts)
    assert sum(spread.by_day.values()) + spread.unplaced == total
    for part in parts:
        assert spread.within(part.period) == part.amount
    if len(hand) < 12:
        assert spread.unplaced == 0


def test_the_part_named_first_counts_where_two_overlap() -> None:
    march, first_quarter = month_period(JANUARY + 2), span_around(Span.QUARTER, date(2026, 2, 1))
    spread = by_day(1200, YEAR, weekday, None, [SetPart(march, 700), SetPart(first_quarter, 900)])
    assert spread.within(march) == 700
    assert spread.within(first_quarter) != 900


def test_nothing_is_due_on_a_day_off_and_all_of_it_by_the_last_day() -> None:
    spread = by_day(261, YEAR, weekday)
    assert spread.by_day[date(2026, 11, 28)] == 0
    assert spread.until(YEAR.last, YEAR) == 261
    assert spread.workdays_in(month_period(JANUARY + 10)) == 21


def test_a_stretch_without_working_days_still_takes_its_rest() -> None:
    weekend = Period(date(2026, 11, 28), date(2026, 11, 29))
    assert sum(by_day(7, weekend, weekday).by_day.values()) == 7


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_each_period_holds_its_day_and_lies_in_the_longer_one(day: date) -> None:
    year, quarter, month, week = (span_around(span, day) for span in Span)
    assert all(day in period for period in (year, quarter, month, week))
    assert overlap(month, quarter) == month
    assert overlap(quarter, year) == quarter
    assert week.first.weekday() == 0
    assert week.last - week.first == timedelta(days=6)


def test_periods_that_do_not_touch_have_no_day_together() -> None:
    assert overlap(month_period(JANUARY), month_period(JANUARY + 1)) is None


def test_the_forecast_goes_on_at_the_pace_so_far() -> None:
    found = forecast(actual=80, due=100, target=130, weeks_left=6)
    assert found.end == 104
    assert found.gap == -26
    assert found.needed == 9


def test_without_anything_due_there_is_no_pace_to_go_on_with() -> None:
    found = forecast(actual=0, due=0, target=130, weeks_left=52)
    assert found.end is None
    assert found.gap is None
    assert forecast(5, 5, 10, 0).needed is None


def test_a_season_that_leaves_nothing_for_the_months_left_loses_nothing() -> None:
    parts = [SetPart(month_period(JANUARY + month), 10) for month in range(11)]
    spread = by_day(500, YEAR, weekday, {12: Fraction(0)}, parts)
    assert spread.within(month_period(JANUARY + 11)) == 390
    assert spread.unplaced == 0
