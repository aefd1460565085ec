"""Rows of stock lists and of goods in transit."""

from __future__ import annotations

from collections.abc import Callable

from kamdesk.exchange.accounts import Context
from kamdesk.exchange.kinds.cells import (
    list_day,
    listed,
    quantity_in,
    read_account_name,
    read_day,
    read_product_name,
    refuse,
)
from kamdesk.exchange.records import Listed, ListedRecord, Rejected
from kamdesk.exchange.row import Reading


def read_stock(reading: Reading, context: Context) -> ListedRecord | Rejected:
    """What lies at an account of a product."""
    day = list_day(reading, "counted_on", context)
    if day is None:
        return refuse(reading, "no_day")
    return _goods(reading, context, lambda: {"counted_on": day})


def read_transit(reading: Reading, context: Context) -> ListedRecord | Rejected:
    """What is on its way to an account of a product, or has arrived."""
    days = ("shipped_on", "expected_on", "arrived_on")
    return _goods(
        reading,
        context,
        lambda: {
            "number": reading.code("number"),
            **{field: read_day(reading, field, context) for field in days},
        },
    )


def _goods(reading: Reading, context: Context, rest: Callable[[], Listed]) -> ListedRecord | Rejected:
    account = read_account_name(reading, context)
    if account is None:
        return reading.refuse(reading.table.kind, "whose")
    product = read_product_name(reading)
    if product is None:
        return reading.refuse(reading.table.kind, "no_product")
    quantity = quantity_in(reading)
    if quantity is None:
        return refuse(reading, "no_quantity")
    return listed(reading, account, product, [{"quantity": quantity[0], "unit": quantity[1], **rest()}])
