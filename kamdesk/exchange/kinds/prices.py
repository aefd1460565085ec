"""Rows of price lists: one price a row, or a column for each price level."""

from __future__ import annotations

from datetime import date

from kamdesk.exchange.accounts import Context
from kamdesk.exchange.columns import Column
from kamdesk.exchange.kinds.cells import (
    currency_of,
    listed,
    money_in,
    read_account_name,
    read_day,
    read_product_name,
    refuse,
)
from kamdesk.exchange.kinds.periods import read_validity
from kamdesk.exchange.kinds.wide import level_of
from kamdesk.exchange.records import Listed, ListedRecord, Rejected
from kamdesk.exchange.row import Reading
from kamdesk.exchange.trade import read_pack
from kamdesk.exchange.values.amounts import read_quantity
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.prices import priced_by, read_price

EVERYBODY = frozenset(
    {"all customers", "all", "all_customers", "全部客户", "所有客户", "全部", "不限", "通用"}
)
"""What stands where the customer should, if the price is everybody's."""


def read_prices(reading: Reading, context: Context) -> ListedRecord | Rejected:
    """The prices of a product; a table with a column of accounts gives prices to these alone."""
    product = read_product_name(reading)
    if product is None:
        return reading.refuse("prices", "no_product")
    account = read_account_name(reading, context)
    if account is not None and (account.name or account.code or "").casefold() in EVERYBODY:
        account = None
    first = read_day(reading, "first_day", context)
    if first is None and not reading.table.columns_of("first_day") and context.about.day_said:
        first = context.about.day
    last: date | None
    if within := _validity(reading):
        first, last = within[0] or first, within[1]
    else:
        last = read_day(reading, "last_day", context)
    if first and last and last < first:
        return reading.refuse("prices", "days_reversed")
    minimum = reading.read("minimum", lambda column: read_quantity(reading.cell_in(column))[0])
    things = [
        thing
        for field in ("price", "level_price")
        for column in reading.columns(field)
        if (thing := _price(reading, column, context, first, last))
    ]
    if not things:
        return refuse(reading, "no_price")
    things = [{**thing, "minimum": minimum} for thing in things]
    record = listed(reading, account, product, things)
    fields: dict[str, object] = {
        field: text for field in ("specification", "unit") if (text := reading.text(field))
    }
    pack = reading.read("pack", lambda column: read_pack(reading, column))
    if pack is not None:
        fields["pack"] = pack
    return ListedRecord(reading.raw(), "prices", record.account, product, record.things, fields)


def _validity(reading: Reading) -> tuple[date | None, date | None] | None:
    """First and last day where one cell says both, or that there is no end."""
    column = reading.column("last_day")
    return read_validity(reading.text_in(column)) if column else None


def _price(
    reading: Reading, column: Column, context: Context, first: date | None, last: date | None
) -> Listed | None:
    try:
        amount = money_in(reading, column, context)
    except Doubt as doubt:
        reading.doubt(column, reading.text_in(column), doubt, "amounts")
        return None
    level = level_of(column.title, column.group) if column.field == "level_price" else reading.text("level")
    return {
        "amount": amount,
        "level": level,
        "currency": currency_of(reading, column, context),
        "tax_included": column.header.tax,
        "unit": read_price(reading.cell_in(column))[1] or priced_by(column.title) or reading.text("unit"),
        "first_day": first,
        "last_day": last,
    }
