"""Rows of sales history: a period and an amount a row, or a column for each month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kamdesk.exchange.accounts import Context
from kamdesk.exchange.columns import Column
from kamdesk.exchange.kinds.cells import (
    amount_in,
    currency_of,
    day_in,
    listed,
    read_account_name,
    read_day,
    read_product_name,
    refuse,
)
from kamdesk.exchange.kinds.periods import Period, read_column_period, read_months, read_period
from kamdesk.exchange.records import Listed, ListedRecord, Rejected
from kamdesk.exchange.row import Reading
from kamdesk.exchange.values.amounts import minor_units
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import folded

Days = tuple[date, date]


def read_sales(reading: Reading, context: Context) -> ListedRecord | Rejected:
    """What an account bought, of everything or of one product, by period; an empty cell is no sale that is known."""
    account = read_account_name(reading, context)
    if account is None:
        return reading.refuse("sales", "whose")
    product = read_product_name(reading)
    columns = _without_sums(reading, context)
    things: list[Listed] = []
    if columns:
        for column in columns:
            things += _taken(reading, column, context, _column_days(reading, column, context))
    elif (amount := reading.column("amount")) is not None:
        days = _row_days(reading, context)
        if days is None:
            return refuse(reading, "no_period")
        things += _taken(reading, amount, context, days)
    if not things:
        return refuse(reading, "no_amount")
    return listed(reading, account, product, things)


def _without_sums(reading: Reading, context: Context) -> list[Column]:
    """The filled columns without those that only add up others beside them: 一季度 after 1月, 2月 and 3月."""
    filled = reading.columns("sold")
    days = {
        column.index: _column_days(reading, column, context) for column in reading.table.columns_of("sold")
    }
    kept: list[Column] = []
    for column in filled:
        mine = days[column.index]
        parts = {
            other.index: theirs
            for other in reading.table.columns_of("sold")
            if (theirs := days[other.index])
            and mine
            and (column.header.tax, column.unit, column.currency)
            == (other.header.tax, other.unit, other.currency)
            and mine[0] <= theirs[0] <= theirs[1] <= mine[1]
            and theirs != mine
        }
        some = any(reading.filled(each) for each in filled if each.index in parts)
        if not (mine and some and _adds_up(mine, set(parts.values()))):
            kept.append(column)
        else:
            reading.used.add(column.index)
    return kept


def _adds_up(whole: Days, parts: set[Days]) -> bool:
    """Whether each day of the whole is in a part."""
    reached = whole[0]
    for first, last in sorted(parts):
        if first > reached:
            return False
        reached = max(reached, last + timedelta(days=1))
    return reached > whole[1]


def _taken(reading: Reading, column: Column, context: Context, days: Days | None) -> list[Listed]:
    text = reading.text_in(column)
    try:
        if days is None:
            raise Doubt("amount_period", undecided=True)
        amount = amount_in(reading, column, context)
        if amount.unit is None and column.unit is None and context.about.unit is None:
            raise Doubt("amount_unit", undecided=True)
        currency = amount.currency or currency_of(reading, column, context)
        if currency is None:
            raise Doubt("amount_currency", undecided=True)
        minor = minor_units(amount.value, currency)
    except Doubt as doubt:
        reading.doubt(column, text, doubt, "amounts")
        return []
    tax = column.header.tax
    return [
        {
            "first_day": days[0],
            "last_day": days[1],
            "amount": minor,
            "currency": currency,
            "tax_included": tax,
        }
    ]


def _column_days(reading: Reading, column: Column, context: Context) -> Days | None:
    period = read_column_period(column.title, column.group)
    if period is None:
        return None
    said = context.about.first_day
    year = column.year or (said.year if said and not _stands_twice(reading, column, period) else None)
    if year is None and period.year is None and period.month:
        year = _year_begun(reading, column, period.month)
    return period.days(year)


def _stands_twice(reading: Reading, column: Column, period: Period) -> bool:
    """Whether another column is called so too and is of the same thing: they can't both be of the title's year."""
    return period.year is None and any(
        other.index != column.index
        and (other.title, other.group) == (column.title, column.group)
        and other.year is None
        for other in reading.table.columns_of("sold")
    )


def _year_begun(reading: Reading, column: Column, month: int) -> int | None:
    """The year of the months to the left, each later than the one before it: 2026年1月, 2月, 3月."""
    year: int | None = None
    last = 0
    for before in reading.table.columns_of("sold"):
        period = read_column_period(before.title, before.group)
        if before.index >= column.index or period is None or not period.month:
            continue
        if period.year is None and period.month <= last:
            return None
        year, last = period.year or year, period.month
    return year if year is not None and month > last else None


def _row_days(reading: Reading, context: Context) -> Days | None:
    """The period that the row names; that of the whole list where it has no column for it."""
    first, last = read_day(reading, "first_day", context), read_day(reading, "last_day", context)
    if first and last:
        return (first, last) if first <= last else None
    for field in ("period", "sold_on"):
        column = reading.column(field)
        if column is not None:
            return reading.read(field, lambda each: _cell_days(reading, each, context))
    if reading.column("year"):
        return reading.read("year", lambda each: _year_days(reading, each))
    about = context.about
    has_column = any(reading.table.columns_of(field) for field in ("period", "sold_on", "year", "first_day"))
    return (
        (about.first_day, about.last_day) if not has_column and about.first_day and about.last_day else None
    )


def _cell_days(reading: Reading, column: Column, context: Context) -> Days:
    """A month where the column is one of months, else what the cell names."""
    period = read_period(reading.text_in(column))
    text = reading.text_in(column)
    if period is None and column.field == "period":
        months = read_months(text)
        if months:
            return months
        period = _short_month(text)
    if period is not None and not (column.field == "sold_on" and period.month and _is_day(text)):
        year = reading.column("year")
        named = read_period(reading.text_in(year)) if year and period.year is None else None
        said = context.about.first_day
        days = period.days(named.year if named else said.year if said else None)
        if days is None:
            raise Doubt("amount_period", undecided=True)
        return days
    day = day_in(reading, column, context)
    if column.field == "period":
        return Period(day.year, day.month).days() or (day, day)
    return day, day


def _short_month(text: str) -> Period | None:
    """``3`` in a column of months, ``26-03`` and ``26年3月`` there."""
    plain = folded(text).strip()
    if plain.isdigit() and 1 <= int(plain) <= 12:
        return Period(month=int(plain))
    short = re.fullmatch(r"([1-4]\d)\s*[-/.年]\s*(0?[1-9]|1[0-2])月?", plain)
    return Period(2000 + int(short[1]), int(short[2])) if short and int(short[1]) > 12 else None


def _is_day(text: str) -> bool:
    return sum(part.isdigit() for part in text.replace("/", "-").replace(".", "-").split("-")) == 3


def _year_days(reading: Reading, column: Column) -> Days:
    period = read_period(reading.text_in(column))
    days = period.days() if period else None
    if days is None:
        raise Doubt("period_unreadable")
    return days
