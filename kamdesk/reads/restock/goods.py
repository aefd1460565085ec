"""Stock, arrivals, goods on their way and orders of each product at an account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.restock.sell_through import Arrival, Count, Ordered, Told
from kamdesk.domain.restock.suggest import Good
from kamdesk.domain.visit import VisitState

ON_THE_WAY = timedelta(days=1)
"""From the day an order is shipped until it lies in the customer's store, where no arrival is recorded."""
OPEN_ORDER = timedelta(days=60)
"""An order that was not shipped for longer is taken for forgotten, not for coming."""
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Named:
    """A product as it is called."""

    id: str
    name: str
    code: str | None
    unit: str | None
    pack: int | None
    discontinued: bool


@dataclass(slots=True)
class _Facts:
    """What is told of one product, each with the unit that it is told in (None: none was said)."""

    visited: list[tuple[str | None, Count]] = field(default_factory=list)
    listed: dict[tuple[date, str | None], Count] = field(default_factory=dict)
    arrivals: list[tuple[str | None, Arrival]] = field(default_factory=list)
    coming: list[tuple[str | None, Ordered]] = field(default_factory=list)
    orders: list[tuple[str | None, Ordered]] = field(default_factory=list)


def read_goods(connection: Connection, ids: Collection[str], today: date) -> tuple[tuple[Named, Good], ...]:
    """Every product that the account (``ids``: its own and those merged into it) had in stock, ordered or was sent
    within a year, by name.
    """
    facts: dict[str, _Facts] = defaultdict(_Facts)
    _counted(connection, ids, today, facts)
    _listed(connection, ids, today, facts)
    on_the_way = _transit(connection, ids, today, facts)
    by_order = _delivered(connection, ids, today, facts)
    _ordered(connection, ids, today, facts, on_the_way, by_order)
    p = t.product.c
    rows = connection.execute(
        select(p.id, p.name, p.code, p.unit, p.pack, p.discontinued)
        .where(p.id.in_(list(facts)), p.deleted_at.is_(None))
        .order_by(p.name, p.id)
    )
    return tuple((named, _good(named, facts[named.id])) for named in (Named(*row) for row in rows))


def _good(named: Named, told: _Facts) -> Good:
    """Only what is told in one unit is put together: the product's own, else the one that the newest fact names."""
    units = [unit for group in (told.visited, told.coming, told.orders, told.arrivals) for unit, _ in group]
    units += [unit for _, unit in told.listed]
    own = named.unit or next((unit for unit in units if unit), None)

    def same(pairs: Iterable[tuple[str | None, Any]]) -> tuple[Any, ...]:
        return tuple(fact for unit, fact in pairs if unit in (None, own))

    visited = same(told.visited)
    listed = same((unit, count) for (_, unit), count in told.listed.items())
    if len({count.day for count in visited}) > 1:
        newest = max(count.day for count in visited)
        listed = tuple(count for count in listed if count.day > newest)
    return Good(
        product_id=named.id,
        unit=own,
        pack=named.pack,
        discontinued=named.discontinued,
        counts=(*visited, *listed),
        arrivals=same(told.arrivals),
        coming=same(told.coming),
        orders=same(told.orders),
        units_differ=any(unit not in (None, own) for unit in units),
    )


def _counted(connection: Connection, ids: Collection[str], today: date, facts: dict[str, _Facts]) -> None:
    """Counts of visits; where one report counts a product twice, the first stands, as on the page of the account."""
    count, report, visit = t.stock_count.c, t.visit_report.c, t.visit.c
    rows = connection.execute(
        select(count.product_id, report.visited_on, count.quantity, count.unit, count.id)
        .join_from(t.stock_count, t.visit_report, count.report_id == report.id)
        .join(t.visit, report.visit_id == visit.id)
        .where(visit.account_id.in_(ids), visit.state == VisitState.DONE, visit.deleted_at.is_(None))
        .where(count.deleted_at.is_(None), report.deleted_at.is_(None))
        .where(report.visited_on <= today, report.visited_on >= today - YEAR)
        .order_by(report.visited_on, count.rank, count.id)
    )
    for row in rows:
        facts[row.product_id].visited.append((row.unit, Count(row.visited_on, row.quantity, row.id)))


def _listed(connection: Connection, ids: Collection[str], today: date, facts: dict[str, _Facts]) -> None:
    """What lists say lies there, all lots of a day together."""
    stock = t.listed_stock.c
    rows = connection.execute(
        select(stock.product_id, stock.counted_on, stock.quantity, stock.unit, stock.id)
        .where(stock.account_id.in_(ids), stock.deleted_at.is_(None))
        .where(stock.counted_on <= today, stock.counted_on >= today - YEAR)
        .order_by(stock.counted_on, stock.id)
    )
    for row in rows:
        lots = facts[row.product_id].listed
        before = lots.get((row.counted_on, row.unit))
        quantity = row.quantity + (before.quantity if before else 0)
        lots[row.counted_on, row.unit] = Count(row.counted_on, quantity, row.id, listed=True)


def _transit(
    connection: Connection, ids: Collection[str], today: date, facts: dict[str, _Facts]
) -> dict[str, list[date | None]]:
    """Goods in transit; gives the days on which those still on their way were shipped, by product."""
    way = t.transit.c
    rows = connection.execute(
        select(
            way.product_id, way.quantity, way.unit, way.shipped_on, way.expected_on, way.arrived_on, way.id
        )
        .where(way.account_id.in_(ids), way.deleted_at.is_(None))
        .order_by(way.id)
    )
    shipped: dict[str, list[date | None]] = defaultdict(list)
    for row in rows:
        told = facts[row.product_id]
        if row.arrived_on is not None and row.arrived_on <= today:
            told.arrivals.append((row.unit, Arrival(row.arrived_on, row.quantity, row.id)))
        else:
            day = row.shipped_on or row.expected_on or today
            told.coming.append((row.unit, Ordered(day, row.quantity, row.id)))
            shipped[row.product_id].append(row.shipped_on)
    return shipped


def _delivered(
    connection: Connection, ids: Collection[str], today: date, facts: dict[str, _Facts]
) -> dict[tuple[str, str | None], date | None]:
    """Deliveries: those of a product with its quantity are arrivals of their own; of the others the order says what
    came. Gives the day of arrival (None: still to come) by order and product (None: all of the order).
    """
    d = t.delivery.c
    rows = connection.execute(
        select(d.order_id, d.product_id, d.quantity, d.unit, d.arrived_on, d.promised_on, d.id)
        .where(d.account_id.in_(ids), d.deleted_at.is_(None), d.known_on <= today)
        .order_by(d.known_on, d.id)
    )
    by_order: dict[tuple[str, str | None], date | None] = {}
    for row in rows:
        arrived = row.arrived_on if row.arrived_on is not None and row.arrived_on <= today else None
        quantity = row.quantity or 0
        told = facts[row.product_id] if row.product_id and row.quantity is not None else None
        if row.order_id:
            by_order[row.order_id, row.product_id] = arrived
        elif told is not None and arrived is not None:
            told.arrivals.append((row.unit, Arrival(arrived, quantity, row.id)))
        elif told is not None and row.promised_on >= today - OPEN_ORDER:
            told.coming.append((row.unit, Ordered(row.promised_on, quantity, row.id)))
    return by_order


def _ordered(
    connection: Connection,
    ids: Collection[str],
    today: date,
    facts: dict[str, _Facts],
    on_the_way: dict[str, list[date | None]],
    by_order: dict[tuple[str, str | None], date | None],
) -> None:
    """Orders; where a delivery of one is recorded it says when the goods came, else the day of shipping does."""
    line, order = t.order_line.c, t.order.c
    rows = connection.execute(
        select(line.product_id, line.quantity, line.unit, order.id, order.ordered_on, order.shipped_on)
        .join_from(t.order_line, t.order, line.order_id == order.id)
        .where(order.account_id.in_(ids), order.deleted_at.is_(None), line.deleted_at.is_(None))
        .where(order.ordered_on <= today, order.ordered_on >= today - YEAR)
        .order_by(order.ordered_on, order.id, line.rank, line.id)
    )
    for row in rows:
        told = facts[row.product_id]
        placed = Ordered(row.ordered_on, row.quantity, row.id)
        told.orders.append((row.unit, placed))
        key = next((k for k in ((row.id, row.product_id), (row.id, None)) if k in by_order), None)
        if key is not None:
            came = by_order[key]
            if came is None:
                told.coming.append((row.unit, placed))
            else:
                told.arrivals.append((row.unit, Arrival(came, row.quantity, row.id)))
            continue
        listed = on_the_way.get(row.product_id, ())
        if _is_listed(row.shipped_on, listed):
            continue
        arrives = row.shipped_on + ON_THE_WAY if row.shipped_on else None
        if arrives is not None and arrives <= today:
            told.arrivals.append((row.unit, Arrival(arrives, row.quantity, row.id, Told.SHIPPED)))
        elif arrives is not None or row.ordered_on >= today - OPEN_ORDER:
            told.coming.append((row.unit, placed))


def _is_listed(shipped_on: date | None, shipped: Iterable[date | None]) -> bool:
    """Whether a list of goods in transit speaks of this order's goods: shipped on the same day, give or take one."""
    if shipped_on is None:
        return False
    return any(day is not None and abs((day - shipped_on).days) <= 1 for day in shipped)
