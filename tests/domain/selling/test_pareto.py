from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.errors import RuleError
from kamdesk.domain.selling.pareto import CLASSES, Limits, concentration, ranked

amounts = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=4), st.integers(-(10**6), 10**12), max_size=25
)
limits = st.tuples(st.integers(1, 10_000), st.integers(1, 10_000)).map(lambda two: Limits(min(two), max(two)))


def classes(given_amounts, **kinds):
    return {row.unit_id: row.value_class for row in ranked(given_amounts, Limits(**kinds))}


def test_the_account_that_crosses_the_line_is_still_a() -> None:
    assert classes({"a": 50, "b": 29, "c": 11, "d": 6, "e": 4}) == {
        "a": "A",
        "b": "A",
        "c": "A",
        "d": "B",
        "e": "C",
    }
    assert classes({"giant": 95, "dwarf": 5}) == {"giant": "A", "dwarf": "C"}


def test_the_curve_says_what_those_up_to_here_bring() -> None:
    rows = ranked({"a": 60, "b": 30, "c": 10})
    assert [(row.rank, row.share, row.cumulated) for row in rows] == [
        (1, Fraction(6, 10), Fraction(6, 10)),
        (2, Fraction(3, 10), Fraction(9, 10)),
        (3, Fraction(1, 10), Fraction(1)),
    ]


def test_who_sent_back_more_than_it_bought_has_no_share() -> None:
    rows = {row.unit_id: row for row in ranked({"a": 100, "none": 0, "back": -40})}
    assert rows["a"].share == 1
    for unit in ("none", "back"):
        assert (rows[unit].share, rows[unit].cumulated, rows[unit].value_class) == (None, None, "C")


def test_without_sales_nothing_is_concentrated() -> None:
    empty = concentration({"a": 0, "b": -5})
    assert (empty.accounts, empty.hhi, empty.fifth, empty.four_fifths, empty.as_many_equal) == (
        0,
        None,
        None,
        None,
        None,
    )
    assert ranked({}) == ()


def test_equal_accounts_are_as_many_as_they_are() -> None:
    even = concentration(dict.fromkeys("abcdefghij", 7))
    assert even.hhi == Fraction(1, 10)
    assert even.as_many_equal == 10
    assert (even.fifth_count, even.fifth, even.four_fifths) == (2, Fraction(1, 5), 8)
    assert even.top == ((1, Fraction(1, 10)), (3, Fraction(3, 10)), (5, Fraction(1, 2)), (10, Fraction(1)))


@pytest.mark.parametrize(("a", "b"), [(0, 9500), (9500, 8000), (8000, 10_001)])
def test_limits_that_make_no_sense_are_refused(a: int, b: int) -> None:
    with pytest.raises(RuleError) as refused:
        Limits(a, b)
    assert refused.value.code == "class_limits"


@given(amounts, limits)
def test_classes_fall_with_the_amount_and_a_reaches_its_limit(
    amounts: dict[str, int], limits: Limits
) -> None:
    rows = ranked(amounts, limits)
    for upper, lower in pairwise(rows):
        assert upper.amount >= lower.amount
        assert CLASSES.index(upper.value_class) <= CLASSES.index(lower.value_class)
        if upper.amount == lower.amount:
            assert upper.value_class == lower.value_class
    value = sum(amount for amount in amounts.values() if amount > 0)
    in_a = sum(row.amount for row in rows if row.value_class == "A")
    assert in_a * 10_000 >= limits.a * value
    assert sum(row.share or 0 for row in rows) == (1 if value else 0)


@given(amounts, limits, st.randoms())
def test_order_and_names_decide_nothing(amounts: dict[str, int], limits: Limits, dice: random.Random) -> None:
    units = list(amounts)
    dice.shuffle(units)
    shuffled = {unit: amounts[unit] for unit in units}
    assert ranked(shuffled, limits) == ranked(amounts, limits)
    renamed = {unit[::-1] + "!": amount for unit, amount in amounts.items()}
    if len(renamed) == len(amounts):
        same = {row.unit_id[:-1][::-1]: row.value_class for row in ranked(renamed, limits)}
        assert same == {row.unit_id: row.value_class for row in ranked(amounts, limits)}


@given(amounts, st.sampled_from(["a", "zz"]), st.integers(1, 10**9))
def test_who_buys_more_does_not_fall(amounts: dict[str, int], unit: str, more: int) -> None:
    before = {row.unit_id: row.value_class for row in ranked(amounts)}
    after = {row.unit_id: row.value_class for row in ranked({**amounts, unit: amounts.get(unit, 0) + more})}
    if amounts.get(unit, 0) > 0:
        assert CLASSES.index(after[unit]) <= CLASSES.index(before[unit])
