"""Sums of money at a glance: 万 in Chinese, whole units in English."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import Money

HOME = "CNY"
TEN_THOUSAND = 10_000


def worth_text(minor: int, currency: str | None, language: str) -> str:
    """``910万`` or ``9,100,000``; another currency than the yuan is named."""
    currency = currency or HOME
    try:
        major = Money(minor, currency).major
    except RuleError:
        major = Money(minor, HOME).major
    if currency != HOME:
        return f"{currency} {_rounded(major, 0)}"
    if language != "zh":
        return _rounded(major, 0)
    units = major / TEN_THOUSAND
    if units == 0:
        return "0"
    return f"{_rounded(units, 0 if abs(units) >= 10 else 1 if abs(units) >= 1 else 2)}万"


def _rounded(value: Decimal, places: int) -> str:
    """Half up, as everywhere: 2,548.5 is 2,549 and 407.5 is 408."""
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"


def sums_text(sums: Iterable[tuple[str, int]], language: str) -> str:
    """Sums of several currencies side by side, never added up."""
    return " + ".join(worth_text(minor, currency, language) for currency, minor in sums)
