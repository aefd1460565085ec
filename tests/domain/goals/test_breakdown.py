from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.domain.facts import Period
from kamdesk.domain.goals.breakdown import break_down, share_out

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def test_the_largest_remainder_gets_what_is_left() -> None:
    assert share_out(100, [1, 1, 1]) == [34, 33, 33]
    assert share_out(10, [5, 3, 1]) == [6, 3, 1]
    assert share_out(-10, [5, 3, 1]) == [-6, -3, -1]
    assert share_out(7, [0, 0]) == [4, 3]
    assert share_out(7, [0, 1]) == [0, 7]
    assert share_out(7, []) == []


def test_a_year_by_working_days() -> None:
    found = break_down(261_00, YEAR, weekdays)
    assert sum(part.workdays for part in found.months) == 261
    assert [part.amount for part in found.months] == [part.workdays * 100 for part in found.months]
    assert [part.amount for part in found.quarters] == [64_00, 65_00, 66_00, 66_00]
    assert found.by_day[date(2026, 1, 3)] == 0, "a Saturday"
    assert len(found.weeks) == 53
    assert found.weeks[0].period == Period(date(2026, 1, 1), date(2026, 1, 4))
    assert found.until(date(2026, 3, 31)) == 64_00
    assert not found.workless


def test_a_season_moves_the_months_and_not_the_year() -> None:
    season = {month: Fraction(2 if month == 6 else 1) for month in range(1, 13)}
    found = break_down(1_000_000, YEAR, weekdays, season)
    even = break_down(1_000_000, YEAR, weekdays)
    assert found.months[5].season == 2
    assert found.months[5].amount > even.months[5].amount * 18 // 10
    assert sum(part.amount for part in found.months) == 1_000_000


def test_a_make_up_saturday_works_and_a_holiday_does_not() -> None:
    special = {date(2026, 1, 4): True, date(2026, 1, 5): False}
    found = break_down(
        1000, Period(date(2026, 1, 1), date(2026, 1, 31)), lambda d: special.get(d, weekdays(d))
    )
    assert found.by_day[date(2026, 1, 4)] > 0
    assert found.by_day[date(2026, 1, 5)] == 0


def test_where_no_day_works_all_count_alike() -> None:
    found = break_down(62, Period(date(2026, 1, 1), date(2026, 1, 31)), lambda _: False)
    assert found.workless
    assert set(found.by_day.values()) == {2}


periods = st.tuples(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(0, 500)).map(
    lambda two: Period(two[0], two[0] + timedelta(days=two[1]))
)
seasons = st.dictionaries(st.integers(1, 12), st.fractions(0, 3), max_size=12)


@settings(max_examples=40)
@given(st.integers(-(10**12), 10**12), periods, seasons, st.sets(st.integers(0, 6)))
def test_every_level_adds_up_to_the_whole(total: int, period: Period, season, working: set[int]) -> None:
    found = break_down(total, period, lambda day: day.weekday() in working, season)
    for level in (found.quarters, found.months, found.weeks):
        assert sum(part.amount for part in level) == total
        assert sum((part.period.last - part.period.first).days + 1 for part in level) == len(found.by_day)
    assert sum(found.by_day.values()) == total == found.until(period.last)
    assert len({amount > 0 for amount in found.by_day.values() if amount}) <= 1


@given(st.integers(-(10**6), 10**9), st.lists(st.fractions(0, 10), min_size=1, max_size=20))
def test_shares_are_near_their_weight(total: int, weights: list[Fraction]) -> None:
    parts = share_out(total, weights)
    assert sum(parts) == total
    if sum(weights):
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part - total * weight / sum(weights)) < 1
