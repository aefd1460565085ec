"""Dated records of what was found out, by managed unit, as the judgement's components count them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from kamdesk.db import tables as t
from kamdesk.domain.judging.facts import PriceRange, Record, Share
from kamdesk.domain.judging.loyalty import PRICE
from kamdesk.domain.knowledge.benefit import OF_PRICE, BenefitKind
from kamdesk.domain.knowledge.evidence import Outcome
from kamdesk.domain.knowledge.retention import MeasureState
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.selling.facts import Sale, told_once
from kamdesk.domain.visit import VisitState
from kamdesk.reads.classing.portfolio import Portfolio
from kamdesk.reads.questions.scope import rows_in_force
from kamdesk.reads.selling import read_product_days, read_sales

Unit = Callable[[str], str]
Records = dict[str, tuple[Record, ...]]
Among = Collection[str] | None
"""The accounts whose records are read; None: all of them."""
PRICE_BENEFITS = {BenefitKind.REBATE, BenefitKind.CREDIT}
ACTIVE_MEASURES = {MeasureState.RUNNING, MeasureState.DONE}
SHARE_WHOLE = 10_000
THREATS, CHECKED_DAYS = "W14", 100


def _grouped(pairs: Iterable[tuple[str, Record]]) -> Records:
    found: dict[str, list[Record]] = defaultdict(list)
    for unit, record in pairs:
        found[unit].append(record)
    return {unit: tuple(sorted(each, key=lambda r: (r.day, r.id))) for unit, each in found.items()}


def _rows(connection: Connection, table: Table, today: date, among: Among) -> Iterable[Any]:
    """Read by the driver itself: of two thousand accounts there are fifty thousand."""
    return (
        row
        for row in rows_in_force(connection, table, "account_id", among, ("known_on",))
        if row.known_on <= today and row.account_id is not None
    )


def read_terms(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """Favourable terms; those of price are of one kind."""
    return _grouped(
        (
            unit(row.account_id),
            Record(row.id, row.since or row.known_on, PRICE if row.kind in OF_PRICE else row.kind, row.until),
        )
        for row in _rows(connection, t.terms, today, among)
    )


def read_benefits(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """Benefits granted; rebates and credit are of price."""
    return _grouped(
        (
            unit(row.account_id),
            Record(
                row.id,
                row.since or row.known_on,
                PRICE if row.kind in PRICE_BENEFITS else row.kind,
                row.until,
            ),
        )
        for row in _rows(connection, t.benefit, today, among)
    )


def read_measures(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """Measures to keep the account that are running or were carried out."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.known_on, PRICE if row.by_price else row.kind))
        for row in _rows(connection, t.retention_measure, today, among)
        if row.state in ACTIVE_MEASURES
    )


def read_agreements(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """Contracts with their days."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.first_day, row.kind, row.last_day))
        for row in _rows(connection, t.agreement, today, among)
    )


def read_deeds(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """What was done besides price."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.known_on, row.kind, None, row.hard_to_copy))
        for row in _rows(connection, t.value_deed, today, among)
    )


def read_needs(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """What the account needs."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.known_on, row.kind or "", row.until, row.importance))
        for row in _rows(connection, t.need, today, among)
    )


def read_scores(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """The customer's answers, 1–5."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.known_on, row.asked, None, row.score))
        for row in _rows(connection, t.satisfaction, today, among)
    )


def read_papers(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """Papers given to the customer."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.known_on, row.paper))
        for row in _rows(connection, t.report_issue, today, among)
        if row.audience == "customer"
    )


def read_threats(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """Rivals' moves against the account."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.known_on, row.behaviour, row.until, row.severity))
        for row in _rows(connection, t.competitor_move, today, among)
    )


def read_team(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """Our people who look after the account."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.since, row.function, row.until))
        for row in _rows(connection, t.account_team, today, among)
    )


def read_judgements(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """The rep's own judgements of loyalty, the newest last."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.known_on, row.judgement))
        for row in _rows(connection, t.loyalty_judgement, today, among)
    )


def read_checked(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """That somebody looked for threats lately and found none."""
    return _grouped(
        (unit(row.account_id), Record(row.id, row.known_on, row.outcome))
        for row in _rows(connection, t.checked, today, among)
        if row.question == THREATS
        and row.outcome == Outcome.NONE
        and (today - row.known_on).days <= CHECKED_DAYS
    )


def read_broken(connection: Connection, unit: Unit, today: date, among: Among = None) -> Records:
    """Promises that were broken, or are open and overdue, with their churn risk."""
    rows = rows_in_force(connection, t.promise, "account_id", among)
    return _grouped(
        (
            unit(row.account_id),
            Record(row.id, row.due_on or row.settled_on or row.made_on, row.state, None, row.churn_risk),
        )
        for row in rows
        if row.state == PromiseState.BROKEN
        or (row.state == PromiseState.OPEN and row.due_on is not None and row.due_on < today)
    )


def read_visits(connection: Connection, unit: Unit, today: date) -> Records:
    """Visits made; ``kind`` is how they ended."""
    v, r = t.visit.c, t.visit_report.c
    rows = connection.execute(
        select(v.account_id, v.id, r.visited_on, r.outcome)
        .join_from(t.visit, t.visit_report, r.visit_id == v.id)
        .where(
            v.state == VisitState.DONE, v.deleted_at.is_(None), r.deleted_at.is_(None), r.visited_on <= today
        )
    )
    return _grouped((unit(row.account_id), Record(row.id, row.visited_on, row.outcome or "")) for row in rows)


def read_counted(connection: Connection, unit: Unit, today: date) -> dict[str, tuple[date, ...]]:
    """The days on which stock was counted."""
    v, r, c = t.visit.c, t.visit_report.c, t.stock_count.c
    rows = connection.execute(
        select(v.account_id, r.visited_on)
        .join_from(t.stock_count, t.visit_report, c.report_id == r.id)
        .join(t.visit, r.visit_id == v.id)
        .where(c.deleted_at.is_(None), r.deleted_at.is_(None), v.deleted_at.is_(None), r.visited_on <= today)
        .distinct()
    )
    found: dict[str, set[date]] = defaultdict(set)
    for row in rows:
        found[unit(row.account_id)].add(row.visited_on)
    return {each: tuple(sorted(days)) for each, days in found.items()}


def read_shares(connection: Connection, unit: Unit, today: date) -> dict[str, tuple[Share, ...]]:
    """Who supplies each unit, list by list, the newest last; lists of single categories only where none tells all."""
    s = t.supply_share.c
    rows = connection.execute(
        select(t.supply_share)
        .where(s.deleted_at.is_(None), s.as_of.is_not(None), s.as_of <= today)
        .order_by(s.as_of, s.id)
    ).all()
    lists: dict[str, dict[tuple[date, str | None], list[Row[Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        lists[unit(row.account_id)][row.as_of, row.category].append(row)
    found = {}
    for owner, by_list in lists.items():
        whole = {day: each for (day, category), each in by_list.items() if category is None}
        single = {category for _, category in by_list if category is not None}
        if not whole and len(single) == 1:
            whole = {day: each for (day, _), each in by_list.items()}
        found[owner] = tuple(_share(day, each) for day, each in sorted(whole.items()))
    return {owner: shares for owner, shares in found.items() if shares}


def _share(day: date, rows: list[Row[Any]]) -> Share:
    ours = [Fraction(row.share, SHARE_WHOLE) for row in rows if row.ours]
    others: dict[str, Fraction] = defaultdict(Fraction)
    for row in rows:
        if not row.ours:
            others[row.supplier] += Fraction(row.share, SHARE_WHOLE)
    return Share(day, sum(ours, Fraction(0)) if ours else None, dict(others), tuple(row.id for row in rows))


def read_prices(
    connection: Connection, portfolio: Portfolio, first: date, among: Among = None
) -> dict[str, tuple[PriceRange, ...]]:
    """The prices paid since ``first`` for each product, by unit, in the main kind of money.

    The lines of a day are added up by SQLite; what a list tells of stands for them, as in every figure.
    """
    main = portfolio.main
    if main is None:
        return {}
    unit, kind = portfolio.tree.of, main.kind
    days = [
        Sale(unit(owner), "", day, day, kind, amount, product, quantity)
        for owner, day, product, amount, quantity in read_product_days(
            connection, kind, first, portfolio.today, among
        )
    ]
    if any(type(sale.amount) is float for sale in days):
        lines = read_sales(connection, today=portfolio.today, units=portfolio.tree).sales
        return price_ranges((sale for sale in lines if sale.kind == kind), first)
    listed = [sale for sale in main.sales if sale.listed]
    return price_ranges(told_once((*days, *listed)) if listed else days, first)


def price_ranges(sales: Iterable[Sale], first: date) -> dict[str, tuple[PriceRange, ...]]:
    """The prices paid since ``first`` for each product, by unit: amount ÷ quantity of each day, minor units a unit."""
    days: dict[tuple[str, str], dict[date, tuple[int, int]]] = {}
    for owner, _, day, _, _, amount, product, quantity, *_ in sales:
        if not product or not quantity or quantity < 0 or amount <= 0 or day < first:
            continue
        of = days.get((owner, product))
        if of is None:
            days[owner, product] = {day: (amount, quantity)}
        elif day in of:
            before, had = of[day]
            of[day] = amount + before, quantity + had
        else:
            of[day] = amount, quantity
    found: dict[str, list[PriceRange]] = defaultdict(list)
    for (owner, product), told in sorted(days.items()):
        prices = [_price(amount, quantity) for amount, quantity in told.values()]
        found[owner].append(PriceRange(product, min(prices), max(prices), min(told), max(told)))
    return {owner: tuple(each) for owner, each in found.items()}


def _price(amount: int, quantity: int) -> int:
    """Minor units a unit of thousandths, rounded half to even as Python does."""
    price, rest = divmod(1000 * amount, quantity)
    return price + (2 * rest > quantity or (2 * rest == quantity and price % 2 == 1))
