"""What address books keep in several cells: a name in its parts, a telephone beside the word for its kind."""

from __future__ import annotations

import re

from kamdesk.exchange.columns import Column
from kamdesk.exchange.headers import header_key
from kamdesk.exchange.row import Reading
from kamdesk.exchange.values.phones import FAX, MOBILE

_HAN = re.compile("[\u4e00-\u9fff\u3400-\u4dbf·]+")


def full_name(first: str | None, last: str | None) -> str:
    """A name kept in two parts: a Chinese family name goes before, and without a space."""
    if first and last and _HAN.fullmatch(first + last):
        return last + first
    return " ".join(part for part in (first, last) if part)


def labelled(reading: Reading, column: Column) -> str | None:
    """What the column before says that a telephone number is, where an address book has one column for that."""
    key = header_key(column.title)
    if not column.index or not key.endswith("value"):
        return None
    before = reading.table.columns[column.index - 1]
    if header_key(before.title) not in (
        key.removesuffix("value") + "label",
        key.removesuffix("value") + "type",
    ):
        return None
    text = reading.texts[before.index].casefold()
    return FAX if "fax" in text or "传真" in text else MOBILE if "mobile" in text or "手机" in text else None
