"""The line as iCalendar (RFC 5545): a series for each fixed visit, its exceptions, an alarm before each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamdesk.domain.walltime import time_range, zone_of
from kamdesk.exchange.out.workbook import whole_file
from kamdesk.words import Words

if TYPE_CHECKING:
    from icalendar import Event

ALARM_MINUTES = 30
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One visit; ``start`` None: some time that day. ``instead_of`` is the day of the series that it stands for."""

    day: date
    start: int | None
    minutes: int
    objective: str = ""
    instead_of: date | None = None


@dataclass(frozen=True, slots=True)
class DateEntry:
    """A fixed visit, or a single one (``every_weeks`` 0).

    ``first`` is its first occurrence, ``last`` the last day on which it may fall. ``excluded`` are days of the series
    on which there is no visit, ``moved`` visits that stand for one of its days. ``cancelled``: it never takes place.
    """

    uid: str
    account: str
    zone: str
    first: Occurrence
    every_weeks: int = 0
    last: date | None = None
    cancelled: bool = False
    excluded: tuple[date, ...] = ()
    moved: tuple[Occurrence, ...] = ()
    location: str = ""
    place: tuple[float, float] | None = None
    people: str = ""
    sequence: int = 0


def write_calendar(
    path: Path,
    entries: Iterable[DateEntry],
    *,
    name: str,
    words: Words,
    now: datetime,
    heard: Callable[[int], None] = lambda _: None,
) -> None:
    """Writes the entries; a file at ``path`` is replaced once the new one is whole.

    ``heard`` is told how many are written and may raise to stop. Raises OSError.
    """
    with whole_file(path, ".ics") as made, open(made, "wb") as stream:
        stream.write(calendar_bytes(entries, name=name, words=words, now=now, heard=heard))


def calendar_bytes(
    entries: Iterable[DateEntry],
    *,
    name: str,
    words: Words,
    now: datetime,
    heard: Callable[[int], None] = lambda _: None,
) -> bytes:
    """The calendar with the zones that it names."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//kamdesk//kamdesk//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    listed = list(entries)
    days: dict[str, list[date]] = {}
    for entry in listed:
        known = days.setdefault(entry.zone, [])
        known += [entry.first.day, entry.last or entry.first.day, *(moved.day for moved in entry.moved)]
    for zone, used in sorted(days.items()):
        if (made := _zone(zone, used, now)) is not None:
            calendar.add_component(made)
    for number, entry in enumerate(listed, start=1):
        for event in _events(entry, words, now):
            calendar.add_component(event)
        heard(number)
    return calendar.to_ical(sorted=False)


def _zone(zone: str, used: list[date], now: datetime) -> Any:
    """The zone's clock from its first day to ten years ahead: a series that never ends needs its changes."""
    from icalendar import Timezone

    if zone_of(zone).utcoffset(now.replace(tzinfo=None)) is None:
        return None
    last = max([*used, date(now.year + 10, 12, 31)])
    first = min([*used, now.date()])
    return Timezone.from_tzid(
        zone, first_date=date(first.year, 1, 1), last_date=date(min(last.year, 2190), 12, 31)
    )


def _events(entry: DateEntry, words: Words, now: datetime) -> list[Event]:
    master = _event(entry, entry.first, words, now)
    if entry.cancelled:
        master.add("status", "CANCELLED")
        return [master]
    if entry.every_weeks:
        rule: dict[str, Any] = {
            "freq": "WEEKLY",
            "interval": entry.every_weeks,
            "byday": _DAYS[entry.first.day.weekday()],
        }
        if entry.last is not None:
            rule["until"] = _moment(entry.last, entry.first.start, entry.zone).astimezone(UTC)
        master.add("rrule", rule)
        if entry.excluded:
            master.add("exdate", [_moment(day, entry.first.start, entry.zone) for day in entry.excluded])
    made = [master]
    for moved in entry.moved:
        event = _event(entry, moved, words, now)
        event.add("recurrence-id", _moment(moved.instead_of or moved.day, entry.first.start, entry.zone))
        made.append(event)
    return made


def _event(entry: DateEntry, at: Occurrence, words: Words, now: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("summary", words.text("dates.summary", account=entry.account))
    if at.start is None:
        event.add("dtstart", at.day)
        event.add("dtend", at.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        ends = time_range(at.day, at.start, at.minutes, entry.zone).ends
        event.add("dtstart", _moment(at.day, at.start, entry.zone))
        event.add("dtend", ends)
    if entry.location:
        event.add("location", entry.location)
    if entry.place:
        event.add("geo", entry.place)
    said = "\n".join(part for part in (at.objective, entry.people) if part)
    if said:
        event.add("description", said)
    if at.start is not None and not entry.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(minutes=-ALARM_MINUTES))
        alarm.add("description", words.text("dates.alarm", minutes=ALARM_MINUTES, account=entry.account))
        event.add_component(alarm)
    return event


def _moment(day: date, start: int | None, zone: str) -> datetime:
    """Wall time as planned: a rule keeps it, whatever the clock does on a day."""
    return datetime.combine(day, time(), zone_of(zone)) + timedelta(minutes=start or 0)
