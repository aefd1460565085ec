"""Visits: what is reported of them, and drafts of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kamdesk.qt.jobs.accounts import AccountView, account_view

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.visits import Occurrence, Report
    from kamdesk.reads.history import PastVisit
    from kamdesk.reads.visit_form import VisitForm

REPORT_FORM = "visit_report"


@dataclass(frozen=True, slots=True)
class VisitRef:
    """Which visit is meant: one with a row, or a slot's due day."""

    visit_id: str | None = None
    slot_id: str | None = None
    due_on: date | None = None


def _occurrence(visit: VisitRef) -> Occurrence:
    from kamdesk.operations.visits import Occurrence

    return Occurrence(visit.visit_id, visit.slot_id, visit.due_on)


def move_visit(store: Store, *, visit: VisitRef, **arguments: Any) -> Changes:
    from kamdesk.operations.visits import move_visit

    return move_visit(store, visit=_occurrence(visit), **arguments)


@dataclass(frozen=True, slots=True)
class ReportSubject:
    """The visit that a report is about, as it was planned; ``past`` is what is recorded of it already."""

    account_id: str
    ref: VisitRef | None
    day: date
    start: int | None
    minutes: int | None
    objective: str | None
    past: PastVisit | None

    @property
    def key(self) -> str:
        """The name of its draft."""
        ref = self.ref
        if ref is None:
            return f"{self.account_id}@{self.day.isoformat()}"
        return ref.visit_id or f"{ref.slot_id}@{self.day.isoformat()}"


@dataclass(frozen=True, slots=True)
class ReportView:
    """All that the page of a visit report shows."""

    subject: ReportSubject
    view: AccountView
    form: VisitForm
    tolerance: int


def report_view(
    store: Store,
    *,
    account_id: str,
    ref: VisitRef | None,
    day: date | None,
    today: date,
    now: datetime,
    unplanned: bool = False,
) -> ReportView:
    """The report of the visit ``ref``; without one, of the stop planned there on ``day``, else (or with ``unplanned``)
    of an unplanned visit."""
    from kamdesk.domain.schedule import monday_of
    from kamdesk.reads.line import week_line
    from kamdesk.reads.rep import rep_card
    from kamdesk.reads.visit_form import visit_form

    view = account_view(store, account_id=account_id, today=today)
    account_id = view.page.id
    past = next((visit for visit in view.history.visits if _is(visit, ref)), None) if ref else None
    if past is not None:
        ref = VisitRef(past.id, past.slot_id, past.planned_date)
        subject = ReportSubject(
            account_id, ref, past.planned_date, past.planned_start, past.planned_minutes, past.objective, past
        )
    else:
        wanted = day or today
        stops = [
            stop
            for stop in week_line(store, monday=monday_of(wanted), now=now).stops
            if stop.account.id == account_id
            and stop.date == wanted
            and stop.state == "planned"
            and not unplanned
        ]
        slot_id = ref.slot_id if ref else None
        stop = next((s for s in stops if s.slot and s.slot.id == slot_id), stops[0] if stops else None)
        if stop is None:
            subject = ReportSubject(account_id, ref, wanted, None, None, None, None)
        else:
            found = VisitRef(stop.visit_id, stop.slot.id if stop.slot else None, stop.date)
            subject = ReportSubject(
                account_id, found, stop.date, stop.start, stop.minutes, stop.objective, None
            )
    form = visit_form(
        store, account_id=account_id, on=subject.day, subject=subject.key, visit_id=past.id if past else None
    )
    return ReportView(subject, view, form, rep_card(store).tolerance)


@dataclass(frozen=True, slots=True)
class ReportFields:
    """What was written into the form; times are minutes of the day, quantities thousandths, money minor units.

    ``ordered_before``: the visit has an order, which what stands here replaces.
    """

    visited_on: date
    arrived: int | None = None
    left: int | None = None
    outcome: str | None = None
    points: str | None = None
    rival_note: str | None = None
    next_step: str | None = None
    met: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    stock: tuple[tuple[str, int, str | None], ...] = ()
    promises: tuple[tuple[str, date | None, str | None], ...] = ()
    next_due: date | None = None
    order_amount: int | None = None
    order_number: str | None = None
    order_lines: tuple[tuple[str, int, str | None, int | None], ...] = ()
    ordered_before: bool = False


def _is(visit: PastVisit, ref: VisitRef) -> bool:
    """Whether it is the visit that is meant; that of a slot's due day may have got its row meanwhile."""
    if ref.visit_id is not None:
        return visit.id == ref.visit_id
    return visit.slot_id == ref.slot_id and visit.planned_date == ref.due_on


def report_visit(
    store: Store, *, account_id: str, ref: VisitRef | None, fields: ReportFields, subject: str, now: datetime
) -> Changes:
    """Record a visit that took place and give its draft up."""
    from kamdesk.operations.drafts import drop_draft
    from kamdesk.operations.visits import report_unplanned, report_visit

    report = _report(fields)
    if ref is None:
        changes = report_unplanned(store, account_id=account_id, report=report, now=now)
    else:
        changes = report_visit(store, visit=_occurrence(ref), report=report, now=now)
    drop_draft(store, form=REPORT_FORM, subject=subject)
    return changes


def amend_report(
    store: Store, *, visit_id: str, fields: ReportFields, note: str, subject: str, now: datetime
) -> Changes:
    """Put a report of a past week right and give the draft of that up."""
    from kamdesk.operations.drafts import drop_draft
    from kamdesk.operations.visits import amend_report

    changes = amend_report(store, visit_id=visit_id, report=_report(fields), note=note, now=now)
    drop_draft(store, form=REPORT_FORM, subject=subject)
    return changes


def _report(fields: ReportFields) -> Report:
    from kamdesk.operations.visits import Counted, NewPromise, Ordered, Report, Taken

    taken = None
    if fields.ordered_before or fields.order_amount is not None or fields.order_lines:
        lines = [Ordered(*line) for line in fields.order_lines]
        taken = Taken(fields.order_amount, number=fields.order_number, lines=lines)
    return Report(
        visited_on=fields.visited_on,
        arrived=fields.arrived,
        left=fields.left,
        outcome=fields.outcome,
        points=fields.points,
        rival_note=fields.rival_note,
        next_step=fields.next_step,
        next_due=fields.next_due,
        met=fields.met,
        companions=fields.companions,
        stock=[Counted(*row) for row in fields.stock],
        promises=[NewPromise(*promise) for promise in fields.promises],
        order=taken,
    )


def miss_visit(store: Store, *, ref: VisitRef, subject: str, **arguments: Any) -> Changes:
    """Record that a planned visit did not take place and give its draft up."""
    from kamdesk.operations.drafts import drop_draft
    from kamdesk.operations.visits import miss_visit

    changes = miss_visit(store, visit=_occurrence(ref), **arguments)
    drop_draft(store, form=REPORT_FORM, subject=subject)
    return changes


def keep_draft(store: Store, **arguments: Any) -> datetime:
    from kamdesk.operations.drafts import keep_draft

    return keep_draft(store, form=REPORT_FORM, **arguments)


def drop_draft(store: Store, **arguments: Any) -> None:
    from kamdesk.operations.drafts import drop_draft

    drop_draft(store, form=REPORT_FORM, **arguments)
