"""When a birthday comes next, in the calendar by which the person keeps it."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date

from kamdesk.calendars.lunar import FIRST_YEAR, LAST_YEAR, kept_in, lunar_to_solar

# A year in which February has its 29th.
_LEAP_YEAR = 2000


def next_birthday(month: int, day: int, leap: bool, calendar: str | None, from_date: date) -> date | None:
    """The first day, not before ``from_date``, on which the birthday is kept.

    ``calendar`` is ``solar`` (also None) or ``lunar``; ``leap`` marks a lunar leap month. The 29th of February is
    kept on the 28th in other years; of lunar dates that a year lacks, see `lunar.kept_in`. None where there is no
    such date in any year, or beyond the years of the lunar tables.
    """
    if calendar == "lunar":
        return _next_lunar(month, day, leap, from_date)
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(_LEAP_YEAR, month)[1]:
        return None
    for year in (from_date.year, from_date.year + 1):
        kept = date(year, month, 28 if (month, day) == (2, 29) and not isleap(year) else day)
        if kept >= from_date:
            return kept
    return None


def event_day(
    *,
    month: int,
    day: int,
    leap: bool,
    calendar: str | None,
    yearly: bool,
    year: int | None,
    from_date: date,
) -> date | None:
    """When an event is kept next, not before ``from_date``; one that comes once on its own day, gone or not."""
    if yearly or year is None:
        return next_birthday(month, day, leap, calendar, from_date)
    try:
        return lunar_to_solar(year, month, day, leap) if calendar == "lunar" else date(year, month, day)
    except ValueError:
        return None


def _next_lunar(month: int, day: int, leap: bool, from_date: date) -> date | None:
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    # The lunar year begins up to seven weeks after the solar one, so the last one may still be running.
    for year in range(from_date.year - 1, from_date.year + 2):
        if FIRST_YEAR <= year <= LAST_YEAR:
            kept = kept_in(year, month, day, leap)
            if kept >= from_date:
                return kept
    return None
