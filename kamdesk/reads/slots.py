"""The history of an account's fixed visits, and the accounts that have none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Date, func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.line import Asker
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


@dataclass(frozen=True, slots=True)
class LineEvent:
    """Something that happened to the line, with the account that it concerns."""

    account: StopAccount
    event: SlotEvent

    @property
    def exception(self) -> bool:
        """A change that the customer did not ask for counts as one."""
        return self.event.asked_by == Asker.US


@dataclass(frozen=True, slots=True)
class StopPast:
    """The account's slots that stand now or begin later, in order of the week, and how they came about."""

    slots: tuple[SlotTime, ...]
    events: tuple[SlotEvent, ...]


def slot_history(store: Store, *, account_id: str, today: date) -> tuple[SlotEvent, ...]:
    """What happened to the account's fixed visits, newest first; an alias' slots are told with the account's."""
    return stop_past(store, account_id=account_id, today=today).events


def stop_past(store: Store, *, account_id: str, today: date) -> StopPast:
    """The account's slots, and their history as `slot_history` gives it."""
    with store.read() as connection:
        aliases = read_aliases(connection)
        ids = aliases.ids(aliases.of(account_id))
        slots = read_slots(connection, t.visit_slot.c.account_id.in_(ids))
        events = [event for _, event in _events(connection, slots, today)]
    standing = sorted(
        (slot for slot in slots.values() if _still(slot, today)), key=lambda s: (s.weekday, s.start, s.id)
    )
    return StopPast(tuple(_time(slot, today) for slot in standing), tuple(events))


def line_history(store: Store, *, today: date) -> tuple[LineEvent, ...]:
    """What happened to every fixed visit of the line, newest first."""
    with store.read() as connection:
        aliases = read_aliases(connection)
        slots = read_slots(connection)
        events = _events(connection, slots, today)
        accounts = read_accounts(connection, {aliases.of(slot.account_id) for slot, _ in events})
    return tuple(
        LineEvent(account, event)
        for slot, event in events
        if (account := accounts.get(aliases.of(slot.account_id)))
    )


def _events(
    connection: Connection, slots: dict[str, SlotRow], today: date
) -> list[tuple[SlotRow, SlotEvent]]:
    """Each event of ``slots`` with the slot that it concerns, newest first."""
    events = _changes(connection, slots, today)
    followed = {event.now.slot.id for _, event in events if event.now}
    events += [
        (slot, SlotEvent(on=slot.valid_from, was=None, now=_time(slot, today)))
        for slot in slots.values()
        if slot.id not in followed
    ]

    def order(each: tuple[SlotRow, SlotEvent]) -> tuple:
        event = each[1]
        return event.on, event.asked_on or event.on, event.now.slot.id if event.now else ""

    return sorted(events, key=order, reverse=True)


def _changes(
    connection: Connection, slots: dict[str, SlotRow], today: date
) -> list[tuple[SlotRow, SlotEvent]]:
    change = t.slot_change.c
    rows = connection.execute(
        select(t.slot_change, t.contact.c.name.label("contact"))
        .outerjoin(t.contact, change.contact_id == t.contact.c.id)
        .where(change.deleted_at.is_(None))
        .order_by(change.effective_from, change.id)
    )
    return [
        (
            slots[row.from_slot_id],
            SlotEvent(
                on=row.effective_from,
                was=_time(slots[row.from_slot_id], today),
                now=_time(slots[row.to_slot_id], today) if row.to_slot_id in slots else None,
                asked_by=row.asked_by,
                asked_on=row.asked_on,
                contact=row.contact,
                reason=row.reason,
            ),
        )
        for row in rows
        if row.from_slot_id in slots
    ]


def _time(slot: SlotRow, today: date) -> SlotTime:
    return SlotTime(stop_slot(slot, today), slot.start, slot.minutes)


def accounts_without_slot(store: Store, *, on: date) -> tuple[Unplaced, ...]:
    """Active managed units of which no account has a slot on ``on`` or later: key ones, then class A first, by name.

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
        sorted(
            found,
            key=lambda row: (
                not row.account.is_key,
                row.account.value_class or "~",
                row.account.name,
                row.account.id,
            ),
        )
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
