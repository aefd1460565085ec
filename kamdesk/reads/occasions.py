"""Days to keep in mind: birthdays in both calendars, the next public holiday and the rep's leave with what they hit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from kamdesk.calendars import Kind, day_kind, next_birthday
from kamdesk.db import tables as t
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.people import holds
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.days import MAINLAND, Holidays, read_leave
from kamdesk.reads.due import planned_between, slots_in_force
from kamdesk.reads.rep import RepCard
from kamdesk.reads.stops import GONE

BIRTHDAY_DAYS = 14
HOLIDAY_DAYS = 45
LEAVE_DAYS = 30


@dataclass(frozen=True, slots=True)
class Birthday:
    """``lunar`` is (month, day, leap) as it is kept, None for a solar one."""

    on: date
    contact_id: str
    name: str
    title: str | None
    account_id: str
    account: str
    lunar: tuple[int, int, bool] | None


@dataclass(frozen=True, slots=True)
class Spell:
    """Days off: a public holiday (``name`` its code) or leave (``name`` its reason), and the visits that fall on it."""

    first: date
    last: date
    name: str
    leave: bool
    visits: int


@dataclass(frozen=True, slots=True)
class Occasions:
    birthdays: tuple[Birthday, ...]
    spells: tuple[Spell, ...]


def read_occasions(
    connection: Connection, aliases: Aliases, rep: RepCard, *, today: date, holidays: Holidays = day_kind
) -> Occasions:
    """What lies ahead: birthdays within 14 days, leave within 30, the first holiday with a visit within 45."""
    spells = [*_holidays(connection, rep, today, holidays), *_leave(connection, rep, today)]
    spells.sort(key=lambda spell: spell.first)
    return Occasions(read_birthdays(connection, aliases, today), tuple(spells))


def read_birthdays(connection: Connection, aliases: Aliases, today: date) -> tuple[Birthday, ...]:
    """Those of people at accounts in use and prospects within two weeks."""
    post, who, a = t.contact_post.c, t.contact.c, t.account.c
    last = today + timedelta(days=BIRTHDAY_DAYS)
    days = {today + timedelta(days=n) for n in range(BIRTHDAY_DAYS + 1)}
    months = {(day.month, day.day) for day in days} | {(2, 29)}
    solar = or_(*(and_(who.birth_month == month, who.birth_day == day) for month, day in sorted(months)))
    rows = connection.execute(
        select(
            who.id, who.name, who.birth_calendar, who.birth_month, who.birth_day, who.birth_leap,
            post.title, post.since, post.until, post.account_id,
        )
        .join_from(t.contact, t.contact_post, post.contact_id == who.id)
        .join(t.account, post.account_id == a.id)
        .where(who.deleted_at.is_(None), post.deleted_at.is_(None), a.deleted_at.is_(None))
        .where(a.status.in_((AccountStatus.ACTIVE, AccountStatus.PROSPECT)), who.birth_month.is_not(None))
        .where(who.birth_day.is_not(None), or_(who.birth_calendar == "lunar", solar))
        .order_by(post.rank, who.id)
    ).all()  # fmt: skip
    kept: dict[tuple[str | None, int, int, bool], date | None] = {}
    met: dict[str, tuple[date, Any]] = {}
    for row in rows:
        born = (row.birth_calendar, row.birth_month, row.birth_day, bool(row.birth_leap))
        if born not in kept:
            kept[born] = next_birthday(
                row.birth_month, row.birth_day, bool(row.birth_leap), row.birth_calendar, today
            )
        day = kept[born]
        if day is not None and day <= last and holds(row.since, row.until, today):
            met.setdefault(row.id, (day, row))
    names = _called(connection, aliases, [row.account_id for _, row in met.values()])
    found = []
    for day, row in met.values():
        of = aliases.of(row.account_id)
        lunar = (
            (row.birth_month, row.birth_day, bool(row.birth_leap)) if row.birth_calendar == "lunar" else None
        )
        found.append(Birthday(day, row.id, row.name, row.title, of, names.get(of, ""), lunar))
    return tuple(sorted(found, key=lambda one: (one.on, one.account, one.contact_id)))


def _called(connection: Connection, aliases: Aliases, ids: list[str]) -> dict[str, str]:
    a = t.account.c
    shown = {aliases.of(account_id) for account_id in ids}
    rows = connection.execute(select(a.id, a.short_name, a.name).where(a.id.in_(shown)))
    return {row.id: row.short_name or row.name for row in rows}


def _holidays(connection: Connection, rep: RepCard, today: date, holidays: Holidays) -> list[Spell]:
    """The first holiday ahead on which a visit falls."""
    if rep.zone not in MAINLAND:
        return []
    runs: list[tuple[date, date, str]] = []
    for n in range(1, HOLIDAY_DAYS + 1):
        day = today + timedelta(days=n)
        kind = holidays(day)
        if kind is None or kind.kind != Kind.HOLIDAY:
            continue
        name = kind.name or ""
        if runs and runs[-1][1] == day - timedelta(days=1) and runs[-1][2] == name:
            runs[-1] = (runs[-1][0], day, name)
        else:
            runs.append((day, day, name))
    for first, last, name in runs:
        visits = _visits(connection, first, last)
        if visits:
            return [Spell(first, last, name, False, visits)]
    return []


def _leave(connection: Connection, rep: RepCard, today: date) -> list[Spell]:
    off = read_leave(connection, today + timedelta(days=1), today + timedelta(days=LEAVE_DAYS))
    away = {day: one.reason for day, one in off.items()}
    runs: list[tuple[date, date, str]] = []
    for day in sorted(away):
        if runs and runs[-1][1] == day - timedelta(days=1) and runs[-1][2] == away[day]:
            runs[-1] = (runs[-1][0], day, away[day])
        else:
            runs.append((day, day, away[day]))
    return [Spell(first, last, name, True, _visits(connection, first, last)) for first, last, name in runs]


def _visits(connection: Connection, first: date, last: date) -> int:
    slots = slots_in_force(connection, first, last)
    return sum(visit.state not in GONE for visit in planned_between(connection, slots, first, last))
