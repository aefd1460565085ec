"""The whole cycle of the line, week after week: which week a slot falls in, and what each day carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kamdesk.calendars import day_kind
from kamdesk.db.store import Store
from kamdesk.domain.schedule import cycle_week
from kamdesk.reads.days import Holidays
from kamdesk.reads.line import LineDay, WeekLine, read_week_line
from kamdesk.reads.rep import read_rep

MOST_WEEKS = 8
"""A cycle longer than this is shown from the week asked for, as far as this."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a day carries: stops, kilometres and minutes on the road; a way is counted where both places are known."""

    stops: int
    kilometres: float
    minutes: int


@dataclass(frozen=True, slots=True)
class CycleLine:
    """The weeks of one cycle in order, the first of them the cycle's first."""

    weeks: tuple[WeekLine, ...]
    cycle_weeks: int


def cycle_line(store: Store, *, monday: date, now: datetime, holidays: Holidays = day_kind) -> CycleLine:
    """The cycle in which the week from ``monday`` lies. Raises NotFound in a book that was not set up."""
    with store.read() as connection:
        rep = read_rep(connection)
        count = min(rep.cycle_weeks, MOST_WEEKS)
        first = monday
        if rep.cycle_weeks <= MOST_WEEKS:
            first -= timedelta(weeks=cycle_week(rep.anchor_monday, monday, rep.cycle_weeks))
        weeks = tuple(
            read_week_line(connection, monday=first + timedelta(weeks=n), now=now, holidays=holidays)
            for n in range(count)
        )
    return CycleLine(weeks, rep.cycle_weeks)


def day_load(day: LineDay) -> Load:
    """What the day carries by its plan, the way home counted in."""
    ways = [stop.travel for stop in day.standing if stop.travel is not None]
    if day.way_home is not None:
        ways.append(day.way_home)
    return Load(len(day.standing), sum(way.kilometres for way in ways), sum(way.minutes for way in ways))
