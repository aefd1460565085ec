"""What a unit is worth beside its sales: tenure, margin, potential, share of wallet."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from kamdesk.db import tables as t
from kamdesk.domain.classing.rule import Known
from kamdesk.domain.selling.facts import Kind, Sale, sums_by_unit, told_once, within
from kamdesk.domain.selling.months import twelve_months
from kamdesk.reads.classing.portfolio import Portfolio, selling_in
from kamdesk.reads.unit_facts import said_shares

DAYS_A_YEAR = 365


def tenure(portfolio: Portfolio) -> dict[str, Known]:
    """Years since the first purchase that is known."""
    first: dict[str, tuple[date, str]] = {}
    bought = ((sale.unit_id, sale.first, sale.record_id) for sale in portfolio.book.sales)
    ordered = ((order.unit_id, order.day, order.order_id) for order in portfolio.book.orders)
    for unit, day, record in chain(bought, ordered):
        known = first.get(unit)
        if known is None or day < known[0] or (day == known[0] and record < known[1]):
            first[unit] = day, record
    return {
        unit: Known(Fraction((portfolio.today - day).days, DAYS_A_YEAR), None, (record,))
        for unit, (day, record) in first.items()
    }


def margins(connection: Connection, portfolio: Portfolio, currency: str | None) -> dict[str, Known]:
    """Margin of the curve's period by unit, told once as sales are."""
    m = t.margin.c
    main = selling_in(portfolio, currency)
    period = main.period if main else twelve_months(portfolio.today)
    meant = currency or (main.kind.currency if main else None)
    rows = connection.execute(select(t.margin).where(m.deleted_at.is_(None), m.first_day <= m.last_day))
    told = [_margin(row, portfolio) for row in rows if meant in (None, row.currency)]
    inside = within(told_once(told), period)
    kinds = Counter(sale.kind for sale in inside)
    if not kinds:
        return {}
    kind = kinds.most_common(1)[0][0]
    of_kind = [sale for sale in inside if sale.kind == kind]
    sources: dict[str, list[str]] = defaultdict(list)
    for sale in of_kind:
        sources[sale.unit_id].append(sale.record_id)
    return {
        unit: Known(Fraction(amount), None, tuple(sources[unit]))
        for unit, amount in sums_by_unit(of_kind).items()
    }


def _margin(row: Row[Any], portfolio: Portfolio) -> Sale:
    unit, kind = portfolio.tree.of(row.account_id), Kind(row.currency, row.tax_included)
    return Sale(unit, row.id, row.first_day, row.last_day, kind, row.amount, row.product_id, listed=True)


def potentials(connection: Connection, portfolio: Portfolio, currency: str | None = None) -> dict[str, Known]:
    """What each unit buys in a year from whomever: the newest word on everything or, without one, on its categories."""
    main = selling_in(portfolio, currency)
    meant = currency or (main.kind.currency if main else None)
    rows = [
        row for row in newest(connection, t.potential, portfolio, "category") if meant in (None, row.currency)
    ]
    by_unit: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        by_unit[portfolio.tree.of(row.account_id)].append(row)
    found = {}
    for unit, each in by_unit.items():
        counted = [row for row in each if row.category is None] or each
        found[unit] = Known(
            Fraction(sum(row.amount for row in counted)), None, tuple(row.id for row in counted)
        )
    return found


def newest(connection: Connection, table: Table, portfolio: Portfolio, *fields: str) -> list[Row[Any]]:
    """Of each unit the newest row (by the day it was found out) for every value of ``fields``."""
    c = table.c
    rows = connection.execute(
        select(table)
        .where(c.deleted_at.is_(None), c.known_on <= portfolio.today)
        .order_by(c.known_on.desc(), c.id.desc())
    )
    found: dict[tuple[object, ...], Row[Any]] = {}
    for row in rows:
        found.setdefault((portfolio.tree.of(row.account_id), *(getattr(row, name) for name in fields)), row)
    return list(found.values())


def wallet(connection: Connection, portfolio: Portfolio) -> dict[str, Known]:
    """Share of wallet: what the newest list says comes from us, else our sales ÷ the account's potential.

    Of several categories the one that speaks of everything counts, else none: shares of categories don't add up.
    """
    found = {
        unit: Known(None, "several_categories")
        if share is None
        else Known(Fraction(share, 10_000), None, (row_id,))
        for unit, (share, row_id) in said_shares(connection, portfolio.tree, portfolio.today).items()
    }
    if portfolio.main is None:
        return found
    potential = potentials(connection, portfolio)
    for unit, whole in potential.items():
        if unit not in found and whole.value:
            ours = portfolio.main.amounts.get(unit, 0)
            found[unit] = Known(Fraction(ours) / whole.value, None, whole.sources)
    return found
