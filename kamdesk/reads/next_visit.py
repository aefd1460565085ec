"""The visit a briefing is for: the next one planned, from today on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select

from kamdesk.calendars import day_kind
from kamdesk.db import tables as t
from kamdesk.domain.schedule import due_dates, monday_of
from kamdesk.domain.visit import VisitState
from kamdesk.domain.walltime import local_day
from kamdesk.papers.briefing import NextVisit
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.cautions import cautions
from kamdesk.reads.days import Holidays
from kamdesk.reads.due import of_own, read_slots
from kamdesk.reads.line import read_week_line
from kamdesk.reads.rep import RepCard

AHEAD = timedelta(weeks=8)


def next_visit(
    connection: Connection, *, account_id: str, rep: RepCard, now: datetime, holidays: Holidays = day_kind
) -> NextVisit | None:
    """The account's first visit still planned within eight weeks, with what to heed; None where there is none."""
    today = local_day(now, rep.zone)
    for monday in _weeks(connection, account_id, today):
        line = read_week_line(connection, monday=monday, now=now, holidays=holidays)
        for stop in line.stops:
            if stop.account.id == account_id and stop.state == VisitState.PLANNED and stop.date >= today:
                return NextVisit(
                    day=stop.date,
                    start=stop.start,
                    minutes=stop.minutes,
                    origin=stop.origin,
                    objective=stop.objective,
                    cautions=cautions(stop.warnings),
                )
    return None


def _weeks(connection: Connection, account_id: str, today: date) -> Iterator[date]:
    """The Mondays of the weeks in which the account has a visit with a row or a slot that falls due."""
    ids, last = read_aliases(connection).ids(account_id), today + AHEAD
    visit = t.visit.c
    recorded = connection.scalars(
        select(visit.planned_date).where(
            of_own(connection, visit.rep_id),
            visit.account_id.in_(ids),
            visit.deleted_at.is_(None),
            visit.planned_date.between(today, last),
        )
    )
    days = set(recorded)
    for slot in read_slots(connection, t.visit_slot.c.account_id.in_(ids)).values():
        days.update(due_dates(slot, slot.anchor_monday, today, last))
    yield from sorted({monday_of(day) for day in days})
