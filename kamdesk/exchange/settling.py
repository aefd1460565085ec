"""What the values below a header tell of its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kamdesk.exchange.columns import Column, Heading
from kamdesk.exchange.kinds.matrix import ACROSS
from kamdesk.exchange.source import RawRow
from kamdesk.exchange.values.amounts import read_part, read_quantity
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.judgements import read_level
from kamdesk.exchange.values.names import speaks_of_a_firm
from kamdesk.exchange.values.phones import read_phones
from kamdesk.exchange.values.text import as_text, is_ditto, is_empty

_LEVELS = frozenset({"类别", "分类", "类", "客户分类", "category", "type"})


def settled(heading: Heading, rows: Sequence[RawRow]) -> Heading:
    """Corrects by the values what a header left open: a 联系方式 of mails, a 联系人 of numbers, a 类别 of A and B."""
    columns = tuple(_settled(column, rows) for column in heading.columns)
    if heading.kind == "accounts" and not any(column.field == "level" for column in columns):
        columns = tuple(
            replace(column, field="level") if _says_levels(column, rows) else column for column in columns
        )
    return replace(heading, columns=columns)


def _says_levels(column: Column, rows: Sequence[RawRow]) -> bool:
    if column.said or column.ignored or column.field not in (None, "kind", "tag"):
        return False
    if not _LEVELS & set(column.header.keys):
        return False
    values = sample(rows, column.index)
    return bool(values) and _share(values, lambda value: read_level(value).tag is None) > 0.6


def _settled(column: Column, rows: Sequence[RawRow]) -> Column:
    if column.said or column.field not in ("phone", "contact", "mobile", "supplier_share", *ACROSS):
        return column
    values = sample(rows, column.index)
    if not values:
        return column
    if column.field in ACROSS:
        values = [value for value in values if not is_ditto(value)]
        words = len(values) > 1 and _share(values, _is_count) < 0.5
        return replace(column, field=None) if words else column
    if column.field == "supplier_share":
        return column if _share(values, _is_number) > 0.6 else replace(column, field=None)
    if column.field != "contact" and _share(values, lambda value: "@" in value) > 0.6:
        return replace(column, field="email")
    if column.field == "contact" and _share(values, lambda value: bool(read_phones(value).numbers)) > 0.6:
        return replace(column, field="mobile")
    return column


def looks_like_firms(heading: Heading, rows: Sequence[RawRow]) -> bool:
    """Whether the names in the table are mostly those of firms; tells accounts from products."""
    names = [column for column in heading.columns if column.field in ("name", "product_name")]
    values = sample(rows, names[0].index) if names else []
    return bool(values) and _share(values, speaks_of_a_firm) > 0.5


def sample(rows: Sequence[RawRow], index: int) -> list[str]:
    """What stands in one column of these rows, the empty cells left out."""
    texts = [as_text(row.cells[index]) for row in rows if index < len(row.cells)]
    return [text for text in texts if not is_empty(text)]


def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(test(value) for value in values) / len(values)


def _is_count(text: str) -> bool:
    try:
        read_quantity(text)
    except Doubt:
        return False
    return True


def _is_number(text: str) -> bool:
    try:
        read_part(text)
    except Doubt:
        return False
    return True
