"""Amounts, quantities, rates: exact, in the unit that is said, never in one that is guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.values.amounts import (
    Amount,
    minor_units,
    read_amount,
    read_discount,
    read_number,
    read_quantity,
)
from kamdesk.exchange.values.doubt import Doubt

WAN = 10_000


@pytest.mark.parametrize(
    ("cell", "value", "unit", "approximate", "currency"),
    [
        ("208万", 2_080_000, WAN, False, None),
        ("约300万元", 3_000_000, WAN, True, "CNY"),
        ("约１１４５万元", 11_450_000, WAN, True, "CNY"),
        ("300万元左右", 3_000_000, WAN, True, "CNY"),
        ("300多万", 3_000_000, WAN, True, None),
        ("1.2亿", 120_000_000, 100_000_000, False, None),
        ("5千元", 5_000, 1_000, False, "CNY"),
        ("1234元", 1_234, 1, False, "CNY"),
        ("¥1,234.50", Decimal("1234.50"), None, False, "CNY"),
        ("US$1,000", 1_000, None, False, "USD"),
        ("1,000 EUR", 1_000, None, False, "EUR"),
        ("$5k", 5_000, 1_000, False, None),
        ("2,097.5", Decimal("2097.5"), None, False, None),
        ("1.234,56", Decimal("1234.56"), None, False, None),
        ("12,5", Decimal("12.5"), None, False, None),
        ("-500", -500, None, False, None),
        ("(500)", -500, None, False, None),
        (550.5, Decimal("550.5"), None, False, None),
        (271, 271, None, False, None),
    ],
)
def test_what_lists_write(
    cell: str | float, value: Decimal | int, unit: int | None, *, approximate: bool, currency: str | None
) -> None:
    assert read_amount(cell) == Amount(Decimal(value), unit, approximate, currency)


@pytest.mark.parametrize(
    ("cell", "reason", "undecided"),
    [
        ("200-300万", "amount_range", True),
        ("200至300万元", "amount_range", True),
        ("很多", "amount_unreadable", False),
        ("12.3.4", "amount_unreadable", False),
        ("1,23,4", "amount_unreadable", False),
        ("5公斤", "amount_unreadable", False),
        ("", "amount_unreadable", False),
    ],
)
def test_what_is_asked_or_refused(cell: str, reason: str, *, undecided: bool) -> None:
    with pytest.raises(Doubt) as caught:
        read_amount(cell)
    assert (caught.value.reason, caught.value.undecided) == (reason, undecided)


def test_the_cell_is_heard_before_the_header() -> None:
    assert read_amount("271", WAN) == Amount(Decimal(2_710_000))
    assert read_amount("208万", WAN) == Amount(Decimal(2_080_000), WAN)
    assert read_amount("4,970,000元", WAN) == Amount(Decimal(4_970_000), 1, currency="CNY")


@given(st.decimals(0, 10**9, places=2))
def test_money_comes_back_to_the_cent(value: Decimal) -> None:
    for text in (f"{value}", f"{value:,}", f"￥{value:,}", f"{value}元"):
        assert minor_units(read_amount(text).value, "CNY") == int(value * 100)
    assert minor_units(read_amount(float(value)).value, "CNY") == int(value * 100)


@given(
    st.integers(0, 10**7),
    st.sampled_from([("万", WAN), ("千", 1_000), ("亿", 100_000_000), ("百万", 1_000_000)]),
)
def test_a_unit_multiplies(number: int, unit: tuple[str, int]) -> None:
    assert read_amount(f"{number}{unit[0]}").value == number * unit[1]


def test_minor_units_are_those_of_the_currency() -> None:
    assert minor_units(Decimal("12.5"), "CNY") == 1250
    assert minor_units(Decimal("125"), "JPY") == 125
    with pytest.raises(Doubt):
        minor_units(Decimal("0.005"), "CNY")
    with pytest.raises(Doubt):
        minor_units(Decimal("12.5"), "JPY")
    with pytest.raises(Doubt):
        minor_units(Decimal(10) ** 18, "CNY")


@pytest.mark.parametrize(
    ("cell", "percent", "discount"),
    [
        ("0.15", False, 1500),
        ("0.15000001", False, 1500),
        (0.15000000596046448, False, 1500),
        ("0.05", False, 500),
        ("0", False, 0),
        ("15%", False, 1500),
        ("15", True, 1500),
        ("8.5折", False, 1500),
        ("1e-1", False, 1000),
    ],
)
def test_a_discount(cell: str | float, *, percent: bool, discount: int) -> None:
    assert read_discount(cell, percent=percent) == discount


@pytest.mark.parametrize(
    ("cell", "percent", "discount"),
    [
        ("0.95", False, 500),
        ("95%", False, 500),
        ("95", False, 500),
        ("95", True, 500),
        ("9.5", False, 500),
        ("9.5折", False, 500),
        ("1", False, 0),
        ("100%", False, 0),
        ("10", False, 0),
        ("0", False, 0),
    ],
)
def test_what_is_paid(cell: str, *, percent: bool, discount: int) -> None:
    assert read_discount(cell, percent=percent, paid=True) == discount


@pytest.mark.parametrize("cell", ["0.05", "5%", "0.5"])
def test_a_small_share_may_be_paid_or_taken_off(cell: str) -> None:
    with pytest.raises(Doubt) as caught:
        read_discount(cell, paid=True)
    assert (caught.value.reason, caught.value.undecided) == ("discount_unclear", True)


@pytest.mark.parametrize("cell", ["15", "-0.1", "150%", "0.123456", "送一"])
def test_no_discount(cell: str) -> None:
    with pytest.raises(Doubt):
        read_discount(cell)


def test_a_quantity_brings_its_unit() -> None:
    assert read_quantity("12") == (12_000, "")
    assert read_quantity("12.5吨") == (12_500, "吨")
    assert read_quantity("1,200 件") == (1_200_000, "件")
    with pytest.raises(Doubt):
        read_quantity("0.0005")


@given(st.text(max_size=20) | st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_anything_is_a_number_or_a_doubt(cell: str | float) -> None:
    for read in (read_amount, read_number, read_quantity, read_discount):
        try:
            read(cell)
        except Doubt:
            continue
