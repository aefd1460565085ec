"""Rows of receivables, ageing lists and payments."""

from __future__ import annotations

import re

from kamdesk.exchange.accounts import Context
from kamdesk.exchange.kinds.cells import (
    currency_of,
    list_day,
    listed,
    money_in,
    read_account_name,
    read_day,
    read_money,
    refuse,
)
from kamdesk.exchange.kinds.wide import Age, age_of
from kamdesk.exchange.records import ListedRecord, Rejected
from kamdesk.exchange.row import Reading
from kamdesk.exchange.values.doubt import Doubt

_SPENT = re.compile("借方|支出|debit|withdraw", re.IGNORECASE)


def read_receivable(reading: Reading, context: Context) -> ListedRecord | Rejected:
    """An invoice or the sum of an account.

    Where no column says what is open (one that is doubtful does), it is what the ages add up to, or the amount less
    what was received. Ages count as overdue only where the list tells what is not yet due, or calls them so: many lists
    count from the invoice.
    """
    account = read_account_name(reading, context)
    if account is None:
        return reading.refuse("receivables", "whose")
    as_of = list_day(reading, "as_of", context)
    if as_of is None:
        return refuse(reading, "no_day")
    amount = read_money(reading, "amount", context)
    open_amount = read_money(reading, "open_amount", context)
    overdue = read_money(reading, "overdue_amount", context)
    received = read_money(reading, "received", context)
    ages = _ages(reading, context)
    if open_amount is None and not reading.column("open_amount"):
        open_amount = sum(ages.values()) if ages else amount
        if open_amount is not None and not ages and received is not None:
            open_amount -= received
    if overdue is None and (ages.keys() & {"current", "late"} or _tells_current(reading)):
        overdue = sum(money for age, money in ages.items() if age != "current")
    if open_amount is None and overdue is None:
        return refuse(reading, "no_amount")
    money = next((c for f in ("open_amount", "amount", "bucket") if (c := reading.column(f))), None)
    thing = {
        "number": reading.code("number"),
        "invoiced_on": read_day(reading, "invoiced_on", context),
        "due_on": read_day(reading, "due_on", context),
        "amount": amount,
        "open_amount": open_amount,
        "overdue_amount": overdue,
        "as_of": as_of,
        "currency": currency_of(reading, money, context),
    }
    return listed(reading, account, None, [thing])


def _ages(reading: Reading, context: Context) -> dict[Age, int]:
    """The sums of the filled columns by what they hold; a doubtful cell is noted and leaves none of them certain."""
    found: dict[Age, int] = {}
    for column in reading.columns("bucket"):
        age = age_of(column.title, column.group) or "aged"
        try:
            found[age] = found.get(age, 0) + money_in(reading, column, context)
        except Doubt as doubt:
            reading.doubt(column, reading.text_in(column), doubt, "amounts")
            return {}
    return found


def _tells_current(reading: Reading) -> bool:
    """Whether the list has a column for what is not due, empty in this row though it may be."""
    columns = reading.table.columns_of("bucket")
    filled = any(reading.filled(column) for column in columns)
    return filled and any(age_of(column.title, column.group) == "current" for column in columns)


def _went_out(reading: Reading) -> bool:
    """Whether it is a line of a bank's statement for money that was spent."""
    return any(_SPENT.search(column.title) and reading.filled(column) for column in reading.table.columns)


def read_payment(reading: Reading, context: Context) -> ListedRecord | Rejected:
    """Money that came in; a row without an amount, as bank statements have for what went out, is refused."""
    account = read_account_name(reading, context)
    if account is None:
        return reading.refuse("payments", "whose")
    paid_on = read_day(reading, "paid_on", context)
    if paid_on is None:
        return refuse(reading, "no_day")
    amount = read_money(reading, "amount", context)
    if amount is None or (amount == 0 and _went_out(reading)):
        return refuse(reading, "no_amount")
    thing = {
        "number": reading.code("number"),
        "paid_on": paid_on,
        "amount": amount,
        "currency": currency_of(reading, reading.column("amount"), context),
        "method": reading.text("method"),
    }
    return listed(reading, account, None, [thing])
