"""The visit a briefing is for: the next one planned, from today on."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from kamdesk.domain.schedule import monday_of
from kamdesk.domain.visit import VisitState
from kamdesk.domain.walltime import local_day
from kamdesk.papers.briefing import NextVisit
from kamdesk.reads.cautions import cautions
from kamdesk.reads.line import read_week_line
from kamdesk.reads.rep import RepCard

WEEKS_AHEAD = 8


def next_visit(connection: Connection, *, account_id: str, rep: RepCard, now: datetime) -> NextVisit | None:
    """The account's first visit still planned within eight weeks, with what to heed; None where there is none."""
    today = local_day(now, rep.zone)
    monday = monday_of(today)
    for week in range(WEEKS_AHEAD):
        line = read_week_line(connection, monday=monday + timedelta(weeks=week), now=now)
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
