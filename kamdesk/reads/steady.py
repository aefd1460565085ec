"""For how long a fixed visit has been kept without a break."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.line import Asker
from kamdesk.domain.schedule import due_dates
from kamdesk.domain.visit import MissedReason, VisitState
from kamdesk.reads.due import SlotRow, read_slots

LONGEST = 520
"""Weeks looked back at most."""


def kept_weeks(connection: Connection, ids: Iterable[str], today: date) -> dict[str, int]:
    """By slot in force: the weeks, counted back from today, in which every visit was made on its fixed day.

    A visit that the customer cancelled or moved does not break the row, nor lengthen it; one that was missed, moved by
    us or not reported does, and so does a change of the slot that we asked for. A day not passed yet waits.
    """
    slots = read_slots(connection, t.visit_slot.c.account_id.in_(tuple(ids)))
    change = t.slot_change.c
    before = {
        row.to_slot_id: row.from_slot_id
        for row in connection.execute(
            select(change.from_slot_id, change.to_slot_id).where(
                change.to_slot_id.in_(slots), change.asked_by == Asker.CUSTOMER, change.deleted_at.is_(None)
            )
        )
    }
    kept = _recorded(connection, slots)
    standing = [s for s in slots.values() if s.valid_to is None or s.valid_to >= today]
    return {slot.id: _weeks(slot, slots, before, kept, today) for slot in standing}


def _weeks(
    slot: SlotRow,
    slots: dict[str, SlotRow],
    before: dict[str, str],
    kept: dict[tuple[str, date], bool | None],
    today: date,
) -> int:
    weeks, seen = 0, set[str]()
    here: SlotRow | None = slot
    while here is not None and here.id not in seen:
        seen.add(here.id)
        days = due_dates(here, here.anchor_monday, today - timedelta(weeks=LONGEST), today)
        for day in sorted(days, reverse=True):
            waits = day == today and (here.id, day) not in kept
            found = kept.get((here.id, day), False)
            if found:
                weeks += here.every_weeks
            elif found is False and not waits:
                return weeks
        here = slots.get(before.get(here.id, ""))
    return weeks


def _recorded(connection: Connection, slots: Iterable[str]) -> dict[tuple[str, date], bool | None]:
    """Slot and day → made on that day, not made, or (None) taken out by the customer."""
    visit, report = t.visit.c, t.visit_report.c
    rows = connection.execute(
        select(
            visit.slot_id, visit.planned_date, visit.state, visit.state_by, visit.reason, report.visited_on
        )
        .outerjoin_from(t.visit, t.visit_report, (report.visit_id == visit.id) & report.deleted_at.is_(None))
        .where(visit.slot_id.in_(tuple(slots)), visit.deleted_at.is_(None))
    )
    found: dict[tuple[str, date], bool | None] = {}
    for slot_id, planned, state, state_by, reason, visited_on in rows:
        if state == VisitState.DONE:
            found[slot_id, planned] = visited_on is None or visited_on == planned
        elif state == VisitState.PLANNED:
            continue
        elif state_by == Asker.CUSTOMER or reason == MissedReason.CUSTOMER_MOVED:
            found.setdefault((slot_id, planned), None)
        else:
            found.setdefault((slot_id, planned), False)
    return found
