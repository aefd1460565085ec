"""The report of a visit: what it holds, and how it is written beside the visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kamdesk.db.store import Transaction
from kamdesk.domain.contact import Contact
from kamdesk.domain.errors import RuleError
from kamdesk.domain.promise import Promise
from kamdesk.domain.schedule import MINUTES_A_DAY
from kamdesk.domain.trade import Order, Product
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
class Taken:
    """An order taken on a visit: its total in minor units of ``currency``."""

    amount: int
    currency: str = "CNY"
    tax_included: bool | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What is written down of a visit; times are minutes of the day of ``visited_on``."""

    visited_on: date
    arrived: int | None = None
    left: int | None = None
    outcome: str | None = None
    points: str | None = None
    rival_note: str | None = None
    next_step: str | None = None
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
    replace_many(tx, tx.every(StockCount, report_id=row.id), counts, same=("product_id", "quantity", "unit"))
    set_companions(tx, visit, report.companions)
    _add_promises(tx, visit, report)
    if report.order is not None:
        tx.add(
            Order(
                id=tx.new_id(),
                account_id=visit.account_id,
                visit_id=visit.id,
                ordered_on=report.visited_on,
                number=report.order.number,
                amount=report.order.amount,
                currency=report.order.currency,
                tax_included=report.order.tax_included,
            )
        )


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
