"""Accounts of the line that wait for a visit: missed, or not seen for longer than their rhythm allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.geo import travel
from kamdesk.domain.visit import VisitState
from kamdesk.papers.plan import LastVisit, OpenAccount
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.before_visit import last_visits
from kamdesk.reads.due import of_own, slots_in_force
from kamdesk.reads.stops import Stop, StopAccount, read_accounts

# An account this near to a stop lies on the way.
NEAR_KM = 15.0


def open_accounts(
    connection: Connection, aliases: Aliases, stops: Sequence[Stop], *, today: date, monday: date
) -> tuple[OpenAccount, ...]:
    """The accounts on the line that wait and have no visit in this week, those waiting longest first.

    Missed: the last visit planned before ``today``, or that of today itself, was missed and none was made since.
    Overdue: the last one made, or the day the slot began, is longer ago than the rhythm. ``day`` and ``near`` name
    the coming stop of the week by which the account lies, if one is within 15 km.
    """
    sunday = monday + timedelta(days=6)
    slots = slots_in_force(connection, today, max(today, sunday))
    visited = {stop.account.id for stop in stops if stop.stands and stop.state != VisitState.MISSED}
    allowed: dict[str, int] = {}
    begun: dict[str, date] = {}
    for slot in slots.values():
        of = aliases.of(slot.account_id)
        allowed[of] = min(7 * slot.every_weeks, allowed.get(of, 7 * slot.every_weeks))
        begun[of] = min(slot.valid_from, begun.get(of, slot.valid_from))
    waiting = [of for of in allowed if of not in visited]
    accounts = read_accounts(connection, waiting)
    ids = [member for of in waiting for member in aliases.ids(of)]
    last = last_visits(connection, aliases, ids, own=True)
    reasons = _missed_reasons(connection, aliases, ids)
    coming = [stop for stop in stops if stop.stands and stop.date >= today]
    found = []
    for of, account in accounts.items():
        why = _why(account, last.get(of, ()), begun[of], allowed[of], today)
        if why:
            reason = reasons.get((of, why.since)) if why.since else None
            found.append(_on_the_way(replace(why, reason=reason), account, coming))
    return tuple(sorted(found, key=lambda one: (-(one.days or 0), one.account)))


def _why(
    account: StopAccount, visits: Iterable[LastVisit], begun: date, allowed: int, today: date
) -> OpenAccount | None:
    past = [
        visit
        for visit in visits
        if visit.on < today or (visit.on == today and visit.state == VisitState.MISSED)
    ]
    made = next((visit.on for visit in past if visit.state == VisitState.DONE), None)
    if past and past[0].state == VisitState.MISSED:
        missed = past[0].on
        return OpenAccount(account.called, "missed", missed, (today - missed).days, allowed)
    since = (today - (made or begun)).days
    if since <= allowed:
        return None
    return OpenAccount(account.called, "overdue", made, since if made else None, allowed)


def _on_the_way(one: OpenAccount, account: StopAccount, coming: Iterable[Stop]) -> OpenAccount:
    place = account.place
    if place is None:
        return one
    ways = [
        (travel(place, stop.account.place).kilometres, stop.date, stop.account.called)
        for stop in coming
        if stop.account.place
    ]
    if not ways or min(ways)[0] > NEAR_KM:
        return one
    kilometres, day, near = min(ways)
    return replace(one, day=day, near=near, kilometres=kilometres)


def _missed_reasons(
    connection: Connection, aliases: Aliases, ids: Iterable[str]
) -> Mapping[tuple[str, date], str]:
    v = t.visit.c
    rows = connection.execute(
        select(v.account_id, v.planned_date, v.reason)
        .where(v.account_id.in_(set(ids)), v.deleted_at.is_(None), v.state == VisitState.MISSED)
        .where(v.reason.is_not(None), of_own(connection, v.rep_id))
        .order_by(v.id)
    )
    return {(aliases.of(row.account_id), row.planned_date): row.reason for row in rows}
