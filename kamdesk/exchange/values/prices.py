"""Prices as lists write them: 385, 385元/吨, ￥26.5/袋, $4.50 per bag."""

from __future__ import annotations

import re

from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.amounts import UNITS, Amount, read_amount
from kamdesk.exchange.values.text import as_text, folded

_PER = re.compile(
    r"(.*\d[^/每]*?)\s*(?:/|每|\bper\b|\ba\b(?=\s))\s*(\D[^/\d]{0,11})", re.IGNORECASE | re.DOTALL
)
_HEADER = re.compile(r"(?:元|¥|\$|€|£|[a-z]{3})\s*/\s*(\D[^/\d()\[\]]{0,11}?)\s*[)\]]?\s*$", re.IGNORECASE)


def read_price(cell: Cell, unit: int = 1) -> tuple[Amount, str]:
    """A price, and the unit of goods that it is for where the cell says it (``""``: it doesn't). Raises Doubt."""
    text = folded(as_text(cell)).strip() if isinstance(cell, str) else ""
    found = _PER.fullmatch(text)
    if not found:
        return read_amount(cell, unit), ""
    return read_amount(found[1].strip(), unit), found[2].strip()


def priced_by(header: str) -> str | None:
    """The unit of goods in the header of a price: 吨 of 单价(元/吨)."""
    found = _HEADER.search(folded(header).strip())
    return found[1].strip() if found and found[1].casefold() not in UNITS else None
