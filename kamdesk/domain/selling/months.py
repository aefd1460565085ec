"""Calendar months as numbers, so that they can be counted: month 0 is January of the year 0."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.domain.facts import Period

MONTHS_A_YEAR = 12


def month_number(day: date) -> int:
    """The month in which ``day`` lies."""
    return day.year * MONTHS_A_YEAR + day.month - 1


def month_period(number: int) -> Period:
    """The first and the last day of a month."""
    first = date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def month_of_year(number: int) -> int:
    """1 to 12."""
    return number % MONTHS_A_YEAR + 1


def month_text(number: int) -> str:
    """The month as ``2026-11``."""
    return f"{number // MONTHS_A_YEAR:04}-{month_of_year(number):02}"


def years_before(day: date, years: int = 1) -> date:
    """The same day some years before; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def twelve_months(until: date) -> Period:
    """The twelve months that end with ``until``: from the day after the same day of the year before."""
    return Period(years_before(until) + timedelta(days=1), until)


def year_before(period: Period) -> Period:
    """The same days of the year before."""
    return Period(years_before(period.first), years_before(period.last))
