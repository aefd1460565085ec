"""The history of an account's fixed visits, and the accounts that have none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Date, func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.visit import VisitState
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.due import SlotRow, read_slots
from kamdesk.reads.stops import StopAccount, StopSlot, read_accounts, stop_slot
from kamdesk.reads.units import read_units


@dataclass(frozen=True, slots=True)
class SlotTime:
    """A slot as it was or is: ``start`` a minute of the day."""

    slot: StopSlot
    start: int
    minutes: int


@dataclass(frozen=True, slots=True)
class SlotEvent:
    """Something that happened to an account's line from day ``on``.

    A slot set up has no ``was``, one given up no ``now``. A change says who asked (a code of asker), whom of the
    customer's people, when, and why; setting up asks nobody.
    """

    on: date
    was: SlotTime | None
    now: SlotTime | None
    asked_by: str | None = None
    asked_on: date | None = None
    contact: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An active account without a slot. ``ended`` is the last slot it had, ``end_reason`` why that ended."""

    account: StopAccount
    last_visit: date | None
    ended: SlotTime | None
    end_reason: str | None


def slot_history(store: Store, *, account_id: str, today: date) -> tuple[SlotEvent, ...]:
    """What happened to the account's fixed visits, newest first; an alias' slots are told with the account's."""
    with store.read() as connection:
        aliases = read_aliases(connection)
        ids = aliases.ids(aliases.of(account_id))
        slots = read_slots(connection, t.visit_slot.c.account_id.in_(ids))
        events = _changes(connection, slots, today)
    followed = {event.now.slot.id for event in events if event.now}
    for slot in slots.values():
        if slot.id not in followed:
            events.append(SlotEvent(on=slot.valid_from, was=None, now=_time(slot, today)))
    events.sort(key=lambda e: (e.on, e.asked_on or e.on, e.now.slot.id if e.now else ""), reverse=True)
    return tuple(events)


def _changes(connection: Connection, slots: dict[str, SlotRow], today: date) -> list[SlotEvent]:
    change = t.slot_change.c
    rows = connection.execute(
        select(t.slot_change, t.contact.c.name.label("contact"))
        .outerjoin(t.contact, change.contact_id == t.contact.c.id)
        .where(change.deleted_at.is_(None), change.from_slot_id.in_(slots))
        .order_by(change.effective_from, change.id)
    )
    return [
        SlotEvent(
            on=row.effective_from,
            was=_time(slots[row.from_slot_id], today),
            now=_time(slots[row.to_slot_id], today) if row.to_slot_id in slots else None,
            asked_by=row.asked_by,
            asked_on=row.asked_on,
            contact=row.contact,
            reason=row.reason,
        )
        for row in rows
    ]


def _time(slot: SlotRow, today: date) -> SlotTime:
    return SlotTime(stop_slot(slot, today), slot.start, slot.minutes)


def accounts_without_slot(store: Store, *, on: date) -> tuple[Unplaced, ...]:
    """Active managed units of which no account has a slot on ``on`` or later: class A first, then by name.

    A company whose site is visited is on the line; so is a site whose company is.
    """
    with store.read() as connection:
        units = read_units(connection)
        slots = read_slots(connection)
        placed = {units.of(slot.account_id) for slot in slots.values() if _still(slot, on)}
        a = t.account.c
        active = connection.scalars(
            select(a.id).where(
                a.deleted_at.is_(None), a.merged_into.is_(None), a.status == AccountStatus.ACTIVE
            )
        ).all()
        waiting = {units.of(account_id) for account_id in active} - placed
        accounts = read_accounts(connection, waiting)
        visited = _last_visits(connection, units.of)
    ended: dict[str, SlotRow] = {}
    for slot in sorted(slots.values(), key=lambda s: (s.valid_to or s.valid_from, s.id)):
        ended[units.of(slot.account_id)] = slot
    found = [
        Unplaced(
            account=account,
            last_visit=visited.get(account.id),
            ended=_time(last, on) if (last := ended.get(account.id)) else None,
            end_reason=last.end_reason if last else None,
        )
        for account in accounts.values()
    ]
    return tuple(
        sorted(found, key=lambda row: (row.account.value_class or "~", row.account.name, row.account.id))
    )


def _still(slot: SlotRow, on: date) -> bool:
    return slot.valid_to is None or (slot.valid_to >= on and slot.valid_to >= slot.valid_from)


def _last_visits(connection: Connection, unit: Callable[[str], str]) -> dict[str, date]:
    """The day of the last visit made to any account of each unit."""
    v, r = t.visit.c, t.visit_report.c
    made_on = func.coalesce(r.visited_on, v.planned_date, type_=Date)
    rows = connection.execute(
        select(v.account_id, func.max(made_on, type_=Date))
        .join_from(t.visit, t.visit_report, (r.visit_id == v.id) & r.deleted_at.is_(None), isouter=True)
        .where(v.deleted_at.is_(None), v.state == VisitState.DONE)
        .group_by(v.account_id)
    )
    last: dict[str, date] = {}
    for account_id, day in rows:
        of = unit(account_id)
        last[of] = max(day, last.get(of, day))
    return last
