"""What the form of a visit report offers: products to count with their last count, products to add, a draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.amendments import Amendment, amendments_of
from kamdesk.reads.drafts import Draft, find_draft
from kamdesk.reads.report_content import report_content

# What was counted or ordered this lately is still worth counting.
COUNTED_DAYS = 120
MOST_COMPANIONS = 12


@dataclass(frozen=True, slots=True)
class ProductChoice:
    id: str
    name: str
    specification: str | None
    unit: str | None
    price: int | None = None


@dataclass(frozen=True, slots=True)
class CountLine:
    """A product to count: ``last`` (thousandths, None: never counted) on ``counted_on``, ``received`` ordered since."""

    product: ProductChoice
    last: int | None
    counted_on: date | None
    received: int


@dataclass(frozen=True, slots=True)
class OrderTaken:
    """The order written down of the visit; ``lines`` are (product id, thousandths, unit, price in minor units)."""

    number: str | None
    amount: int | None
    lines: tuple[tuple[str, int, str | None, int | None], ...]


@dataclass(frozen=True, slots=True)
class VisitForm:
    """``promised`` was promised on this visit already; ``companions`` are those who came along before, latest first.

    ``recorded`` is the report as it is recorded, in the words of a draft; None where there is none.
    """

    counts: tuple[CountLine, ...]
    products: tuple[ProductChoice, ...]
    draft: Draft | None
    order: OrderTaken | None = None
    promised: tuple[str, ...] = ()
    next_due: date | None = None
    companions: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    recorded: Mapping[str, Any] | None = None


def visit_form(
    store: Store, *, account_id: str, on: date, subject: str, visit_id: str | None = None
) -> VisitForm:
    """For a visit to the account on the day ``on``; ``subject`` names the draft, ``visit_id`` a visit with a row."""
    with store.read() as connection:
        ids = read_aliases(connection).ids(account_id)
        products = _products(connection)
        return VisitForm(
            counts=_counts(connection, ids, products, on),
            products=tuple(products.values()),
            draft=find_draft(connection, form="visit_report", subject=subject),
            order=_order(connection, visit_id) if visit_id else None,
            promised=_promised(connection, visit_id) if visit_id else (),
            next_due=_next_due(connection, visit_id) if visit_id else None,
            companions=_companions(connection),
            amendments=amendments_of(connection, visit_id) if visit_id else (),
            recorded=report_content(connection, visit_id) if visit_id else None,
        )


def _order(connection: Connection, visit_id: str) -> OrderTaken | None:
    o, line = t.order.c, t.order_line.c
    row = connection.execute(
        select(o.id, o.number, o.amount)
        .where(o.visit_id == visit_id, o.deleted_at.is_(None))
        .order_by(o.id)
        .limit(1)
    ).first()
    if row is None:
        return None
    lines = connection.execute(
        select(line.product_id, line.quantity, line.unit, line.price)
        .where(line.order_id == row.id, line.deleted_at.is_(None))
        .order_by(line.rank, line.id)
    )
    return OrderTaken(row.number, row.amount, tuple((p, q, u, price) for p, q, u, price in lines))


def _promised(connection: Connection, visit_id: str) -> tuple[str, ...]:
    p = t.promise.c
    rows = connection.scalars(
        select(p.what).where(p.visit_id == visit_id, p.deleted_at.is_(None)).order_by(p.id)
    )
    return tuple(rows)


def _next_due(connection: Connection, visit_id: str) -> date | None:
    a = t.action.c
    return connection.scalar(
        select(a.due_on)
        .where(a.visit_id == visit_id, a.deleted_at.is_(None), a.state == "open")
        .order_by(a.id)
    )


def _companions(connection: Connection) -> tuple[str, ...]:
    c = t.visit_companion.c
    rows = connection.scalars(
        select(c.name)
        .where(c.deleted_at.is_(None))
        .group_by(c.name)
        .order_by(func.max(c.id).desc())
        .limit(MOST_COMPANIONS)
    )
    return tuple(rows)


def _products(connection: Connection) -> dict[str, ProductChoice]:
    p = t.product.c
    rows = connection.execute(
        select(p.id, p.name, p.specification, p.unit, p.price)
        .where(p.deleted_at.is_(None), p.discontinued.is_(False))
        .order_by(p.name, p.id)
    )
    return {row.id: ProductChoice(*row) for row in rows}


def _counts(
    connection: Connection, ids: Iterable[str], products: dict[str, ProductChoice], on: date
) -> tuple[CountLine, ...]:
    count, report, visit = t.stock_count.c, t.visit_report.c, t.visit.c
    since = on - timedelta(days=COUNTED_DAYS)
    counted = connection.execute(
        select(count.product_id, count.quantity, report.visited_on)
        .join_from(t.stock_count, t.visit_report, count.report_id == report.id)
        .join(t.visit, report.visit_id == visit.id)
        .where(visit.account_id.in_(ids), report.visited_on >= since, report.visited_on < on)
        .where(*(c.deleted_at.is_(None) for c in (count, report, visit)))
        .order_by(report.visited_on.desc(), count.rank, count.id)
    )
    lines: dict[str, CountLine] = {}
    for product_id, quantity, day in counted:
        if product_id in products:
            lines.setdefault(product_id, CountLine(products[product_id], quantity, day, 0))
    for product_id, orders in _ordered(connection, ids, since, on).items():
        if product_id in products:
            line = lines.get(product_id) or CountLine(products[product_id], None, None, 0)
            first = line.counted_on or since
            lines[product_id] = replace(line, received=sum(n for day, n in orders if day >= first))
    return tuple(lines.values())


def _ordered(
    connection: Connection, ids: Iterable[str], since: date, on: date
) -> dict[str, list[tuple[date, int]]]:
    line, order = t.order_line.c, t.order.c
    rows = connection.execute(
        select(line.product_id, order.ordered_on, line.quantity)
        .join_from(t.order_line, t.order, line.order_id == order.id)
        .where(order.account_id.in_(ids), order.ordered_on >= since, order.ordered_on < on)
        .where(line.deleted_at.is_(None), order.deleted_at.is_(None))
        .order_by(order.ordered_on, line.rank, line.id)
    )
    found: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for product_id, day, quantity in rows:
        found[product_id].append((day, quantity))
    return found
