"""Sums of money at a glance: 万 in Chinese, whole units in English."""

from __future__ import annotations

from collections.abc import Iterable

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
        return f"{currency} {major:,.0f}"
    if language != "zh":
        return f"{major:,.0f}"
    units = major / TEN_THOUSAND
    if units == 0:
        return "0"
    return (
        f"{units:,.0f}万" if abs(units) >= 10 else f"{units:,.1f}万" if abs(units) >= 1 else f"{units:,.2f}万"
    )


def sums_text(sums: Iterable[tuple[str, int]], language: str) -> str:
    """Sums of several currencies side by side, never added up."""
    return " + ".join(worth_text(minor, currency, language) for currency, minor in sums)
