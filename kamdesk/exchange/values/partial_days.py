"""Days that say less than a day: 3.15, 3月15日, 15日. What is wanting stands in the title, or nobody knows it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.dates import SHORT_DAY, Order, clean_day, read_date
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import as_text

_NAMED = re.compile(r"(\d{1,2})月(\d{1,2})[日号]?")
_BARE = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})")
_OF_MONTH = re.compile(r"(\d{1,2})[日号]?")
_SHORT = re.compile(r"(\d{2})\s*([-.年])\s*(\d{1,2})\s*[-.月]\s*(\d{1,2})\s*[日号]?")
Span = tuple[date, date]


def read_day_within(
    cell: Cell, order: Order | None, *, span: Span | None, year: int | None = None, chinese: bool = True
) -> date:
    """A day as `read_date` reads it, or one that leaves out what holds for the whole list.

    ``span`` are the months that the titles speak of, ``year`` what was said of the column. A year is taken only where
    span or ``year`` leave one, a month only where the span is one. Raises Doubt, undecided where the rest is not known,
    where 3.1 may be a 3.10 whose zero a spreadsheet dropped, and for a day outside the span that gave the year.
    """
    try:
        return read_date(cell, order)
    except Doubt as doubt:
        if doubt.reason != "date_unreadable":
            raise
    text = clean_day(as_text(cell))
    short = _SHORT.fullmatch(text)
    if short and (chinese or order == "ymd"):
        return _day(2000 + int(short[1]), int(short[3]), int(short[4]))
    if not chinese and order != "ymd" and (year_last := SHORT_DAY.fullmatch(text)):
        return read_date(f"{year_last[1]}/{year_last[2]}/20{year_last[3]}", order)
    named = _NAMED.fullmatch(text)
    if named:
        return _placed(int(named[1]), int(named[2]), span, year)
    bare = _BARE.fullmatch(text)
    if bare:
        return _bare(int(bare[1]), bare[2], bare[3], order, span, year)
    alone = _OF_MONTH.fullmatch(text)
    if alone and _single_month(span):
        assert span is not None
        return _day(span[0].year, span[0].month, int(alone[1]))
    if alone and not text.isdigit():
        raise Doubt("date_month", undecided=True)
    raise Doubt("date_unreadable")


def _bare(
    first: int, sign: str, after: str, order: Order | None, span: Span | None, year: int | None
) -> date:
    second = int(after)
    if sign == "." and after in ("1", "2", "3"):
        raise Doubt("date_zero", undecided=True)
    month, day = (second, first) if order == "dmy" or first > 12 >= second else (first, second)
    if order is None and _single_month(span) and span is not None:
        # Of 3/4 and 4/3 below 三月 one is of March.
        fits = {(a, b) for a, b in ((first, second), (second, first)) if a == span[0].month}
        if len(fits) == 1:
            month, day = fits.pop()
    return _placed(month, day, span, year)


def _placed(month: int, day: int, span: Span | None, year: int | None) -> date:
    """The one such day within the span, or in the year that was said of the column."""
    if not 1 <= month <= 12:
        raise Doubt("date_unreadable")
    if year is not None:
        return _day(year, month, day)
    if span is None:
        raise Doubt("amount_period", undecided=True)
    years = range(span[0].year, span[1].year + 1)
    within = [each for each in years if span[0] <= _day(each, month, min(day, 28)) <= span[1]]
    if len(within) != 1:
        raise Doubt("date_outside", undecided=True)
    return _day(within[0], month, day)


def _day(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        raise Doubt("date_no_such_day")
    return date(year, month, day)


def _single_month(span: Span | None) -> bool:
    return span is not None and (span[0].year, span[0].month) == (span[1].year, span[1].month)
