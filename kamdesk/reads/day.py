"""One day of the line, read by itself: quick enough for the first page of a large book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, or_

from kamdesk.calendars import day_kind
from kamdesk.db import tables as t
from kamdesk.domain.visit import VisitState
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.days import Holidays, read_customer_days, read_days
from kamdesk.reads.due import DueVisit, SlotRow, planned_between, read_slots
from kamdesk.reads.line import LineDay, RestingSlot, line_day
from kamdesk.reads.rep import RepCard
from kamdesk.reads.stops import StopAccount, make_stops, read_accounts, stop_slot

# How far ahead the next stop is looked for.
AHEAD_DAYS = 28


@dataclass(frozen=True, slots=True)
class OneDay:
    """A day of the line, and the slots of its weekday that don't fall due on it."""

    line: LineDay
    resting: tuple[RestingSlot, ...]


@dataclass(frozen=True, slots=True)
class StopAhead:
    """The first stop of a day to come; ``start`` is a minute of the day, None: no time agreed."""

    date: date
    start: int | None
    account: StopAccount


def read_day(
    connection: Connection,
    aliases: Aliases,
    rep: RepCard,
    *,
    day: date,
    today: date,
    holidays: Holidays = day_kind,
) -> OneDay:
    """The day as it stands on ``today``."""
    slots, visits = _of_day(connection, day)
    stops = make_stops(connection, aliases, visits, slots, today)
    customers = read_customer_days(connection, aliases, {stop.account.id for stop in stops})
    (facts,) = read_days(connection, rep, day, day, holidays)
    due_here = {visit.slot_id for visit in visits}
    resting = [slot for slot in slots.values() if slot.id not in due_here]
    accounts = read_accounts(connection, (aliases.of(slot.account_id) for slot in resting))
    return OneDay(
        line_day(facts, stops, rep, customers),
        tuple(
            RestingSlot(stop_slot(slot, day), account, slot.start, slot.minutes)
            for slot in sorted(resting, key=lambda s: (s.start, s.id))
            if (account := accounts.get(aliases.of(slot.account_id)))
        ),
    )


def read_next_stop(connection: Connection, aliases: Aliases, *, today: date) -> StopAhead | None:
    """The first stop planned after ``today``, within four weeks."""
    for n in range(1, AHEAD_DAYS + 1):
        day = today + timedelta(days=n)
        _, visits = _of_day(connection, day)
        planned = [visit for visit in visits if visit.state == VisitState.PLANNED]
        if not planned:
            continue
        accounts = read_accounts(connection, (aliases.of(visit.account_id) for visit in planned))
        planned.sort(key=lambda visit: (visit.start is None, visit.start or 0, visit.key))
        for visit in planned:
            account = accounts.get(aliases.of(visit.account_id))
            if account is not None:
                return StopAhead(day, visit.start, account)
    return None


def _of_day(connection: Connection, day: date) -> tuple[dict[str, SlotRow], list[DueVisit]]:
    slot = t.visit_slot.c
    slots = read_slots(
        connection,
        slot.weekday == day.weekday(),
        slot.valid_from <= day,
        or_(slot.valid_to.is_(None), slot.valid_to >= day),
    )
    return slots, planned_between(connection, slots, day, day)
