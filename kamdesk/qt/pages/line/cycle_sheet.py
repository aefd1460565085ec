"""The cycle of the line as its view shows it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.cycleview.rows import CycleDay, CycleSheet, CycleStop, CycleWeek
from kamdesk.qt.pages.line.sheet import day_note, day_off, last_weekday, stop_block
from kamdesk.qt.speech import Speech, duration

if TYPE_CHECKING:
    from kamdesk.reads.cycle import CycleLine, Load
    from kamdesk.reads.line import LineDay, WeekLine

translate = QCoreApplication.translate


def cycle_sheet(cycle: CycleLine, shown: date, speech: Speech) -> CycleSheet:
    """Weekdays that no week of the cycle uses are left out; ``shown`` is the Monday of the week in view."""
    last = max((last_weekday(week) for week in cycle.weeks), default=4)
    first = cycle.weeks[0].monday
    names = tuple(speech.weekday(first + timedelta(days=n)) for n in range(last + 1))
    weeks = tuple(_week(week, number, last, shown, speech) for number, week in enumerate(cycle.weeks))
    return CycleSheet(names, weeks)


def _week(week: WeekLine, number: int, last: int, shown: date, speech: Speech) -> CycleWeek:
    from kamdesk.reads.cycle import day_load

    days = [day for day in week.days if day.date.weekday() <= last]
    place = translate("Week", "Week {n}").format(n=week.cycle_week + 1)
    return CycleWeek(
        monday=week.monday,
        title=place,
        span=speech.span(week.monday, week.monday + timedelta(days=6)),
        load=load_text((day_load(day) for day in days), speech),
        days=tuple(_day(day, week, number, speech) for day in days),
        shown=week.monday == shown,
    )


def _day(day: LineDay, week: WeekLine, number: int, speech: Speech) -> CycleDay:
    from kamdesk.reads.cycle import day_load

    return CycleDay(
        date=day.date,
        load=load_text([day_load(day)], speech),
        note=day_note(day, speech),
        off=day_off(day),
        today=day.date == week.today,
        stops=tuple(
            CycleStop(stop_block(stop, speech), number, stop.slot.id if stop.slot else "")
            for stop in day.stops
            if stop.start is not None
        ),
    )


def load_text(loads: Iterable[Load], speech: Speech) -> tuple[str, ...]:
    """``4 站``, ``41 km``, ``1:33``; nothing for days without stops."""
    every = list(loads)
    stops, minutes = sum(load.stops for load in every), sum(load.minutes for load in every)
    if not stops:
        return ()
    said = (speech.text("unit.stops", n=stops),)
    if not minutes:
        return said
    way = speech.text("unit.kilometres", n=round(sum(load.kilometres for load in every)))
    return (*said, way, duration(minutes))
