"""Money as whole minor units (分, cents) of a currency, tax included or not; quantities as whole thousandths.

Amounts of different currencies, or one with tax and one without, are never added up: `totals` keeps them
apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from kamdesk.domain.errors import RuleError

# ISO 4217: every currency has two decimals but these.
_WHOLE = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND"}
)
_WHOLE |= {"VUV", "XAF", "XOF", "XPF"}
_THREE = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
_CODE = re.compile(r"[A-Z]{3}", re.ASCII)
# What the book's whole numbers hold (64 bits).
_MOST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Money:
    """``minor`` units of ``currency`` (ISO 4217). ``tax_included`` is None where nobody said."""

    minor: int
    currency: str
    tax_included: bool | None = None

    @property
    def major(self) -> Decimal:
        """The amount in whole units, exact: 12345 minor units of CNY are 123.45."""
        return Decimal(self.minor).scaleb(-decimals(self.currency))


def decimals(currency: str) -> int:
    """How many decimals the currency has: 2 for CNY, 0 for JPY. Raises RuleError ``currency_unknown``."""
    if not _CODE.fullmatch(currency):
        raise RuleError("currency_unknown", currency=currency)
    if currency in _WHOLE:
        return 0
    return 3 if currency in _THREE else 2


def _whole(value: Decimal, places: int, code: str) -> int:
    scaled = value.scaleb(places) if value.is_finite() else value
    if not scaled.is_finite() or scaled != scaled.to_integral_value() or abs(scaled) > _MOST:
        raise RuleError(code, value=str(value))
    return int(scaled)


def to_minor(amount: Decimal | int | str, currency: str) -> int:
    """An amount in whole units as minor units, exact.

    Raises RuleError ``amount_unreadable`` where it is no number, is finer than the currency or larger than a
    book can hold: an amount is never rounded in silence. Binary floats are not taken; read the cell's text.
    """
    try:
        return _whole(Decimal(amount), decimals(currency), "amount_unreadable")
    except InvalidOperation:
        raise RuleError("amount_unreadable", value=str(amount)) from None


def to_thousandths(quantity: Decimal | int | str) -> int:
    """A quantity as thousandths of its unit, exact. Raises RuleError ``quantity_unreadable``."""
    try:
        return _whole(Decimal(quantity), 3, "quantity_unreadable")
    except InvalidOperation:
        raise RuleError("quantity_unreadable", value=str(quantity)) from None


def quantity_of(thousandths: int) -> Decimal:
    """Thousandths as a number without trailing zeros: 24500 is 24.5."""
    whole = Decimal(thousandths).scaleb(-3)
    return whole.quantize(Decimal(1)) if whole == whole.to_integral_value() else whole.normalize()


def line_amount(quantity: int, price: int, discount: int = 0) -> int:
    """What an order's line costs, in minor units, half up: quantity × price × (1 − discount in 1/10,000)."""
    exact = quantity * price * (10_000 - discount)
    return (exact + 5_000_000) // 10_000_000 if exact >= 0 else -((5_000_000 - exact) // 10_000_000)


def totals(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """The sums by currency and tax, ordered by currency, then with tax, without, not said."""
    sums: dict[tuple[str, bool | None], int] = {}
    for money in amounts:
        kind = (money.currency, money.tax_included)
        sums[kind] = sums.get(kind, 0) + money.minor
    order = {True: 0, False: 1, None: 2}
    return tuple(
        Money(minor, currency, tax)
        for (currency, tax), minor in sorted(sums.items(), key=lambda item: (item[0][0], order[item[0][1]]))
    )


def amount_text(money: Money) -> str:
    """The amount with commas and a true minus: ``−1,234.50``; the currency stands in the column's head."""
    return _grouped(money.major, decimals(money.currency))


def ten_thousands_text(money: Money) -> str:
    """The amount in 万 with one decimal, half up, as Chinese business writes larger sums: ``12.3``."""
    return _grouped((money.major / 10_000).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP), 1)


def _grouped(value: Decimal, places: int) -> str:
    return f"{value:,.{places}f}".replace("-", "−")
