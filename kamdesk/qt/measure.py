"""How the numbers of a goal are written: money in 万 or thousands, counts, rates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import decimals

if TYPE_CHECKING:
    from kamdesk.reads.goal_page.targets import GoalTarget

HOME = "CNY"
SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "HKD": "HK$"}
LARGE = 10_000
"""From so many whole units on money is written in 万, in English in thousands."""
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Measure:
    """``divisor`` smallest units make one that is shown, with ``places`` decimals; ``suffix`` follows a number."""

    divisor: int
    places: int
    title: str
    suffix: str = ""
    prefix: str = ""

    def number(self, value: Fraction | int) -> str:
        """The bare number, with a true minus: ``−1,234.5``."""
        exact = Fraction(value) / self.divisor
        shown = Decimal(exact.numerator) / Decimal(exact.denominator)
        shown = shown.quantize(Decimal(1).scaleb(-self.places), ROUND_HALF_UP)
        if not shown:
            shown = abs(shown)
        return f"{shown:,f}".replace("-", "−")

    def tick(self, value: Fraction | int) -> str:
        """The number as an axis has it: no more decimals than it needs."""
        text = self.number(value)
        return text.rstrip("0").rstrip(".") if "." in text else text

    def full(self, value: Fraction | int) -> str:
        """The number with its unit: ``234.0 万``."""
        number = self.number(abs(value))
        sign = "−" if value < 0 and number.strip("0.,") else ""
        return f"{sign}{self.prefix}{number}{self.suffix}"


def money_measure(currency: str | None, language: str, biggest: int) -> Measure:
    """For amounts in minor units none of which is larger than ``biggest``."""
    currency = currency or HOME
    try:
        minor = 10 ** decimals(currency)
    except RuleError:
        minor = 100
    sign = SIGNS.get(currency, f"{currency} ")
    large = abs(biggest) >= LARGE * minor
    if language == "zh":
        mark = "" if currency == HOME else sign
        unit = "元" if currency == HOME else currency
        if large:
            return Measure(
                LARGE * minor, 1, f"万{unit}" if currency == HOME else f"{currency} 万", " 万", mark
            )
        return Measure(minor, 0, unit, " 元" if currency == HOME else "", mark)
    if large:
        return Measure(
            1000 * minor, 1, translate("Goals", "{sign} thousand").format(sign=sign.strip()), "k", sign
        )
    return Measure(minor, 0, sign.strip(), "", sign)


def measure_of(target: GoalTarget, language: str, amounts: Iterable[int | None]) -> Measure:
    """The measure of a target for these amounts."""
    given = [abs(amount) for amount in amounts if amount is not None]
    if target.in_money:
        return money_measure(target.currency, language, max(given, default=0))
    if target.is_rate:
        points = target.metric == "satisfaction"
        title = translate("Goals", "points") if points else "%"
        return Measure(1000, 1, title, "" if points else "%")
    whole = all(amount % 1000 == 0 for amount in given)
    unit = target.unit or ""
    return Measure(1000, 0 if whole else 1, unit, f" {unit}" if unit else "")
