"""What is told twice counts once, and no part of a sum is lost where a period cuts through it."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.facts import Period
from kamdesk.domain.selling.facts import (
    Kind,
    Sale,
    by_kind,
    estimated,
    months_of,
    sums_by_unit,
    told_once,
    within,
)
from kamdesk.domain.selling.months import month_period

CNY = Kind("CNY", True)
JAN = Period(date(2026, 1, 1), date(2026, 1, 31))


def order(day: date, amount: int, *, unit: str = "a", product: str | None = None, kind: Kind = CNY) -> Sale:
    return Sale(unit, f"o{day}{amount}", day, day, kind, amount, product, 1000)


def told(period: Period, amount: int, *, unit: str = "a", product: str | None = None) -> Sale:
    return Sale(
        unit,
        f"l{period.first}{period.last}{product}",
        period.first,
        period.last,
        CNY,
        amount,
        product,
        listed=True,
    )


def total(sales) -> int:
    return sum(sale.amount for sale in sales)


def test_an_order_in_a_month_that_a_list_tells_of_is_in_its_sum() -> None:
    inside, outside = order(date(2026, 1, 20), 70), order(date(2026, 2, 1), 5)
    assert total(told_once([told(JAN, 100), inside, outside])) == 105
    assert total(told_once([inside, outside])) == 75


def test_a_list_of_one_product_stands_for_the_orders_of_that_product_alone() -> None:
    sales = [
        told(JAN, 100, product="p"),
        order(JAN.first, 30, product="p"),
        order(JAN.first, 40, product="q"),
    ]
    assert total(told_once(sales)) == 140


def test_another_account_and_another_kind_are_not_touched() -> None:
    dollars = order(JAN.first, 9, kind=Kind("USD", True))
    untaxed = order(JAN.first, 8, kind=Kind("CNY", False))
    sales = [told(JAN, 100), dollars, untaxed, order(JAN.first, 7, unit="b")]
    assert total(told_once(sales)) == 124
    assert {kind: total(group) for kind, group in by_kind(told_once(sales)).items()} == {
        CNY: 107,
        Kind("USD", True): 9,
        Kind("CNY", False): 8,
    }


def test_a_year_told_by_its_months_too_counts_once_by_the_months() -> None:
    year = told(Period(date(2025, 1, 1), date(2025, 12, 31)), 1200)
    months = [told(month_period(2025 * 12 + n), 101) for n in range(12)]
    assert total(told_once([year, *months])) == 12 * 101
    assert total(told_once([year, *months[:-1]])) == 1200, "a month is missing: the year says more"


def test_everything_goes_before_single_products() -> None:
    assert total(told_once([told(JAN, 100), told(JAN, 60, product="p"), told(JAN, 30, product="q")])) == 100


def test_a_longer_period_gives_its_part_by_days() -> None:
    quarter = told(Period(date(2026, 1, 1), date(2026, 3, 31)), 900)
    assert total(within([quarter], JAN)) == 310
    assert estimated([quarter], JAN) == 310
    assert estimated([order(JAN.first, 5)], JAN) == 0
    sums, shared = months_of([quarter, order(date(2026, 4, 1), 7)])
    assert [sums[2026 * 12 + n] for n in range(4)] == [310, 280, 310, 7]
    assert shared == {2026 * 12, 2026 * 12 + 1, 2026 * 12 + 2}


days = st.dates(date(2025, 1, 1), date(2026, 12, 31))
sales_made = st.builds(
    lambda unit, first, length, amount, listed, product: Sale(
        unit, f"{first}{length}{amount}", first, first + timedelta(days=length if listed else 0), CNY,
        amount, product, 1000, None, listed,
    ),
    st.sampled_from("abc"), days, st.integers(0, 400), st.integers(-(10**7), 10**9), st.booleans(),
    st.sampled_from([None, "p", "q"]),
)  # fmt: skip


@given(st.lists(sales_made, max_size=12), days)
def test_periods_side_by_side_add_up_to_the_whole(sales: list[Sale], cut: date) -> None:
    all_of_it = Period(date(2024, 1, 1), date(2029, 12, 31))
    early, late = Period(all_of_it.first, cut), Period(cut + timedelta(days=1), all_of_it.last)
    assert total(within(sales, early)) + total(within(sales, late)) == total(sales)
    assert sum(months_of(sales)[0].values()) == total(sales)
    assert sum(sums_by_unit(sales).values()) == total(sales)


@given(st.lists(sales_made, max_size=10), st.randoms())
def test_the_order_in_which_sales_are_given_changes_nothing(sales: list[Sale], dice: random.Random) -> None:
    shuffled = list(sales)
    dice.shuffle(shuffled)
    assert told_once(shuffled) == told_once(sales)


@given(st.lists(sales_made, max_size=10))
def test_what_counts_is_told_once_on_every_day(sales: list[Sale]) -> None:
    kept = told_once(sales)
    assert told_once(kept) == kept
    for one in kept:
        for other in kept:
            if one is other or one.unit_id != other.unit_id or not one.listed:
                continue
            if one.product_id is None or one.product_id == other.product_id:
                assert one.last < other.first or one.first > other.last
