"""The four periods that a goal is looked at in: the year, the quarter, the month and the week around one day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from kamdesk.domain.facts import Period
from kamdesk.domain.schedule import monday_of
from kamdesk.domain.selling.months import month_number, month_period


class Span(StrEnum):
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"


def span_around(span: Span, day: date) -> Period:
    """The period of this length that ``day`` lies in; a week begins on Monday."""
    if span == Span.WEEK:
        monday = monday_of(day)
        return Period(monday, monday + timedelta(days=6))
    month = month_number(day)
    if span == Span.MONTH:
        return month_period(month)
    first = month - month % (3 if span == Span.QUARTER else 12)
    return Period(month_period(first).first, month_period(first + (2 if span == Span.QUARTER else 11)).last)


def overlap(one: Period, other: Period) -> Period | None:
    """The days that lie in both; None where none does."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Period(first, last) if first <= last else None
