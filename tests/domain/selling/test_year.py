"""Which twelve months stand for a year: only those that are recorded."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.facts import Period
from kamdesk.domain.selling.facts import Kind, Sale, within
from kamdesk.domain.selling.months import twelve_months
from kamdesk.domain.selling.year import listed_year, year_told

TODAY = date(2026, 11, 26)
KIND = Kind("CNY", None)
LAST_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


def listed(first: date, last: date, amount: int = 660) -> Sale:
    return Sale("u", "list", first, last, KIND, amount, listed=True)


def ordered(day: date, amount: int = 2) -> Sale:
    return Sale("u", "order", day, day, KIND, amount)


WHOLE = listed(LAST_YEAR.first, LAST_YEAR.last)


def test_last_years_sum_alone_stands_for_the_year() -> None:
    assert year_told([WHOLE], TODAY) == LAST_YEAR
    assert listed_year([WHOLE], LAST_YEAR)
    assert sum(sale.amount for sale in within([WHOLE], year_told([WHOLE], TODAY))) == 660


def test_the_first_orders_long_after_it_do_not_make_a_year() -> None:
    assert year_told([WHOLE, ordered(TODAY)], TODAY) == LAST_YEAR
    assert year_told([WHOLE, ordered(date(2026, 11, 30))], date(2027, 6, 1)) == LAST_YEAR


def test_orders_that_go_on_where_the_list_ends_make_one() -> None:
    assert year_told([WHOLE, ordered(date(2026, 1, 9))], TODAY) == twelve_months(TODAY)
    assert year_told([WHOLE, ordered(date(2024, 6, 1)), ordered(TODAY)], TODAY) == twelve_months(TODAY)
    assert year_told([WHOLE, ordered(date(2026, 11, 26))], date(2027, 11, 25)) == twelve_months(
        date(2027, 11, 25)
    )


def test_a_list_of_less_than_a_year_gives_way_to_orders() -> None:
    month = listed(date(2025, 12, 1), date(2025, 12, 31))
    assert year_told([month, ordered(date(2026, 5, 1))], TODAY) == twelve_months(TODAY)


def test_lists_of_this_year_are_in_the_usual_twelve_months() -> None:
    half = listed(date(2026, 1, 1), date(2026, 6, 30))
    assert year_told([WHOLE, half], TODAY) == twelve_months(TODAY)
    assert year_told([listed(date(2026, 1, 1), date(2026, 12, 31))], TODAY) == twelve_months(TODAY)


@given(st.lists(st.dates(date(2024, 1, 1), TODAY), max_size=6))
def test_orders_alone_are_always_counted_up_to_today(days: list[date]) -> None:
    assert year_told([ordered(day) for day in days], TODAY) == twelve_months(TODAY)


@given(st.dates(date(2023, 1, 1), TODAY), st.integers(0, 500))
def test_a_list_alone_is_never_told_in_part(first: date, days: int) -> None:
    sale = listed(first, date.fromordinal(min(first.toordinal() + days, TODAY.toordinal() - 1)))
    if sale.first > sale.last or sale.days > 365:
        return
    inside = within([sale], year_told([sale], TODAY))
    assert not inside or sum(one.amount for one in inside) == sale.amount
