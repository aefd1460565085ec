"""What is to be done on a day, from all that is recorded: line, promises, follow-ups, dates, tasks of service.

There is no other count of it: the page of goals, the page of the day, the command and the question ask here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import Connection

from kamdesk.calendars import day_kind
from kamdesk.db.store import Store
from kamdesk.domain.classing.service import Served
from kamdesk.domain.goals.agenda import Agenda, Item, Task, in_order
from kamdesk.domain.visit import VisitState
from kamdesk.domain.walltime import local_day
from kamdesk.reads.aliases import Aliases, read_aliases
from kamdesk.reads.classing.classified import classify
from kamdesk.reads.classing.portfolio import read_portfolio
from kamdesk.reads.day import read_day
from kamdesk.reads.days import Holidays
from kamdesk.reads.due_promises import promises_until
from kamdesk.reads.follow_up import due_actions, late_reports, next_steps
from kamdesk.reads.goals.ahead import read_ahead
from kamdesk.reads.goals.asked import called, read_asked
from kamdesk.reads.occasions import read_birthdays
from kamdesk.reads.rep import RepCard, read_rep


def agenda(store: Store, *, now: datetime, holidays: Holidays = day_kind) -> Agenda:
    """The agenda of today."""
    with store.read() as connection:
        rep = read_rep(connection)
        today = local_day(now, rep.zone)
        found = classify(connection, read_portfolio(connection, today=today))
        return read_agenda(connection, rep, today, holidays, found.served)


def read_agenda(
    connection: Connection,
    rep: RepCard,
    today: date,
    holidays: Holidays,
    served: Iterable[Served] = (),
) -> Agenda:
    """The agenda of a day within a read that is under way; ``served`` is what each unit gets of what is its due."""
    aliases = read_aliases(connection)
    names = called(connection)
    born = read_birthdays(connection, aliases, today)
    return in_order(
        today,
        [
            *_line(connection, aliases, rep, today, holidays),
            *_owed(connection, aliases, rep, today),
            *read_asked(connection, aliases, names, today),
            *read_ahead(connection, aliases, names, today, born),
            *_service(served, names),
        ],
    )


def _line(
    connection: Connection, aliases: Aliases, rep: RepCard, today: date, holidays: Holidays
) -> Iterable[Item]:
    for stop in read_day(connection, aliases, rep, day=today, today=today, holidays=holidays).line.stops:
        if stop.state == VisitState.PLANNED:
            account = stop.account
            yield Item(
                Task.VISIT, today, stop.start, account.id, account.short_name or account.name, stop.objective,
                stop.visit_id or (stop.slot.id if stop.slot else None),
            )  # fmt: skip


def _owed(connection: Connection, aliases: Aliases, rep: RepCard, today: date) -> Iterable[Item]:
    for report in late_reports(connection, aliases, rep, today=today):
        account = report.account
        name, record = account.short_name or account.name, report.visit_id or report.slot_id
        yield Item(Task.REPORT, report.day, None, account.id, name, None, record, overdue=True)
    for promise in promises_until(connection, aliases, today):
        late = promise.due_on < today
        yield Item(
            Task.PROMISE, promise.due_on, None, promise.account_id, promise.account, promise.what, promise.id,
            late,
        )  # fmt: skip
    for action in due_actions(connection, aliases, until=today):
        late = action.due_on is not None and action.due_on < today
        yield Item(
            Task.ACTION, action.due_on, None, action.account_id, action.account, action.what, action.id, late
        )
    for step in next_steps(connection, aliases, today=today):
        yield Item(Task.STEP, step.on, None, step.account_id, step.account, step.what, step.visit_id)


def _service(served: Iterable[Served], names: Mapping[str, str]) -> Iterable[Item]:
    """What accounts' class asks for and they have not got: visits that the line lacks, contacts, reports."""
    for each in served:
        name = names.get(each.unit_id)
        if each.policy is None or name is None:
            continue
        wanting = (
            (Task.VISITS_SHORT, each.done_short if each.planned_short else 0),
            (Task.CONTACTS_SHORT, each.contacts_short),
            (Task.REPORTS_SHORT, each.reports_short),
        )
        for task, count in wanting:
            if count:
                yield Item(task, None, None, each.unit_id, name, None, each.policy.id, count=count)
