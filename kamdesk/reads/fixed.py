"""An account's fixed visits and their changes, as a briefing tells them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.schedule import cycle_week, next_due, rhythm_dots
from kamdesk.papers.briefing import FixedVisit, LineChange
from kamdesk.papers.common import Rhythm
from kamdesk.reads.account import Slot
from kamdesk.reads.due import SlotRow, read_slots
from kamdesk.reads.rep import RepCard


def fixed_visit(slot: Slot, rep: RepCard, today: date) -> FixedVisit:
    """A slot in force."""
    return FixedVisit(
        weekday=slot.weekday,
        start=slot.start,
        minutes=slot.minutes,
        rhythm=Rhythm(
            every_weeks=slot.every_weeks,
            weeks=slot.dots,
            current=cycle_week(rep.anchor_monday, today, rep.cycle_weeks),
            next_on=slot.next_due,
        ),
        promised=slot.promised,
    )


def line_changes(
    connection: Connection, ids: Iterable[str], rep: RepCard, today: date
) -> tuple[LineChange, ...]:
    """Every change of the accounts' slots with who asked, newest first."""
    slots = read_slots(connection, t.visit_slot.c.account_id.in_(tuple(ids)))
    change = t.slot_change.c
    rows = connection.execute(
        select(t.slot_change, t.contact.c.name.label("contact"))
        .outerjoin(t.contact, change.contact_id == t.contact.c.id)
        .where(change.from_slot_id.in_(slots), change.deleted_at.is_(None))
        .order_by(change.effective_from.desc(), change.id.desc())
    )
    return tuple(
        LineChange(
            on=row.effective_from,
            asked_by=row.asked_by,
            contact=row.contact,
            reason=row.reason,
            was=_as_it_was(slots.get(row.from_slot_id), rep, today),
            now=_as_it_was(slots.get(row.to_slot_id), rep, today),
        )
        for row in rows
    )


def _as_it_was(slot: SlotRow | None, rep: RepCard, today: date) -> FixedVisit | None:
    if slot is None:
        return None
    return FixedVisit(
        weekday=slot.weekday,
        start=slot.start,
        minutes=slot.minutes,
        rhythm=Rhythm(
            every_weeks=slot.every_weeks,
            weeks=rhythm_dots(slot.every_weeks, slot.week_offset, slot.cycle_weeks),
            current=cycle_week(rep.anchor_monday, today, rep.cycle_weeks),
            next_on=next_due(slot, slot.anchor_monday, today),
        ),
        promised=slot.promised,
    )
