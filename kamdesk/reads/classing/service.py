"""What each managed unit gets: visits planned and made, other contacts, reports; and how long the visits took."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, select

from kamdesk.db import tables as t
from kamdesk.domain.classing.service import Given, Policy
from kamdesk.domain.facts import Period
from kamdesk.domain.schedule import due_dates
from kamdesk.domain.visit import VisitState
from kamdesk.reads.due import slots_in_force
from kamdesk.reads.units import Units

QUARTER = timedelta(days=91)
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Spent:
    """Minutes of visits made in a period by unit; ``untimed`` are those of which no length is known."""

    period: Period
    minutes: Mapping[str, int]
    visits: Mapping[str, int]
    untimed: int


def read_policies(connection: Connection, today: date) -> tuple[Policy, ...]:
    """The policies that somebody confirmed, of each class and narrowing the one that began last."""
    p = t.service_policy.c
    rows = connection.execute(
        select(p.value_class, p.key_only, p.stage, p.visits, p.contacts, p.reports, p.id)
        .where(p.deleted_at.is_(None), p.confirmed_on <= today, p.valid_from <= today)
        .order_by(p.valid_from.desc(), p.id.desc())
    )
    newest: dict[tuple[object, ...], Policy] = {}
    for row in rows:
        newest.setdefault((row.value_class, bool(row.key_only), row.stage), Policy(*row))
    return tuple(newest.values())


def read_given(connection: Connection, tree: Units, today: date) -> dict[str, Given]:
    """The line's visits of the coming 91 days, visits and contacts of the last 91, reports of a year, by unit."""
    since = today - QUARTER
    until = today + QUARTER
    planned: Counter[str] = Counter()
    for slot in slots_in_force(connection, today + timedelta(days=1), until).values():
        days = due_dates(slot, slot.anchor_monday, today + timedelta(days=1), until)
        planned[tree.of(slot.account_id)] += sum(1 for _ in days)
    v, r, n, issue, deed = t.visit.c, t.visit_report.c, t.note.c, t.report_issue.c, t.value_deed.c
    done = _counted(
        connection,
        tree.of,
        select(v.account_id)
        .join_from(t.visit, t.visit_report, r.visit_id == v.id)
        .where(v.state == VisitState.DONE, v.deleted_at.is_(None), r.deleted_at.is_(None))
        .where(r.visited_on > since, r.visited_on <= today),
    )
    contacts = _counted(
        connection,
        tree.of,
        select(n.account_id).where(
            n.deleted_at.is_(None), n.visit_id.is_(None), n.noted_on > since, n.noted_on <= today
        ),
    ) + _counted(
        connection,
        tree.of,
        select(deed.account_id).where(
            deed.deleted_at.is_(None), deed.visit_id.is_(None), deed.known_on > since, deed.known_on <= today
        ),
    )
    reports = _counted(
        connection,
        tree.of,
        select(issue.account_id).where(
            issue.deleted_at.is_(None),
            issue.account_id.is_not(None),
            issue.known_on > today - YEAR,
            issue.known_on <= today,
        ),
    )
    units = planned.keys() | done.keys() | contacts.keys() | reports.keys()
    return {unit: Given(planned[unit], done[unit], contacts[unit], reports[unit]) for unit in units}


def _counted(connection: Connection, unit: Callable[[str], str], chosen: Select[Any]) -> Counter[str]:
    return Counter(unit(account_id) for account_id in connection.scalars(chosen))


def read_spent(connection: Connection, tree: Units, period: Period) -> Spent:
    """Time spent at each unit: from arriving to leaving, else as long as was planned."""
    v, r, a = t.visit.c, t.visit_report.c, t.account.c
    rows = connection.execute(
        select(v.account_id, r.arrived, r.left, v.planned_minutes, a.visit_minutes)
        .join_from(t.visit, t.visit_report, r.visit_id == v.id)
        .join(t.account, v.account_id == a.id)
        .where(v.state == VisitState.DONE, v.deleted_at.is_(None), r.deleted_at.is_(None))
        .where(r.visited_on >= period.first, r.visited_on <= period.last)
    )
    minutes: dict[str, int] = defaultdict(int)
    visits: Counter[str] = Counter()
    untimed = 0
    for row in rows:
        unit = tree.of(row.account_id)
        visits[unit] += 1
        length = row.planned_minutes or row.visit_minutes
        if row.arrived is not None and row.left is not None and row.left >= row.arrived:
            length = row.left - row.arrived
        if length is None:
            untimed += 1
        else:
            minutes[unit] += length
    return Spent(period, dict(minutes), dict(visits), untimed)
