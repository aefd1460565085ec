from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.facts import Period
from kamdesk.domain.selling.cycle import Confidence, cycle, life_cycles, median
from kamdesk.domain.selling.facts import Kind, Sale, months_of
from kamdesk.domain.selling.months import month_number, month_period, twelve_months, years_before
from kamdesk.domain.selling.trend import compared, season, slope, trend

TODAY = date(2026, 11, 25)
CNY = Kind("CNY", True)


def sold(day: date, amount: int) -> Sale:
    return Sale("a", str(day), day, day, CNY, amount)


def monthly(first: int, amounts: list[int]) -> list[Sale]:
    return [sold(month_period(first + n).first, amount) for n, amount in enumerate(amounts)]


def test_twelve_months_against_the_twelve_before() -> None:
    sales = [
        sold(date(2025, 11, 26), 150),
        sold(date(2025, 11, 25), 90),
        sold(date(2024, 11, 26), 10),
        sold(date(2024, 11, 25), 7),
    ]
    found = trend(sales, TODAY, known_from=date(2024, 11, 1))
    assert (found.last, found.before, found.change, found.whole) == (150, 100, Fraction(1, 2), True)
    assert found.shared_out == 0


def test_where_two_years_are_not_known_only_known_days_are_compared() -> None:
    assert compared(TODAY, date(2025, 1, 1)) == Period(date(2026, 1, 1), TODAY)
    assert compared(TODAY, date(2025, 9, 1)) is None
    assert compared(TODAY, None) is None
    sales = [sold(date(2025, 1, 5), 100), sold(date(2026, 1, 5), 80), sold(date(2025, 12, 5), 1000)]
    found = trend(sales, TODAY, known_from=date(2025, 1, 1))
    assert (found.last, found.before, found.change, found.whole) == (80, 100, Fraction(-1, 5), False)


def test_unknown_is_not_nothing() -> None:
    young = trend([sold(date(2026, 11, 1), 100)], TODAY, known_from=date(2026, 10, 1))
    assert (young.last, young.before, young.change, young.reason) == (100, None, None, "before_unknown")
    new = trend([sold(date(2026, 11, 1), 100)], TODAY, known_from=date(2020, 1, 1))
    assert (new.before, new.change, new.reason) == (0, None, "before_nothing")


def test_a_slope_is_exact_and_needs_half_a_year() -> None:
    assert slope([10, 12, 14, 16, 18, 20]) == 2
    assert slope([5] * 24) == 0
    assert slope([1, 2, 3, 4, 5]) is None
    assert slope([0, 0, 0, 0, 0, 7]) == Fraction(1)


def test_the_season_of_two_like_years_is_sure() -> None:
    year = [50, 50, 100, 100, 100, 100, 100, 100, 100, 100, 150, 150]
    sales = monthly(2024 * 12 + 11 - 1, (year[10:] + year[:10]) * 2)
    by_month, shared = months_of(sales)
    found = season(by_month, shared, TODAY, month_period(2024 * 12 + 10).first)
    assert found.years == 2
    assert found.sure
    assert found.index == {month: Fraction(amount, 100) for month, amount in enumerate(year, 1)}


def test_one_year_is_told_but_not_sure_and_less_is_none() -> None:
    sales = monthly(2025 * 12 + 10, [100] * 12)
    by_month, shared = months_of(sales)
    known = date(2025, 11, 1)
    assert (season(by_month, shared, TODAY, known).years, season(by_month, shared, TODAY, known).sure) == (
        1,
        False,
    )
    few = season(by_month, shared, TODAY, date(2025, 12, 1))
    assert (few.index, few.reason, few.of(3)) == ({}, "less_than_a_year", 1)
    assert season({}, (), TODAY, None).reason == "no_sales"


def test_a_year_known_only_as_a_sum_has_no_season() -> None:
    told = Sale("a", "l", date(2025, 11, 1), date(2026, 10, 31), CNY, 1200, listed=True)
    by_month, shared = months_of([told])
    assert season(by_month, shared, TODAY, told.first).reason == "less_than_a_year"


@given(st.lists(st.integers(0, 10**9), min_size=24, max_size=24))
def test_an_index_means_one_over_the_year(amounts: list[int]) -> None:
    sales = monthly(month_number(TODAY) - 24, amounts)
    found = season(*months_of(sales), TODAY, sales[0].first)
    assert found.years == any(amounts[:12]) + any(amounts[12:])
    if found.years:
        assert sum(found.index.values()) == 12


def test_a_day_that_a_year_lacks() -> None:
    assert years_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert twelve_months(date(2024, 2, 29)) == Period(date(2023, 3, 1), date(2024, 2, 29))


def test_a_steady_buyer() -> None:
    found = cycle([date(2026, 1, 1) + timedelta(days=14 * n) for n in range(8)], date(2026, 4, 20))
    assert (found.median, found.regularity, found.confidence) == (14, 1, Confidence.HIGH)
    assert (found.next_on, found.late) == (date(2026, 4, 23), 0)


def test_two_orders_are_no_cycle() -> None:
    found = cycle([date(2026, 1, 1), date(2026, 2, 1)], TODAY)
    assert (found.median, found.next_on, found.late, found.reason) == (None, None, None, "too_few_purchases")
    assert cycle([], TODAY).reason == "never_bought"
    assert cycle([date(2027, 1, 1)], TODAY).purchases == 0


def test_a_jumpy_buyer_is_told_as_one() -> None:
    days = [date(2026, 1, 1), date(2026, 1, 3), date(2026, 4, 1), date(2026, 4, 10), date(2026, 9, 1)]
    found = cycle(days, date(2026, 11, 20))
    assert found.intervals == (2, 88, 9, 144)
    assert found.median == Fraction(97, 2)
    assert found.confidence == Confidence.LOW
    assert found.next_on == date(2026, 10, 20)
    assert found.late == 31


def test_what_recurs_comes_by_its_next_date() -> None:
    step = timedelta(days=30)
    often = [date(2026, 1, 1) + step * n for n in range(4)]
    seldom = [date(2025, 1, 1) + 3 * step * n for n in range(5)]
    found = life_cycles({"seldom": seldom, "often": often, "once": [TODAY]}, TODAY)
    assert list(found) == ["seldom", "often"]
    assert found["seldom"].next_on < found["often"].next_on


@given(st.lists(st.dates(date(2020, 1, 1), TODAY), max_size=20))
def test_a_cycle_is_of_days_not_of_orders(days: list[date]) -> None:
    assert cycle(days + days, TODAY) == cycle(sorted(days), TODAY)
    found = cycle(days, TODAY)
    assert (found.median is None) == (len(set(days)) < 3)
    if found.median is not None:
        assert found.next_on > found.last
        assert found.median == median(found.intervals)


@given(st.lists(st.dates(date(2020, 1, 1), TODAY), min_size=3, max_size=30))
def test_a_cycle_in_whole_numbers_is_the_one_in_fractions(days: list[date]) -> None:
    found = cycle(days, TODAY)
    if found.median is None:
        return
    reach = max(found.median / 4, Fraction(3))
    assert found.near == sum(abs(each - found.median) <= reach for each in found.intervals)
    assert found.next_on == max(days) + timedelta(days=int(found.median + Fraction(1, 2)))


def test_three_days_more_or_less_are_regular() -> None:
    days = [date(2026, 3, 1) + timedelta(days=each) for each in (0, 4, 8, 12, 19)]
    assert cycle(days, TODAY).near == 4, "three intervals of four days, and one of seven"
