"""What was reached of a metric: counted from orders, visits, promises, stages and lists, as pieces of a `Tally`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.db import tables as t
from kamdesk.domain.goals.tally import Piece, Tally
from kamdesk.domain.knowledge.goal import Metric
from kamdesk.domain.knowledge.stage import Stage
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.selling.facts import Kind, Sale, told_once
from kamdesk.domain.visit import VisitState
from kamdesk.reads.classing.portfolio import Portfolio

STAGES = tuple(Stage)
PERCENT = 100
THOUSAND = 1000
"""Counts are thousandths, as a target's quantity is."""
MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a target counts: a metric, perhaps of one managed unit or product, in a currency or unit."""

    metric: str
    unit_id: str | None = None
    product_id: str | None = None
    currency: str | None = None
    measure: str | None = None


def sales_of(portfolio: Portfolio, wanted: Wanted) -> tuple[Sale, ...]:
    """The sales that a target of revenue is about: of its currency, account and product."""
    selling = next((s for s in portfolio.selling if wanted.currency in (None, s.kind.currency)), None)
    return tuple(
        sale
        for sale in (selling.sales if selling else ())
        if wanted.unit_id in (None, sale.unit_id) and wanted.product_id in (None, sale.product_id)
    )


def read_tally(connection: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    """The pieces of a metric, all of them, whenever they were."""
    counters: dict[str, Callable[[Connection, Portfolio, Wanted], Tally]] = {
        Metric.REVENUE: _revenue,
        Metric.MARGIN: _margin,
        Metric.COLLECTION: _collection,
        Metric.VOLUME: _volume,
        Metric.NEW_KEY_ACCOUNTS: _new_key_accounts,
        Metric.NEW_ACCOUNTS: _new_accounts,
        Metric.STAGE_MOVES: _stage_moves,
        Metric.VISITS: _visits,
        Metric.PROMISES_KEPT: _promises,
        Metric.SHARE_OF_WALLET: _wallet,
        Metric.SATISFACTION: _satisfaction,
    }
    counter = counters.get(wanted.metric)
    return counter(connection, portfolio, wanted) if counter else Tally(reason="not_counted")


def _revenue(_: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    if portfolio.book.known_from is None:
        return Tally(reason="no_sales")
    return Tally(tuple(_piece(sale, sale.amount) for sale in sales_of(portfolio, wanted)))


def _piece(sale: Sale, amount: int) -> Piece:
    return Piece(sale.first, sale.last, amount, sale.record_id)


def _volume(_: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    """Quantities of orders' lines in the target's unit; lists tell money alone."""
    sales = [sale for each in portfolio.selling for sale in each.sales]
    counted = [
        _piece(sale, sale.quantity)
        for sale in sales
        if sale.quantity is not None
        and wanted.unit_id in (None, sale.unit_id)
        and wanted.product_id in (None, sale.product_id)
        and wanted.measure in (None, sale.unit)
    ]
    return Tally(tuple(counted)) if counted else Tally(reason="no_quantities")


def _mine(portfolio: Portfolio, wanted: Wanted, account_id: str) -> bool:
    return wanted.unit_id is None or portfolio.tree.of(account_id) == wanted.unit_id


def _margin(connection: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    m = t.margin.c
    rows = connection.execute(select(t.margin).where(m.deleted_at.is_(None), m.first_day <= m.last_day))
    told = [
        Sale(
            portfolio.tree.of(row.account_id), row.id, row.first_day, row.last_day, Kind(row.currency, None),
            row.amount, row.product_id, listed=True,
        )
        for row in rows
        if _mine(portfolio, wanted, row.account_id) and wanted.currency in (None, row.currency)
    ]  # fmt: skip
    if not told:
        return Tally(reason="no_margins")
    return Tally(tuple(_piece(sale, sale.amount) for sale in told_once(told)))


def _collection(connection: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    p = t.payment.c
    rows = connection.execute(
        select(p.account_id, p.paid_on, p.amount, p.currency, p.id)
        .where(p.deleted_at.is_(None))
        .order_by(p.id)
    )
    pieces = [
        Piece(row.paid_on, row.paid_on, row.amount, row.id)
        for row in rows
        if _mine(portfolio, wanted, row.account_id) and wanted.currency in (None, row.currency)
    ]
    return Tally(tuple(pieces)) if pieces else Tally(reason="no_payments")


def _once(days: Iterable[tuple[date, str]]) -> Tally:
    return Tally(tuple(Piece(day, day, THOUSAND, record) for day, record in days))


def first_purchases(portfolio: Portfolio) -> dict[str, tuple[date, str]]:
    """The first purchase that is known of each unit, with its record."""
    first: dict[str, tuple[date, str]] = {}
    told = [(s.unit_id, (s.first, s.record_id)) for s in portfolio.book.sales]
    told += [(order.unit_id, (order.day, order.order_id)) for order in portfolio.book.orders]
    for unit, piece in told:
        first[unit] = min(first.get(unit, piece), piece)
    return first


def _new_accounts(_: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    """Units by their first purchase. Who bought in the first month of which sales are known may have bought before."""
    known = portfolio.book.known_from
    if known is None:
        return Tally(reason="no_sales")
    new = sorted(
        first
        for unit, first in first_purchases(portfolio).items()
        if wanted.unit_id in (None, unit) and (first[0] - known).days > MONTH_DAYS
    )
    return _once(new)


def _new_key_accounts(connection: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    """Key accounts by the day on which they were first marked as such in this book.

    Those that came into the book as key accounts count by their first purchase, if it was known to be the first.
    """
    change, step = t.change.c, t.operation.c
    rows = connection.execute(
        select(change.row, change.new, change.old, change.operation, step.at)
        .join_from(t.change, t.operation, change.operation == step.number)
        .where(change.table == "account", change.field == "is_key")
        .order_by(change.counter)
    ).all()
    known, first = portfolio.book.known_from, first_purchases(portfolio)
    entered = connection.execute(
        select(change.row, change.operation).where(
            change.table == "account", change.field == "name", change.old.is_(None)
        )
    )
    born = {(row.row, row.operation) for row in entered}
    marked: dict[str, tuple[date, str]] = {}
    for row in rows:
        if row.new != "true":
            continue
        unit = portfolio.tree.of(row.row)
        if (row.row, row.operation) not in born:
            marked.setdefault(unit, (row.at.date(), row.row))
        elif unit in first and known is not None and (first[unit][0] - known).days > MONTH_DAYS:
            marked.setdefault(unit, first[unit])
    new = sorted(
        day
        for unit, day in marked.items()
        if wanted.unit_id in (None, unit) and unit in portfolio.units and portfolio.units[unit].is_key
    )
    return _once(new)


def _stage_moves(connection: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    """Judgements that put an account on a higher stage than the one before; its first one is no move."""
    s = t.stage_assessment.c
    rows = connection.execute(
        select(s.account_id, s.stage, s.known_on, s.id)
        .where(s.deleted_at.is_(None))
        .order_by(s.known_on, s.id)
    )
    before: dict[str, int] = {}
    moves: list[tuple[date, str]] = []
    for row in rows:
        unit = portfolio.tree.of(row.account_id)
        if (
            row.stage not in STAGES
            or row.stage == Stage.EXITED
            or not _mine(portfolio, wanted, row.account_id)
        ):
            continue
        step = STAGES.index(Stage(row.stage))
        if unit in before and step > before[unit]:
            moves.append((row.known_on, row.id))
        before[unit] = step
    return _once(moves)


def _visits(connection: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    v, r = t.visit.c, t.visit_report.c
    rows = connection.execute(
        select(v.account_id, r.visited_on, v.id)
        .join_from(t.visit, t.visit_report, r.visit_id == v.id)
        .where(v.state == VisitState.DONE, v.deleted_at.is_(None), r.deleted_at.is_(None))
        .order_by(r.visited_on, v.id)
    )
    return _once((row.visited_on, row.id) for row in rows if _mine(portfolio, wanted, row.account_id))


def _promises(connection: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    """Promises kept; where the target is in per cent, the promise-kept rate of those that came to their end."""
    p = t.promise.c
    rows = [
        row
        for row in connection.execute(select(t.promise).where(p.deleted_at.is_(None)).order_by(p.id))
        if _mine(portfolio, wanted, row.account_id)
    ]
    if wanted.measure != "%":
        return _once(
            (row.settled_on or row.due_on or row.made_on, row.id)
            for row in rows
            if row.state == PromiseState.KEPT
        )
    ended = (PromiseState.KEPT, PromiseState.KEPT_LATE, PromiseState.BROKEN, PromiseState.SUBSTITUTED)
    judged = [row for row in rows if row.state in ended or _overdue(row, portfolio.today)]
    return Tally(tuple(_rated(row) for row in judged), mean=True)


def _overdue(row: Row[Any], today: date) -> bool:
    return row.state == PromiseState.OPEN and row.due_on is not None and row.due_on < today


def _rated(row: Row[Any]) -> Piece:
    day = row.due_on or row.settled_on or row.made_on
    return Piece(day, day, PERCENT * THOUSAND if row.state == PromiseState.KEPT else 0, row.id)


def _wallet(connection: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    """Share of wallet of one account in per cent, as the lists of the period tell it; shares are not added up."""
    if wanted.unit_id is None:
        return Tally(reason="of_one_account")
    s = t.supply_share.c
    rows = connection.execute(
        select(s.account_id, s.share, s.as_of, s.id)
        .where(s.deleted_at.is_(None), s.ours.is_(True), s.as_of.is_not(None), s.category.is_(None))
        .order_by(s.as_of, s.id)
    )
    return _means(
        (row.as_of, row.share * 10, row.id) for row in rows if _mine(portfolio, wanted, row.account_id)
    )


def _satisfaction(connection: Connection, portfolio: Portfolio, wanted: Wanted) -> Tally:
    s = t.satisfaction.c
    rows = connection.execute(
        select(s.account_id, s.score, s.known_on, s.id)
        .where(s.deleted_at.is_(None))
        .order_by(s.known_on, s.id)
    )
    return _means(
        (row.known_on, row.score * THOUSAND, row.id)
        for row in rows
        if _mine(portfolio, wanted, row.account_id)
    )


def _means(told: Iterable[tuple[date, int, str]]) -> Tally:
    return Tally(tuple(Piece(day, day, amount, record) for day, amount, record in told), mean=True)
