"""What each unit bought in a year and in the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection

from kamdesk.domain.facts import Period
from kamdesk.domain.questions.view import Bought
from kamdesk.domain.selling.facts import Sale, within
from kamdesk.domain.selling.months import twelve_months, year_before
from kamdesk.domain.selling.year import listed_year, year_told
from kamdesk.reads.questions.scope import Scope
from kamdesk.reads.selling import SalesBook, read_sales
from kamdesk.reads.units import Units

HOME = "CNY"
"""The currency of a sale that names none."""


def read_bought(
    connection: Connection, scope: Scope, units: Units, today: date
) -> tuple[dict[str, Bought], SalesBook]:
    """By unit, and the sales that were read."""
    book = read_sales(connection, today=today, units=units, only=scope.accounts, by_line=False)
    by_unit: dict[str, list[Sale]] = defaultdict(list)
    for sale in book.sales:
        by_unit[sale.unit_id].append(sale)
    orders = _orders(book, today)
    bought = {
        unit: _bought(sales, today, orders.get(unit, 0))
        for unit, sales in by_unit.items()
        if unit in scope.units
    }
    return bought, book


def _orders(book: SalesBook, today: date) -> Mapping[str, int]:
    year = twelve_months(today)
    counts: dict[str, int] = defaultdict(int)
    for order in book.orders:
        if order.day in year:
            counts[order.unit_id] += 1
    return counts


def _bought(sales: list[Sale], today: date, orders: int) -> Bought:
    year = year_told(sales, today)
    before = year_before(year)
    now, then = within(sales, year), () if _told_in_part(sales, before) else within(sales, before)
    sums: dict[str, int] = defaultdict(int)
    for sale in (*now, *then):
        sums[sale.kind.currency or HOME] += sale.amount
    currency = max(sums, key=lambda each: (sums[each], each), default=HOME)
    return Bought(
        year=_sum(now, currency),
        year_before=_sum(then, currency),
        currency=currency,
        orders=orders,
        first_on=min(sale.first for sale in sales),
        last_on=max((min(sale.last, today) for sale in sales), default=None),
        records=tuple(dict.fromkeys(sale.record_id for sale in now or _last(sales))),
        told=year if year.last < today and listed_year(now, year) else None,
    )


def _told_in_part(sales: list[Sale], period: Period) -> bool:
    """Whether the first that is known at all is a list's sum that begins within the period."""
    first = min(sales, key=lambda sale: sale.first)
    return first.listed and period.first < first.first <= period.last


def _last(sales: list[Sale]) -> list[Sale]:
    """Who bought nothing for a year is known by the last that it bought."""
    last = max((sale.last for sale in sales), default=None)
    return [sale for sale in sales if sale.last == last]


def _sum(sales: Iterable[Sale], currency: str) -> int:
    return sum(sale.amount for sale in sales if (sale.kind.currency or HOME) == currency)
