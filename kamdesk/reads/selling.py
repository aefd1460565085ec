"""What was sold, by managed unit: orders with their lines, and what the office's lists tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.domain.money import line_amount
from kamdesk.domain.selling.facts import Kind, Sale, told_once
from kamdesk.reads.pace import gently, uncollected
from kamdesk.reads.units import Units, read_units

_ORDERS = """
SELECT o.id, o.account_id, o.ordered_on, o.amount, o.currency, o.tax_included, {sum} FROM "order" AS o {lines}
WHERE o.deleted_at IS NULL AND o.ordered_on <= ? {among}
"""
_EXACT = "l.quantity * l.price * (10000 - l.discount)"
_HALF_UP = f"""
CASE WHEN {_EXACT} >= 0 THEN ({_EXACT} + 5000000) / 10000000 ELSE -((5000000 - {_EXACT}) / 10000000) END
"""
_SUMS = f"""
LEFT JOIN (
    SELECT l.order_id, sum({_HALF_UP}) AS amount, count(*) AS lines FROM order_line AS l
    WHERE l.deleted_at IS NULL AND l.price IS NOT NULL GROUP BY l.order_id
) AS s ON s.order_id = o.id
"""
_LINES = f"""
SELECT l.order_id, l.product_id, {_HALF_UP}, l.quantity, coalesce(nullif(l.unit, ''), p.unit), l.price, l.discount
FROM order_line AS l JOIN "order" AS o ON l.order_id = o.id LEFT JOIN product AS p ON l.product_id = p.id
WHERE l.deleted_at IS NULL AND l.price IS NOT NULL AND o.deleted_at IS NULL AND o.ordered_on <= ? {{among}}
"""
_DAYS = f"""
SELECT account_id, ordered_on, product_id, sum(amount), sum(quantity) FROM (
    SELECT o.account_id, o.ordered_on, l.product_id, l.quantity, {_HALF_UP} AS amount
    FROM order_line AS l JOIN "order" AS o ON l.order_id = o.id
    WHERE l.deleted_at IS NULL AND l.price IS NOT NULL AND l.quantity > 0
    AND o.deleted_at IS NULL AND o.ordered_on BETWEEN ? AND ? AND o.currency IS ? AND o.tax_included IS ? {{among}}
)
WHERE amount > 0 GROUP BY account_id, ordered_on, product_id
"""
_LISTS = """
SELECT account_id, id, first_day, last_day, currency, tax_included, amount, product_id FROM sales_history
WHERE deleted_at IS NULL AND first_day <= ? AND first_day <= last_day {among}
"""


_BY_PRODUCT = itemgetter(1, 0)
"""How the lines of an order are sorted: by product and what they cost."""
_ORDER_DAY = itemgetter(1, 2, 0)
"""Unit, order and day of an order that was read."""


class OrderDay(NamedTuple):
    """That a unit ordered on a day, whatever it was worth."""

    unit_id: str
    order_id: str
    day: date


@dataclass(frozen=True, slots=True)
class SalesBook:
    """``sales`` are told once each; ``known_from`` is the first day of which any sale is known.

    ``unpriced`` are the orders of which no worth is known: they count as purchases and bring nothing.
    """

    sales: tuple[Sale, ...]
    orders: tuple[OrderDay, ...]
    known_from: date | None
    latest: date | None
    unpriced: tuple[str, ...]


def read_sales(
    connection: Connection,
    *,
    today: date,
    units: Units | None = None,
    only: Collection[str] | None = None,
    by_line: bool = True,
) -> SalesBook:
    """All that was sold up to ``today``; of orders whose lines have prices each line is one sale, else the order.

    ``only``: of these account ids alone (aliases and sites are to be named too). Merged accounts and sites count with
    their managed unit. Not ``by_line``: the lines of an order are added up by SQLite, unless a list tells of single
    products, which stand for single lines.

    Read by the driver itself, and without the collector of cycles: a book holds a hundred thousand lines.
    """
    with uncollected():
        return _sales(connection, today, units or read_units(connection), only, by_line)


def _sales(
    connection: Connection, today: date, units: Units, only: Collection[str] | None, by_line: bool
) -> SalesBook:
    unit, day_of = lru_cache(maxsize=None)(units.of), lru_cache(maxsize=None)(date.fromisoformat)
    kind_of = lru_cache(maxsize=None)(_kind)
    told = list(_rows(connection, _LISTS, today, only, "account_id"))
    listed = [
        Sale(
            unit(of),
            row_id,
            day_of(first),
            day_of(last),
            kind_of(currency, tax),
            amount,
            product_id,
            listed=True,
        )
        for of, row_id, first, last, currency, tax, amount, product_id in gently(told)
    ]
    by_line = by_line or any(sale.product_id is not None for sale in listed)
    orders = _orders(connection, today, only, by_line=by_line)
    if not by_line and any(type(row[6]) is float for row in orders):
        by_line, orders = True, _orders(connection, today, only, by_line=True)
    bought = [
        (day_of(ordered_on), unit(account_id), order_id, amount, kind_of(currency, tax), summed, number)
        for order_id, account_id, ordered_on, amount, currency, tax, summed, number in gently(orders)
    ]
    bought.sort(key=itemgetter(0, 1, 2))
    lines = _lines(connection, today, only) if by_line else {}
    make = Sale._make
    sales: list[Sale] = []
    unpriced: list[str] = []
    for day, owner, order_id, amount, kind, summed, number in gently(bought):
        if order_id in lines:
            of_order = lines[order_id]
            if len(of_order) > 1:
                of_order.sort(key=_BY_PRODUCT)
            sales += [make((owner, order_id, day, day, kind, *line, False, 1)) for line in of_order]
        elif summed is not None:
            sales.append(make((owner, order_id, day, day, kind, summed, None, None, None, False, number)))
        elif amount is not None:
            sales.append(Sale(owner, order_id, day, day, kind, amount))
        else:
            unpriced.append(order_id)
    return SalesBook(
        told_once((*sales, *listed)) if listed else tuple(sales),
        tuple(map(OrderDay._make, map(_ORDER_DAY, bought))),
        min((sale.first for sale in (*sales[:1], *listed)), default=None),
        max((sale.last for sale in (*sales[-1:], *listed)), default=None),
        tuple(unpriced),
    )


def _orders(
    connection: Connection, today: date, only: Collection[str] | None, *, by_line: bool
) -> list[tuple[Any, ...]]:
    """The orders, with the sum of their lines and how many they are; without, where each line is asked for.

    A sum beyond 64 bits comes as a float.
    """
    shape = {"sum": "NULL, NULL", "lines": ""} if by_line else {"sum": "s.amount, s.lines", "lines": _SUMS}
    return list(_rows(connection, _ORDERS, today, only, "o.account_id", **shape))


def read_product_days(
    connection: Connection, kind: Kind, first: date, last: date, only: Collection[str] | None = None
) -> Iterable[tuple[str, date, str, int, int]]:
    """What an account bought of a product on a day in one kind of money: amount and thousandths; no returns.

    An amount beyond 64 bits comes as a float.
    """
    tax = None if kind.tax_included is None else int(kind.tax_included)
    day_of = lru_cache(maxsize=None)(date.fromisoformat)
    among = "" if only is None else f"AND o.account_id IN ({', '.join('?' * len(only))})"
    values = (first.isoformat(), last.isoformat(), kind.currency, tax, *(only or ()))
    rows = plain.tuples(connection, _DAYS.format(among=among), values)
    for account_id, day, product_id, amount, quantity in gently(rows):
        yield account_id, day_of(day), product_id, amount, quantity


def _lines(connection: Connection, today: date, only: Collection[str] | None) -> dict[str, list[Any]]:
    """By order: what it costs, product, thousandths, the unit.

    What a line costs is reckoned by SQLite, and anew where that is beyond 64 bits and came as a float.
    """
    found: dict[str, list[Any]] = defaultdict(list)
    for order_id, product_id, amount, quantity, measure, price, discount in gently(
        _rows(connection, _LINES, today, only, "o.account_id")
    ):
        if type(amount) is float:
            amount = line_amount(quantity, price, discount)
        found[order_id].append((amount, product_id, quantity, measure))
    return found


def _kind(currency: str | None, tax_included: int | None) -> Kind:
    return Kind(currency, None if tax_included is None else bool(tax_included))


def _rows(
    connection: Connection,
    statement: str,
    today: date,
    only: Collection[str] | None,
    column: str,
    **parts: str,
) -> Iterable[tuple[Any, ...]]:
    among = "" if only is None else f"AND {column} IN ({', '.join('?' * len(only))})"
    return plain.tuples(
        connection, statement.format(among=among, **parts), (today.isoformat(), *(only or ()))
    )
