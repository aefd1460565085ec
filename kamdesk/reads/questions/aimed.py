"""How the targets of money stand, by the same rule as on the page of goals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kamdesk.calendars import day_kind
from kamdesk.domain.goals.periods import Span
from kamdesk.domain.knowledge.goal import IN_MONEY
from kamdesk.domain.questions.view import Aimed
from kamdesk.reads.goal_page.progress import Progress, working_days
from kamdesk.reads.goal_page.targets import targets_of
from kamdesk.reads.rep import read_rep
from kamdesk.reads.selling import SalesBook
from kamdesk.reads.units import read_units


def read_aimed(
    connection: Connection, sales: SalesBook, rows: Iterable[Any], today: date
) -> Mapping[str, Aimed]:
    """By the ids of whole targets of money that have begun."""
    rows = list(rows)
    wanted = {
        row.id
        for row in rows
        if row.metric in IN_MONEY and row.parent_id is None and row.first_day <= row.last_day
    }
    if not wanted:
        return {}
    rep, units = read_rep(connection), read_units(connection)
    noon = datetime.combine(today, time(12), tzinfo=ZoneInfo(rep.zone))
    found = {}
    for target in targets_of(rows):
        if target.id in wanted and target.period.first <= today:
            works = working_days(connection, rep, target.period, day_kind)
            progress = Progress(connection, rep, units, sales, target, noon, today, today, works)
            whole, week = progress.card(Span.YEAR, target.period), progress.around(Span.WEEK, today)
            found[target.id] = Aimed(whole.due, whole.actual, week.target if week else 0)
    return found
