"""Rows of stock lists and of goods in transit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

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
from kamdesk.exchange.kinds.matrix import ACROSS, OF_ACCOUNT, OF_PRODUCT, column_across
from kamdesk.exchange.records import Listed, ListedRecord, Named, RawRecord, Rejected
from kamdesk.exchange.row import Reading
from kamdesk.exchange.values.amounts import is_approximate, read_quantity
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import folded


def read_stock(reading: Reading, context: Context) -> ListedRecord | Rejected:
    """What lies at an account of a product."""
    day = list_day(reading, "counted_on", context)
    if day is None:
        return refuse(reading, "no_day")
    if any(reading.table.columns_of(field) for field in ACROSS):
        return _read_matrix(reading, context, day)
    return _goods(reading, context, lambda: {"counted_on": day})


def _read_matrix(reading: Reading, context: Context, day: date) -> ListedRecord | Rejected:
    """A row of a matrix: one count a cell; an empty one was not counted."""
    account, product = read_account_name(reading, context), read_product_name(reading)
    goods_across = bool(reading.table.columns_of(OF_PRODUCT))
    if goods_across and account is None:
        return reading.refuse("stock", "whose")
    if not goods_across and product is None:
        return reading.refuse("stock", "no_product")
    shown = {column.index for field in ACROSS for column in reading.table.columns_of(field)}
    parts: list[ListedRecord] = []
    for column in reading.columns(OF_PRODUCT if goods_across else OF_ACCOUNT):
        meant = column_across(column.title, column.group)
        try:
            quantity, written = read_quantity(reading.cell_in(column))
        except Doubt as doubt:
            reading.doubt(column, reading.text_in(column), doubt, "quantities")
            continue
        if is_approximate(reading.text_in(column)):
            reading.remark(column, "amount_approximate")
        if meant is None:
            continue
        named = Named(meant.name, also=meant.also)
        unit = reading.text("unit") or folded(written) or meant.unit
        cells = (
            None if index in shown and index != column.index else cell
            for index, cell in enumerate(reading.row.cells)
        )
        thing: Listed = {"quantity": quantity, "counted_on": day, **({"unit": unit} if unit else {})}
        parts.append(
            ListedRecord(
                RawRecord(reading.origin, tuple(cells), cell=column.index),
                "stock",
                account if goods_across else named,
                named if goods_across else product,
                (thing,),
            )
        )
    mine = (account, None) if goods_across else (None, product)
    if not parts and not reading.problems:
        # Nothing was counted there, so nothing depends on whose row it is.
        mine = None, None
    return replace(listed(reading, *mine, []), parts=tuple(parts))


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
