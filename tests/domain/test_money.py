"""Amounts are exact: there and back, lines half up, sums by currency and tax."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain import money
from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import Money

currencies = st.sampled_from(["CNY", "USD", "EUR", "JPY", "KWD"])
minors = st.integers(-(10**15), 10**15)


@given(minors, currencies)
def test_minor_units_there_and_back(minor: int, currency: str) -> None:
    amount = Money(minor, currency).major
    assert money.to_minor(amount, currency) == minor
    assert money.to_minor(str(amount), currency) == minor
    assert (
        money.to_minor(money.amount_text(Money(minor, currency)).replace(",", "").replace("−", "-"), currency)
        == minor
    )


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("123.45", "CNY", 12345),
        ("123.450", "CNY", 12345),
        (7, "JPY", 7),
        ("1.234", "KWD", 1234),
        ("1e3", "CNY", 100000),
    ],
)
def test_known_amounts(amount: str | int, currency: str, minor: int) -> None:
    assert money.to_minor(amount, currency) == minor


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        ("1.005", "CNY"),
        ("1.5", "JPY"),
        ("twelve", "CNY"),
        ("", "CNY"),
        ("NaN", "CNY"),
        ("Infinity", "CNY"),
        ("1e40", "CNY"),
    ],
)
def test_what_would_have_to_be_rounded_is_refused(amount: str, currency: str) -> None:
    with pytest.raises(RuleError) as caught:
        money.to_minor(amount, currency)
    assert caught.value.code == "amount_unreadable"


@pytest.mark.parametrize("currency", ["", "yuan", "cny", "元", "CNYX"])
def test_a_currency_has_three_capitals(currency: str) -> None:
    with pytest.raises(RuleError) as caught:
        money.to_minor("1", currency)
    assert caught.value.code == "currency_unknown"


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10_000))
def test_a_line_is_rounded_once_and_half_up(quantity: int, price: int, discount: int) -> None:
    exact = Fraction(quantity, 1000) * price * (1 - Fraction(discount, 10_000))
    assert money.line_amount(quantity, price, discount) == (exact + Fraction(1, 2)).__floor__()


def test_northwinds_dearest_line() -> None:
    """60 Côte de Blaye at 263.50 with 5 % off."""
    assert money.line_amount(60_000, 26_350, 500) == 1_501_950


@given(st.lists(st.builds(Money, minors, currencies, st.sampled_from([True, False, None]))))
def test_sums_keep_currency_and_tax_apart(amounts: list[Money]) -> None:
    got = money.totals(amounts)
    assert len({(m.currency, m.tax_included) for m in got}) == len(got)
    for total in got:
        same = [m for m in amounts if (m.currency, m.tax_included) == (total.currency, total.tax_included)]
        assert total.minor == sum(m.minor for m in same)
    assert sum(m.minor for m in got) == sum(m.minor for m in amounts)
    assert money.totals(reversed(amounts)) == got


@given(st.integers(-(10**12), 10**12))
def test_quantities_there_and_back(thousandths: int) -> None:
    assert money.to_thousandths(money.quantity_of(thousandths)) == thousandths
    assert "E" not in str(money.quantity_of(thousandths))


def test_how_amounts_are_written() -> None:
    assert money.amount_text(Money(-123450, "CNY")) == "−1,234.50"
    assert money.amount_text(Money(1234567, "JPY")) == "1,234,567"
    assert money.ten_thousands_text(Money(21_645_000, "CNY")) == "21.6"
    assert money.ten_thousands_text(Money(-50_000, "CNY")) == "−0.1"
    assert str(money.quantity_of(24_500)) == "24.5"
    assert str(money.quantity_of(420_000)) == "420"
