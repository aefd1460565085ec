"""A year's goal with sales, causes and plans, put into the filled book."""

from __future__ import annotations

from datetime import date
from typing import Any

from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.trade import Order, OrderLine, Product
from kamdesk.operations.goals import set_target
from tests.books import NOW, TODAY, only
from tests.qt.desk_books import Filled

YEAR = {"first_day": date(2026, 1, 1), "last_day": date(2026, 12, 31)}
ORDERS = (
    ("haichuan", date(2025, 11, 5), 400, 25_000),
    ("haichuan", date(2026, 3, 5), 900, 25_000),
    ("haichuan", date(2026, 11, 5), 300, 24_000),
    ("nanyu", date(2025, 11, 12), 100, 26_000),
    ("yanshi", date(2026, 11, 10), 160, 26_000),
)
"""Account, day, bags, minor units a bag."""


def sell(store: Store, filled: Filled) -> None:
    with store.write("demo.sales", now=NOW) as tx:
        product = Product(id=tx.new_id(), name="C2 胶", unit="包")
        tx.add(product)
        for name, day, bags, price in ORDERS:
            order = Order(
                id=tx.new_id(),
                account_id=getattr(filled, name),
                ordered_on=day,
                currency="CNY",
                tax_included=True,
            )
            line = OrderLine(
                id=tx.new_id(),
                order_id=order.id,
                product_id=product.id,
                quantity=bags * 1000,
                unit="包",
                price=price,
            )
            tx.add(order, line)


def set_goals(store: Store) -> str:
    """Sales of 36 thousand yuan, the goal of the year, and 120 visits; gives the first one's id."""
    revenue = only(
        set_target(
            store, metric="revenue", amount=36_000_00, currency="CNY", known_on=TODAY, now=NOW, **YEAR
        ),
        "target",
    )
    set_target(store, metric="visits", quantity=120_000, unit="次", known_on=TODAY, now=NOW, **YEAR)
    return revenue


def know(store: Store, kind: str, /, **values: Any) -> Changes:
    """A row of what is found out."""
    with store.write(f"{kind}.record", now=NOW) as tx:
        tx.add(KINDS[kind](id=tx.new_id(), known_on=values.pop("known_on", TODAY), **values))
    return tx.changes()
