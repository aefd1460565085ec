"""What was sold, however it is read: line by line, or with the lines of an order added up by SQLite."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.money import line_amount
from kamdesk.domain.selling.facts import Kind, by_kind
from kamdesk.domain.trade import Order, OrderLine, Product, SalesHistory
from kamdesk.reads.selling import SalesBook, read_sales
from tests.books import NOW, TODAY, make_book


def decimal_amount(quantity: int, price: int, discount: int) -> int:
    exact = Decimal(quantity) * price * (10_000 - discount) / 10_000_000
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def sold_at_random(book: Store, seed: int, lists: bool, of_products: bool) -> None:
    dice = random.Random(seed)
    with book.write("figures", now=NOW) as tx:
        units = [tx.make(Account, id=tx.new_id(), name=f"a{n}", level="company").id for n in range(4)]
        units.append(tx.make(Account, id=tx.new_id(), name="site", level="site", parent_id=units[0]).id)
        units.append(tx.make(Account, id=tx.new_id(), name="merged", merged_into=units[1]).id)
        goods = [
            tx.make(Product, id=tx.new_id(), name=f"p{n}", unit=("bag", None)[n % 2], discontinued=False).id
            for n in range(3)
        ]
        for _ in range(40):
            order = tx.make(
                Order,
                id=tx.new_id(),
                account_id=dice.choice(units),
                ordered_on=TODAY - timedelta(days=dice.randrange(-5, 500)),
                currency=dice.choice(("CNY", "USD", None)),
                tax_included=dice.choice((True, False, None)),
                amount=dice.choice((None, 12_345)),
            ).id
            for rank in range(dice.randrange(0, 4)):
                tx.make(
                    OrderLine,
                    id=tx.new_id(),
                    order_id=order,
                    product_id=dice.choice(goods),
                    quantity=dice.randrange(-3_000, 9_000),
                    unit=dice.choice(("", None, "t")),
                    price=dice.choice((None, 333, 1_005, -7)),
                    discount=dice.choice((0, 1_250, 3_333)),
                    rank=rank,
                )
        for _ in range(3 if lists else 0):
            first = TODAY - timedelta(days=dice.randrange(0, 400))
            tx.make(
                SalesHistory,
                id=tx.new_id(),
                account_id=dice.choice(units),
                first_day=first,
                last_day=first + timedelta(days=dice.randrange(0, 60)),
                currency="CNY",
                tax_included=True,
                amount=dice.randrange(1, 10**6),
                product_id=dice.choice(goods) if of_products else None,
            )


@pytest.mark.parametrize(("lists", "of_products"), [(False, False), (True, False), (True, True)])
@pytest.mark.parametrize("seed", range(3))
def test_an_order_brings_what_its_lines_bring(
    tmp_path: Path, seed: int, lists: bool, of_products: bool
) -> None:
    book = make_book(tmp_path)
    sold_at_random(book, seed, lists, of_products)
    with book.read() as connection:
        lines = read_sales(connection, today=TODAY)
        whole = read_sales(connection, today=TODAY, by_line=False)
        told = _recounted(connection)
    book.close()
    assert _by_order(whole) == _by_order(lines)
    assert (whole.orders, whole.known_from, whole.latest, whole.unpriced) == (
        lines.orders,
        lines.known_from,
        lines.latest,
        lines.unpriced,
    )
    assert list(by_kind(whole.sales)) == list(by_kind(lines.sales))
    if not lists:
        assert {order: sum(sums) for order, sums in told.items()} == {
            order: amount for (order, *_), amount in _by_order(lines).items()
        }
    in_order = [(s.first, s.last, s.unit_id, s.record_id, s.product_id or "", s.amount) for s in lines.sales]
    assert in_order == sorted(in_order)


def _by_order(book: SalesBook) -> dict[tuple[str, str, date, date, Kind], int]:
    sums: dict[tuple[str, str, date, date, Kind], int] = defaultdict(int)
    for sale in book.sales:
        sums[sale.record_id, sale.unit_id, sale.first, sale.last, sale.kind] += sale.amount
    return dict(sums)


def _recounted(connection) -> dict[str, list[int]]:
    """By order, one line after the other and in decimals."""
    sums: dict[str, list[int]] = defaultdict(list)
    for row in connection.execute(select(t.order_line).join(t.order).where(t.order.c.ordered_on <= TODAY)):
        if row.price is not None:
            sums[row.order_id].append(decimal_amount(row.quantity, row.price, row.discount))
    for row in connection.execute(select(t.order).where(t.order.c.ordered_on <= TODAY)):
        if row.id not in sums and row.amount is not None:
            sums[row.id].append(row.amount)
    return sums


def test_sums_that_sqlite_cannot_hold_are_made_line_by_line(tmp_path: Path) -> None:
    book = make_book(tmp_path)
    with book.write("figures", now=NOW) as tx:
        unit = tx.make(Account, id=tx.new_id(), name="a").id
        product = tx.make(Product, id=tx.new_id(), name="p", discontinued=False).id
        order = tx.make(Order, id=tx.new_id(), account_id=unit, ordered_on=TODAY, currency="CNY").id
        line = {"order_id": order, "product_id": product, "discount": 0, "rank": 0}
        tx.make(OrderLine, id=tx.new_id(), quantity=10**12 + 1, price=10**9 + 7, **line)
    with book.read() as connection:
        (sale,) = read_sales(connection, today=TODAY, by_line=False).sales
    book.close()
    assert sale.amount == line_amount(10**12 + 1, 10**9 + 7) == ((10**12 + 1) * (10**9 + 7) + 500) // 1000
