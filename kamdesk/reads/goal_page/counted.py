"""What counts towards a target: each sale, payment, visit, new account or stage move, as facts that add up."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.knowledge.goal import Metric
from kamdesk.domain.selling.facts import Kind, Sale, by_kind, told_once
from kamdesk.domain.stages import Stage
from kamdesk.domain.visit import VisitState
from kamdesk.reads.answers import undone_operations
from kamdesk.reads.due import visits_where
from kamdesk.reads.goal_page.targets import GoalTarget
from kamdesk.reads.rep import RepCard
from kamdesk.reads.selling import SalesBook
from kamdesk.reads.units import Units

HOME = "CNY"
"""The currency of what names none."""
ONE = 1000
"""One of something, in thousandths."""
MONTH_DAYS = 31
NONE = Kind(None, None)
NOT_BY_HAND = ("import.", "demo.", "book.")
"""How the names of operations begin by which a whole list of accounts came in."""
LADDER = (Stage.INCUBATION, Stage.INITIAL, Stage.INTERMEDIATE, Stage.ADVANCED, Stage.ALLIANCE)


@dataclass(frozen=True, slots=True)
class Counted:
    """``facts`` in the target's own measure, of one ``kind`` of money; ``left_out`` are the kinds that are not counted.

    ``unknown`` is the reason why nothing can be counted at all.
    """

    facts: tuple[Sale, ...]
    kind: Kind = NONE
    left_out: tuple[Kind, ...] = ()
    unknown: str | None = None


def count(
    connection: Connection, target: GoalTarget, book: SalesBook, units: Units, rep: RepCard, today: date
) -> Counted:
    """The facts of the target's metric up to ``today``: of its account and its product, where it is of one."""
    found = _count(connection, target, book, units, rep, today)
    if target.account_id is None and target.product_id is None:
        return found
    unit = units.of(target.account_id) if target.account_id else None
    facts = tuple(
        fact
        for fact in found.facts
        if unit in (None, fact.unit_id) and target.product_id in (None, fact.product_id)
    )
    return Counted(facts, found.kind, found.left_out, found.unknown)


def _count(
    connection: Connection, target: GoalTarget, book: SalesBook, units: Units, rep: RepCard, today: date
) -> Counted:
    match target.metric:
        case Metric.REVENUE:
            return of_one_kind(book.sales, target.currency, "no_sales")
        case Metric.VOLUME:
            return _volume(book, target)
        case Metric.MARGIN:
            return of_one_kind(_margins(connection, units, today), target.currency, "no_margin")
        case Metric.COLLECTION:
            return of_one_kind(_payments(connection, units, today), target.currency, "no_payments")
        case Metric.VISITS:
            return Counted(_visits(connection, units, today))
        case Metric.NEW_ACCOUNTS:
            return Counted(_new_accounts(book))
        case Metric.NEW_KEY_ACCOUNTS:
            return Counted(_new_key_accounts(connection, units, rep))
        case Metric.STAGE_MOVES:
            return Counted(_stage_moves(connection, units, today))
        case _:
            return Counted((), unknown="by_hand")


def of_one_kind(sales: Collection[Sale], currency: str | None, unknown: str) -> Counted:
    """The sales in the currency of the target; of those with tax and without, the kind that brings more."""
    kinds = by_kind(sales)
    fitting = [kind for kind in kinds if (kind.currency or HOME) == (currency or HOME)]
    if not fitting:
        return Counted((), unknown=unknown, left_out=tuple(kinds))
    best = max(fitting, key=lambda kind: sum(abs(sale.amount) for sale in kinds[kind]))
    return Counted(kinds[best], best, tuple(kind for kind in kinds if kind != best))


def _volume(book: SalesBook, target: GoalTarget) -> Counted:
    facts = tuple(
        Sale(s.unit_id, s.record_id, s.first, s.last, NONE, s.quantity, s.product_id, listed=s.listed)
        for s in book.sales
        if s.quantity is not None and target.unit in (None, s.unit)
    )
    return Counted(facts, unknown=None if facts else "no_quantities")


def _margins(connection: Connection, units: Units, today: date) -> tuple[Sale, ...]:
    """Told once, as sales are: lists of margins overlap."""
    m = t.margin.c
    rows = connection.execute(
        select(t.margin).where(m.deleted_at.is_(None), m.first_day <= today, m.first_day <= m.last_day)
    )
    return told_once(
        Sale(
            units.of(row.account_id), row.id, row.first_day, row.last_day,
            Kind(row.currency, row.tax_included), row.amount, row.product_id, listed=True,
        )
        for row in rows
    )  # fmt: skip


def _payments(connection: Connection, units: Units, today: date) -> list[Sale]:
    p = t.payment.c
    rows = connection.execute(select(t.payment).where(p.deleted_at.is_(None), p.paid_on <= today))
    return [
        Sale(units.of(row.account_id), row.id, row.paid_on, row.paid_on, Kind(row.currency, None), row.amount)
        for row in rows
    ]


def _visits(connection: Connection, units: Units, today: date) -> tuple[Sale, ...]:
    made = visits_where(
        connection, (t.visit.c.state == VisitState.DONE) & (t.visit_report.c.visited_on <= today)
    )
    return tuple(
        _one(units.of(visit.account_id), visit.key, visit.visited_on) for visit in made if visit.visited_on
    )


def _one(unit_id: str, record_id: str, day: date) -> Sale:
    return Sale(unit_id, record_id, day, day, NONE, ONE)


def _new_accounts(book: SalesBook) -> tuple[Sale, ...]:
    """The first purchase of each. Who bought in the first month of which sales are known may have bought before."""
    first: dict[str, Sale] = {}
    for order in book.orders:
        known = first.get(order.unit_id)
        if known is None or order.day < known.first:
            first[order.unit_id] = _one(order.unit_id, order.order_id, order.day)
    for sale in book.sales:
        known = first.get(sale.unit_id)
        if known is None or sale.first < known.first:
            first[sale.unit_id] = _one(sale.unit_id, sale.record_id, sale.first)
    known_from = book.known_from
    return tuple(
        fact for fact in first.values() if known_from and (fact.first - known_from).days > MONTH_DAYS
    )


def _new_key_accounts(connection: Connection, units: Units, rep: RepCard) -> tuple[Sale, ...]:
    """The day on which each key account of today was first marked as one by hand."""
    change, operation, a = t.change.c, t.operation.c, t.account.c
    undone = undone_operations(connection)
    rows = connection.execute(
        select(change.row, operation.number, operation.name, operation.at)
        .join_from(t.change, t.operation, change.operation == operation.number)
        .join(t.account, change.row == a.id)
        .where(change.table == "account", change.field == "is_key", change.new == json.dumps(True))
        .where(a.deleted_at.is_(None), a.is_key.is_(True), operation.undoes.is_(None))
        .order_by(change.counter)
    )
    found: dict[str, Sale] = {}
    for row_id, number, name, at in rows:
        unit = units.of(row_id)
        if number not in undone and not name.startswith(NOT_BY_HAND) and unit not in found:
            found[unit] = _one(unit, row_id, _local(at, rep.zone))
    return tuple(found.values())


def _local(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()


def _stage_moves(connection: Connection, units: Units, today: date) -> tuple[Sale, ...]:
    """Each step up the five stages; a step back is none."""
    s = t.stage_assessment.c
    rows = connection.execute(
        select(s.id, s.account_id, s.stage, s.known_on)
        .where(s.deleted_at.is_(None), s.known_on <= today)
        .order_by(s.known_on, s.id)
    )
    stands: dict[str, str] = {}
    moves = []
    for row in rows:
        unit = units.of(row.account_id)
        before, stands[unit] = stands.get(unit), row.stage
        if (
            before in LADDER
            and row.stage in LADDER
            and LADDER.index(Stage(row.stage)) > LADDER.index(Stage(before))
        ):
            moves.append(_one(unit, row.id, row.known_on))
    return tuple(moves)
