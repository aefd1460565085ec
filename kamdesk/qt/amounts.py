"""Money and quantities as the window says them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from kamdesk.domain.money import Money, amount_text, quantity_of
from kamdesk.qt.speech import Speech

SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
TEN_THOUSAND = 10_000


def spoken(money: Money, speech: Speech) -> str:
    """An amount as it is spoken of: ``¥38.6万`` in Chinese from ten thousand on, else to the last cent."""
    sign = SIGNS.get(money.currency, f"{money.currency} ")
    if speech.language == "zh" and money.currency == "CNY" and abs(money.major) >= TEN_THOUSAND:
        value = (money.major / TEN_THOUSAND).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{sign}{value:,}万"
    text = amount_text(money)
    return f"{sign}{text.removesuffix('.00')}"


def quantity(thousandths: int, unit: str | None = None) -> str:
    """``24.5 吨``."""
    return f"{quantity_of(thousandths):,f} {unit or ''}".strip()


def size_text(size: int) -> str:
    """How large a file is, said alike everywhere: ``1.4 MB``, ``820 KB``."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"


def products(lines: Iterable[tuple[str, int, str | None]], speech: Speech) -> str:
    """``瓷砖胶 20 包、填缝剂 5 件``."""
    return speech.listed(f"{name} {quantity(count, unit)}" for name, count, unit in lines)
