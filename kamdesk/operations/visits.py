"""Visits: what came of a day on which a slot fell due, and visits nobody had planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.line import Asker, VisitLine, VisitSlot
from kamdesk.domain.schedule import MINUTES_A_DAY, falls_due
from kamdesk.domain.visit import (
    MissedReason,
    ReportAmendment,
    Visit,
    VisitCompanion,
    VisitOrigin,
    VisitReport,
    VisitState,
    report_closed,
)
from kamdesk.domain.walltime import local_day
from kamdesk.operations.fields import assign, require
from kamdesk.operations.own import reps as own_first
from kamdesk.operations.reporting import (
    Counted,
    NewPromise,
    Ordered,
    Report,
    Taken,
    check_report,
    set_companions,
    write_report,
)

__all__ = [
    "Counted",
    "NewPromise",
    "Occurrence",
    "Ordered",
    "Report",
    "Taken",
    "amend_report",
    "miss_visit",
    "move_visit",
    "plan_visit",
    "report_unplanned",
    "report_visit",
    "set_objective",
]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Which visit is meant: one that has a row (``visit_id``), or the day on which a slot falls due."""

    visit_id: str | None = None
    slot_id: str | None = None
    due_on: date | None = None


def report_visit(store: Store, *, visit: Occurrence, report: Report, now: datetime) -> Changes:
    """Records that a visit took place and what came of it; again for the same visit, the report is amended.

    Promises are added each time they are given; an order takes the place of the one before. Raises RuleError for
    times that run backwards, a visit in the future, one that was moved to another day, or a report of a past week:
    that is put right with `amend_report`.
    """
    check_report(report)
    with store.write("visit.report", now=now) as tx:
        row = _occurrence(tx, visit)
        _not_moved(tx, row)
        _not_before_it_happened(row, report, now)
        if any(report_closed(written.visited_on, local_day(now, row.zone)) for written in _written(tx, row)):
            raise RuleError("report_closed")
        assign(row, {"state": VisitState.DONE, "state_by": None, "reason": None, "reason_text": None})
        write_report(tx, row, report)
    return tx.changes()


def amend_report(store: Store, *, visit_id: str, report: Report, note: str, now: datetime) -> Changes:
    """Puts a report right with a dated note that says why; figures are counted from it as amended.

    Raises RuleError where no note is given, nothing would change, or there is no report yet; else as `report_visit`.
    """
    check_report(report)
    with store.write("visit.amend", now=now) as tx:
        row = tx.get(Visit, visit_id)
        written = _written(tx, row)
        if not written:
            raise RuleError("report_missing")
        why = require(note, "note")
        _not_before_it_happened(row, report, now)
        write_report(tx, row, report)
        before = tx.every(ReportAmendment, report_id=written[0].id)
        if not tx.changes():
            raise RuleError("amend_nothing", times=len(before))
        tx.add(
            ReportAmendment(
                id=tx.new_id(), report_id=written[0].id, amended_on=local_day(now, row.zone), note=why
            )
        )
    return tx.changes()


def _written(tx: Transaction, visit: Visit) -> list[VisitReport]:
    return tx.every(VisitReport, visit_id=visit.id)


def report_unplanned(store: Store, *, account_id: str, report: Report, now: datetime) -> Changes:
    """Records a visit that no slot had planned 临时拜访."""
    check_report(report)
    with store.write("visit.unplanned", now=now) as tx:
        row = _unplanned(tx, account_id, report.visited_on, report.arrived)
        _not_before_it_happened(row, report, now)
        row.state = VisitState.DONE
        tx.add(row)
        write_report(tx, row, report)
    return tx.changes()


def plan_visit(
    store: Store,
    *,
    account_id: str,
    planned_date: date,
    planned_start: int,
    planned_minutes: int,
    now: datetime,
    objective: str | None = None,
    companions: Sequence[str] = (),
) -> Changes:
    """Plans a single visit beside the line. Raises RuleError where it doesn't begin and end on its day."""
    _check_plan(planned_start, planned_minutes)
    with store.write("visit.plan", now=now) as tx:
        row = _unplanned(tx, account_id, planned_date, planned_start)
        row.planned_minutes = planned_minutes
        row.objective = objective
        tx.add(row)
        set_companions(tx, row, companions)
    return tx.changes()


def set_objective(store: Store, *, visit: Occurrence, objective: str | None, now: datetime) -> Changes:
    """What the visit is to bring about."""
    with store.write("visit.objective", now=now) as tx:
        assign(_occurrence(tx, visit), {"objective": objective})
    return tx.changes()


def miss_visit(
    store: Store, *, visit: Occurrence, reason: str, now: datetime, reason_text: str | None = None
) -> Changes:
    """Records that a planned visit did not take place, and why.

    Moved or called off by the customer, it is cancelled and not due; anything else is missed.
    """
    with store.write("visit.miss", now=now) as tx:
        row = _occurrence(tx, visit)
        _not_moved(tx, row)
        if row.state == VisitState.DONE:
            raise RuleError("visit_is_done")
        by_customer = reason == MissedReason.CUSTOMER_MOVED
        state = VisitState.CANCELLED if by_customer else VisitState.MISSED
        asked_by = Asker.CUSTOMER if by_customer else Asker.US
        assign(row, {"state": state, "state_by": asked_by, "reason": reason, "reason_text": reason_text})
    return tx.changes()


def move_visit(
    store: Store,
    *,
    visit: Occurrence,
    asked_by: str,
    to_date: date,
    to_start: int,
    now: datetime,
    reason_text: str | None = None,
) -> Changes:
    """Moves a single visit to another day or time; the slot stays, who goes along goes along.

    Raises RuleError where it is done or moved already, where it would stay as it is, and where it would not begin and
    end on its day.
    """
    if asked_by not in (Asker.CUSTOMER, Asker.US):
        raise RuleError("asker_open")
    if asked_by == Asker.US:
        require(reason_text, "reason")
    with store.write("visit.move", now=now) as tx:
        move_one(tx, visit, asked_by, to_date, to_start, reason_text)
    return tx.changes()


def move_one(
    tx: Transaction, visit: Occurrence, asked_by: str, to_date: date, to_start: int, reason_text: str | None
) -> None:
    """What `move_visit` does, within a change that is under way."""
    row = _occurrence(tx, visit)
    if row.state in (VisitState.DONE, VisitState.RESCHEDULED):
        raise RuleError("visit_is_done")
    _check_plan(to_start, row.planned_minutes or 1)
    if (to_date, to_start) == (row.planned_date, row.planned_start):
        raise RuleError("change_nothing")
    new = _unplanned(tx, row.account_id, to_date, to_start)
    assign(
        new,
        {
            "origin": VisitOrigin.PLANNED,
            "planned_minutes": row.planned_minutes,
            "objective": row.objective,
        },
    )
    tx.add(new)
    assign(
        row,
        {
            "state": VisitState.RESCHEDULED,
            "state_by": asked_by,
            "reason_text": reason_text,
            "moved_to": new.id,
        },
    )
    set_companions(tx, new, [each.name for each in tx.every(VisitCompanion, visit_id=row.id)])


def _check_plan(start: int, minutes: int) -> None:
    if minutes < 1:
        raise RuleError("visit_minutes", minutes=minutes)
    if start < 0 or start + minutes > MINUTES_A_DAY:
        raise RuleError("visit_midnight")


def _not_moved(tx: Transaction, visit: Visit) -> None:
    if visit.state == VisitState.RESCHEDULED and visit.moved_to is not None:
        raise RuleError("visit_was_moved", day=tx.get(Visit, visit.moved_to).planned_date)


def _not_before_it_happened(visit: Visit, report: Report, now: datetime) -> None:
    if report.visited_on > local_day(now, visit.zone):
        raise RuleError("visit_in_future", day=report.visited_on)


def _occurrence(tx: Transaction, visit: Occurrence) -> Visit:
    """The row of a visit; a slot's due day gets one when something is first recorded about it."""
    if visit.visit_id is not None:
        return tx.get(Visit, visit.visit_id)
    if visit.slot_id is None or visit.due_on is None:
        raise NotFound("visit_missing")
    there = tx.every(Visit, slot_id=visit.slot_id, planned_date=visit.due_on)
    if there:
        return there[0]
    slot = tx.get(VisitSlot, visit.slot_id)
    line = tx.get(VisitLine, slot.line_id)
    if not falls_due(slot, line.anchor_monday, visit.due_on):
        raise RuleError("slot_not_due", day=visit.due_on)
    row = Visit(
        id=tx.new_id(),
        account_id=slot.account_id,
        rep_id=line.rep_id,
        zone=line.zone,
        planned_date=visit.due_on,
        planned_start=slot.start,
        planned_minutes=slot.minutes,
        slot_id=slot.id,
    )
    tx.add(row)
    return row


def _unplanned(tx: Transaction, account_id: str, day: date, start: int | None) -> Visit:
    account = tx.get(Account, account_id)
    reps = own_first(tx)
    if not reps:
        raise NotFound("line_missing")
    return Visit(
        id=tx.new_id(),
        account_id=account.id,
        rep_id=reps[0].id,
        zone=reps[0].zone,
        planned_date=day,
        planned_start=start,
        origin=VisitOrigin.AD_HOC,
    )
