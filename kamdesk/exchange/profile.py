"""What a whole column tells about a single cell: how dates are meant, which amounts are out of all proportion."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from statistics import median

from kamdesk.exchange.columns import MANY, Column
from kamdesk.exchange.layout import Table, cell_at, data_rows
from kamdesk.exchange.values.amounts import read_amount
from kamdesk.exchange.values.dates import Order, date_orders
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import as_text, is_empty

DATED = (
    "birthday", "ordered_on", "required_on", "shipped_on", "invoiced_on", "due_on", "paid_on", "as_of", "counted_on",
    "expected_on", "arrived_on", "first_day", "last_day", "sold_on", "period",
)  # fmt: skip
WEIGHED = ("amount", "open_amount", "overdue_amount", "sold")
"""The amounts of lists about known accounts that are weighed against their column; prices differ as goods do."""
_ENOUGH = 5
_EVERY = 500
_ABOVE, _BELOW = 100, 10_000
_ABSURD = 10**10  # 100 亿 a year is more than any customer of a rep buys


@dataclass(frozen=True, slots=True)
class Profile:
    """By column index: the one order in which all its dates can be read, and the middle of its amounts."""

    orders: Mapping[int, Order] = field(default_factory=dict)
    medians: Mapping[int, float] = field(default_factory=dict)

    def out_of_proportion(self, index: int, value: Decimal) -> bool:
        """Whether an amount whose unit only the header told can't be in that unit.

        A hundred times the column's middle, or ten thousand times less, is what a list looks like in which some
        wrote yuan under a header that says 万元.
        """
        if abs(value) >= _ABSURD:
            return True
        middle = self.medians.get(index)
        size = abs(float(value))
        if not middle or not size:
            return False
        return not middle / _BELOW <= size <= middle * _ABOVE


def make_profile(table: Table, heard: Callable[[], None] = lambda: None) -> Profile:
    """Looks through the columns that need it; the sheet is read once more, and not at all where none does."""
    dated = [column for field in DATED for column in table.columns_of(field)]
    weighed = WEIGHED if table.is_about_accounts else ()
    money = [column for field in ("sales", *weighed) for column in table.columns_of(field)]
    if not dated and not money:
        return Profile()
    orders: dict[int, set[Order]] = {}
    amounts: dict[int, array[float]] = {column.index: array("d") for column in money}
    for number, (row, word) in enumerate(data_rows(table)):
        if number % _EVERY == 0:
            heard()
        if word:
            continue
        for column in dated:
            found = date_orders(as_text(cell_at(row, column)), short=not table.is_chinese)
            if found:
                orders[column.index] = orders.get(column.index, {"dmy", "mdy"}) & found
        for column in money:
            text = as_text(cell_at(row, column))
            if is_empty(text):
                continue
            try:
                size = abs(float(read_amount(cell_at(row, column), column.unit or 1).value))
            except Doubt:
                continue
            if size:
                amounts[column.index].append(size)
    return Profile(
        {index: next(iter(found)) for index, found in orders.items() if len(found) == 1},
        dict(_medians(money, amounts)),
    )


def _medians(money: Sequence[Column], amounts: Mapping[int, array[float]]) -> Iterator[tuple[int, float]]:
    """The middle of each column; of a few months or ages that of all of them, where they count in one unit."""
    for column in money:
        sizes = amounts[column.index]
        if len(sizes) < _ENOUGH and column.field in MANY:
            like = (each.index for each in money if (each.field, each.unit) == (column.field, column.unit))
            sizes = array("d", (size for index in like for size in amounts[index]))
        if len(sizes) >= _ENOUGH:
            yield column.index, median(sizes)
