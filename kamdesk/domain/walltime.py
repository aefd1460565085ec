"""Times of the day as a clock on the wall shows them, in a zone whose clock may jump."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from kamdesk.domain.errors import RuleError

_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})", re.ASCII)


class ClockNote(StrEnum):
    """What the change of clocks does to a planned time."""

    SKIPPED = "skipped"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class TimeRange:
    """When a visit begins and ends, with the zone; ``note`` where the change of clocks touches its start."""

    begins: datetime
    ends: datetime
    note: ClockNote | None = None


def zone_of(name: str) -> ZoneInfo:
    """The time zone ``name``. Raises RuleError ``zone_unknown``."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise RuleError("zone_unknown", zone=name) from None


def time_range(day: date, start: int, minutes: int, zone: str) -> TimeRange:
    """The visit planned for minute ``start`` of ``day``, lasting ``minutes`` of real time.

    The wall time is kept the whole year round: 8:30 is 8:30 in summer and in winter. A time that the clock
    skips is taken as much later as the clock jumps (2:30 becomes 3:30, note ``skipped``); of a time that
    comes twice, the first is meant (note ``repeated``).
    """
    tz = zone_of(zone)
    planned = datetime.combine(day, time()) + timedelta(minutes=start)
    first = planned.replace(tzinfo=tz, fold=0)
    begins = first.astimezone(UTC).astimezone(tz)
    note = None
    if begins.replace(tzinfo=None) != planned:
        note = ClockNote.SKIPPED
    elif first.utcoffset() != planned.replace(tzinfo=tz, fold=1).utcoffset():
        note = ClockNote.REPEATED
    ends = (begins.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(tz)
    return TimeRange(begins, ends, note)


def local_time(now: datetime, zone: str) -> datetime:
    """``now`` as the clock in ``zone`` shows it. Raises ValueError where ``now`` has no zone."""
    if now.tzinfo is None:
        raise ValueError("now needs a time zone")
    return now.astimezone(zone_of(zone))


def local_day(now: datetime, zone: str) -> date:
    """The date that it is in ``zone``."""
    return local_time(now, zone).date()


def clock_text(minute: int) -> str:
    """A minute of the day as ``08:30``; 1440 is ``24:00``, the end of the day."""
    return f"{minute // 60:02}:{minute % 60:02}"


def parse_clock(text: str) -> int:
    """The minute of the day of ``8:30``, ``08:30`` or ``24:00``. Raises RuleError ``clock_format``."""
    found = _CLOCK.fullmatch(text.strip())
    minute = int(found[1]) * 60 + int(found[2]) if found else -1
    if not found or int(found[2]) > 59 or minute > 24 * 60:
        raise RuleError("clock_format", text=text)
    return minute
