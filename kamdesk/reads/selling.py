"""What was sold, by managed unit: orders with their lines, and what the office's lists tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.money import line_amount
from kamdesk.domain.selling.facts import Kind, Sale, told_once
from kamdesk.reads.pace import gently
from kamdesk.reads.units import Units, read_units


@dataclass(frozen=True, slots=True)
class OrderDay:
    """That a unit ordered on a day, whatever it was worth; ``products`` are the ids of what it ordered."""

    unit_id: str
    order_id: str
    day: date
    products: tuple[str, ...]


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
    connection: Connection, *, today: date, units: Units | None = None, only: Collection[str] | None = None
) -> SalesBook:
    """All that was sold up to ``today``; of orders whose lines have prices each line is one sale, else the order.

    ``only``: of these account ids alone (aliases and sites are to be named too). Merged accounts and sites count with
    their managed unit.
    """
    units = units or read_units(connection)
    unit_of: dict[str, str] = {}

    def unit(account_id: str) -> str:
        if account_id not in unit_of:
            unit_of[account_id] = units.of(account_id)
        return unit_of[account_id]

    o = t.order.c
    chosen = select(o.id, o.account_id, o.ordered_on, o.amount, o.currency, o.tax_included)
    chosen = chosen.where(o.deleted_at.is_(None), o.ordered_on <= today).order_by(o.ordered_on, o.id)
    if only is not None:
        chosen = chosen.where(o.account_id.in_(only))
    lines = _lines(connection, today, only)
    sales: list[Sale] = []
    days: list[OrderDay] = []
    unpriced: list[str] = []
    for row in gently(connection.execute(chosen)):
        owner, kind = unit(row.account_id), Kind(row.currency, row.tax_included)
        ordered = lines.get(row.id, ())
        days.append(OrderDay(owner, row.id, row.ordered_on, tuple(dict.fromkeys(x[0] for x in ordered))))
        priced = [(line, line[2]) for line in ordered if line[2] is not None]
        for (product_id, quantity, _, discount, measure), price in priced:
            amount = line_amount(quantity, price, discount)
            sales.append(
                Sale(
                    owner, row.id, row.ordered_on, row.ordered_on, kind, amount, product_id, quantity, measure
                )
            )
        if not priced and row.amount is not None:
            sales.append(Sale(owner, row.id, row.ordered_on, row.ordered_on, kind, row.amount))
        elif not priced:
            unpriced.append(row.id)
    sales += _listed(connection, today, unit, only)
    known = min((sale.first for sale in sales), default=None)
    latest = max((sale.last for sale in sales), default=None)
    return SalesBook(told_once(sales), tuple(days), known, latest, tuple(unpriced))


Line = tuple[str, int, int | None, int, str | None]
"""Product, thousandths, minor units, 1/10,000, the unit."""


def _lines(connection: Connection, today: date, only: Collection[str] | None) -> dict[str, list[Line]]:
    line, o = t.order_line.c, t.order.c
    chosen = (
        select(
            line.order_id,
            line.product_id,
            line.quantity,
            line.price,
            line.discount,
            line.unit,
            t.product.c.unit,
        )
        .join_from(t.order_line, t.order, line.order_id == o.id)
        .join(t.product, line.product_id == t.product.c.id)
        .where(line.deleted_at.is_(None), o.deleted_at.is_(None), o.ordered_on <= today)
        .order_by(line.rank, line.id)
    )
    if only is not None:
        chosen = chosen.where(o.account_id.in_(only))
    found: dict[str, list[Line]] = defaultdict(list)
    for order_id, product_id, quantity, price, discount, measure, usual in gently(connection.execute(chosen)):
        found[order_id].append((product_id, quantity, price, discount, measure or usual))
    return found


def _listed(
    connection: Connection, today: date, unit: Callable[[str], str], only: Collection[str] | None
) -> list[Sale]:
    sale = t.sales_history.c
    chosen = select(
        sale.account_id, sale.id, sale.first_day, sale.last_day, sale.currency, sale.tax_included,
        sale.amount, sale.product_id,
    ).where(sale.deleted_at.is_(None), sale.first_day <= today, sale.first_day <= sale.last_day)  # fmt: skip
    if only is not None:
        chosen = chosen.where(sale.account_id.in_(only))
    return [
        Sale(
            unit(row.account_id),
            row.id,
            row.first_day,
            row.last_day,
            Kind(row.currency, row.tax_included),
            row.amount,
            row.product_id,
            listed=True,
        )
        for row in gently(connection.execute(chosen))
    ]
