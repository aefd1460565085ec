"""Days on which nobody works: public holidays, the weeks round the Spring Festival, the rep's own leave."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from kamdesk.calendars import Kind, day_kind, lunar_to_solar
from kamdesk.words import Language, Words

AHEAD = timedelta(weeks=6)


def holiday(day: date) -> str | None:
    """The holiday's code; in a year that is not announced yet, as the days are by law."""
    found = day_kind(day)
    if found is None or found.kind is Kind.MAKE_UP_WORKDAY:
        return None
    if found.kind is Kind.HOLIDAY:
        return found.name
    spring = spring_festival(day.year)
    if spring - timedelta(days=1) <= day <= spring + timedelta(days=6):
        return "spring_festival"
    fixed = {(1, 1): "new_years_day", (5, 1): "labour_day", (5, 2): "labour_day", (5, 3): "labour_day"}
    if day.month == 10 and day.day <= 7:
        return "national_day"
    return fixed.get((day.month, day.day))


@cache
def spring_festival(year: int) -> date:
    """The first day of the lunar year that begins in ``year``."""
    return lunar_to_solar(year, 1, 1)


def holidays(first: date, last: date, language: Language) -> list[tuple[date, date, str]]:
    """The holidays between two days: first day, last day, name; weekends that join them are counted in."""
    runs: list[tuple[date, date, str]] = []
    day = first
    while day <= last:
        code = holiday(day)
        if code is not None:
            if runs and runs[-1][1] == day - timedelta(days=1) and runs[-1][2] == code:
                runs[-1] = (runs[-1][0], day, code)
            else:
                runs.append((day, day, code))
        day += timedelta(days=1)
    words = Words(language)
    return [(begins, ends, words.choice("holiday", code)) for begins, ends, code in runs]


def market_closed(first: date, last: date) -> list[tuple[date, date]]:
    """When the markets of building materials close round the Spring Festivals that touch the days given."""
    spells = []
    for year in range(first.year, last.year + 1):
        new_year = spring_festival(year)
        begins, ends = new_year - timedelta(days=5), new_year + timedelta(days=9)
        if begins <= last and ends >= first:
            spells.append((begins, ends))
    return spells
