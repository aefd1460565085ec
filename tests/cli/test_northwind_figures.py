"""The figures of Northwind against plain SQL on the book's file: no line of kamdesk takes part in the count."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kamdesk.db.opening import open_book
from kamdesk.domain.account import Account, AccountCode
from kamdesk.domain.knowledge.goal import Target
from kamdesk.domain.trade import Order, OrderLine, Product
from tests.books import make_book

DATA = Path(__file__).parents[1] / "exchange" / "data" / "northwind"
NOW = "1998-05-07T10:00"
THEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

# Half up, in whole cents, line by line.
SOLD = """
CREATE TEMP TABLE sold AS
SELECT o.account_id AS account, o.id AS "order", o.ordered_on AS day, l.product_id AS product,
       l.quantity AS quantity, (l.quantity * l.price * (10000 - l.discount) + 5000000) / 10000000 AS amount
FROM "order" o JOIN order_line l ON l.order_id = o.id
WHERE o.deleted_at IS NULL AND l.deleted_at IS NULL
"""


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def cents(text: str) -> int:
    return int(Decimal(text) * 100)


def day(text: str) -> date | None:
    return None if text == "NULL" else date.fromisoformat(text[:10])


@pytest.fixture(scope="module")
def northwind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Northwind row by row; that an import of the files brings the same is tested with the imports."""
    with closing(make_book(tmp_path_factory.mktemp("northwind"))) as store:
        ids: dict[tuple[str, str], str] = {}
        with store.write("northwind", now=THEN) as tx:
            for row in rows("customers"):
                made = tx.make(
                    Account, id=tx.new_id(), name=row["companyName"], level="company", status="active"
                )
                ids["customer", row["customerID"]] = made.id
                tx.make(
                    AccountCode, id=tx.new_id(), account_id=made.id, system="office", code=row["customerID"]
                )
            for row in rows("products"):
                price, name = cents(row["unitPrice"]), row["productName"]
                ids["product", row["productID"]] = tx.make(
                    Product, id=tx.new_id(), name=name, price=price, discontinued=False
                ).id
            for row in rows("orders"):
                ids["order", row["orderID"]] = tx.make(
                    Order,
                    id=tx.new_id(),
                    account_id=ids["customer", row["customerID"]],
                    number=row["orderID"],
                    ordered_on=day(row["orderDate"]),
                    shipped_on=day(row["shippedDate"]),
                ).id
            for rank, row in enumerate(rows("order_details")):
                tx.make(
                    OrderLine,
                    id=tx.new_id(),
                    order_id=ids["order", row["orderID"]],
                    product_id=ids["product", row["productID"]],
                    quantity=int(row["quantity"]) * 1000,
                    price=cents(row["unitPrice"]),
                    discount=int(Decimal(row["discount"]) * 10_000),
                    rank=rank,
                )
        return store.path


@pytest.fixture
def sql(northwind: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{northwind}?mode=ro", uri=True)) as connection:
        connection.execute(SOLD)
        yield connection


@pytest.fixture
def told(northwind: Path, call: Any) -> dict[str, Any]:
    return call("classify", "--book", northwind, "--now", NOW, "--json").json


def test_pareto_and_classes(told: dict[str, Any], sql: sqlite3.Connection) -> None:
    counted = sql.execute(
        """
        WITH sums AS (
            SELECT account, SUM(amount) AS amount FROM sold
            WHERE day BETWEEN '1997-05-08' AND '1998-05-07' GROUP BY account
        ), curve AS (
            SELECT account, amount, SUM(amount) OVER (ORDER BY amount DESC) AS so_far,
                   SUM(amount) OVER () AS whole
            FROM sums
        )
        SELECT account, amount, 1.0 * amount / whole, 1.0 * so_far / whole,
               CASE WHEN so_far - amount < 0.80 * whole THEN 'A'
                    WHEN so_far - amount < 0.95 * whole THEN 'B' ELSE 'C' END
        FROM curve ORDER BY amount DESC
        """
    ).fetchall()
    (sales,) = told["sales"]
    assert len(counted) == 88
    assert [(row["id"], row["amount"], row["class"]) for row in sales["pareto"]] == [
        (account, amount, letter) for account, amount, _, _, letter in counted
    ]
    for row, (_, _, share, cumulated, _) in zip(sales["pareto"], counted, strict=True):
        assert row["share"] == pytest.approx(share, abs=1e-6)
        assert row["cumulated"] == pytest.approx(cumulated, abs=1e-6)
    hhi = sum(share * share for _, _, share, _, _ in counted)
    assert sales["concentration"]["hhi"] == pytest.approx(hhi, abs=1e-6)
    assert sales["total"] == sum(amount for _, amount, *_ in counted)


def test_other_limits_and_another_period(northwind: Path, call: Any, sql: sqlite3.Connection) -> None:
    said = call(
        "classify", "--book", northwind, "--now", NOW, "--json",
        "--from", "1996-01-01", "--until", "1998-12-31", "--a", 70, "--b", 90,
    ).json  # fmt: skip
    counted = sql.execute(
        """
        WITH sums AS (SELECT account, SUM(amount) AS amount FROM sold GROUP BY account),
             above AS (SELECT a.account, a.amount,
                              COALESCE((SELECT SUM(b.amount) FROM sums b WHERE b.amount > a.amount), 0) AS before,
                              (SELECT SUM(amount) FROM sums) AS whole FROM sums a)
        SELECT account, CASE WHEN before < 0.7 * whole THEN 'A' WHEN before < 0.9 * whole THEN 'B' ELSE 'C' END
        FROM above
        """
    ).fetchall()
    assert {row["id"]: row["class"] for row in said["sales"][0]["pareto"]} == dict(counted)
    assert said["sales"][0]["total"] == sql.execute("SELECT SUM(amount) FROM sold").fetchone()[0]


def test_trend_and_slope(told: dict[str, Any], sql: sqlite3.Connection) -> None:
    counted = sql.execute(
        """
        SELECT account,
               SUM(CASE WHEN day BETWEEN '1997-07-04' AND '1998-05-07' THEN amount ELSE 0 END),
               SUM(CASE WHEN day BETWEEN '1996-07-04' AND '1997-05-07' THEN amount ELSE 0 END)
        FROM sold GROUP BY account
        """
    ).fetchall()
    by_account = {row["id"]: row["trend"] for row in told["sales"][0]["pareto"]}
    seen = 0
    for account, last, before in counted:
        trend = by_account.get(account)
        if trend is None:
            continue
        seen += 1
        assert (trend["last"], trend["before"]) == (last, before)
        assert trend["change"] == (pytest.approx((last - before) / before, abs=1e-6) if before else None)
    assert seen == 88
    # The 21 whole months from August 1996 to April 1998, by least squares.
    months = sql.execute(
        "SELECT SUM(amount) FROM sold WHERE day BETWEEN '1996-08-01' AND '1998-04-30' GROUP BY substr(day, 1, 7)"
    ).fetchall()
    assert len(months) == 21
    (slope,) = sql.execute(
        """
        WITH m AS (SELECT (substr(day, 1, 4) - 1996) * 12 + substr(day, 6, 2) AS x, 1.0 * SUM(amount) AS y FROM sold
                   WHERE day BETWEEN '1996-08-01' AND '1998-04-30' GROUP BY x)
        SELECT (COUNT(*) * SUM(x * y) - SUM(x) * SUM(y)) / (COUNT(*) * SUM(x * x) - SUM(x) * SUM(x)) FROM m
        """
    ).fetchone()
    assert told["sales"][0]["trend"]["slope"] == pytest.approx(slope, rel=1e-9)


def test_purchase_cycle(told: dict[str, Any], sql: sqlite3.Connection) -> None:
    counted = sql.execute(
        """
        WITH days AS (SELECT DISTINCT account_id AS account, ordered_on AS day FROM "order" WHERE deleted_at IS NULL),
             gaps AS (SELECT account, day,
                             julianday(day) - julianday(LAG(day) OVER (PARTITION BY account ORDER BY day)) AS gap
                      FROM days),
             ranked AS (SELECT account, gap, ROW_NUMBER() OVER (PARTITION BY account ORDER BY gap) AS n,
                               COUNT(*) OVER (PARTITION BY account) AS many FROM gaps WHERE gap IS NOT NULL),
             medians AS (SELECT account, AVG(gap) AS median, MAX(many) AS many FROM ranked
                         WHERE n IN ((many + 1) / 2, (many + 2) / 2) GROUP BY account)
        SELECT m.account, m.median, m.many,
               (SELECT date(MAX(d.day), '+' || CAST(m.median + 0.5 AS INTEGER) || ' days')
                FROM days d WHERE d.account = m.account)
        FROM medians m
        """
    ).fetchall()
    cycles = {row["id"]: row["cycle"] for row in told["accounts"] if row["cycle"]}
    assert len(cycles) == 89, "two accounts never ordered"
    for account, median, intervals, following in counted:
        cycle = cycles[account]
        assert cycle["intervals"] == intervals
        if intervals < 2:
            assert (cycle["median_days"], cycle["next"], cycle["reason"]) == (None, None, "too_few_purchases")
        else:
            assert (cycle["median_days"], cycle["next"]) == (median, following)


def test_far_from_the_last_sale_the_year_of_that_sale_is_shown(northwind: Path, call: Any) -> None:
    said = call("classify", "--book", northwind, "--now", "2026-11-22T18:40", "--json").json
    (sales,) = said["sales"]
    assert (sales["moved"], sales["period"]) == (True, {"first": "1997-05-07", "last": "1998-05-06"})
    assert len(sales["pareto"]) == 88


def test_price_and_volume(northwind: Path, call: Any, sql: sqlite3.Connection) -> None:
    """The gap of 1998 up to 7 May against the same days of 1997, lever by lever, and by account and product."""
    with (
        closing(open_book(northwind, backups=northwind.parent, now=THEN)) as store,
        store.write("goal", now=THEN) as tx,
    ):
        first, last = date(1998, 1, 1), date(1998, 12, 31)
        tx.add(
            Target(
                id=tx.new_id(),
                known_on=first,
                metric="revenue",
                first_day=first,
                last_day=last,
                amount=900_000_00,
            )
        )
    (goal,) = call("goals", "--book", northwind, "--now", NOW, "--json").json["goals"]
    sql.executescript(
        """
        CREATE TEMP TABLE now AS SELECT account, product, SUM(quantity) AS q, SUM(amount) AS a FROM sold
            WHERE day BETWEEN '1998-01-01' AND '1998-05-07' GROUP BY account, product;
        CREATE TEMP TABLE before AS SELECT account, product, SUM(quantity) AS q, SUM(amount) AS a FROM sold
            WHERE day BETWEEN '1997-01-01' AND '1997-05-07' GROUP BY account, product;
        CREATE TEMP TABLE kept AS SELECT account FROM now INTERSECT SELECT account FROM before;
        CREATE TEMP TABLE pairs AS
            SELECT n.a AS now, b.a AS before, CAST(floor(1.0 * b.a * (n.q - b.q) / b.q + 0.5) AS INTEGER) AS volume
            FROM now n JOIN before b USING (account, product);
        """
    )
    counted = {
        "new": "SELECT SUM(a) FROM now WHERE account NOT IN (SELECT account FROM before)",
        "lost": "SELECT -SUM(a) FROM before WHERE account NOT IN (SELECT account FROM now)",
        "range_new": """SELECT SUM(a) FROM now n WHERE account IN kept AND NOT EXISTS
                        (SELECT 1 FROM before b WHERE b.account = n.account AND b.product = n.product)""",
        "range_dropped": """SELECT -SUM(a) FROM before b WHERE account IN kept AND NOT EXISTS
                            (SELECT 1 FROM now n WHERE b.account = n.account AND b.product = n.product)""",
        "volume": "SELECT SUM(volume) FROM pairs",
        "price": "SELECT SUM(now - before - volume) FROM pairs",
        "untold": "SELECT 0",
    }
    levers = {name: sql.execute(query).fetchone()[0] for name, query in counted.items()}
    parts = goal["gap_parts"]
    assert levers["volume"] != 0
    assert levers["price"] != 0
    assert {name: amount for name, amount in parts["by_lever"].items() if name != "asked"} == levers
    then = sql.execute("SELECT SUM(a) FROM before").fetchone()[0]
    reached = sql.execute("SELECT SUM(a) FROM now").fetchone()[0]
    assert parts["compared"] == {"first": "1997-01-01", "last": "1997-05-07", "amount": then, "known": True}
    assert parts["by_lever"]["asked"] == then - goal["expected"]
    assert sum(parts["by_lever"].values()) == reached - goal["expected"] == parts["gap"] == goal["gap"]
    by_product = dict(sql.execute("SELECT product, SUM(a) FROM now GROUP BY product").fetchall())
    assert {part["id"]: part["reached"] for part in parts["by_product"] if part["reached"]} == by_product
    assert (
        sum(part["gap"] for part in parts["by_product"])
        == sum(part["gap"] for part in parts["by_account"])
        == parts["gap"]
    )
    assert sum(month["target"] for month in goal["months"]) == 900_000_00
