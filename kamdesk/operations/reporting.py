"""The report of a visit: what it holds, and how it is written beside the visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kamdesk.db.store import Transaction
from kamdesk.domain.contact import Contact
from kamdesk.domain.errors import RuleError
from kamdesk.domain.promise import Action, ActionState, Promise
from kamdesk.domain.schedule import MINUTES_A_DAY
from kamdesk.domain.trade import Order, OrderLine, Product
from kamdesk.domain.visit import (
    ReportMet,
    StockCount,
    Visit,
    VisitCompanion,
    VisitReport,
)
from kamdesk.operations.fields import assign, replace_many, require


@dataclass(frozen=True, slots=True)
class Counted:
    """Stock counted: a product, thousandths of its unit."""

    product_id: str
    quantity: int
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class NewPromise:
    """A promise made on a visit."""

    what: str
    due_on: date | None = None
    contact_id: str | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """A product ordered: thousandths of its unit, minor units of the order's currency for each (None: not said)."""

    product_id: str
    quantity: int
    unit: str | None = None
    price: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """The order taken on a visit: its lines, or where nothing is priced its total in minor units of ``currency``.

    Neither amount nor lines: no order was taken, and one written down before is taken back.
    """

    amount: int | None = None
    currency: str = "CNY"
    tax_included: bool | None = None
    number: str | None = None
    lines: Sequence[Ordered] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What is written down of a visit; times are minutes of the day of ``visited_on``.

    A next step with its day ``next_due`` becomes an action. ``order`` None leaves the visit's order as it is.
    """

    visited_on: date
    arrived: int | None = None
    left: int | None = None
    outcome: str | None = None
    points: str | None = None
    rival_note: str | None = None
    next_step: str | None = None
    next_due: date | None = None
    met: Sequence[str] = ()
    stock: Sequence[Counted] = ()
    companions: Sequence[str] = ()
    promises: Sequence[NewPromise] = ()
    order: Taken | None = None


def check_report(report: Report) -> None:
    for minute in (report.arrived, report.left):
        if minute is not None and not 0 <= minute < MINUTES_A_DAY:
            raise RuleError("time_unknown", minute=minute)
    if report.arrived is not None and report.left is not None and report.left < report.arrived:
        raise RuleError("left_before_arrived")


def write_report(tx: Transaction, visit: Visit, report: Report) -> None:
    written = tx.every(VisitReport, visit_id=visit.id)
    row = (
        written[0]
        if written
        else VisitReport(id=tx.new_id(), visit_id=visit.id, visited_on=report.visited_on)
    )
    if not written:
        tx.add(row)
    plain = ("visited_on", "arrived", "left", "outcome", "points", "rival_note", "next_step")
    assign(row, {name: getattr(report, name) for name in plain})
    for contact_id in report.met:
        tx.get(Contact, contact_id)
    met = [
        ReportMet(id=tx.new_id(), report_id=row.id, contact_id=contact_id, rank=rank)
        for rank, contact_id in enumerate(dict.fromkeys(report.met))
    ]
    replace_many(tx, tx.every(ReportMet, report_id=row.id), met, same=("contact_id",))
    for count in report.stock:
        tx.get(Product, count.product_id)
    counts = [
        StockCount(
            id=tx.new_id(),
            report_id=row.id,
            product_id=count.product_id,
            quantity=count.quantity,
            unit=count.unit,
            rank=rank,
        )
        for rank, count in enumerate(report.stock)
    ]
    replace_many(
        tx,
        tx.every(StockCount, report_id=row.id),
        counts,
        same=("product_id", "quantity", "unit"),
        alike=("product_id",),
    )
    set_companions(tx, visit, report.companions)
    _add_promises(tx, visit, report)
    if report.order is not None:
        _write_order(tx, visit, report, report.order)
    _write_step(tx, visit, report)


def _write_order(tx: Transaction, visit: Visit, report: Report, taken: Taken) -> None:
    """The visit has one order, the first; given again it takes the place of what was written down."""
    there = tx.every(Order, visit_id=visit.id)
    row = there[0] if there else None
    if taken.amount is None and not taken.lines:
        if row is not None:
            replace_many(tx, tx.every(OrderLine, order_id=row.id), (), same=("product_id",))
            tx.take_back(row)
        return
    if row is None:
        row = Order(
            id=tx.new_id(), account_id=visit.account_id, visit_id=visit.id, ordered_on=report.visited_on
        )
        assign(row, {"currency": taken.currency, "tax_included": taken.tax_included})
        tx.add(row)
    priced = any(line.price is not None for line in taken.lines)
    amount = None if priced else taken.amount
    assign(row, {"ordered_on": report.visited_on, "number": taken.number, "amount": amount})
    for line in taken.lines:
        tx.get(Product, line.product_id)
    lines = [
        OrderLine(
            id=tx.new_id(),
            order_id=row.id,
            product_id=line.product_id,
            quantity=line.quantity,
            unit=line.unit,
            price=line.price,
            rank=rank,
        )
        for rank, line in enumerate(taken.lines)
    ]
    same = ("product_id", "quantity", "unit", "price")
    replace_many(tx, tx.every(OrderLine, order_id=row.id), lines, same=same, alike=("product_id",))


def _write_step(tx: Transaction, visit: Visit, report: Report) -> None:
    """The next step's action follows what the report says, for as long as the action is open."""
    there = [action for action in tx.every(Action, visit_id=visit.id) if action.state == ActionState.OPEN]
    row = there[0] if there else None
    if report.next_step and report.next_due is not None:
        if report.next_due < report.visited_on:
            raise RuleError("step_before_visit")
        if row is None:
            row = Action(
                id=tx.new_id(), what=report.next_step, account_id=visit.account_id, visit_id=visit.id
            )
            tx.add(row)
        assign(row, {"what": report.next_step, "due_on": report.next_due})


def set_companions(tx: Transaction, visit: Visit, names: Sequence[str]) -> None:
    new = [
        VisitCompanion(id=tx.new_id(), visit_id=visit.id, name=name, rank=rank)
        for rank, name in enumerate(dict.fromkeys(name.strip() for name in names if name.strip()))
    ]
    replace_many(tx, tx.every(VisitCompanion, visit_id=visit.id), new, same=("name",))


def _add_promises(tx: Transaction, visit: Visit, report: Report) -> None:
    for promise in report.promises:
        if promise.due_on is not None and promise.due_on < report.visited_on:
            raise RuleError("due_before_made")
        if promise.contact_id is not None:
            tx.get(Contact, promise.contact_id)
        tx.add(
            Promise(
                id=tx.new_id(),
                account_id=visit.account_id,
                visit_id=visit.id,
                contact_id=promise.contact_id,
                what=require(promise.what, "what"),
                made_on=report.visited_on,
                due_on=promise.due_on,
            )
        )
