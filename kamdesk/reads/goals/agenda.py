"""What is to be done on a day, from all that is recorded: line, promises, follow-ups, dates, tasks of service.

The order is that of the day: visits by their time, then what is overdue, what is due, what comes near.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, select

from kamdesk.calendars import day_kind, event_day
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.knowledge.deed import RequestState
from kamdesk.domain.walltime import local_day
from kamdesk.reads.aliases import Aliases, read_aliases
from kamdesk.reads.classing.classified import Classification, classify
from kamdesk.reads.classing.portfolio import read_portfolio
from kamdesk.reads.day import read_day
from kamdesk.reads.days import Holidays
from kamdesk.reads.due_promises import promises_until
from kamdesk.reads.follow_up import due_actions, late_reports, next_steps
from kamdesk.reads.occasions import read_occasions
from kamdesk.reads.rep import RepCard, read_rep
from kamdesk.reads.stops import GONE

NEAR = timedelta(days=14)


class Task(StrEnum):
    """What kind of thing is to be done."""

    VISIT = "visit"
    REPORT = "report"
    PROMISE = "promise"
    ACTION = "action"
    STEP = "step"
    REQUEST = "request"
    PROSPECT = "prospect"
    EVENT = "event"
    BIRTHDAY = "birthday"
    VISITS_SHORT = "visits_short"
    CONTACTS_SHORT = "contacts_short"
    REPORTS_SHORT = "reports_short"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do. ``day`` is when it is due or takes place (None: no day), ``start`` a minute of the day.

    ``count`` is how many are wanting of a task of service; ``record_id`` what it comes from.
    """

    task: Task
    day: date | None
    start: int | None
    account_id: str | None
    account: str | None
    what: str | None
    record_id: str | None
    overdue: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    day: date
    items: tuple[Item, ...]


def agenda(store: Store, *, now: datetime, holidays: Holidays = day_kind) -> Agenda:
    """The agenda of today."""
    with store.read() as connection:
        rep = read_rep(connection)
        today = local_day(now, rep.zone)
        found = classify(connection, read_portfolio(connection, today=today))
        return read_agenda(connection, rep, found, today, holidays)


def read_agenda(
    connection: Connection, rep: RepCard, found: Classification, today: date, holidays: Holidays
) -> Agenda:
    """The agenda of a day within a read that is under way."""
    aliases = read_aliases(connection)
    a = t.account.c
    rows = connection.execute(select(a.id, a.short_name, a.name).where(a.deleted_at.is_(None)))
    names = {row.id: row.short_name or row.name for row in rows}
    items = [
        *_line(connection, aliases, rep, today, holidays),
        *_owed(connection, aliases, rep, today),
        *_asked(connection, aliases, names, today),
        *_dates(connection, aliases, rep, names, today, holidays),
        *_service(found),
    ]
    tasks = list(Task)
    items.sort(
        key=lambda one: (
            one.task != Task.VISIT,
            one.start or 0,
            not one.overdue,
            one.day or date.max,
            tasks.index(one.task),
            one.account or "",
            one.record_id or "",
        )
    )
    return Agenda(today, tuple(items))


def _line(
    connection: Connection, aliases: Aliases, rep: RepCard, today: date, holidays: Holidays
) -> Iterable[Item]:
    for stop in read_day(connection, aliases, rep, day=today, today=today, holidays=holidays).line.stops:
        if stop.state not in GONE and stop.visited_on is None:
            account = stop.account
            yield Item(
                Task.VISIT,
                today,
                stop.start,
                account.id,
                account.short_name or account.name,
                stop.objective,
                stop.visit_id or (stop.slot.id if stop.slot else None),
            )


def _owed(connection: Connection, aliases: Aliases, rep: RepCard, today: date) -> Iterable[Item]:
    for report in late_reports(connection, aliases, rep, today=today):
        account = report.account
        name, record = account.short_name or account.name, report.visit_id or report.slot_id
        yield Item(Task.REPORT, report.day, None, account.id, name, None, record, overdue=True)
    for promise in promises_until(connection, aliases, today):
        late = promise.due_on < today
        yield Item(
            Task.PROMISE,
            promise.due_on,
            None,
            promise.account_id,
            promise.account,
            promise.what,
            promise.id,
            late,
        )
    for action in due_actions(connection, aliases, until=today):
        late = action.due_on is not None and action.due_on < today
        yield Item(
            Task.ACTION, action.due_on, None, action.account_id, action.account, action.what, action.id, late
        )
    for step in next_steps(connection, aliases, today=today):
        yield Item(Task.STEP, step.on, None, step.account_id, step.account, step.what, step.visit_id)


def _asked(connection: Connection, aliases: Aliases, names: Mapping[str, str], today: date) -> Iterable[Item]:
    """Requests inside the house that should have been answered, prospects to be called again."""
    r, p = t.internal_request.c, t.prospect.c
    rows = connection.execute(
        select(r.id, r.account_id, r.what, r.due_on)
        .where(r.deleted_at.is_(None), r.state == RequestState.OPEN, r.due_on <= today)
        .order_by(r.due_on, r.id)
    )
    for row in rows:
        of = aliases.of(row.account_id) if row.account_id else None
        name = names.get(of) if of else None
        yield Item(Task.REQUEST, row.due_on, None, of, name, row.what, row.id, row.due_on < today)
    newest = connection.execute(
        select(p.id, p.account_id, p.call_again_on, p.said)
        .where(p.deleted_at.is_(None), p.known_on <= today)
        .order_by(p.known_on.desc(), p.id.desc())
    )
    seen: set[str] = set()
    for row in newest:
        of = aliases.of(row.account_id)
        if of in seen or of not in names:
            continue
        seen.add(of)
        if row.call_again_on is not None and row.call_again_on <= today:
            late = row.call_again_on < today
            yield Item(Task.PROSPECT, row.call_again_on, None, of, names[of], row.said, row.id, late)


def _dates(
    connection: Connection,
    aliases: Aliases,
    rep: RepCard,
    names: Mapping[str, str],
    today: date,
    holidays: Holidays,
) -> Iterable[Item]:
    for born in read_occasions(connection, aliases, rep, today=today, holidays=holidays).birthdays:
        yield Item(Task.BIRTHDAY, born.on, None, born.account_id, born.account, born.name, born.contact_id)
    e = t.care_event.c
    rows = connection.execute(select(t.care_event).where(e.deleted_at.is_(None)).order_by(e.id))
    for row in rows:
        of = aliases.of(row.account_id)
        day = event_day(
            month=row.month,
            day=row.day_of_month,
            leap=bool(row.leap),
            calendar=row.calendar,
            yearly=row.yearly,
            year=row.year,
            from_date=today,
        )
        if (
            day is None
            or not today <= day <= today + NEAR
            or of not in names
            or (row.until and day > row.until)
        ):
            continue
        if row.done_on is None or row.done_on < day - 2 * NEAR:
            yield Item(Task.EVENT, day, None, of, names[of], row.what, row.id)


def _service(found: Classification) -> Iterable[Item]:
    """What accounts' class asks for and they have not got: visits that the line lacks, contacts, reports."""
    for each in found.served:
        if each.policy is None:
            continue
        name = found.portfolio.units[each.unit_id].name
        wanting = (
            (Task.VISITS_SHORT, each.done_short if each.planned_short else 0),
            (Task.CONTACTS_SHORT, each.contacts_short),
            (Task.REPORTS_SHORT, each.reports_short),
        )
        for task, count in wanting:
            if count:
                yield Item(task, None, None, each.unit_id, name, None, each.policy.id, count=count)
