"""The slots of an account that stand, in force or to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.schedule import Recurring, next_due, rhythm_dots
from kamdesk.reads.due import dealt_with, of_own
from kamdesk.reads.units import read_units


@dataclass(frozen=True, slots=True)
class Slot:
    """A fixed visit in force or to come; ``dots`` are the weeks of the cycle in which it falls."""

    id: str
    weekday: int
    start: int
    minutes: int
    every_weeks: int
    week_offset: int
    dots: tuple[bool, ...]
    valid_from: date
    valid_to: date | None
    promised: bool
    next_due: date


def slots_of(connection: Connection, ids: Iterable[str], today: date) -> tuple[Slot, ...]:
    """The accounts' slots that fall due on ``today`` or later, by weekday and time."""
    slot, line = t.visit_slot.c, t.visit_line.c
    rows = connection.execute(
        select(t.visit_slot, line.anchor_monday, line.cycle_weeks)
        .join_from(t.visit_slot, t.visit_line, slot.line_id == line.id)
        .where(slot.account_id.in_(ids), slot.deleted_at.is_(None), of_own(connection, line.rep_id))
        .order_by(slot.weekday, slot.start, slot.id)
    )
    made: list[Slot] = []
    past = dealt_with(connection, today)
    for row in rows:
        begin = today + timedelta(days=1) if row.id in past else today
        following = next_due(cast(Recurring, row), row.anchor_monday, begin)
        if following is not None:
            made.append(
                Slot(
                    id=row.id,
                    weekday=row.weekday,
                    start=row.start,
                    minutes=row.minutes,
                    every_weeks=row.every_weeks,
                    week_offset=row.week_offset,
                    dots=rhythm_dots(row.every_weeks, row.week_offset, row.cycle_weeks),
                    valid_from=row.valid_from,
                    valid_to=row.valid_to,
                    promised=row.promised,
                    next_due=following,
                )
            )
    return tuple(made)


def visited_for(connection: Connection, account_id: str, today: date) -> list[str]:
    """The other accounts of its managed unit that have a fixed visit."""
    units = read_units(connection)
    unit = units.of(account_id)
    others = (each for each in units.levels if each != account_id and units.of(each) == unit)
    return [each for each in others if slots_of(connection, [each], today)]
