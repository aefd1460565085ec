"""When a slot falls due: weeks counted from the line's anchor Monday, never from the calendar's week numbers.

A calendar year has 52 or 53 weeks, so a fortnightly visit tied to even week numbers would jump a week every
few years. Week numbers (``2026-W48``) are only how people name a week.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Protocol

from kamdesk.domain.errors import RuleError
from kamdesk.domain.line import VisitSlot

MINUTES_A_DAY = 24 * 60
# The book plans within these years: beyond them a week is a slip of the pen.
FIRST_YEAR, LAST_YEAR = 1900, 2199
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


class Recurring(Protocol):
    """What of a slot says on which days it falls due; a VisitSlot or a row read from the book."""

    @property
    def weekday(self) -> int: ...
    @property
    def every_weeks(self) -> int: ...
    @property
    def week_offset(self) -> int: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_to(self) -> date | None: ...


class Timed(Recurring, Protocol):
    """A recurring visit with its time of the day: minutes since midnight, minutes long."""

    @property
    def start(self) -> int: ...
    @property
    def minutes(self) -> int: ...


def monday_of(day: date) -> date:
    """The Monday of the week in which ``day`` lies."""
    return day - timedelta(days=day.weekday())


def parse_week(text: str) -> date:
    """The Monday of an ISO week such as ``2026-W48``.

    Raises RuleError ``week_format`` where the text has another form, ``week_unknown`` where the year has no
    such week.
    """
    found = _WEEK.fullmatch(text.strip())
    if not found:
        raise RuleError("week_format", text=text)
    year, week = int(found[1]), int(found[2])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleError("week_unknown", text=text)
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        raise RuleError("week_unknown", text=text) from None


def week_text(day: date) -> str:
    """The ISO week of ``day`` as ``2026-W48``: near New Year its year may differ from that of the day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def week_days(monday: date) -> tuple[date, ...]:
    """The seven days of the week that begins with ``monday``."""
    return tuple(monday + timedelta(days=n) for n in range(7))


def cycle_week(anchor_monday: date, day: date, cycle_weeks: int = 4) -> int:
    """Which week of the cycle ``day`` lies in, from 0. Before the anchor the cycle runs backwards evenly."""
    return (monday_of(day) - anchor_monday).days // 7 % cycle_weeks


def rhythm_dots(every_weeks: int, week_offset: int, cycle_weeks: int = 4) -> tuple[bool, ...]:
    """For each week of the cycle, whether the slot is visited: every second week from the first is ●○●○."""
    return tuple(week % every_weeks == week_offset for week in range(cycle_weeks))


def _phase(slot: Recurring, anchor_monday: date) -> tuple[int, int]:
    """A day (ordinal) on which the rhythm falls, and the days from one such day to the next."""
    return anchor_monday.toordinal() + 7 * slot.week_offset + slot.weekday, 7 * slot.every_weeks


def due_dates(slot: Recurring, anchor_monday: date, first: date, last: date) -> Iterator[date]:
    """The days from ``first`` to ``last``, both included, on which the slot falls due, in order.

    The slot's own ``valid_from`` and ``valid_to`` are included too; no ``valid_to`` means until further
    notice.
    """
    begin = max(first, slot.valid_from).toordinal()
    end = min(last, slot.valid_to or last).toordinal()
    phase, step = _phase(slot, anchor_monday)
    for ordinal in range(begin + (phase - begin) % step, end + 1, step):
        yield date.fromordinal(ordinal)


def falls_due(slot: Recurring, anchor_monday: date, day: date) -> bool:
    """Whether the slot falls due on ``day``."""
    phase, step = _phase(slot, anchor_monday)
    in_force = slot.valid_from <= day <= (slot.valid_to or day)
    return in_force and (day.toordinal() - phase) % step == 0


def next_due(slot: Recurring, anchor_monday: date, on_or_after: date) -> date | None:
    """The first due day that is not before ``on_or_after``; None once the slot has ended."""
    return next(due_dates(slot, anchor_monday, on_or_after, date(LAST_YEAR, 12, 31)), None)


def in_force(slot: Recurring, first: date, last: date) -> bool:
    """Whether the slot stands on any day from ``first`` to ``last``. Ended before it began, it never does."""
    begin, end = max(first, slot.valid_from), min(last, slot.valid_to or last)
    return begin <= end


def times_overlap(start: int, minutes: int, other_start: int, other_minutes: int) -> int:
    """For how many minutes two visits of one day are both under way; 0 where one ends as the other begins."""
    return max(0, min(start + minutes, other_start + other_minutes) - max(start, other_start))


def shared_day(slot: Recurring, other: Recurring, anchor_monday: date) -> date | None:
    """The first day on which both slots fall due, None if there never is one."""
    if slot.weekday != other.weekday or (slot.week_offset - other.week_offset) % math.gcd(
        slot.every_weeks, other.every_weeks
    ):
        return None
    first = max(slot.valid_from, other.valid_from)
    cycle = 7 * math.lcm(slot.every_weeks, other.every_weeks)
    days = due_dates(slot, anchor_monday, first, first + timedelta(days=cycle))
    return next((day for day in days if falls_due(other, anchor_monday, day)), None)


def collide(slot: Timed, other: Timed, anchor_monday: date) -> date | None:
    """The first day on which the two slots are under way at the same time, None if they never are."""
    if not times_overlap(slot.start, slot.minutes, other.start, other.minutes):
        return None
    return shared_day(slot, other, anchor_monday)


def check_line(anchor_monday: date, cycle_weeks: int) -> None:
    """Raises RuleError ``anchor_not_monday`` or ``cycle_length`` (1 to 52 weeks)."""
    if anchor_monday.weekday() != 0:
        raise RuleError("anchor_not_monday", day=anchor_monday)
    if not 1 <= cycle_weeks <= 52:
        raise RuleError("cycle_length", weeks=cycle_weeks)


def check_slot(slot: Timed, cycle_weeks: int = 4) -> None:
    """Whether a slot can be kept week after week; raises RuleError with the first rule it breaks.

    ``slot_weekday`` (0 to 6), ``slot_minutes`` (at least one), ``slot_midnight`` (begins and ends on one
    day), ``slot_rhythm`` (goes evenly into the cycle, so that the dots tell the truth), ``slot_offset`` (a
    week of the rhythm), ``slot_period`` (does not end before it begins).
    """
    if not 0 <= slot.weekday <= 6:
        raise RuleError("slot_weekday", weekday=slot.weekday)
    if slot.minutes < 1:
        raise RuleError("slot_minutes", minutes=slot.minutes)
    if slot.start < 0 or slot.start + slot.minutes > MINUTES_A_DAY:
        raise RuleError("slot_midnight", start=slot.start, minutes=slot.minutes)
    if slot.every_weeks < 1 or cycle_weeks % slot.every_weeks:
        raise RuleError("slot_rhythm", weeks=slot.every_weeks, cycle=cycle_weeks)
    if not 0 <= slot.week_offset < slot.every_weeks:
        raise RuleError("slot_offset", offset=slot.week_offset, weeks=slot.every_weeks)
    if slot.valid_to is not None and slot.valid_to < slot.valid_from:
        raise RuleError("slot_period", first=slot.valid_from, last=slot.valid_to)


def check_change(slot: Recurring, effective_from: date) -> date:
    """The last day of a slot that is changed or given up from ``effective_from`` on.

    A slot changed on its first day ends the day before it would have begun: it never came into force.
    Raises RuleError ``change_too_early`` before that day, ``change_too_late`` once the slot has ended.
    """
    if effective_from < slot.valid_from:
        raise RuleError("change_too_early", first=slot.valid_from)
    if slot.valid_to is not None and effective_from > slot.valid_to:
        raise RuleError("change_too_late", last=slot.valid_to)
    return effective_from - timedelta(days=1)


def follows_from(slot: Recurring, effective_from: date) -> date:
    """From when on a slot may stand in the place of ``slot``, changed with ``effective_from``.

    One that is yet to begin makes room at the beginning of the first week in which it would have been due: moved to an
    earlier weekday the visit keeps its week, and nobody gets one in a week before.
    """
    if slot.valid_from <= effective_from:
        return effective_from
    monday = monday_of(slot.valid_from)
    if slot.weekday < slot.valid_from.weekday():
        monday += timedelta(weeks=1)
    return max(effective_from, monday)


def moved_slot(
    slot: VisitSlot,
    *,
    new_id: str,
    effective_from: date,
    cycle_weeks: int = 4,
    weekday: int | None = None,
    start: int | None = None,
    minutes: int | None = None,
    every_weeks: int | None = None,
    week_offset: int | None = None,
) -> VisitSlot:
    """The slot that follows ``slot`` from ``effective_from`` on; what is not given stays.

    A rhythm given without its week keeps the old week as far as it can. Raises RuleError as `check_change`
    and `check_slot` do, and ``change_nothing`` where the new slot would be as the old one.
    """
    check_change(slot, effective_from)
    rhythm = slot.every_weeks if every_weeks is None else every_weeks
    offset = slot.week_offset if week_offset is None else week_offset
    new = VisitSlot(
        id=new_id,
        line_id=slot.line_id,
        account_id=slot.account_id,
        weekday=slot.weekday if weekday is None else weekday,
        start=slot.start if start is None else start,
        minutes=slot.minutes if minutes is None else minutes,
        every_weeks=rhythm,
        week_offset=offset if week_offset is not None or rhythm < 1 else offset % rhythm,
        valid_from=effective_from,
        valid_to=slot.valid_to,
        promised=slot.promised,
    )
    check_slot(new, cycle_weeks)
    if _times(new) == _times(slot):
        raise RuleError("change_nothing")
    return new


def _times(slot: Timed) -> tuple[int, ...]:
    return slot.weekday, slot.start, slot.minutes, slot.every_weeks, slot.week_offset
