"""Our own side: how ready it is for an alliance, and who keeps this book with which duties."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.knowledge.stage import Point


@dataclass(frozen=True, slots=True)
class Readiness:
    """One of the six points; ``score`` 0–2, None where nobody judged it."""

    point: str
    id: str | None
    score: int | None
    said: str | None
    judged_on: date | None


@dataclass(frozen=True, slots=True)
class Duty:
    """``account`` None: for all accounts."""

    id: str
    account: str | None
    record: str
    may_change: bool
    may_export: bool


@dataclass(frozen=True, slots=True)
class Member:
    id: str
    name: str
    title: str | None
    administrator: bool
    since: date
    until: date | None
    duties: tuple[Duty, ...]


def read_readiness(connection: Connection) -> tuple[Readiness, ...]:
    """All six in their order, each as it was judged last."""
    p = t.alliance_point.c
    rows = connection.execute(
        select(p.id, p.point, p.score, p.said, p.known_on)
        .where(p.deleted_at.is_(None), p.account_id.is_(None))
        .order_by(p.known_on, p.recorded_at, p.id)
    )
    newest = {row.point: row for row in rows}
    found = []
    for point in Point:
        row = newest.get(point)
        found.append(
            Readiness(str(point), None, None, None, None)
            if row is None
            else Readiness(row.point, row.id, row.score, row.said, row.known_on)
        )
    return tuple(found)


def read_team(connection: Connection, today: date) -> tuple[Member, ...]:
    """The members who are there, the administrators first, each with the duties in force."""
    m, d, a = t.team_member.c, t.member_duty.c, t.account.c
    duties: dict[str, list[Duty]] = defaultdict(list)
    for row in connection.execute(
        select(t.member_duty, a.name, a.short_name)
        .outerjoin(t.account, d.account_id == a.id)
        .where(d.deleted_at.is_(None), d.until.is_(None) | (d.until >= today))
        .order_by(d.id)
    ):
        duties[row.member_id].append(
            Duty(row.id, row.short_name or row.name, row.record, bool(row.may_change), bool(row.may_export))
        )
    rows = connection.execute(
        select(t.team_member)
        .where(m.deleted_at.is_(None), m.until.is_(None) | (m.until >= today))
        .order_by(m.administrator.desc(), m.since, m.name, m.id)
    )
    return tuple(
        Member(
            row.id, row.name, row.title, bool(row.administrator), row.since, row.until, tuple(duties[row.id])
        )
        for row in rows
    )
