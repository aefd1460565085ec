"""Rows of product lists, orders and order lines."""

from __future__ import annotations

from datetime import date

from kamdesk.exchange.accounts import Context
from kamdesk.exchange.columns import Column
from kamdesk.exchange.records import LineRecord, OrderRecord, ProductRecord, Rejected
from kamdesk.exchange.row import Reading
from kamdesk.exchange.values.amounts import (
    minor_units,
    read_discount,
    read_number,
    read_quantity,
    whole,
)
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.judgements import read_flag
from kamdesk.exchange.values.partial_days import read_day_within
from kamdesk.exchange.values.prices import priced_by, read_price
from kamdesk.exchange.values.text import folded


def read_product(reading: Reading, context: Context) -> ProductRecord | Rejected:
    """A product by name, number or both."""
    name, code = reading.text("product_name"), reading.code("product_code")
    if name is None and code is None:
        return reading.refuse("products", "no_name")
    fields: dict[str, object] = {
        field: text for field in ("specification", "unit") if (text := reading.text(field))
    }
    pack = reading.read("pack", lambda column: read_pack(reading, column))
    if pack is not None:
        fields["pack"] = pack
    flag = reading.read("discontinued", lambda column: read_flag(reading.text_in(column)))
    if flag is not None:
        fields["discontinued"] = flag
    price = reading.read("price", lambda column: _money(reading, column, context))
    if price is not None:
        amount, currency, tax = price
        fields["price"] = amount
        _put(fields, currency=currency, tax_included=tax)
    return ProductRecord(reading.raw(), name, code, fields)


def read_order(reading: Reading, context: Context) -> OrderRecord | Rejected:
    """An order: its number, whose, of which day."""
    number = reading.code("order_number")
    if number is None:
        return reading.refuse("orders", "no_number")
    order = _order(reading, context, number)
    if isinstance(order, str):
        return reading.refuse("orders", order, undecided=_is_question(reading))
    return order


def read_line(reading: Reading, context: Context) -> LineRecord | Rejected:
    """A line of an order; a row that names the customer and the day too makes the order."""
    number = reading.code("order_number")
    if number is None:
        return reading.refuse("order_lines", "no_number")
    name, code = reading.text("product_name"), reading.code("product_code")
    if name is None and code is None:
        return reading.refuse("order_lines", "no_product")
    quantity = reading.read("quantity", lambda column: read_quantity(reading.cell_in(column)))
    if quantity is None:
        return reading.refuse("order_lines", "no_quantity")
    fields: dict[str, object] = {}
    _put(fields, unit=reading.text("unit") or folded(quantity[1]) or None)
    price = reading.read("price", lambda column: _money(reading, column, context))
    if price is not None:
        fields["price"] = price[0]
    discount = reading.read(
        "discount",
        lambda c: read_discount(reading.cell_in(c), percent=c.percent, paid="折扣" in c.header.text),
    )
    if discount is not None:
        fields["discount"] = discount
    order = None
    if reading.column("ordered_on") and (reading.column("account_code") or reading.column("account_name")):
        found = _order(reading, context, number)
        if isinstance(found, str):
            return reading.refuse("order_lines", found, undecided=_is_question(reading))
        order = found
        if price is not None:
            _put(fields_of := dict(order.fields), currency=price[1], tax_included=price[2])
            order = OrderRecord(
                order.raw, order.number, order.account_code, order.account_name, order.ordered_on, fields_of
            )
    return LineRecord(reading.raw(), number, code, name, quantity[0], fields, order)


def _order(reading: Reading, context: Context, number: str) -> OrderRecord | str:
    """The order, or the reason why the row makes none."""
    code, name = reading.code("account_code"), reading.text("account_name")
    if code is None and name is None:
        return "no_account"
    day = reading.column("ordered_on")
    if day is None:
        return "no_date"
    try:
        ordered_on = _date(reading, day, context)
    except Doubt as doubt:
        if doubt.undecided:
            reading.doubt(day, reading.text_in(day), doubt)
        return doubt.reason
    fields: dict[str, object] = {}
    for field in ("required_on", "shipped_on"):
        found = reading.read(field, lambda column: _date(reading, column, context))
        if found:
            fields[field] = found
    for field in ("amount", "freight"):
        money = reading.read(field, lambda column: _money(reading, column, context))
        if money is not None:
            fields[field] = money[0]
            _put(fields, currency=money[1], tax_included=money[2] if field == "amount" else None)
    return OrderRecord(reading.raw(), number, code, name, ordered_on, fields)


def _is_question(reading: Reading) -> bool:
    return any(problem.verdict == "to_decide" for problem in reading.problems)


def _put(fields: dict[str, object], **values: object) -> None:
    fields.update({name: value for name, value in values.items() if value is not None})


def _date(reading: Reading, column: Column, context: Context) -> date:
    order = column.order or context.mapping.date_order or context.profile.orders.get(column.index)
    return read_day_within(
        reading.cell_in(column),
        order,
        span=reading.table.titles.span,
        year=column.year,
        chinese=reading.table.is_chinese,
    )


def _money(reading: Reading, column: Column, context: Context) -> tuple[int, str | None, bool | None]:
    """Minor units, the currency if anything says it, whether tax is in it if the header says so."""
    amount, per = read_price(reading.cell_in(column), column.unit or 1)
    per, unit = per or priced_by(column.title) or "", reading.text("unit")
    if column.field == "price" and per and unit and folded(per).casefold() != folded(unit).casefold():
        raise Doubt("price_unit", undecided=True)
    said = reading.text("currency")
    currency = said.upper() if said and len(said) == 3 and said.isascii() else None
    currency = currency or amount.currency or column.currency or context.mapping.currency
    if amount.approximate:
        reading.remark(column, "amount_approximate")
    return minor_units(amount.value, currency), currency, column.header.tax


def read_pack(reading: Reading, column: Column) -> int:
    """How many units are in a pack. Raises Doubt."""
    number, _ = read_number(reading.cell_in(column))
    pack = whole(number, 1, "number_unreadable")
    if pack < 1:
        raise Doubt("number_unreadable")
    return pack
