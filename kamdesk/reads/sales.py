"""What an account bought: sums of this year and the last, by month, the latest orders."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.papers.briefing import MonthSales, OrderedProduct, Sales
from kamdesk.papers.briefing import PastOrder as BriefedOrder
from kamdesk.reads.orders import PastOrder, orders_of

MONTHS = 12
LATEST = 6


def sales_of(connection: Connection, ids: Iterable[str], today: date) -> tuple[Sales, ...]:
    """The accounts' orders by currency, the one with the most orders first."""
    ids = tuple(ids)
    by_currency: dict[str | None, list[PastOrder]] = defaultdict(list)
    for order in orders_of(connection, ids):
        if order.ordered_on <= today:
            by_currency[order.currency].append(order)
    chosen = {order.id for orders in by_currency.values() for order in orders[:LATEST]}
    products = _products(connection, chosen)
    ranked = sorted(by_currency.items(), key=lambda item: (-len(item[1]), item[0] or ""))
    return tuple(_sales(currency, orders, products, today) for currency, orders in ranked)


def _sales(
    currency: str | None, orders: list[PastOrder], products: dict[str, list[OrderedProduct]], today: date
) -> Sales:
    by_month: Counter[tuple[int, int]] = Counter()
    for order in orders:
        by_month[order.ordered_on.year, order.ordered_on.month] += order.amount or 0
    first = min(order.ordered_on for order in orders)
    known_last_year = first < date(today.year, 1, 1)
    this_year = [order for order in orders if order.ordered_on.year == today.year]
    same_day = _same_day_last_year(today)
    return Sales(
        currency=currency,
        until=today,
        this_year=sum(order.amount or 0 for order in this_year),
        last_year=sum(
            order.amount or 0
            for order in orders
            if order.ordered_on.year == today.year - 1 and order.ordered_on <= same_day
        )
        if known_last_year
        else None,
        orders_this_year=len(this_year),
        months=tuple(
            MonthSales(
                year=year,
                month=month,
                amount=by_month[year, month],
                year_before=by_month[year - 1, month] if first < date(year - 1, month, 28) else None,
            )
            for year, month in _months_up_to(today)
        ),
        orders=tuple(
            BriefedOrder(
                on=order.ordered_on,
                number=order.number,
                amount=order.amount,
                products=tuple(products.get(order.id, ())),
            )
            for order in orders[:LATEST]
        ),
    )


def _same_day_last_year(today: date) -> date:
    return date(today.year - 1, today.month, min(today.day, 28) if today.month == 2 else today.day)


def _months_up_to(today: date) -> list[tuple[int, int]]:
    last = today.year * 12 + today.month - 1
    return [(number // 12, number % 12 + 1) for number in range(last - MONTHS + 1, last + 1)]


def _products(connection: Connection, orders: Iterable[str]) -> dict[str, list[OrderedProduct]]:
    line, product = t.order_line.c, t.product.c
    rows = connection.execute(
        select(line.order_id, product.name, line.quantity, line.unit, product.unit.label("usual"))
        .join(t.product, line.product_id == product.id)
        .where(line.order_id.in_(orders), line.deleted_at.is_(None))
        .order_by(line.order_id, line.rank, line.id)
    )
    found: dict[str, list[OrderedProduct]] = defaultdict(list)
    for row in rows:
        found[row.order_id].append(OrderedProduct(row.name, row.quantity, row.unit or row.usual))
    return found
