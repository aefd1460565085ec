"""An account's stock over its visits, and what its orders held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.visit import VisitState

Line = tuple[str, int, str | None]
"""Product, thousandths of the unit, unit."""
COUNTS = 6


@dataclass(frozen=True, slots=True)
class Shelf:
    """A product and what was counted of it, in the order of `Stock.days`; None: not counted then."""

    product_id: str
    product: str
    unit: str | None
    counts: tuple[int | None, ...]
    ordered: int
    """Ordered over the last twelve months, thousandths."""


@dataclass(frozen=True, slots=True)
class Stock:
    """``days`` of the latest counts, newest first."""

    days: tuple[date, ...]
    shelves: tuple[Shelf, ...]


def stock_of(connection: Connection, ids: Iterable[str], since: date) -> Stock:
    """What was counted at the latest visits, and what was ordered of each product since ``since``."""
    ids = tuple(ids)
    count, report, visit, product = t.stock_count.c, t.visit_report.c, t.visit.c, t.product.c
    rows = connection.execute(
        select(
            report.visited_on,
            product.id,
            product.name,
            count.quantity,
            count.unit,
            product.unit.label("usual"),
        )
        .join_from(t.stock_count, t.visit_report, count.report_id == report.id)
        .join(t.visit, report.visit_id == visit.id)
        .join(t.product, count.product_id == product.id)
        .where(visit.account_id.in_(ids), visit.state == VisitState.DONE, visit.deleted_at.is_(None))
        .where(count.deleted_at.is_(None), report.deleted_at.is_(None))
        .order_by(report.visited_on.desc(), count.rank, count.id)
    ).all()
    days = tuple(dict.fromkeys(row.visited_on for row in rows))[:COUNTS]
    names: dict[str, tuple[str, str | None]] = {}
    counted: dict[tuple[str, date], int] = {}
    for row in rows:
        names.setdefault(row.id, (row.name, row.unit or row.usual))
        counted.setdefault((row.id, row.visited_on), row.quantity)
    bought = _bought(connection, ids, since)
    for key, (name, unit, _) in bought.items():
        names.setdefault(key, (name, unit))
    shelves = [
        Shelf(
            key,
            name,
            unit,
            tuple(counted.get((key, day)) for day in days),
            bought.get(key, (name, unit, 0))[2],
        )
        for key, (name, unit) in names.items()
    ]
    return Stock(days, tuple(shelves))


def _bought(
    connection: Connection, ids: tuple[str, ...], since: date
) -> dict[str, tuple[str, str | None, int]]:
    line, order, product = t.order_line.c, t.order.c, t.product.c
    rows = connection.execute(
        select(product.id, product.name, line.quantity, line.unit, product.unit.label("usual"))
        .join_from(t.order_line, t.order, line.order_id == order.id)
        .join(t.product, line.product_id == product.id)
        .where(order.account_id.in_(ids), order.ordered_on >= since)
        .where(line.deleted_at.is_(None), order.deleted_at.is_(None))
        .order_by(order.ordered_on.desc(), line.rank, line.id)
    )
    found: dict[str, tuple[str, str | None, int]] = {}
    for row in rows:
        unit = row.unit or row.usual
        name, known, total = found.get(row.id, (row.name, unit, 0))
        if unit == known:
            found[row.id] = name, known, total + row.quantity
    return found


def ordered_products(connection: Connection, ids: Iterable[str]) -> dict[str, list[Line]]:
    """By order, its products in their order."""
    line, order, product = t.order_line.c, t.order.c, t.product.c
    rows = connection.execute(
        select(line.order_id, product.name, line.quantity, line.unit, product.unit.label("usual"))
        .join_from(t.order_line, t.order, line.order_id == order.id)
        .join(t.product, line.product_id == product.id)
        .where(order.account_id.in_(tuple(ids)), line.deleted_at.is_(None), order.deleted_at.is_(None))
        .order_by(line.order_id, line.rank, line.id)
    )
    found: dict[str, list[Line]] = defaultdict(list)
    for row in rows:
        found[row.order_id].append((row.name, row.quantity, row.unit or row.usual))
    return found
