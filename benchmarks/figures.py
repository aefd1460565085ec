"""How quickly the figures are reckoned over 2,000 accounts, against the bare reading of the same order lines.

    python benchmarks/figures.py [--accounts 2000] [--orders 20]

Each account gets orders of three lines over two years. The floor is one SELECT of all lines with Python adding their
amounts up; the figures are the classification (curve, trends, rhythm, rule), the goals of a year and the judgement
of all accounts. Times are of the processor, the best of three.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.opening import new_book
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.knowledge.goal import Target
from kamdesk.domain.knowledge.rule import KeyRule, RuleCriterion
from kamdesk.domain.trade import Order, OrderLine, Product
from kamdesk.operations.book import set_up
from kamdesk.operations.indexing import postpone_index
from kamdesk.reads.classing.classified import classification
from kamdesk.reads.goals.board import goals_of_year
from kamdesk.reads.judging.relationships import judgings
from kamdesk.reads.restock.suggested import suggested_order

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)
LINES = 3


def fill(store: Store, accounts: int, orders: int) -> str:
    """The book; gives the id of one of its accounts."""
    dice = random.Random(1)
    with store.write("figures", now=NOW) as tx:
        products = [
            tx.make(Product, id=tx.new_id(), name=f"product {n}", discontinued=False).id for n in range(40)
        ]
        ids = [
            tx.make(Account, id=tx.new_id(), name=f"account {n}", level="company", status="active").id
            for n in range(accounts)
        ]
        for rank, account_id in enumerate(ids):
            for _ in range(orders):
                day = TODAY - timedelta(days=dice.randrange(1, 730))
                order = tx.make(
                    Order,
                    id=tx.new_id(),
                    account_id=account_id,
                    ordered_on=day,
                    currency="CNY",
                    tax_included=True,
                ).id
                for product_id in dice.sample(products, LINES):
                    price = dice.randrange(1_000, 9_000)
                    quantity = max(1, dice.randrange(1, 400_000) // (rank + 1)) * 1000
                    line = {"order_id": order, "product_id": product_id, "quantity": quantity, "price": price}
                    tx.make(OrderLine, id=tx.new_id(), discount=0, rank=0, **line)
        year = {"first_day": date(2026, 1, 1), "last_day": date(2026, 12, 31), "known_on": date(2026, 1, 1)}
        tx.add(Target(id=tx.new_id(), metric="revenue", amount=10**12, currency="CNY", **year))
        day = date(2026, 1, 1)
        rule = KeyRule(id=tx.new_id(), known_on=day, valid_from=day, confirmed_on=day)
        line = RuleCriterion(id=tx.new_id(), known_on=day, rule_id=rule.id, criterion="revenue", amount=10**8)
        tx.add(rule, line)
    return ids[0]


def bare(store: Store) -> int:
    """The floor: every line read once and added up."""
    line = t.order_line.c
    with store.read() as connection:
        return sum(
            quantity * price for quantity, price in connection.execute(select(line.quantity, line.price))
        )


def best(work: Callable[[], object]) -> float:
    """Seconds of the processor, the least of three."""
    times = []
    for _ in range(3):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--accounts", type=int, default=2_000)
    parser.add_argument("--orders", type=int, default=20)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(new_book(Path(folder) / "book.kam", now=NOW)) as store,
    ):
        set_up(store, rep_name="bench", now=NOW)
        postpone_index(store)
        one = fill(store, options.accounts, options.orders)
        floor = best(lambda: bare(store))
        print(f"bare reading of {options.accounts * options.orders * LINES} lines: {floor * 1000:.0f} ms")
        for name, work in (
            ("classification", lambda: classification(store, now=NOW)),
            ("goals", lambda: goals_of_year(store, now=NOW)),
            ("judgement of all", lambda: judgings(store, now=NOW)),
            ("suggested order", lambda: suggested_order(store, account_id=one, now=NOW)),
        ):
            took = best(work)
            print(f"{name}: {took * 1000:.0f} ms, {took / floor:.1f} × the bare reading")


if __name__ == "__main__":
    main()
