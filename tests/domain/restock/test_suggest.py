"""The suggested order against the glossary's formula reckoned by hand, and everything that must not become 0."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.restock.sell_through import (
    Arrival,
    Count,
    Ordered,
    Told,
    intervals,
    rate,
    rate_of_orders,
    received,
)
from kamdesk.domain.restock.suggest import Basis, Blank, Good, Note, Plan, Seasons, packed, suggest

TODAY = date(2026, 11, 25)
PLAN = Plan(Fraction(1), Fraction(2), "setting", "setting")
EVEN = Seasons({}, sure=True, told_by="setting")
BARE = Good("p", "bag", 50, False, (), (), (), ())


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def count(days: int, units: int, **more) -> Count:
    return Count(ago(days), units * 1000, f"c{days}", **more)


def arrival(days: int, units: int, told: str = Told.RECORDED) -> Arrival:
    return Arrival(ago(days), units * 1000, f"a{days}", told)


def ordered(days: int, units: int) -> Ordered:
    return Ordered(ago(days), units * 1000, f"o{days}")


def two_counts(**more) -> Good:
    return replace(BARE, counts=(count(14, 300), count(0, 180)), arrivals=(arrival(7, 80),), **more)


def test_the_formula_by_hand() -> None:
    # sold 300 + 80 − 180 = 200 in two weeks: 100 a week; 100 × 3 weeks − 180 − 30 on the way = 90 → two packs of 50
    found = suggest(replace(two_counts(), coming=(ordered(2, 30),)), PLAN, EVEN, TODAY)
    assert found.rate.weekly == 100_000
    assert (found.need, found.stock, found.coming) == (300_000, 180_000, 30_000)
    assert (found.quantity, found.basis, found.estimate, found.blank) == (100_000, Basis.COUNTS, False, None)
    assert found.notes == ()
    assert set(found.sources) == {"c14", "c0", "a7", "o2"}


def test_enough_is_nothing_to_order_and_known_as_such() -> None:
    found = suggest(replace(two_counts(), coming=(ordered(2, 500),)), PLAN, EVEN, TODAY)
    assert (found.quantity, found.blank) == (0, None)


def test_a_season_is_of_the_days_ahead_against_those_behind() -> None:
    seasons = Seasons({11: Fraction(1), 12: Fraction(2)}, sure=True, told_by="setting")
    found = suggest(two_counts(), PLAN, seasons, TODAY)
    # five days of November and sixteen of December ahead
    assert found.season == Fraction(5 + 32, 21)
    assert found.need == 300_000 * found.season
    unsure = suggest(two_counts(), PLAN, replace(seasons, sure=False), TODAY)
    assert (unsure.season, Note.SEASON_UNSURE in unsure.notes) == (1, True)


def test_a_count_that_cannot_be_is_flagged_and_left_out() -> None:
    good = replace(BARE, counts=(count(28, 100), count(14, 40), count(7, 90), count(0, 60)))
    found = suggest(good, PLAN, EVEN, TODAY)
    assert [each.sold for each in found.intervals] == [60_000, -50_000, 30_000]
    assert [each.flagged for each in found.intervals] == [False, True, False]
    assert found.rate.weekly == Fraction(90_000, 3)
    assert Note.COUNT_FLAGGED in found.notes
    all_wrong = suggest(replace(BARE, counts=(count(7, 10), count(0, 90))), PLAN, EVEN, TODAY)
    assert (all_wrong.quantity, all_wrong.blank) == (None, Blank.COUNTS_FLAGGED)


def test_an_empty_shelf_says_nothing_of_what_sells() -> None:
    found = suggest(replace(BARE, counts=(count(7, 0), count(0, 0))), PLAN, EVEN, TODAY)
    assert (found.quantity, found.blank) == (None, Blank.NO_BASELINE)
    slow = suggest(replace(BARE, counts=(count(7, 30), count(0, 30))), PLAN, EVEN, TODAY)
    assert (slow.quantity, slow.rate.weekly) == (0, 0), "it lay there and nobody bought it: that is known"


@pytest.mark.parametrize(
    ("good", "why"),
    [
        (BARE, Blank.NO_BASELINE),
        (replace(BARE, counts=(count(0, 80),)), Blank.NO_BASELINE),
        (replace(BARE, orders=(ordered(5, 100),)), Blank.NO_BASELINE),
        (replace(BARE, orders=(ordered(20, 0), ordered(5, 0))), Blank.NO_BASELINE),
        (replace(BARE, orders=(ordered(20, -50), ordered(5, 100))), Blank.NO_BASELINE),
        (replace(BARE, counts=(count(80, 300), count(66, 200))), Blank.STOCK_OLD),
        (replace(BARE, units_differ=True), Blank.UNITS_DIFFER),
        (replace(two_counts(), discontinued=True), Blank.DISCONTINUED),
    ],
)
def test_without_a_baseline_there_is_a_reason_and_no_number(good: Good, why: Blank) -> None:
    found = suggest(good, PLAN, EVEN, TODAY)
    assert (found.quantity, found.blank, found.need) == (None, why, None)


def test_without_counts_it_is_an_estimate_from_orders() -> None:
    # 140 went in two weeks: 70 a week; a week ago 210 came: 140 left; 70 × 3 − 140 = 70 → 100
    good = replace(BARE, orders=(ordered(21, 140), ordered(7, 210)))
    found = suggest(good, PLAN, EVEN, TODAY)
    assert (found.basis, found.estimate, found.rate.weekly) == (Basis.ORDERS, True, 70_000)
    assert (found.stock, found.stock_on, found.quantity) == (140_000, None, 100_000)
    assert {Note.ESTIMATE, Note.STOCK_ESTIMATED} <= set(found.notes)


def test_one_count_gives_the_stock_and_orders_the_rate() -> None:
    good = replace(BARE, orders=(ordered(21, 140), ordered(7, 210)), counts=(count(1, 20),))
    found = suggest(good, PLAN, EVEN, TODAY)
    assert (found.basis, found.stock, found.quantity) == (Basis.ORDERS, 20_000, 200_000)
    assert Note.STOCK_ESTIMATED not in found.notes


def test_an_old_count_is_no_stock() -> None:
    good = replace(BARE, orders=(ordered(21, 140), ordered(7, 210)), counts=(count(90, 20), count(70, 10)))
    found = suggest(good, PLAN, EVEN, TODAY)
    assert (found.basis, found.stock_on) == (Basis.ORDERS, None)


def test_recorded_arrivals_are_the_goods_that_were_shipped() -> None:
    both = (arrival(5, 80), arrival(6, 80, Told.SHIPPED))
    assert received(both, ago(10), ago(0)) == both[:1]
    assert received(both[1:], ago(10), ago(0)) == both[1:]
    assert received(both, ago(5), ago(0)) == (), "what came on the day of the count lay in it"
    shipped = replace(BARE, counts=(count(14, 100), count(0, 100)), arrivals=(arrival(6, 80, Told.SHIPPED),))
    assert Note.RECEIVED_BY_SHIPPING in suggest(shipped, PLAN, EVEN, TODAY).notes


def test_what_came_since_the_count_is_there_too() -> None:
    good = replace(BARE, counts=(count(16, 300), count(2, 100)), arrivals=(arrival(1, 60),))
    assert suggest(good, PLAN, EVEN, TODAY).coming == 60_000


def test_the_trend_is_this_rate_against_the_one_before() -> None:
    counts = [count(84 - 7 * n, 2000 - (10 * n if n <= 6 else 60 + 20 * (n - 6))) for n in range(13)]
    measured = rate(intervals(counts, ()))
    assert (measured.weekly, measured.days, measured.trend) == (20_000, 42, 1)
    assert rate(intervals(counts[-3:], ())).trend is None


def test_a_shelf_found_empty_may_have_sold_more() -> None:
    found = suggest(replace(BARE, counts=(count(7, 70), count(0, 0))), PLAN, EVEN, TODAY)
    assert Note.RAN_OUT in found.notes


def test_packs_are_filled_up() -> None:
    assert packed(Fraction(1), 50) == 50_000
    assert packed(Fraction(50_000), 50) == 50_000
    assert packed(Fraction(50_001), 50) == 100_000
    assert packed(Fraction(0), 50) == 0
    assert packed(Fraction(500), None) == 1000
    assert Note.NO_PACK in suggest(replace(two_counts(), pack=None), PLAN, EVEN, TODAY).notes


units = st.integers(0, 500)
counts = st.lists(st.builds(count, st.integers(0, 120), units), max_size=8)
arrivals = st.lists(st.builds(arrival, st.integers(0, 120), units, st.sampled_from(list(Told))), max_size=6)
orders = st.lists(st.builds(ordered, st.integers(0, 300), st.integers(-50, 500)), max_size=6)
goods = st.builds(
    lambda c, a, o, pack: replace(BARE, counts=tuple(c), arrivals=tuple(a), orders=tuple(o), pack=pack),
    counts, arrivals, orders, st.sampled_from([None, 0, 1, 50]),
)  # fmt: skip


@given(goods)
def test_what_is_unknown_is_blank_and_what_is_known_is_whole_packs(good: Good) -> None:
    found = suggest(good, PLAN, EVEN, TODAY)
    assert (found.quantity is None) == (found.blank is not None) == (found.rate is None)
    if found.quantity is not None:
        step = (good.pack or 1) * 1000
        assert found.quantity >= 0
        assert found.quantity % step == 0
        missing = found.need - found.stock - found.coming
        assert 0 <= found.quantity - max(Fraction(0), missing) < step


@given(goods, st.integers(1, 400))
def test_more_on_the_way_is_never_more_to_order(good: Good, more: int) -> None:
    less = suggest(good, PLAN, EVEN, TODAY)
    then = suggest(replace(good, coming=(ordered(1, more),)), PLAN, EVEN, TODAY)
    if less.quantity is not None:
        assert then.quantity <= less.quantity


@given(goods, st.randoms())
def test_the_order_of_the_facts_decides_nothing(good: Good, dice: random.Random) -> None:
    apart = tuple({each.day: each for each in good.counts}.values())
    mixed = list(apart)
    dice.shuffle(mixed)
    one = suggest(replace(good, counts=apart), PLAN, EVEN, TODAY)
    other = suggest(replace(good, counts=tuple(mixed)), PLAN, EVEN, TODAY)
    assert (one.quantity, one.blank, one.rate) == (other.quantity, other.blank, other.rate)


@given(counts, arrivals)
def test_nothing_is_lost_between_counts(counts: list[Count], arrivals: list[Arrival]) -> None:
    recorded = [each for each in arrivals if each.told == Told.RECORDED]
    told = intervals(counts, recorded)
    if told:
        first, last = told[0].before, told[-1].counted
        came = sum(each.quantity for each in recorded if told[0].first < each.day <= told[-1].last)
        assert sum(each.sold for each in told) == first + came - last


def test_two_orders_on_one_day_are_one_purchase() -> None:
    assert rate_of_orders([ordered(5, 10), ordered(5, 20)], TODAY, timedelta(days=100)) is None


def test_who_stopped_ordering_is_not_sent_an_order() -> None:
    good = replace(BARE, orders=(ordered(160, 140), ordered(130, 210)))
    found = suggest(good, PLAN, EVEN, TODAY)
    assert (found.quantity, found.blank) == (None, Blank.ORDERS_OLD)
