"""Orders and their worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.money import line_amount


@dataclass(frozen=True, slots=True)
class PastOrder:
    """An order and what it is worth: the sum of its lines in minor units, or the amount written down for it.

    ``amount`` is None where neither is known, ``lines`` the number of lines,
    ``visit_id`` the visit it was taken on.
    """

    id: str
    number: str | None
    ordered_on: date
    required_on: date | None
    shipped_on: date | None
    currency: str | None
    amount: int | None
    lines: int
    visit_id: str | None = None


def orders_of(connection: Connection, ids: Iterable[str]) -> tuple[PastOrder, ...]:
    """The orders of the accounts, newest first."""
    o = t.order.c
    rows = connection.execute(
        select(o.id, o.number, o.ordered_on, o.required_on, o.shipped_on, o.currency, o.amount, o.visit_id)
        .where(o.account_id.in_(ids), o.deleted_at.is_(None))
        .order_by(o.ordered_on.desc(), o.id.desc())
    ).all()
    sums = _line_sums(connection, ids)
    return tuple(
        PastOrder(
            *row[:6],
            amount=sums.get(row.id, (row.amount, 0))[0],
            lines=sums.get(row.id, (0, 0))[1],
            visit_id=row.visit_id,
        )
        for row in rows
    )


def _line_sums(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[int, int]]:
    line, order = t.order_line.c, t.order.c
    rows = connection.execute(
        select(line.order_id, line.quantity, line.price, line.discount)
        .join(t.order, line.order_id == order.id)
        .where(order.account_id.in_(ids), line.deleted_at.is_(None), line.price.is_not(None))
    )
    sums: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for order_id, quantity, price, discount in rows:
        total, count = sums[order_id]
        sums[order_id] = total + line_amount(quantity, price, discount), count + 1
    return sums


def orders_on(connection: Connection, visits: Iterable[str]) -> dict[str, int]:
    """What was ordered on each of the visits, in minor units; visits without an order, or with none of known worth,
    are left out."""
    chosen = list(visits)
    o, line = t.order.c, t.order_line.c
    rows = connection.execute(
        select(o.id, o.visit_id, o.amount).where(o.visit_id.in_(chosen), o.deleted_at.is_(None))
    ).all()
    lines = connection.execute(
        select(line.order_id, line.quantity, line.price, line.discount).where(
            line.order_id.in_([row.id for row in rows]), line.deleted_at.is_(None), line.price.is_not(None)
        )
    )
    sums: dict[str, int] = defaultdict(int)
    for row in lines:
        sums[row.order_id] += line_amount(row.quantity, row.price, row.discount)
    found: dict[str, int] = defaultdict(int)
    for row in rows:
        worth = sums.get(row.id, row.amount)
        if worth is not None:
            found[row.visit_id] += worth
    return dict(found)
