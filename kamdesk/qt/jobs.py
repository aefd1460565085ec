"""What the window asks of the book, one small function a job, carried out in the runner's thread.

Operations and reads are imported where they run: they bring SQLAlchemy, reportlab and openpyxl, and the window is to
stand before those are loaded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.domain.figures import Figure
    from kamdesk.exchange.records import Origin
    from kamdesk.operations.importing import ImportReport
    from kamdesk.operations.undo import Undoable
    from kamdesk.operations.visits import Occurrence
    from kamdesk.reads.account import AccountPage
    from kamdesk.reads.accounts import AccountRow
    from kamdesk.reads.book_state import BookState
    from kamdesk.reads.history import AccountHistory, PastVisit
    from kamdesk.reads.line import WeekLine
    from kamdesk.reads.move_preview import MovePreview
    from kamdesk.reads.rep import RepCard
    from kamdesk.reads.slots import SlotEvent, Unplaced
    from kamdesk.reads.visit_form import VisitForm
    from kamdesk.words import Words

REPORT_FORM = "visit_report"


@dataclass(frozen=True, slots=True)
class AccountTable:
    """The accounts and, for each, the text that typing is compared with."""

    rows: tuple[AccountRow, ...]
    haystacks: tuple[str, ...]


def account_table(store: Store, *, today: date) -> AccountTable:
    from kamdesk.qt.haystack import haystack
    from kamdesk.reads.accounts import account_rows

    rows = account_rows(store, today=today)
    return AccountTable(rows, tuple(haystack(row) for row in rows))


@dataclass(frozen=True, slots=True)
class AccountView:
    """All that the page of one account shows. ``kept`` is its promise-kept rate over all time."""

    page: AccountPage
    history: AccountHistory
    kept: Figure


def account_view(store: Store, *, account_id: str, today: date) -> AccountView:
    from kamdesk.domain.facts import Period, PromiseFact
    from kamdesk.domain.figures import promise_kept
    from kamdesk.reads.account import account_page
    from kamdesk.reads.history import account_history

    page = account_page(store, account_id=account_id, today=today)
    past = account_history(store, account_id=page.id, today=today)
    facts = [PromiseFact(row.state, row.made_on, row.due_on, row.settled_on) for row in past.promises]
    return AccountView(page, past, promise_kept(facts, Period(date.min, date.max), today))


@dataclass(frozen=True, slots=True)
class History:
    """What undo would take back and redo bring back."""

    undo: Undoable | None
    redo: Undoable | None


def history(store: Store) -> History:
    from kamdesk.operations.undo import last_done, last_undone

    with store.read() as connection:
        return History(last_done(connection), last_undone(connection))


def undo(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.undo import undo

    return undo(store, **arguments)


# the book


def book_state(store: Store, **arguments: Any) -> BookState:
    from kamdesk.reads.book_state import book_state

    return book_state(store, **arguments)


def rep_card(store: Store) -> RepCard:
    from kamdesk.reads.rep import rep_card

    return rep_card(store)


def make_copy(store: Store, **arguments: Any) -> Path:
    from kamdesk.operations.copies import make_copy

    return make_copy(store, **arguments)


def save_plan(store: Store, *, path: Path, monday: date, now: datetime, words: Words) -> Path:
    """The week's plan as PDF at ``path``."""
    from kamdesk.domain.walltime import local_time
    from kamdesk.papers.write import write_week_plan
    from kamdesk.reads.plan import week_plan

    local = local_time(now, rep_card(store).zone)
    write_week_plan(week_plan(store, monday=monday, now=now), path, words, local)
    return path


def save_briefing(store: Store, *, path: Path, account_id: str, now: datetime, words: Words) -> Path:
    """The account's briefing as PDF at ``path``."""
    from kamdesk.domain.walltime import local_time
    from kamdesk.papers.write import write_briefing
    from kamdesk.reads.briefing import briefing

    local = local_time(now, rep_card(store).zone)
    write_briefing(briefing(store, account_id=account_id, now=now), path, words, local)
    return path


# lists taken in


class Stopped(Exception):
    """The user stopped a job; nothing of it was written."""


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """One doubt in words: what becomes of it, where it stands, why."""

    verdict: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportView:
    """An import's report in words. ``writes``: it would write, or wrote, something."""

    counts: dict[str, dict[str, int]]
    sheets: tuple[str, ...]
    problems: tuple[ImportProblem, ...]
    more: int
    files: tuple[str, ...]
    writes: bool
    changes: Changes


def import_files(store: Store, *, words: Words, **arguments: Any) -> ImportView:
    """Take lists in, or (``dry_run``) only look at them."""
    from kamdesk.operations.importing import import_files
    from kamdesk.operations.importing.returning import reason_text
    from kamdesk.operations.importing.telling import report_lines

    report = import_files(store, language=words.language, **arguments)
    counts = report.as_json()
    problems = [problem for problem in report.problems if problem.reason != "staff"]
    return ImportView(
        counts=counts,
        sheets=tuple(_lines(report_lines(_only(report, sheets=True), words))),
        problems=tuple(
            ImportProblem(str(p.verdict), _place(p.origin, words), reason_text(p, words)) for p in problems
        ),
        more=report.more,
        files=tuple(_lines(report_lines(_only(report, sheets=False), words))),
        writes=any(row["created"] + row["updated"] + row["to_decide"] for row in counts.values()),
        changes=report.changes,
    )


def _only(report: ImportReport, *, sheets: bool) -> ImportReport:
    """The report with nothing but its sheets, or nothing but its files: the teller then says only these."""
    if sheets:
        return replace(report, counts={}, problems=(), more=0, rejects=(), rejects_unwritten=None, backup=None)
    return replace(report, counts={}, problems=(), more=0, sheets=())


def _lines(said: list[str]) -> list[str]:
    """Without the opening line, which the dialog says in its heading."""
    return said[1:]


def _place(origin: Origin, words: Words) -> str:
    if origin.sheet:
        return words.text("import.at_sheet_row", file=origin.file, sheet=origin.sheet, row=origin.row)
    return words.text("import.at_row", file=origin.file, row=origin.row)


# accounts, contacts, promises, notes


def save_account(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.cards import save_account

    return save_account(store, **arguments)


def save_contact(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.cards import save_contact

    return save_contact(store, **arguments)


def add_note(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import add_note

    return add_note(store, **arguments)


def add_promise(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import add_promise

    return add_promise(store, **arguments)


def change_promise(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import change_promise

    return change_promise(store, **arguments)


def settle_promise(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import settle_promise

    return settle_promise(store, **arguments)


# the line


@dataclass(frozen=True, slots=True)
class LineView:
    """A week of the line, the accounts that wait for a slot, and the figures of the four weeks that end with it."""

    week: WeekLine
    waiting: tuple[Unplaced, ...]
    figures: tuple[Figure, ...]


def line_view(store: Store, *, monday: date, now: datetime) -> LineView:
    from kamdesk.reads.figures import period_figures
    from kamdesk.reads.line import week_line
    from kamdesk.reads.slots import accounts_without_slot

    week = week_line(store, monday=monday, now=now)
    first, last = monday - timedelta(days=21), monday + timedelta(days=6)
    figures = period_figures(store, first=first, last=last, now=now)
    return LineView(week, accounts_without_slot(store, on=max(week.today, monday)), figures)


def move_preview(store: Store, **arguments: Any) -> MovePreview:
    from kamdesk.reads.move_preview import move_preview

    return move_preview(store, **arguments)


def slot_history(store: Store, **arguments: Any) -> tuple[SlotEvent, ...]:
    from kamdesk.reads.slots import slot_history

    return slot_history(store, **arguments)


def add_slot(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.line import add_slot

    return add_slot(store, **arguments)


def move_slot(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.line import move_slot

    return move_slot(store, **arguments)


def end_slot(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.line import end_slot

    return end_slot(store, **arguments)


# visits


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
    store: Store, *, account_id: str, ref: VisitRef | None, day: date | None, today: date, now: datetime
) -> ReportView:
    """The report of the visit ``ref``; without one, of the stop planned at the account today, else of an unplanned visit."""
    from kamdesk.domain.schedule import monday_of
    from kamdesk.reads.line import week_line
    from kamdesk.reads.rep import rep_card
    from kamdesk.reads.visit_form import visit_form

    view = account_view(store, account_id=account_id, today=today)
    account_id = view.page.id
    visit_id = ref.visit_id if ref else None
    past = next((visit for visit in view.history.visits if visit.id == visit_id), None) if visit_id else None
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
            if stop.account.id == account_id and stop.date == wanted and stop.state == "planned"
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
    form = visit_form(store, account_id=account_id, on=subject.day, subject=subject.key)
    return ReportView(subject, view, form, rep_card(store).tolerance)


@dataclass(frozen=True, slots=True)
class ReportFields:
    """What was written into the form; times are minutes of the day, quantities thousandths, money minor units."""

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
    promise: str | None = None
    promise_due: date | None = None
    promise_to: str | None = None
    order_amount: int | None = None
    order_number: str | None = None


def report_visit(
    store: Store, *, account_id: str, ref: VisitRef | None, fields: ReportFields, subject: str, now: datetime
) -> Changes:
    """Record a visit that took place and give its draft up."""
    from kamdesk.operations.drafts import drop_draft
    from kamdesk.operations.visits import Counted, NewPromise, Report, Taken, report_unplanned, report_visit

    promise = NewPromise(fields.promise, fields.promise_due, fields.promise_to) if fields.promise else None
    report = Report(
        visited_on=fields.visited_on,
        arrived=fields.arrived,
        left=fields.left,
        outcome=fields.outcome,
        points=fields.points,
        rival_note=fields.rival_note,
        next_step=fields.next_step,
        met=fields.met,
        companions=fields.companions,
        stock=[Counted(*row) for row in fields.stock],
        promises=[promise] if promise else [],
        order=Taken(fields.order_amount, number=fields.order_number) if fields.order_amount else None,
    )
    if ref is None:
        changes = report_unplanned(store, account_id=account_id, report=report, now=now)
    else:
        changes = report_visit(store, visit=_occurrence(ref), report=report, now=now)
    drop_draft(store, form=REPORT_FORM, subject=subject)
    return changes


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
