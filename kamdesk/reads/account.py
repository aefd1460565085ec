"""One account: the head of its page, its people with their roles, its slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound
from kamdesk.domain.visit import VisitState
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.owners import owners_elsewhere
from kamdesk.reads.standing import Slot, slots_of, visited_for


@dataclass(frozen=True, slots=True)
class Phone:
    number: str
    extension: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Closed:
    """Days on which the customer is closed, both ends included."""

    first_day: date
    last_day: date
    reason: str | None


@dataclass(frozen=True, slots=True)
class Hours:
    """When the customer receives visitors, minutes of the day; ``weekday`` 0 is Monday."""

    weekday: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Role:
    id: str
    role: str
    standing: str
    since: date | None
    until: date | None
    how_known: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a post at the account (``until``: it has ended); ``last_met`` on a visit of ours."""

    id: str
    post_id: str
    name: str
    latin_name: str | None
    salutation: str | None
    title: str | None
    department: str | None
    support: str | None
    influence: str | None
    counterpart: str | None
    reports_to: str | None
    since: date | None
    until: date | None
    wechat: str | None
    email: str | None
    birth_calendar: str | None
    birth_year: int | None
    birth_month: int | None
    birth_day: int | None
    birth_leap: bool
    phones: tuple[Phone, ...]
    roles: tuple[Role, ...]
    last_met: date | None


@dataclass(frozen=True, slots=True)
class AccountPage:
    """What is recorded of one account itself. ``parent`` and ``children`` are (id, name), ``codes`` (system, code).

    ``visited_at`` are, of an account that has no fixed visit itself, those of its managed unit that have one.
    """

    id: str
    name: str
    short_name: str | None
    value_class: str | None
    is_key: bool | None
    class_reason: str | None
    status: str
    status_reason: str | None
    kind: str | None
    level: str
    country: str | None
    province: str | None
    city: str | None
    district: str | None
    address: str | None
    postal_code: str | None
    latitude: float | None
    longitude: float | None
    datum: str | None
    wechat: str | None
    visit_minutes: int | None
    owner: str | None
    parent: tuple[str, str] | None
    children: tuple[tuple[str, str], ...]
    aliases: tuple[tuple[str, str], ...]
    phones: tuple[Phone, ...]
    tags: tuple[str, ...]
    hours: tuple[Hours, ...]
    closed: tuple[Closed, ...]
    codes: tuple[tuple[str, str], ...]
    people: tuple[Person, ...]
    slots: tuple[Slot, ...]
    visited_at: tuple[tuple[str, str], ...]


def account_page(store: Store, *, account_id: str, today: date) -> AccountPage:
    """The account with this id, or the one it was merged into. Raises NotFound."""
    with store.read() as connection:
        aliases = read_aliases(connection)
        account_id = aliases.of(account_id)
        ids = aliases.ids(account_id)
        a = t.account.c
        row = connection.execute(
            select(t.account, t.rep.c.name.label("owner"))
            .outerjoin(t.rep, a.owner_id == t.rep.c.id)
            .where(a.id == account_id, a.deleted_at.is_(None))
        ).first()
        if row is None:
            raise NotFound("row_missing", kind="Account", id=account_id)
        plain = {name: getattr(row, name) for name in AccountPage.__dataclass_fields__ if hasattr(row, name)}
        reps = tuple(connection.scalars(select(t.rep.c.name)))
        elsewhere = owners_elsewhere(connection, aliases, today, reps, ids)
        slots = slots_of(connection, ids, today)
        plain["owner"] = elsewhere.get(account_id) or row.owner
        return AccountPage(
            **plain,
            parent=_named(connection, a.id == aliases.of(row.parent_id))[0] if row.parent_id else None,
            children=_named(connection, a.parent_id.in_(ids) & a.merged_into.is_(None)),
            aliases=_named(connection, a.id.in_(ids[1:])),
            phones=_account_phones(connection, ids),
            tags=tuple(_many(connection, t.account_tag, ids, t.account_tag.c.tag, t.account_tag.c.rank)),
            hours=_hours(connection, ids),
            closed=_closed(connection, ids),
            codes=_codes(connection, ids),
            people=people_of(connection, ids),
            slots=slots,
            visited_at=()
            if slots
            else _named(connection, a.id.in_(visited_for(connection, account_id, today))),
        )


def _named(connection: Connection, condition: Any) -> tuple[tuple[str, str], ...]:
    a = t.account.c
    rows = connection.execute(
        select(a.id, a.name).where(condition, a.deleted_at.is_(None)).order_by(a.name, a.id)
    )
    return tuple((row.id, row.name) for row in rows)


def _many(connection: Connection, table: Any, ids: Iterable[str], *columns: Any) -> list[Any]:
    chosen = select(*columns).where(table.c.account_id.in_(ids), table.c.deleted_at.is_(None))
    rows = connection.execute(chosen.order_by(*columns[1:] or columns, table.c.id))
    return list(dict.fromkeys(row[0] for row in rows))


def _account_phones(connection: Connection, ids: Iterable[str]) -> tuple[Phone, ...]:
    phone = t.account_phone.c
    rows = connection.execute(
        select(phone.number, phone.extension, phone.kind)
        .where(phone.account_id.in_(ids), phone.deleted_at.is_(None))
        .order_by(phone.rank, phone.id)
    )
    return tuple(Phone(*row) for row in rows)


def _hours(connection: Connection, ids: Iterable[str]) -> tuple[Hours, ...]:
    hours = t.account_hours.c
    rows = connection.execute(
        select(hours.weekday, hours.opens, hours.closes)
        .where(hours.account_id.in_(ids), hours.deleted_at.is_(None))
        .order_by(hours.weekday, hours.opens)
    )
    return tuple(Hours(*row) for row in rows)


def _closed(connection: Connection, ids: Iterable[str]) -> tuple[Closed, ...]:
    closed = t.account_closed.c
    rows = connection.execute(
        select(closed.first_day, closed.last_day, closed.reason)
        .where(closed.account_id.in_(ids), closed.deleted_at.is_(None))
        .order_by(closed.first_day, closed.id)
    )
    return tuple(Closed(*row) for row in rows)


def _codes(connection: Connection, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    code = t.account_code.c
    rows = connection.execute(
        select(code.system, code.code)
        .where(code.account_id.in_(ids), code.deleted_at.is_(None))
        .order_by(code.system, code.code)
    )
    return tuple(dict.fromkeys((row.system, row.code) for row in rows))


def people_of(connection: Connection, ids: Iterable[str]) -> tuple[Person, ...]:
    """Everyone who holds or held a post at the accounts ``ids``: present posts first, by rank."""
    post, person = t.contact_post.c, t.contact.c
    rows = connection.execute(
        select(
            person.id,
            post.id.label("post_id"),
            person.name,
            person.latin_name,
            person.salutation,
            post.title,
            post.department,
            post.support,
            post.influence,
            post.counterpart,
            post.reports_to,
            post.since,
            post.until,
            person.wechat,
            person.email,
            person.birth_calendar,
            person.birth_year,
            person.birth_month,
            person.birth_day,
            person.birth_leap,
        )
        .join_from(t.contact_post, t.contact, post.contact_id == person.id)
        .where(post.account_id.in_(ids), post.deleted_at.is_(None), person.deleted_at.is_(None))
        .order_by(post.until.is_not(None), post.rank, person.id)
    ).all()
    who = [row.id for row in rows]
    phones, roles, met = _phones(connection, who), _roles(connection, ids), _last_met(connection, who)
    return tuple(
        Person(
            *row,
            phones=tuple(phones[row.id]),
            roles=tuple(roles[row.id]),
            last_met=met.get(row.id),
        )
        for row in rows
    )


def _phones(connection: Connection, who: Iterable[str]) -> dict[str, list[Phone]]:
    phone = t.contact_phone.c
    rows = connection.execute(
        select(phone.contact_id, phone.number, phone.extension, phone.kind)
        .where(phone.contact_id.in_(who), phone.deleted_at.is_(None))
        .order_by(phone.rank, phone.id)
    )
    found: dict[str, list[Phone]] = defaultdict(list)
    for contact_id, *rest in rows:
        found[contact_id].append(Phone(*rest))
    return found


def _roles(connection: Connection, ids: Iterable[str]) -> dict[str, list[Role]]:
    role = t.contact_role.c
    rows = connection.execute(
        select(role.contact_id, role.id, role.role, role.standing, role.since, role.until, role.how_known)
        .where(role.account_id.in_(ids), role.deleted_at.is_(None))
        .order_by(role.until.is_not(None), role.id)
    )
    found: dict[str, list[Role]] = defaultdict(list)
    for contact_id, *rest in rows:
        found[contact_id].append(Role(*rest))
    return found


def _last_met(connection: Connection, who: Iterable[str]) -> dict[str, date]:
    met, report, visit = t.report_met.c, t.visit_report.c, t.visit.c
    rows = connection.execute(
        select(met.contact_id, func.max(report.visited_on))
        .join_from(t.report_met, t.visit_report, met.report_id == report.id)
        .join(t.visit, report.visit_id == visit.id)
        .where(met.contact_id.in_(who), met.deleted_at.is_(None), report.deleted_at.is_(None))
        .where(visit.deleted_at.is_(None), visit.state == VisitState.DONE)
        .group_by(met.contact_id)
    )
    return {row[0]: row[1] for row in rows}
