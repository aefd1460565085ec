"""The visits of a period: those that have a row, and the slots' due days about which nothing is recorded yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, ColumnElement, Connection, or_, select, true

from kamdesk.db import tables as t
from kamdesk.db.own import own_reps
from kamdesk.domain.schedule import due_dates, falls_due
from kamdesk.domain.visit import VisitOrigin, VisitState


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A slot with what its line says of counting weeks."""

    id: str
    line_id: str
    account_id: str
    weekday: int
    start: int
    minutes: int
    every_weeks: int
    week_offset: int
    valid_from: date
    valid_to: date | None
    promised: bool
    end_reason: str | None
    anchor_monday: date
    cycle_weeks: int
    zone: str
    rep_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueVisit:
    """A visit, with its report's times where there is one.

    ``key`` is the visit's id, or slot and day of a due day without a row. ``account_id`` is as recorded: it may be
    an alias. ``date``, ``start`` (minute of the day) and ``minutes`` are planned.
    """

    key: str
    visit_id: str | None
    slot_id: str | None
    account_id: str
    rep_id: str
    zone: str
    date: date
    start: int | None
    minutes: int | None
    origin: str = VisitOrigin.PLANNED
    state: str = VisitState.PLANNED
    state_by: str | None = None
    reason: str | None = None
    reason_text: str | None = None
    moved_to: str | None = None
    objective: str | None = None
    visited_on: date | None = None
    arrived: int | None = None
    left: int | None = None
    outcome: str | None = None


def of_own(connection: Connection, rep_id: Column[str]) -> ColumnElement[bool]:
    """That a row is the book's own rep's: a colleague with whom an account is shared has a line of his own."""
    own = own_reps(connection)
    return true() if own is None else rep_id.in_(own)


def read_slots(
    connection: Connection, *conditions: ColumnElement[bool], colleagues: bool = False
) -> dict[str, SlotRow]:
    """Slots by id, of own lines and of accounts that stand; ``conditions`` on the slot's columns choose among them.

    With ``colleagues`` those of other reps' lines too.
    """
    slot, line = t.visit_slot, t.visit_line
    names = [name for name in SlotRow.__dataclass_fields__ if name in slot.c]
    chosen = (
        select(
            *(slot.c[name] for name in names),
            *(line.c[n] for n in ("anchor_monday", "cycle_weeks", "zone", "rep_id")),
        )
        .join_from(slot, line, slot.c.line_id == line.c.id)
        .join(t.account, slot.c.account_id == t.account.c.id)
        .where(slot.c.deleted_at.is_(None), line.c.deleted_at.is_(None), t.account.c.deleted_at.is_(None))
        .where(*conditions, true() if colleagues else of_own(connection, line.c.rep_id))
        .order_by(slot.c.id)
    )
    return {row.id: SlotRow(*row) for row in connection.execute(chosen)}


def slots_in_force(connection: Connection, first: date, last: date) -> dict[str, SlotRow]:
    """The slots that stand on any day from ``first`` to ``last``, by id."""
    slot = t.visit_slot.c
    found = read_slots(
        connection, slot.valid_from <= last, or_(slot.valid_to.is_(None), slot.valid_to >= first)
    )
    return {row.id: row for row in found.values() if row.valid_to is None or row.valid_from <= row.valid_to}


def planned_between(
    connection: Connection, slots: Mapping[str, SlotRow], first: date, last: date
) -> list[DueVisit]:
    """Every own visit planned for a day from ``first`` to ``last``; ``slots`` are those in force then.

    A due day with a row is told once, by its row. A row that still says planned, of a slot that no longer falls due
    on that day, has been overtaken by a change of the line and is left out.
    """
    mine = of_own(connection, t.visit.c.rep_id)
    visits = each_once(visits_where(connection, mine & t.visit.c.planned_date.between(first, last)))
    recorded = {(visit.slot_id, visit.date) for visit in visits if visit.slot_id is not None}
    found = [visit for visit in visits if not _overtaken(visit, slots)]
    for slot in slots.values():
        for day in due_dates(slot, slot.anchor_monday, first, last):
            if (slot.id, day) not in recorded:
                found.append(_computed(slot, day))
    return found


def _computed(slot: SlotRow, day: date) -> DueVisit:
    return DueVisit(
        key=f"{slot.id}@{day.isoformat()}",
        visit_id=None,
        slot_id=slot.id,
        account_id=slot.account_id,
        rep_id=slot.rep_id,
        zone=slot.zone,
        date=day,
        start=slot.start,
        minutes=slot.minutes,
    )


def _overtaken(visit: DueVisit, slots: Mapping[str, SlotRow]) -> bool:
    if visit.state != VisitState.PLANNED or visit.slot_id is None:
        return False
    slot = slots.get(visit.slot_id)
    return slot is None or not falls_due(slot, slot.anchor_monday, visit.date)


def each_once(visits: Iterable[DueVisit]) -> list[DueVisit]:
    """Of two rows of one due day, as two laptops may write them, one: a visit that was made, else the older."""
    chosen: dict[tuple[str, date] | str, DueVisit] = {}
    for visit in sorted(visits, key=lambda v: (v.state != VisitState.DONE, v.key)):
        chosen.setdefault((visit.slot_id, visit.date) if visit.slot_id else visit.key, visit)
    return list(chosen.values())


def visits_where(connection: Connection, condition: ColumnElement[bool]) -> list[DueVisit]:
    """Visits with a row, of accounts that stand, chosen by ``condition`` on visit or visit_report."""
    v, r = t.visit.c, t.visit_report.c
    of_visit = ["slot_id", "account_id", "rep_id", "zone", "planned_date", "planned_start", "planned_minutes"]
    of_visit += ["origin", "state", "state_by", "reason", "reason_text", "moved_to", "objective"]
    rows = connection.execute(
        select(v.id, *(v[name] for name in of_visit), r.visited_on, r.arrived, r.left, r.outcome)
        .join_from(t.visit, t.account, v.account_id == t.account.c.id)
        .outerjoin(t.visit_report, (r.visit_id == v.id) & r.deleted_at.is_(None))
        .where(v.deleted_at.is_(None), t.account.c.deleted_at.is_(None), condition)
        .order_by(v.id, r.id)
    )
    found: dict[str, DueVisit] = {}
    for row in rows:
        found.setdefault(
            row.id,
            DueVisit(
                key=row.id,
                visit_id=row.id,
                slot_id=row.slot_id,
                account_id=row.account_id,
                rep_id=row.rep_id,
                zone=row.zone,
                date=row.planned_date,
                start=row.planned_start,
                minutes=row.planned_minutes,
                origin=row.origin,
                state=row.state,
                state_by=row.state_by,
                reason=row.reason,
                reason_text=row.reason_text,
                moved_to=row.moved_to,
                objective=row.objective,
                visited_on=row.visited_on,
                arrived=row.arrived,
                left=row.left,
                outcome=row.outcome,
            ),
        )
    return list(found.values())


def dealt_with(connection: Connection, day: date) -> frozenset[str]:
    """The slots whose visit of ``day`` is done, missed, cancelled or moved: they are next due after it."""
    visit = t.visit.c
    rows = connection.scalars(
        select(visit.slot_id).where(
            visit.planned_date == day,
            visit.slot_id.is_not(None),
            visit.state != VisitState.PLANNED,
            visit.deleted_at.is_(None),
        )
    )
    return frozenset(rows)
