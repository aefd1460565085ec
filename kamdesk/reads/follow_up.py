"""What is to be followed up: actions due, next steps that reports wrote down, visits without a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, exists, select

from kamdesk.db import tables as t
from kamdesk.domain.promise import ActionState
from kamdesk.domain.schedule import due_dates
from kamdesk.domain.visit import VisitState
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.days import read_customer_days, read_leave
from kamdesk.reads.due import of_own, slots_in_force, visits_where
from kamdesk.reads.rep import RepCard
from kamdesk.reads.stops import StopAccount, read_accounts

# A visit of which nothing was written for longer than the cycle of four weeks is asked for no more.
LATE_DAYS = 28
# A next step without a day is brought back to mind for this long.
STEP_DAYS = 14


@dataclass(frozen=True, slots=True)
class LateReport:
    """A visit planned for a day that has passed, of which nothing is recorded, not even why it did not take place."""

    key: str
    visit_id: str | None
    slot_id: str | None
    account: StopAccount
    day: date
    start: int | None


@dataclass(frozen=True, slots=True)
class DueAction:
    """Something to do by ``due_on`` (None: no day). ``account`` is its name, None for what concerns no account."""

    id: str
    what: str
    due_on: date | None
    owner: str | None
    account_id: str | None
    account: str | None


@dataclass(frozen=True, slots=True)
class NextStep:
    """What a report said would be done next, without a day; its account was not visited since."""

    visit_id: str
    what: str
    on: date
    account_id: str
    account: str


def late_reports(
    connection: Connection, aliases: Aliases, rep: RepCard, *, today: date
) -> tuple[LateReport, ...]:
    """The visits of the last four weeks that wait for their report, the newest day first.

    Those on the rep's leave and on the customer's closed days are none, as in the figures.
    """
    first, last = today - timedelta(days=LATE_DAYS), today - timedelta(days=1)
    v = t.visit.c
    told = connection.execute(
        select(v.slot_id, v.planned_date).where(
            v.planned_date.between(first, last), v.slot_id.is_not(None), v.deleted_at.is_(None)
        )
    )
    recorded = {(row.slot_id, row.planned_date) for row in told}
    slots = slots_in_force(connection, first, last)
    waiting: list[tuple[date, int | None, str, str | None, str | None]] = []
    for slot in slots.values():
        for day in due_dates(slot, slot.anchor_monday, first, last):
            if (slot.id, day) not in recorded:
                waiting.append((day, slot.start, slot.account_id, None, slot.id))
    mine = of_own(connection, v.rep_id)
    planned = visits_where(
        connection, mine & v.planned_date.between(first, last) & (v.state == VisitState.PLANNED)
    )
    for visit in planned:
        slot = slots.get(visit.slot_id) if visit.slot_id else None
        stands = visit.slot_id is None or (
            slot is not None
            and next(iter(due_dates(slot, slot.anchor_monday, visit.date, visit.date)), None) is not None
        )
        if stands:
            waiting.append((visit.date, visit.start, visit.account_id, visit.visit_id, visit.slot_id))
    away = read_leave(connection, first, last)
    accounts = read_accounts(connection, (aliases.of(one[2]) for one in waiting))
    customers = read_customer_days(connection, aliases, accounts)
    found = []
    for day, start, account_id, visit_id, slot_id in waiting:
        account = accounts.get(aliases.of(account_id))
        if account is None or day in away or customers.closed_for(account.id, day) is not None:
            continue
        found.append(
            LateReport(visit_id or f"{slot_id}@{day.isoformat()}", visit_id, slot_id, account, day, start)
        )
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.start or 0, one.key)))


def due_actions(connection: Connection, aliases: Aliases, *, until: date) -> tuple[DueAction, ...]:
    """Open actions due by ``until``, those overdue first, then those without a day."""
    a = t.action.c
    rows = connection.execute(
        select(a.id, a.what, a.due_on, a.owner, a.account_id)
        .where(a.deleted_at.is_(None), a.state == ActionState.OPEN, a.due_on.is_(None) | (a.due_on <= until))
        .order_by(a.due_on.is_(None), a.due_on, a.id)
    ).all()
    called = _called(connection, (aliases.of(row.account_id) for row in rows if row.account_id))
    return tuple(
        DueAction(row.id, row.what, row.due_on, row.owner, of, called.get(of) if of else None)
        for row in rows
        for of in (aliases.of(row.account_id) if row.account_id else None,)
    )


def next_steps(connection: Connection, aliases: Aliases, *, today: date) -> tuple[NextStep, ...]:
    """Next steps of the last two weeks' reports that became no action, the newest first, one an account."""
    v, r, a = t.visit.c, t.visit_report.c, t.action.c
    taken_up = exists().where(a.visit_id == v.id, a.deleted_at.is_(None))
    rows = connection.execute(
        select(v.id, v.account_id, r.visited_on, r.next_step, taken_up.label("taken_up"))
        .join_from(t.visit, t.visit_report, r.visit_id == v.id)
        .join(t.account, v.account_id == t.account.c.id)
        .where(v.deleted_at.is_(None), r.deleted_at.is_(None), t.account.c.deleted_at.is_(None))
        .where(of_own(connection, v.rep_id))
        .where(v.state == VisitState.DONE, r.visited_on >= today - timedelta(days=STEP_DAYS))
        .order_by(r.visited_on.desc(), v.id.desc())
    ).all()
    newest: dict[str, NextStep | None] = {}
    for row in rows:
        of = aliases.of(row.account_id)
        if of not in newest:
            open_step = bool(row.next_step) and not row.taken_up
            newest[of] = NextStep(row.id, row.next_step, row.visited_on, of, "") if open_step else None
    steps = [step for step in newest.values() if step is not None]
    called = _called(connection, (step.account_id for step in steps))
    return tuple(
        NextStep(step.visit_id, step.what, step.on, step.account_id, called.get(step.account_id, ""))
        for step in steps
    )


def _called(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    a = t.account.c
    rows = connection.execute(select(a.id, a.short_name, a.name).where(a.id.in_(set(ids))))
    return {row.id: row.short_name or row.name for row in rows}
