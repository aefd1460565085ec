"""Every cut of a gap adds up to it, to the last unit of money, whatever was sold."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.goals.gap import Caused, Lever, gap, split
from kamdesk.domain.selling.facts import Kind, Sale

CNY = Kind("CNY", True)
DAY = date(2026, 11, 1)


def sold(
    unit: str,
    amount: int,
    quantity: int | None = None,
    product: str | None = "p",
    measure: str | None = "bag",
) -> Sale:
    return Sale(unit, f"{unit}{amount}", DAY, DAY, CNY, amount, product, quantity, measure)


def parts(now, then) -> dict[Lever, int]:
    return {lever: amount for lever, amount in split(now, then).parts.items() if amount}


def test_more_at_a_higher_price() -> None:
    # 10 at 5.00 became 12 at 6.00: volume 2 × 5.00, price 1.00 × 12
    assert parts([sold("a", 7200, 12_000)], [sold("a", 5000, 10_000)]) == {
        Lever.VOLUME: 1000,
        Lever.PRICE: 1200,
    }


def test_who_came_and_who_went() -> None:
    now = [sold("new", 300, 1000), sold("both", 100, 1000)]
    then = [sold("gone", 700, 1000), sold("both", 100, 1000)]
    assert parts(now, then) == {Lever.NEW: 300, Lever.LOST: -700}


def test_a_product_taken_up_and_one_dropped() -> None:
    now = [sold("a", 10, 1000, "kept"), sold("a", 50, 1000, "taken up")]
    then = [sold("a", 10, 1000, "kept"), sold("a", 20, 1000, "dropped")]
    assert parts(now, then) == {Lever.RANGE_NEW: 50, Lever.RANGE_DROPPED: -20}


def test_what_cannot_be_told_apart_is_said_to_be_so() -> None:
    assert parts([sold("a", 90, None)], [sold("a", 50, 1000)]) == {Lever.UNTOLD: 40}
    assert parts([sold("a", 90, 1000, measure="t")], [sold("a", 50, 1000)]) == {Lever.UNTOLD: 40}
    assert parts([sold("a", 90, product=None)], [sold("a", 50, 1000)]) == {Lever.UNTOLD: 40}
    assert parts([sold("a", 90, 0)], [sold("a", 50, 1000)]) == {Lever.UNTOLD: 40}
    assert parts([sold("a", -90, -1000)], [sold("a", 50, 1000)]) == {Lever.UNTOLD: -140}


def test_goods_given_away_lower_the_price_and_raise_the_volume() -> None:
    now = [sold("a", 1000, 10_000), sold("a", 0, 10_000)]
    assert parts(now, [sold("a", 1000, 10_000)]) == {Lever.VOLUME: 1000, Lever.PRICE: -1000}


def test_the_growth_that_a_target_asks_for_is_a_part_of_its_own() -> None:
    found = gap(target=150, now=[sold("a", 90, 900)], then=[sold("a", 100, 1000)])
    assert found.gap == -60
    assert {k: v for k, v in found.by_lever.items() if v} == {Lever.ASKED: -50, Lever.VOLUME: -10}


def test_an_account_with_a_target_of_its_own_keeps_it() -> None:
    then = [sold("a", 60, 1000), sold("b", 30, 1000), sold("c", 10, 1000)]
    found = gap(target=200, now=[sold("b", 50, 1000)], then=then, own_targets={"a": 130})
    assert {part.of: part.target for part in found.by_account} == {"a": 130, "b": 53, "c": 17}
    assert [part.of for part in found.by_account] == ["a", "c", "b"], "the worst first"


def test_what_the_rep_coded_and_the_rest() -> None:
    causes = [Caused("price", -10, ("1",)), Caused("supply", -25, ("2",)), Caused("price", -5, ("3",))]
    found = gap(target=100, now=[], then=[], causes=causes)
    assert [(each.cause, each.amount, each.ids) for each in found.causes] == [
        ("supply", -25, ("2",)),
        ("price", -15, ("1", "3")),
    ]
    assert found.unexplained == -60
    assert [(part.of, part.gap) for part in found.by_account] == [(None, -100)]


amounts = st.integers(-(10**9), 10**11)
quantities = st.one_of(st.none(), st.integers(-(10**6), 10**9))
sales = st.lists(
    st.builds(
        sold,
        st.sampled_from("abcd"),
        amounts,
        quantities,
        st.sampled_from(["p", "q", None]),
        st.sampled_from(["bag", "t", None]),
    ),
    max_size=14,
)
own = st.dictionaries(st.sampled_from("abxy"), amounts, max_size=3)
causes = st.lists(
    st.builds(Caused, st.sampled_from(["price", "supply"]), amounts, st.just(("id",))), max_size=4
)


@given(amounts, sales, sales, own, causes)
def test_the_parts_add_up(
    target: int, now: list[Sale], then: list[Sale], own: dict[str, int], causes: list[Caused]
) -> None:
    found = gap(target=target, now=now, then=then, own_targets=own, causes=causes)
    assert found.gap == sum(sale.amount for sale in now) - target
    assert sum(part.gap for part in found.by_account) == found.gap
    assert sum(part.gap for part in found.by_product) == found.gap
    assert sum(found.by_lever.values()) == found.gap
    assert sum(cause.amount for cause in found.causes) + found.unexplained == found.gap
    assert list(found.by_lever) == list(Lever)


@given(sales, sales)
def test_backwards_it_is_the_other_way_round(now: list[Sale], then: list[Sale]) -> None:
    there, back = split(now, then), split(then, now)
    assert there.difference == -back.difference
    assert there.parts[Lever.NEW] == -back.parts[Lever.LOST]
    assert there.parts[Lever.RANGE_NEW] == -back.parts[Lever.RANGE_DROPPED]
    assert there.parts[Lever.UNTOLD] == -back.parts[Lever.UNTOLD]


@given(sales, sales, st.randoms())
def test_the_order_decides_nothing(now: list[Sale], then: list[Sale], dice: random.Random) -> None:
    mixed = list(now)
    dice.shuffle(mixed)
    assert split(mixed, then) == split(now, then)


AT_ONCE = st.lists(
    st.builds(
        sold,
        st.sampled_from("ab"),
        st.integers(-500, 500),
        st.sampled_from((None, 0, 1000, 2500, -700)),
        st.sampled_from(("p", "q", None)),
        st.sampled_from(("bag", "t", None)),
    ),
    max_size=8,
)


def by_hand(now: list[Sale], then: list[Sale]) -> dict[Lever, int]:
    """Each cell for itself, in fractions."""
    found: dict[Lever, int] = {}

    def put(lever: Lever, amount: int) -> None:
        found[lever] = found.get(lever, 0) + amount

    buys, bought = {s.unit_id for s in now}, {s.unit_id for s in then}
    for unit, product in {(s.unit_id, s.product_id) for s in (*now, *then)}:
        new, old = (
            [s for s in sales if (s.unit_id, s.product_id) == (unit, product)] for sales in (now, then)
        )
        difference = sum(s.amount for s in new) - sum(s.amount for s in old)
        if unit not in bought or unit not in buys:
            put(Lever.NEW if unit not in bought else Lever.LOST, difference)
        elif new and old:
            quantities = [[s.quantity for s in side] for side in (new, old)]
            one_unit = len({s.unit for s in (*new, *old)}) == 1
            told = product is not None and one_unit and None not in (*quantities[0], *quantities[1])
            after, before = (sum(side) if told else 0 for side in quantities)
            if after > 0 and before > 0:
                volume = floor(
                    Fraction((after - before) * sum(s.amount for s in old), before) + Fraction(1, 2)
                )
                put(Lever.VOLUME, volume)
                put(Lever.PRICE, difference - volume)
            else:
                put(Lever.UNTOLD, difference)
        else:
            other = then if new else now
            hidden = product is None or any(s.unit_id == unit and s.product_id is None for s in other)
            lever = Lever.RANGE_NEW if new else Lever.RANGE_DROPPED
            put(Lever.UNTOLD if hidden else lever, difference)
    return {lever: amount for lever, amount in found.items() if amount}


@given(AT_ONCE, AT_ONCE)
def test_levers_are_those_of_each_cell_for_itself(now: list[Sale], then: list[Sale]) -> None:
    assert parts(now, then) == by_hand(now, then)
