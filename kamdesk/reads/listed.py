"""What the lists of the office say of an account: debt, payments, prices, stock, transit, sales, supply shares."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Table, or_, select

from kamdesk.db import tables as t
from kamdesk.reads.debts import Debt, debts_of
from kamdesk.reads.sold import sum_of_year

PAYMENTS, PERIODS = 12, 24
YEAR = timedelta(days=365)
_CLASS = re.compile(r"(?<![A-Z])([A-E])(?![A-Z])")


@dataclass(frozen=True, slots=True)
class Paid:
    paid_on: date
    amount: int
    currency: str | None
    method: str | None
    number: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Price:
    """A price that holds today. ``own``: agreed with this account alone."""

    product: str
    amount: int
    currency: str | None
    tax_included: bool | None
    unit: str | None
    level: str | None
    minimum: int | None
    first_day: date | None
    own: bool
    source: str | None


@dataclass(frozen=True, slots=True)
class Lying:
    """What the newest list that names the product says lies there, all its lots together."""

    product: str
    quantity: int
    unit: str | None
    counted_on: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Coming:
    product: str
    quantity: int
    unit: str | None
    number: str | None
    shipped_on: date | None
    expected_on: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Sold:
    """Sales of a period; ``product`` None: of all."""

    first_day: date
    last_day: date
    amount: int
    currency: str
    product: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Supply:
    """Who supplies a category (None: all of it), (supplier, 1/10,000, ours), the largest first."""

    category: str | None
    as_of: date | None
    shares: tuple[tuple[str, int, bool], ...]
    source: str | None


@dataclass(frozen=True, slots=True)
class AccountLists:
    debts: tuple[Debt, ...] = ()
    payments: tuple[Paid, ...] = ()
    prices: tuple[Price, ...] = ()
    stock: tuple[Lying, ...] = ()
    transit: tuple[Coming, ...] = ()
    sales: tuple[Sold, ...] = ()
    supply: tuple[Supply, ...] = ()
    year: Sold | None = None
    """The sales of the last calendar year that lists tell of."""

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def lists_of(connection: Connection, ids: Iterable[str], today: date) -> AccountLists:
    """All of it for an account and those joined with it."""
    ids = tuple(ids)
    told = _sales(connection, ids)
    return AccountLists(
        debts=debts_of(connection, ids, today),
        payments=_payments(connection, ids),
        prices=_prices(connection, ids, today),
        stock=_stock(connection, ids),
        transit=_transit(connection, ids),
        sales=_latest(told),
        supply=_supply(connection, ids),
        year=_year(told, today),
    )


def _rows(connection: Connection, table: Table, ids: Sequence[str], *order: Any) -> Sequence[Row[Any]]:
    standing = select(table).where(table.c.account_id.in_(ids), table.c.deleted_at.is_(None))
    return connection.execute(standing.order_by(*order, table.c.id)).all()


def _payments(connection: Connection, ids: Sequence[str]) -> tuple[Paid, ...]:
    rows = _rows(connection, t.payment, ids, t.payment.c.paid_on.desc())
    return tuple(
        Paid(row.paid_on, row.amount, row.currency, row.method, row.number, row.source)
        for row in rows[:PAYMENTS]
    )


def _prices(connection: Connection, ids: Sequence[str], today: date) -> tuple[Price, ...]:
    """Its own prices, and of what it buys those of everybody or of its class; of one thing the one that began last."""
    price, product, account = t.product_price.c, t.product.c, t.account.c
    classes = set(connection.scalars(select(account.value_class).where(account.id.in_(ids))))
    rows = connection.execute(
        select(t.product_price, product.name, product.unit.label("usual"))
        .join_from(t.product_price, t.product, price.product_id == product.id)
        .where(price.deleted_at.is_(None), product.deleted_at.is_(None))
        .where(
            or_(
                price.account_id.in_(ids),
                price.account_id.is_(None) & price.product_id.in_(_bought(ids, today)),
            )
        )
        .where(or_(price.first_day.is_(None), price.first_day <= today))
        .where(or_(price.last_day.is_(None), price.last_day >= today))
        .order_by(
            product.name,
            price.account_id.is_(None),
            price.level,
            price.minimum,
            price.first_day.desc(),
            price.id,
        )
    )
    found: dict[tuple[object, ...], Price] = {}
    for row in rows:
        letter = _CLASS.search((row.level or "").upper())
        if row.account_id is None and letter and letter[1] not in classes:
            continue
        key = row.product_id, row.account_id is None, row.level, row.minimum, row.currency, row.unit
        found.setdefault(
            key,
            Price(
                row.name,
                row.amount,
                row.currency,
                row.tax_included,
                row.unit or row.usual,
                row.level,
                row.minimum,
                row.first_day,
                row.account_id is not None,
                row.source,
            ),
        )
    return tuple(found.values())


def _bought(ids: Sequence[str], today: date) -> Any:
    """The products that an account ordered within a year, or has in stock."""
    line, order, stock = t.order_line.c, t.order.c, t.listed_stock.c
    ordered = (
        select(line.product_id)
        .join_from(t.order_line, t.order, line.order_id == order.id)
        .where(order.account_id.in_(ids), order.ordered_on >= today - YEAR)
        .where(line.deleted_at.is_(None), order.deleted_at.is_(None))
    )
    lying = select(stock.product_id).where(stock.account_id.in_(ids), stock.deleted_at.is_(None))
    return ordered.union(lying)


def _goods(connection: Connection, table: Table, ids: Sequence[str], *order: Any) -> Sequence[Row[Any]]:
    product = t.product.c
    return connection.execute(
        select(table, product.name, product.unit.label("usual"))
        .join_from(table, t.product, table.c.product_id == product.id)
        .where(table.c.account_id.in_(ids), table.c.deleted_at.is_(None))
        .order_by(*order, product.name, table.c.id)
    ).all()


def _stock(connection: Connection, ids: Sequence[str]) -> tuple[Lying, ...]:
    newest: dict[str, date | None] = {}
    sums: dict[tuple[str, str | None], Lying] = {}
    for row in _goods(connection, t.listed_stock, ids, t.listed_stock.c.counted_on.desc()):
        if newest.setdefault(row.product_id, row.counted_on) != row.counted_on:
            continue
        key = row.product_id, row.unit or row.usual
        before = sums[key].quantity if key in sums else 0
        sums[key] = Lying(row.name, before + row.quantity, key[1], row.counted_on, row.source)
    return tuple(sums.values())


def _transit(connection: Connection, ids: Sequence[str]) -> tuple[Coming, ...]:
    way = t.transit.c
    return tuple(
        Coming(
            row.name,
            row.quantity,
            row.unit or row.usual,
            row.number,
            row.shipped_on,
            row.expected_on,
            row.source,
        )
        for row in _goods(connection, t.transit, ids, way.expected_on.is_(None), way.expected_on)
        if row.arrived_on is None
    )


def _sales(connection: Connection, ids: Sequence[str]) -> tuple[Sold, ...]:
    """The periods of everything, the latest first, then those by product."""
    sale, product = t.sales_history.c, t.product.c
    rows = connection.execute(
        select(t.sales_history, product.name)
        .join_from(t.sales_history, t.product, sale.product_id == product.id, isouter=True)
        .where(sale.account_id.in_(ids), sale.deleted_at.is_(None))
        .order_by(sale.product_id.is_not(None), sale.last_day.desc(), sale.first_day, product.name, sale.id)
    ).all()
    return tuple(
        Sold(row.first_day, row.last_day, row.amount, row.currency, row.name, row.source) for row in rows
    )


def _latest(told: Sequence[Sold]) -> tuple[Sold, ...]:
    whole = [each for each in told if each.product is None]
    return (*whole[:PERIODS], *[each for each in told if each.product is not None][:PERIODS])


def _year(told: Sequence[Sold], today: date) -> Sold | None:
    """The year before this one or, where nothing is told of it, the latest that is, with its sources."""
    years = {each.last_day.year for each in told if each.first_day.year == each.last_day.year}
    if not years:
        return None
    year = max((each for each in years if each < today.year), default=max(years))
    own = [each for each in told if each.first_day.year == each.last_day.year == year]
    sums = {
        currency: sum_of_year(
            (each.product, (each.first_day, each.last_day, each.amount))
            for each in own
            if each.currency == currency
        )
        for currency in sorted({each.currency for each in own})
    }
    currency = max(sums, key=lambda each: sums[each])
    own = [each for each in own if each.currency == currency]
    sources = "、".join(dict.fromkeys(each.source for each in own if each.source))
    first, last = min(each.first_day for each in own), max(each.last_day for each in own)
    return Sold(first, last, sums[currency], currency, None, sources or None)


def _supply(connection: Connection, ids: Sequence[str]) -> tuple[Supply, ...]:
    by_category: dict[str | None, list[Row[Any]]] = defaultdict(list)
    for row in _rows(connection, t.supply_share, ids, t.supply_share.c.as_of.desc()):
        held = by_category[row.category]
        if not held or held[0].as_of == row.as_of:
            held.append(row)
    return tuple(
        Supply(
            category,
            rows[0].as_of,
            tuple((row.supplier, row.share, row.ours) for row in sorted(rows, key=lambda r: -r.share)),
            rows[0].source,
        )
        for category, rows in by_category.items()
    )
