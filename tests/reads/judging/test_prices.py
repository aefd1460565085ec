"""The prices paid, added up by SQLite, against every line one after the other."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.domain.account import Account
from kamdesk.domain.judging.facts import PriceRange
from kamdesk.domain.trade import Order, OrderLine, Product
from kamdesk.reads.classing.portfolio import read_portfolio
from kamdesk.reads.judging.records import price_ranges, read_prices
from kamdesk.reads.selling import read_sales
from tests.books import NOW, TODAY, make_book
from tests.reads.test_selling import sold_at_random


@pytest.mark.parametrize(("lists", "of_products"), [(False, False), (True, False), (True, True)])
@pytest.mark.parametrize("seed", range(3))
def test_prices_are_those_of_the_lines(tmp_path: Path, seed: int, lists: bool, of_products: bool) -> None:
    book = make_book(tmp_path)
    sold_at_random(book, seed, lists, of_products)
    first = TODAY - timedelta(days=500)
    with book.read() as connection:
        portfolio = read_portfolio(connection, today=TODAY)
        found = read_prices(connection, portfolio, first)
        kind = portfolio.selling[0].kind
        lines = [sale for sale in read_sales(connection, today=TODAY).sales if sale.kind == kind]
    book.close()
    assert found
    assert found == price_ranges(lines, first)


def test_prices_that_sqlite_cannot_hold_are_exact(tmp_path: Path) -> None:
    book = make_book(tmp_path)
    with book.write("figures", now=NOW) as tx:
        unit = tx.make(Account, id=tx.new_id(), name="a").id
        product = tx.make(Product, id=tx.new_id(), name="p", discontinued=False).id
        order = tx.make(Order, id=tx.new_id(), account_id=unit, ordered_on=TODAY, currency="CNY").id
        line = {"order_id": order, "product_id": product, "discount": 0, "rank": 0}
        tx.make(OrderLine, id=tx.new_id(), quantity=10**12 + 1, price=10**9 + 7, **line)
    with book.read() as connection:
        found = read_prices(connection, read_portfolio(connection, today=TODAY), TODAY)
    book.close()
    assert found == {unit: (PriceRange(product, 10**9 + 7, 10**9 + 7, TODAY, TODAY),)}
