"""Days that come near: events, birthdays, seasons of risk, price terms and agreements that end, recurring cycles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from sqlalchemy import Connection, select

from kamdesk.calendars import event_day
from kamdesk.db import tables as t
from kamdesk.domain.goals.agenda import Item, Task
from kamdesk.domain.knowledge.benefit import OF_PRICE
from kamdesk.domain.knowledge.risk import AdviceAnswer, season_around
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.occasions import Birthday

NEAR = timedelta(days=14)
"""Events and cycles are told from two weeks before on."""
RISK_NEAR = timedelta(days=30)
TERMS_NEAR = timedelta(days=60)
CYCLE_LATE = timedelta(days=28)


def read_ahead(
    connection: Connection,
    aliases: Aliases,
    names: Mapping[str, str],
    today: date,
    birthdays: Iterable[Birthday],
) -> Iterable[Item]:
    """By the accounts in ``names``, each as it is shown."""
    yield from _events(connection, aliases, names, today)
    for born in birthdays:
        yield Item(Task.BIRTHDAY, born.on, None, born.account_id, born.account, born.name, born.contact_id)
    yield from _risks(connection, aliases, names, today)
    yield from _terms(connection, aliases, names, today)
    yield from _cycles(connection, aliases, names, today)


def _events(
    connection: Connection, aliases: Aliases, names: Mapping[str, str], today: date
) -> Iterable[Item]:
    e = t.care_event.c
    for row in connection.execute(select(t.care_event).where(e.deleted_at.is_(None)).order_by(e.id)):
        of = aliases.of(row.account_id)
        day = event_day(
            month=row.month, day=row.day_of_month, leap=bool(row.leap), calendar=row.calendar, yearly=row.yearly,
            year=row.year, from_date=today,
        )  # fmt: skip
        if day is None or not today <= day <= today + NEAR or of not in names:
            continue
        if row.until and day > row.until:
            continue
        if row.done_on is None or row.done_on < day - 2 * NEAR:
            yield Item(Task.EVENT, day, None, of, names[of], row.what, row.id)


def _risks(connection: Connection, aliases: Aliases, names: Mapping[str, str], today: date) -> Iterable[Item]:
    """Seasons that are on or begin within a month, unless our advice for this one was followed."""
    r, a = t.risk.c, t.advice.c
    followed: dict[str, date] = {}
    for row in connection.execute(
        select(a.risk_id, a.known_on, a.answered_on).where(
            a.deleted_at.is_(None), a.answer == AdviceAnswer.FOLLOWED
        )
    ):
        day = max(row.known_on, row.answered_on or row.known_on)
        followed[row.risk_id] = max(day, followed.get(row.risk_id, day))
    rows = connection.execute(
        select(r.id, r.account_id, r.hazard, r.place, r.first_month, r.last_month)
        .where(r.deleted_at.is_(None), r.first_month.is_not(None), r.until.is_(None) | (r.until >= today))
        .order_by(r.id)
    )
    for row in rows:
        of, (first, last) = aliases.of(row.account_id), season_around(row.first_month, row.last_month, today)
        heeded = followed.get(row.id, date.min) >= first - RISK_NEAR
        if of in names and first <= today + RISK_NEAR and not heeded:
            yield Item(
                Task.RISK,
                max(first, today),
                None,
                of,
                names[of],
                row.place,
                row.id,
                kind=row.hazard,
                last=last,
            )


def _terms(connection: Connection, aliases: Aliases, names: Mapping[str, str], today: date) -> Iterable[Item]:
    """What a competitor can better once it has run out: price terms and agreements."""
    p, g = t.terms.c, t.agreement.c
    of_price = connection.execute(
        select(p.id, p.account_id, p.what, p.until)
        .where(p.deleted_at.is_(None), p.kind.in_(OF_PRICE), p.until.between(today, today + TERMS_NEAR))
        .order_by(p.id)
    ).all()
    agreed = connection.execute(
        select(g.id, g.account_id, g.name, g.last_day)
        .where(g.deleted_at.is_(None), g.last_day.between(today, today + TERMS_NEAR))
        .order_by(g.id)
    ).all()
    for row_id, account_id, what, day in (*of_price, *agreed):
        of = aliases.of(account_id)
        if of in names:
            yield Item(Task.TERMS, day, None, of, names[of], what, row_id)


def _cycles(
    connection: Connection, aliases: Aliases, names: Mapping[str, str], today: date
) -> Iterable[Item]:
    """What comes back and is due within two weeks, or was not long ago: by the day given, else last day and length."""
    c = t.life_cycle.c
    rows = connection.execute(
        select(c.id, c.account_id, c.kind, c.what, c.days, c.last_on, c.next_on)
        .where(c.deleted_at.is_(None), c.until.is_(None) | (c.until >= today))
        .order_by(c.id)
    )
    for row in rows:
        of, day = aliases.of(row.account_id), row.next_on
        if day is None and row.last_on is not None and row.days is not None:
            day = row.last_on + timedelta(days=row.days)
        if of in names and day is not None and today - CYCLE_LATE <= day <= today + NEAR:
            yield Item(
                Task.CYCLE, day, None, of, names[of], row.what, row.id, overdue=day < today, kind=row.kind
            )
