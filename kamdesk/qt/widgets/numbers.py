"""Amounts, quantities, rates and whole numbers as they are typed, and the one sentence about what is none."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import Money, quantity_of, to_minor, to_thousandths

UNITS = {"万": 10_000, "亿": 100_000_000}


def parse_number(text: str) -> Decimal | None:
    """A number from ``18,400.50``, ``1.84万``, ``−3``; None for nothing. Raises ValueError else."""
    text = "".join(normalize("NFKC", text).split()).replace(",", "").replace("−", "-")
    if not text:
        return None
    times = UNITS.get(text[-1], 1)
    try:
        number = Decimal(text[:-1] if times > 1 else text)
    except InvalidOperation:
        raise ValueError(text) from None
    if not number.is_finite():
        raise ValueError(text)
    return number * times


def parse_money(text: str, currency: str) -> int | None:
    """Minor units of the currency; a sign of money before it and 元 behind it are passed over. Raises ValueError."""
    number = parse_number(normalize("NFKC", text).strip().lstrip("¥￥$€£").removesuffix("元"))
    try:
        return None if number is None else to_minor(number, currency)
    except RuleError as error:
        raise ValueError(text) from error


def money_typed(minor: int, currency: str) -> str:
    """An amount as it could have been typed: ``18400`` or ``18400.50``."""
    return f"{Money(minor, currency).major:f}".removesuffix(".00")


def parse_quantity(text: str) -> int | None:
    """Thousandths. Raises ValueError."""
    number = parse_number(text)
    try:
        return None if number is None else to_thousandths(number)
    except RuleError as error:
        raise ValueError(text) from error


def quantity_typed(thousandths: int) -> str:
    return f"{quantity_of(thousandths):f}"


def parse_rate(text: str) -> int | None:
    """1/10,000 from a percentage: ``2.5`` or ``2.5%``. Raises ValueError."""
    number = parse_number(normalize("NFKC", text).strip().removesuffix("%"))
    if number is None:
        return None
    whole = number * 100
    if whole != whole.to_integral_value():
        raise ValueError(text)
    return int(whole)


def rate_typed(rate: int) -> str:
    """``2.5``."""
    text = f"{Decimal(rate) / 100:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def parse_whole(text: str, low: int | None, high: int | None) -> int | None:
    """A whole number between the bounds. Raises ValueError."""
    number = parse_number(text)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise ValueError(text)
    whole = int(number)
    if (low is not None and whole < low) or (high is not None and whole > high):
        raise ValueError(text)
    return whole


def no_whole(typed: str, low: int | None, high: int | None) -> str:
    """That what was typed is no such number, and what would be one."""
    if low is not None and high is not None:
        said = QCoreApplication.translate(
            "Typed", "“{text}” does not fit: a whole number from {low} to {high}."
        )
        return said.format(text=typed.strip(), low=low, high=high)
    return QCoreApplication.translate("Typed", "“{text}” is no whole number.").format(text=typed.strip())


def no_quantity(typed: str) -> str:
    said = QCoreApplication.translate("Typed", "“{text}” is no quantity: write 24, 24.5 or 1.2万.")
    return said.format(text=typed.strip())


def no_rate(typed: str) -> str:
    said = QCoreApplication.translate("Typed", "“{text}” is no percentage: write 2.5 or 2.5%.")
    return said.format(text=typed.strip())
