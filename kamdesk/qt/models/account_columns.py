"""The columns of the accounts table: what each sorts by and how it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kamdesk.domain.spelling import spelt
from kamdesk.domain.stages import STAGES, Stage

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account_table import Counted
    from kamdesk.reads.account_table import AccountRow


class Column(IntEnum):
    NAME = 0
    PLACE = 1
    CONTACT = 2
    PHONE = 3
    OWNER = 4
    STATUS = 5
    LAST = 6
    NEXT = 7
    RHYTHM = 8
    PROMISES = 9
    PURCHASES = 10
    TAGS = 11
    LEVEL = 12
    CODES = 13
    CREATED = 14
    SOLD = 15
    STAGE = 16
    ANSWERED = 17
    SHARE = 18

    @property
    def code(self) -> str:
        """The name under which the column is kept in a saved view."""
        return self.name.lower()


COLUMNS = tuple(Column)
"""The columns by their number: asking the enumeration costs more, and painting asks for every cell."""


def column_of(code: str) -> Column | None:
    """The column kept under this name; None for one that this version doesn't know."""
    return Column[code.upper()] if code.upper() in Column.__members__ else None


WIDTHS = {
    Column.NAME: 268,
    Column.PLACE: 120,
    Column.CONTACT: 126,
    Column.PHONE: 128,
    Column.OWNER: 76,
    Column.STATUS: 62,
    Column.LAST: 138,
    Column.NEXT: 130,
    Column.RHYTHM: 70,
    Column.PROMISES: 112,
    Column.PURCHASES: 104,
    Column.TAGS: 140,
    Column.LEVEL: 72,
    Column.CODES: 110,
    Column.CREATED: 100,
    Column.SOLD: 100,
    Column.STAGE: 136,
    Column.ANSWERED: 84,
    Column.SHARE: 76,
}
STANDARD = (
    Column.NAME,
    Column.STAGE,
    Column.CONTACT,
    Column.LAST,
    Column.NEXT,
    Column.RHYTHM,
    Column.PROMISES,
    Column.ANSWERED,
    Column.PURCHASES,
    Column.SHARE,
)
"""The columns that are shown until others are chosen."""
NARROW = (
    Column.NAME,
    Column.STAGE,
    Column.LAST,
    Column.NEXT,
    Column.PROMISES,
    Column.ANSWERED,
    Column.PURCHASES,
)
"""The same where there is little width."""
MONEY = frozenset({Column.PURCHASES, Column.SOLD, Column.SHARE})
"""The columns of amounts and shares, which stand at the right."""


def standard_columns(rows: Sequence[AccountRow], narrow: bool) -> tuple[Column, ...]:
    """The columns that stand there until others are chosen; fewer where there is little room.

    Where a list told last year's sales these stand before the orders, and in their place until the first is recorded;
    where both do, the rhythm makes room, or where there is little width how many questions are answered. Where the
    accounts are not all looked after by one, who does stands in the contact's.
    """
    instead: dict[Column, tuple[Column, ...]] = {}
    if any(row.sold is not None for row in rows):
        ordered = any(row.purchases is not None for row in rows)
        instead[Column.PURCHASES] = (Column.SOLD, Column.PURCHASES) if ordered else (Column.SOLD,)
        if ordered:
            instead[Column.ANSWERED if narrow else Column.RHYTHM] = ()
    if len({row.owner for row in rows}) > 1:
        instead[Column.CONTACT] = (Column.OWNER,)
    columns = NARROW if narrow else STANDARD
    return tuple(each for column in columns for each in instead.get(column, (column,)))


def _name(row: AccountRow) -> Any:
    return (row.value_class or "Z", not row.is_key, spelt(row.name))


def _text(text: str | None) -> Any:
    return spelt(text) if text else None


KEYS: dict[Column, Callable[[AccountRow], Any]] = {
    Column.NAME: _name,
    Column.PLACE: lambda row: _text("".join(part or "" for part in (row.province, row.city, row.district))),
    Column.CONTACT: lambda row: _text(row.contact),
    Column.PHONE: lambda row: row.phone,
    Column.OWNER: lambda row: _text(row.owner),
    Column.STATUS: lambda row: row.status,
    Column.LAST: lambda row: row.last_visit or date.min,
    Column.NEXT: lambda row: (row.next_visit, row.next_start or 0) if row.next_visit else None,
    Column.RHYTHM: lambda row: (min(every for every, _ in row.rhythms), row.rhythms) if row.rhythms else None,
    Column.PROMISES: lambda row: (row.overdue_promises, row.open_promises),
    Column.PURCHASES: lambda row: (row.currency, row.purchases) if row.purchases is not None else None,
    Column.TAGS: lambda row: _text(" ".join(row.tags)),
    Column.LEVEL: lambda row: row.level,
    Column.CODES: lambda row: row.codes or None,
    Column.CREATED: lambda row: row.recorded or None,
    Column.SOLD: lambda row: (row.sold_currency, row.sold) if row.sold is not None else None,
    Column.STAGE: lambda row: STAGES.index(Stage(row.stage)) if row.stage in STAGES else None,
    Column.SHARE: lambda row: row.share,
}
"""What a column sorts by; None where it says nothing. What is answered is counted apart from the rows."""


def gentle_order(rows: tuple[AccountRow, ...]) -> tuple[int, ...]:
    """The order by class and name, worked out in a thread beside the window's."""
    from kamdesk.reads.pace import gently

    keys = [(_name(row), number) for number, row in enumerate(gently(rows))]
    keys.sort(key=itemgetter(0))
    return tuple(number for _, number in keys)


def key_of(column: Column, answered: Mapping[str, Counted | None]) -> Callable[[AccountRow], Any]:
    """What a column sorts by."""
    if column is not Column.ANSWERED:
        return KEYS[column]

    def number(row: AccountRow) -> int | None:
        counted = answered.get(row.id)
        return counted.answered if counted else None

    return number


def arranged(rows: tuple[AccountRow, ...], key: Callable[[AccountRow], Any], *, down: bool) -> list[int]:
    """The numbers of the rows in order; what says nothing stands last, up or down; equal ones by name."""
    keyed: list[tuple[Any, int]] = []
    silent: list[int] = []
    for number, row in enumerate(rows):
        value = key(row)
        if value is None:
            silent.append(number)
        else:
            keyed.append((value, number))
    if down:
        keyed.sort(key=lambda pair: pair[0], reverse=True)
    else:
        keyed.sort(key=lambda pair: pair[0])
    return [number for _, number in keyed] + silent
