"""What to heed about the stops of a day. A warning says something about a visit; it never drops or moves one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

from kamdesk.domain.geo import Point, Travel, travel
from kamdesk.domain.schedule import times_overlap
from kamdesk.domain.walltime import ClockNote, clock_text, time_range


class WarningCode(StrEnum):
    """In the order in which the warnings of one stop are given: the day first, then the time, then the neighbours."""

    HOLIDAY = "holiday"
    MAKE_UP_WORKDAY = "make_up_workday"
    LEAVE = "leave"
    CUSTOMER_CLOSED = "customer_closed"
    CLOSED_WEEKDAY = "closed_weekday"
    OUTSIDE_HOURS = "outside_hours"
    REP_DAY_OFF = "rep_day_off"
    OUTSIDE_REP_HOURS = "outside_rep_hours"
    OVER_LUNCH = "over_lunch"
    CLOCK_SKIPPED = "clock_skipped"
    CLOCK_REPEATED = "clock_repeated"
    OVERLAP = "overlap"
    TOO_TIGHT = "too_tight"
    EARLY_START = "early_start"


EARLY = 60
"""So many minutes before the working hours one leaves for the first visit, and nothing is said of it."""


@dataclass(frozen=True, slots=True)
class StopWarning:
    """One warning: the text ``warning.<code>`` of the catalogue, and the ``values`` for its placeholders.

    Times are texts (``09:00–17:00``), lengths whole minutes; ``name`` of a holiday is a code of ``holiday``.
    """

    code: WarningCode
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a day in minutes: from ``begins`` up to ``ends``."""

    begins: int
    ends: int

    def __str__(self) -> str:
        return f"{clock_text(self.begins)}–{clock_text(self.ends)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStop:
    """A stop as the warnings see it.

    ``start`` None: no time agreed. ``opens`` are the customer's hours on that day, empty on a day without any,
    None where no hours are known. ``closed`` is the reason of recorded closed days, perhaps an empty text.
    """

    name: str
    start: int | None
    minutes: int | None
    place: Point | None = None
    opens: tuple[Span, ...] | None = None
    closed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """What holds for all stops of a day.

    ``holiday`` and ``make_up_workday`` name the festival. ``leave`` is the reason of the rep's leave, perhaps an
    empty text, ``substitute`` who goes instead. ``works`` are the rep's hours, empty on a day off, None where none
    are recorded. ``home`` is from where the day begins.
    """

    day: date
    zone: str
    holiday: str | None = None
    make_up_workday: str | None = None
    leave: str | None = None
    substitute: str | None = None
    works: tuple[Span, ...] | None = None
    lunch: Span | None = None
    home: Point | None = None


def ways(stops: Sequence[PlannedStop], home: Point | None = None) -> tuple[Travel | None, ...]:
    """The way to each stop from the one before, to the first from ``home``; None where a place is not known."""
    places = [home, *(stop.place for stop in stops)]
    return tuple(travel(a, b) if a and b else None for a, b in pairwise(places))


def day_warnings(stops: Sequence[PlannedStop], day: DayFacts) -> tuple[tuple[StopWarning, ...], ...]:
    """For each stop what to heed, in the order of the codes. ``stops`` are those of one day, in order of time.

    The gap to the stop before is too tight when the estimated way takes longer. Of stops that overlap, each names
    the other. Before the first is the way from ``home``: leaving more than `EARLY` before work begins is said.
    """
    return tuple(
        (
            *_of_day(day),
            *_of_customer(stop),
            *_of_rep(stop, day),
            *_of_neighbours(stops, place),
            *_of_leaving(stops, place, day),
        )
        for place, stop in enumerate(stops)
    )


def _of_day(day: DayFacts) -> list[StopWarning]:
    found = []
    if day.holiday is not None:
        found.append(StopWarning(WarningCode.HOLIDAY, {"name": day.holiday}))
    if day.make_up_workday is not None:
        found.append(StopWarning(WarningCode.MAKE_UP_WORKDAY, {"name": day.make_up_workday}))
    if day.leave is not None:
        found.append(leave_warning(day.leave, day.substitute))
    return found


def leave_warning(reason: str, substitute: str | None) -> StopWarning:
    """That the rep is away, and who goes instead where somebody does."""
    values = {"reason": reason, "substitute": substitute} if substitute else {"reason": reason}
    return StopWarning(WarningCode.LEAVE, values)


def warning_code(warning: StopWarning) -> str:
    """The text of the catalogue under ``warning`` that says the most of it: with the reason, with the substitute."""
    if warning.values.get("substitute"):
        return f"{warning.code}_covered"
    return f"{warning.code}_because" if warning.values.get("reason") else str(warning.code)


def _of_customer(stop: PlannedStop) -> list[StopWarning]:
    if stop.closed is not None:
        return [StopWarning(WarningCode.CUSTOMER_CLOSED, {"reason": stop.closed})]
    if stop.opens == ():
        return [StopWarning(WarningCode.CLOSED_WEEKDAY)]
    if stop.opens and _outside(stop, stop.opens):
        return [StopWarning(WarningCode.OUTSIDE_HOURS, {"hours": _hours(stop.opens)})]
    return []


def _of_rep(stop: PlannedStop, day: DayFacts) -> list[StopWarning]:
    found = []
    if day.works == () and day.make_up_workday is None:
        found.append(StopWarning(WarningCode.REP_DAY_OFF))
    elif day.works and _outside(stop, day.works):
        found.append(StopWarning(WarningCode.OUTSIDE_REP_HOURS, {"hours": _hours(day.works)}))
    if stop.start is None:
        return found
    minutes = stop.minutes or 0
    if day.lunch and (
        over := times_overlap(stop.start, minutes, day.lunch.begins, day.lunch.ends - day.lunch.begins)
    ):
        found.append(StopWarning(WarningCode.OVER_LUNCH, {"minutes": over}))
    note = time_range(day.day, stop.start, minutes, day.zone)
    if note.note is ClockNote.SKIPPED:
        later = note.begins.hour * 60 + note.begins.minute
        found.append(StopWarning(WarningCode.CLOCK_SKIPPED, {"time": clock_text(later)}))
    elif note.note is ClockNote.REPEATED:
        found.append(StopWarning(WarningCode.CLOCK_REPEATED))
    return found


def _of_neighbours(stops: Sequence[PlannedStop], place: int) -> list[StopWarning]:
    stop = stops[place]
    if stop.start is None:
        return []
    found = []
    for other in (*stops[:place], *stops[place + 1 :]):
        if other.start is None:
            continue
        both = times_overlap(stop.start, stop.minutes or 0, other.start, other.minutes or 0)
        if both:
            found.append(StopWarning(WarningCode.OVERLAP, {"other": other.name, "minutes": both}))
    before = [other for other in stops[:place] if other.start is not None]
    if before:
        last = max(before, key=_ends)
        gap = stop.start - _ends(last)
        way = travel(last.place, stop.place) if last.place and stop.place else None
        if way and 0 <= gap < way.minutes:
            values = {"other": last.name, "gap": gap, "travel": way.minutes}
            found.append(StopWarning(WarningCode.TOO_TIGHT, values))
    return found


def _of_leaving(stops: Sequence[PlannedStop], place: int, day: DayFacts) -> list[StopWarning]:
    stop = stops[place]
    if stop.start is None or stop.place is None or day.home is None or not day.works:
        return []
    if any(other.start is not None for other in stops[:place]):
        return []
    way = travel(day.home, stop.place).minutes
    leaves = stop.start - way
    if leaves >= min(span.begins for span in day.works) - EARLY:
        return []
    return [StopWarning(WarningCode.EARLY_START, {"time": clock_text(max(leaves, 0)), "travel": way})]


def _ends(stop: PlannedStop) -> int:
    return (stop.start or 0) + (stop.minutes or 0)


def _outside(stop: PlannedStop, spans: Sequence[Span]) -> bool:
    if stop.start is None:
        return False
    return not any(span.begins <= stop.start and _ends(stop) <= span.ends for span in _joined(spans))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The spans with those that touch or overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.begins, span.ends)):
        if joined and span.begins <= joined[-1].ends:
            joined[-1] = Span(joined[-1].begins, max(joined[-1].ends, span.ends))
        else:
            joined.append(span)
    return joined


def _hours(spans: Sequence[Span]) -> str:
    return ", ".join(map(str, _joined(spans)))
