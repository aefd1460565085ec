"""What to have in mind at the door of each stop of a day: whom to see, what is owed, what was said last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Date, func, select

from kamdesk.db import tables as t
from kamdesk.domain.people import holds
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.visit import VisitState
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.phones import first_phones

MOST_PEOPLE = 2
MOST_PROMISES = 3


@dataclass(frozen=True, slots=True)
class DoorPerson:
    """Whom to see: ``role`` and ``support`` are codes, None where nothing is recorded; ``assumed`` the role.

    ``phone`` is the one used most.
    """

    id: str
    name: str
    title: str | None
    role: str | None
    assumed: bool
    support: str | None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise still open that is due on the day or was due before."""

    id: str
    what: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Remark:
    """The last thing written down of the account: the next step agreed, else the points, of ``on``."""

    on: date
    text: str
    agreed: bool
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Door:
    people: tuple[DoorPerson, ...] = ()
    promises: tuple[Owed, ...] = ()
    remark: Remark | None = None


def read_doors(
    connection: Connection, aliases: Aliases, accounts: Iterable[str], *, today: date
) -> Mapping[str, Door]:
    """By account as it is shown."""
    shown = sorted(set(accounts))
    ids = [member for account in shown for member in aliases.ids(account)]
    people = _people(connection, aliases, ids, today)
    promises = _promises(connection, aliases, ids, today)
    remarks = _remarks(connection, aliases, ids, today)
    return {
        of: Door(tuple(people[of][:MOST_PEOPLE]), tuple(promises[of][:MOST_PROMISES]), remarks.get(of))
        for of in shown
    }


def _people(
    connection: Connection, aliases: Aliases, ids: list[str], today: date
) -> dict[str, list[DoorPerson]]:
    post, who, role = t.contact_post.c, t.contact.c, t.contact_role.c
    held: dict[tuple[str, str], tuple[str, bool]] = {}
    for row in connection.execute(
        select(role.account_id, role.contact_id, role.role, role.standing, role.since, role.until)
        .where(role.account_id.in_(ids), role.deleted_at.is_(None))
        .order_by(role.standing.desc(), role.id)
    ):
        if holds(row.since, row.until, today):
            held.setdefault((row.account_id, row.contact_id), (row.role, row.standing == "assumed"))
    rows = connection.execute(
        select(post.account_id, who.id, who.name, post.title, post.support, post.since, post.until)
        .join_from(t.contact_post, t.contact, post.contact_id == who.id)
        .where(post.account_id.in_(ids), post.deleted_at.is_(None), who.deleted_at.is_(None))
        .order_by(post.rank, who.id)
    ).all()
    phones = first_phones(connection, t.contact_phone, "contact_id", (row.id for row in rows))
    found: dict[str, list[DoorPerson]] = defaultdict(list)
    for row in rows:
        if holds(row.since, row.until, today):
            code, assumed = held.get((row.account_id, row.id), (None, False))
            found[aliases.of(row.account_id)].append(
                DoorPerson(row.id, row.name, row.title, code, assumed, row.support, phones.get(row.id))
            )
    return found


def _promises(connection: Connection, aliases: Aliases, ids: list[str], today: date) -> dict[str, list[Owed]]:
    p = t.promise.c
    rows = connection.execute(
        select(p.account_id, p.id, p.what, p.due_on)
        .where(p.account_id.in_(ids), p.deleted_at.is_(None), p.state == PromiseState.OPEN, p.due_on <= today)
        .order_by(p.due_on, p.id)
    )
    found: dict[str, list[Owed]] = defaultdict(list)
    for row in rows:
        found[aliases.of(row.account_id)].append(Owed(row.id, row.what, row.due_on))
    return found


def _remarks(connection: Connection, aliases: Aliases, ids: list[str], today: date) -> dict[str, Remark]:
    """Of each account the newest report before ``today`` that says anything."""
    v, r = t.visit.c, t.visit_report.c
    day = func.coalesce(r.visited_on, v.planned_date, type_=Date)
    newest = (
        select(v.account_id, func.max(day, type_=Date).label("day"))
        .join_from(t.visit, t.visit_report, r.visit_id == v.id)
        .where(v.account_id.in_(ids), v.deleted_at.is_(None), r.deleted_at.is_(None))
        .where(v.state == VisitState.DONE, day < today, r.next_step.is_not(None) | r.points.is_not(None))
        .group_by(v.account_id)
        .subquery()
    )
    rows = connection.execute(
        select(v.account_id, day.label("day"), r.next_step, r.points, r.outcome)
        .join_from(t.visit, t.visit_report, r.visit_id == v.id)
        .join(newest, (newest.c.account_id == v.account_id) & (newest.c.day == day))
        .where(v.deleted_at.is_(None), r.deleted_at.is_(None), v.state == VisitState.DONE)
        .where(r.next_step.is_not(None) | r.points.is_not(None))
        .order_by(day, v.id)
    )
    found: dict[str, Remark] = {}
    for row in rows:
        of = aliases.of(row.account_id)
        if of not in found or found[of].on <= row.day:
            found[of] = Remark(row.day, row.next_step or row.points, bool(row.next_step), row.outcome)
    return found
