"""The cells that several kinds have: whose row it is, which product, days and money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kamdesk.exchange.accounts import Context
from kamdesk.exchange.columns import Column
from kamdesk.exchange.records import Listed, ListedRecord, Named, Rejected
from kamdesk.exchange.row import Reading
from kamdesk.exchange.values.amounts import (
    CURRENCIES,
    Amount,
    is_approximate,
    minor_units,
    read_amount,
    read_quantity,
)
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.partial_days import read_day_within
from kamdesk.exchange.values.prices import read_price
from kamdesk.exchange.values.text import folded

_PRICED = ("price", "level_price")
_OWED = ("open_amount", "overdue_amount", "bucket")
_SETTLED = re.compile(
    "(?:已?(?:结清|付清|还清|清账|回清)|全部(?:结清|付清)|无(?:欠款|逾期)|paid in full|settled|nil)",
    re.IGNORECASE,
)


def read_account_name(reading: Reading, context: Context) -> Named | None:
    """The account by name, number or both; that of the whole table where the row has no such column."""
    name, code = reading.text("account_name"), reading.code("account_code")
    has_column = reading.table.columns_of("account_name") or reading.table.columns_of("account_code")
    if name is None and code is None and not has_column:
        name = context.about.account
    return Named(name, code) if name or code else None


def read_product_name(reading: Reading) -> Named | None:
    """The product by name, number or both."""
    name, code = reading.text("product_name"), reading.code("product_code")
    return Named(name, code) if name or code else None


def read_day(reading: Reading, field: str, context: Context) -> date | None:
    """A day; None where the cell is empty, or doubtful, which is noted."""
    return reading.read(field, lambda column: day_in(reading, column, context))


def list_day(reading: Reading, field: str, context: Context) -> date | None:
    """The row's own day, else that of the list; None where the row has one that is doubtful: then nobody knows it."""
    day = read_day(reading, field, context)
    return day if day or reading.column(field) else context.about.day


def day_in(reading: Reading, column: Column, context: Context) -> date:
    """The day in a cell. Raises Doubt."""
    order = (
        column.order
        or context.mapping.date_order
        or context.profile.orders.get(column.index)
        or context.about.order
    )
    return read_day_within(
        reading.cell_in(column),
        order,
        span=context.about.span,
        year=column.year,
        chinese=reading.table.is_chinese,
    )


def amount_in(reading: Reading, column: Column, context: Context) -> Amount:
    """An amount in whole currency. Raises Doubt.

    Where nobody says in what unit the list counts, a bare number is a question. One out of all proportion to its
    column is told; where only header or title says a unit, it is a question.
    """
    unit = column.unit or context.about.unit or 1
    amount = _written(reading, column, unit)
    bare = amount.unit is None and amount.currency is None and column.unit is None
    if bare and amount.value and context.about.unsure:
        raise Doubt("amount_unit", undecided=True)
    # What the column was weighed in knows nothing of a title's unit.
    weighed = amount.value / (1 if column.unit else unit)
    if amount.unit is None and context.profile.out_of_proportion(column.index, weighed):
        if unit > 1:
            raise Doubt("amount_proportion", undecided=True)
        reading.remark(column, "amount_outlier")
    if amount.approximate:
        reading.remark(column, "amount_approximate")
    return amount


def _written(reading: Reading, column: Column, unit: int = 1) -> Amount:
    cell = reading.cell_in(column)
    if column.field in _OWED and isinstance(cell, str) and _SETTLED.fullmatch(folded(cell).strip()):
        return Amount(Decimal(0), 1)
    return read_price(cell, unit)[0] if column.field in _PRICED else read_amount(cell, unit)


def money_in(reading: Reading, column: Column, context: Context) -> int:
    """An amount in minor units of what `currency_of` says. Raises Doubt."""
    amount = amount_in(reading, column, context)
    return minor_units(amount.value, amount.currency or currency_of(reading, column, context))


def read_money(reading: Reading, field: str, context: Context) -> int | None:
    """An amount in minor units; None where the cell is empty, or doubtful, which is noted."""
    return reading.read(field, lambda column: money_in(reading, column, context))


def currency_of(reading: Reading, column: Column | None, context: Context) -> str | None:
    """What the row's own column says, then the cell or header of the amount, then the list."""
    said = reading.text("currency")
    if said:
        word = folded(said).strip()
        found = CURRENCIES.get(word.casefold())
        if found or (len(word) == 3 and word.isascii() and word.isalpha()):
            return found or word.upper()
    written = _written(reading, column).currency if column and reading.filled(column) else None
    return written or (column.currency if column else None) or context.about.currency


def quantity_in(reading: Reading) -> tuple[int, str | None] | None:
    """A quantity in thousandths with its unit; None where it is missing or doubtful, which is noted."""
    found = reading.read("quantity", lambda column: read_quantity(reading.cell_in(column)))
    if found is None:
        return None
    column = reading.column("quantity")
    if column is not None and is_approximate(reading.text_in(column)):
        reading.remark(column, "amount_approximate")
    return found[0], reading.text("unit") or folded(found[1]) or None


def listed(
    reading: Reading,
    account: Named | None,
    product: Named | None,
    things: Sequence[Listed],
) -> ListedRecord:
    """The record of this row; what a thing doesn't say is left out of it."""
    kept = tuple({name: value for name, value in thing.items() if value is not None} for thing in things)
    return ListedRecord(reading.raw(), reading.table.kind, account, product, kept)


def doubted(reading: Reading) -> str | None:
    """Why the cells of a row are questions, where it is one reason: it says more than what the row is short of."""
    reasons = {each.reason for each in reading.problems if each.verdict == "to_decide"}
    return reasons.pop() if len(reasons) == 1 else None


def refuse(reading: Reading, reason: str) -> Rejected:
    """The whole row refused; kept as a question where a doubt in one of its cells is one."""
    undecided = any(problem.verdict == "to_decide" for problem in reading.problems)
    return reading.refuse(reading.table.kind, doubted(reading) or reason, undecided=undecided)
