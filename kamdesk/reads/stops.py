"""The stops of the line: a visit with its account, whom to see, its slot and its promises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.account import Datum
from kamdesk.domain.brief_name import Named, brief_names
from kamdesk.domain.geo import Point, Travel
from kamdesk.domain.people import holds
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.schedule import next_due, rhythm_dots
from kamdesk.domain.visit import VisitState
from kamdesk.domain.warnings import StopWarning
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.due import DueVisit, SlotRow, read_slots, visits_where

# A visit in one of these states takes no time on its day any more.
GONE = frozenset({VisitState.CANCELLED, VisitState.RESCHEDULED})


@dataclass(frozen=True, slots=True)
class StopAccount:
    """Where a stop is: the account as it is shown, its coordinates WGS-84."""

    id: str
    name: str
    short_name: str | None
    value_class: str | None
    is_key: bool | None
    province: str | None
    city: str | None
    district: str | None
    address: str | None
    latitude: float | None
    longitude: float | None
    datum: str | None = None
    brief: str | None = None
    """The name without what it shares with its neighbours, where no short one is recorded."""

    @property
    def called(self) -> str:
        """The name of a list."""
        return self.short_name or self.name

    @property
    def in_brief(self) -> str:
        """The name for places with little room."""
        return self.short_name or self.brief or self.name

    @property
    def place(self) -> Point | None:
        """What ways are reckoned with; None where nothing or the town alone is known."""
        return None if self.datum == Datum.TOWN else self.spot

    @property
    def spot(self) -> Point | None:
        """What is drawn: the place, or the middle of its town."""
        if self.latitude is None or self.longitude is None:
            return None
        return Point(self.latitude, self.longitude)


@dataclass(frozen=True, slots=True)
class StopContact:
    """Whom to see: the person first by rank among those who hold a post there now."""

    id: str
    name: str
    latin_name: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class StopSlot:
    """The slot a stop stems from: ``dots`` are the cycle's weeks, ``next_on`` the due day after this one."""

    id: str
    weekday: int
    every_weeks: int
    week_offset: int
    dots: tuple[bool, ...]
    next_on: date | None
    valid_from: date
    valid_to: date | None
    promised: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit of the week.

    ``key`` is the visit's id, or slot and day where nothing is recorded yet. ``date``, ``start`` (minute of the day,
    None: no time agreed) and ``minutes`` are planned; ``visited_on``, ``arrived`` and ``left`` are the report's.
    ``moved_from`` is the day it was moved from, ``moved_on`` the day it was moved to. ``travel`` leads here from the
    stop before, or from home. Cancelled and moved stops stay in sight, without warnings and ways.
    """

    key: str
    visit_id: str | None
    slot: StopSlot | None
    account: StopAccount
    contact: StopContact | None
    date: date
    start: int | None
    minutes: int | None
    origin: str
    state: str
    state_by: str | None
    reason: str | None
    reason_text: str | None
    objective: str | None
    visited_on: date | None
    arrived: int | None
    left: int | None
    outcome: str | None
    moved_from: date | None
    moved_on: date | None
    open_promises: int
    overdue_promises: int
    warnings: tuple[StopWarning, ...] = ()
    travel: Travel | None = None

    @property
    def stands(self) -> bool:
        """Whether it takes time on its day."""
        return self.state not in GONE


def make_stops(
    connection: Connection,
    aliases: Aliases,
    visits: Sequence[DueVisit],
    slots: Mapping[str, SlotRow],
    today: date,
) -> list[Stop]:
    """The stops of ``visits``, still without warnings and ways; ``slots`` are those already at hand, by id.

    A visit to an account that was taken back is no stop.
    """
    shown = [aliases.of(visit.account_id) for visit in visits]
    accounts = read_accounts(connection, shown)
    people = read_people(connection, aliases, shown, today)
    promises = _open_promises(connection, aliases, shown, today)
    slots = {**_other_slots(connection, visits, slots), **slots}
    moved_from, moved_on = _moves(connection, visits)
    stops = []
    for visit, account_id in zip(visits, shown, strict=True):
        account = accounts.get(account_id)
        if account is None:
            continue
        slot = slots.get(visit.slot_id) if visit.slot_id else None
        still, overdue = promises.get(account_id, (0, 0))
        stops.append(
            Stop(
                key=visit.key,
                visit_id=visit.visit_id,
                slot=stop_slot(slot, visit.date) if slot else None,
                account=account,
                contact=people.get(account_id),
                date=visit.date,
                start=visit.start,
                minutes=visit.minutes,
                origin=visit.origin,
                state=visit.state,
                state_by=visit.state_by,
                reason=visit.reason,
                reason_text=visit.reason_text,
                objective=visit.objective,
                visited_on=visit.visited_on,
                arrived=visit.arrived,
                left=visit.left,
                outcome=visit.outcome,
                moved_from=moved_from.get(visit.key),
                moved_on=moved_on.get(visit.moved_to) if visit.moved_to else None,
                open_promises=still,
                overdue_promises=overdue,
            )
        )
    return stops


def stop_slot(slot: SlotRow, day: date) -> StopSlot:
    """The slot as it is shown on ``day``."""
    return StopSlot(
        id=slot.id,
        weekday=slot.weekday,
        every_weeks=slot.every_weeks,
        week_offset=slot.week_offset,
        dots=rhythm_dots(slot.every_weeks, slot.week_offset, slot.cycle_weeks),
        next_on=next_due(slot, slot.anchor_monday, day + timedelta(days=1)),
        valid_from=slot.valid_from,
        valid_to=slot.valid_to,
        promised=slot.promised,
    )


def read_accounts(connection: Connection, ids: Iterable[str]) -> dict[str, StopAccount]:
    """The accounts that stand, by id."""
    a = t.account.c
    columns = [a[name] for name in StopAccount.__dataclass_fields__ if name != "brief"]
    rows = connection.execute(select(*columns).where(a.id.in_(set(ids)), a.deleted_at.is_(None))).all()
    places = ("province", "city", "district")
    brief = brief_names(
        Named(row.id, row.short_name or row.name, tuple(getattr(row, name) or "" for name in places))
        for row in rows
    )
    return {row.id: StopAccount(*row, brief=brief.get(row.id)) for row in rows}


def read_people(
    connection: Connection, aliases: Aliases, accounts: Iterable[str], today: date
) -> dict[str, StopContact]:
    """Whom to see at each account: first by rank among those who hold a post there."""
    ids = [member for account in set(accounts) for member in aliases.ids(account)]
    post, person = t.contact_post.c, t.contact.c
    rows = connection.execute(
        select(post.account_id, person.id, person.name, person.latin_name, post.title, post.since, post.until)
        .join_from(t.contact_post, t.contact, post.contact_id == person.id)
        .where(post.account_id.in_(ids), post.deleted_at.is_(None), person.deleted_at.is_(None))
        .order_by(post.rank, person.id)
    )
    found: dict[str, StopContact] = {}
    for row in rows:
        if holds(row.since, row.until, today):
            found.setdefault(
                aliases.of(row.account_id), StopContact(row.id, row.name, row.latin_name, row.title)
            )
    return found


def _open_promises(
    connection: Connection, aliases: Aliases, accounts: Iterable[str], today: date
) -> dict[str, tuple[int, int]]:
    ids = [member for account in set(accounts) for member in aliases.ids(account)]
    p = t.promise.c
    rows = connection.execute(
        select(p.account_id, p.due_on).where(
            p.account_id.in_(ids), p.deleted_at.is_(None), p.state == PromiseState.OPEN
        )
    )
    counts: dict[str, tuple[int, int]] = {}
    for account_id, due_on in rows:
        still, overdue = counts.get(aliases.of(account_id), (0, 0))
        late = due_on is not None and due_on < today
        counts[aliases.of(account_id)] = still + 1, overdue + late
    return counts


def _other_slots(
    connection: Connection, visits: Iterable[DueVisit], slots: Mapping[str, SlotRow]
) -> dict[str, SlotRow]:
    missing = {visit.slot_id for visit in visits if visit.slot_id and visit.slot_id not in slots}
    return read_slots(connection, t.visit_slot.c.id.in_(missing), colleagues=True) if missing else {}


def _moves(connection: Connection, visits: Iterable[DueVisit]) -> tuple[dict[str, date], dict[str, date]]:
    """For each visit the day it was moved from; for each target of a move its day."""
    targets = {visit.moved_to for visit in visits if visit.moved_to}
    ids = {visit.visit_id for visit in visits if visit.visit_id}
    moved = visits_where(connection, t.visit.c.moved_to.in_(ids)) if ids else []
    reached = visits_where(connection, t.visit.c.id.in_(targets)) if targets else []
    return {v.moved_to: v.date for v in moved if v.moved_to}, {v.key: v.date for v in reached}
