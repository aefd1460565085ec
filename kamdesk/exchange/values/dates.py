"""Days as lists write them; which of two numbers is the month is never guessed."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta
from typing import Literal

from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.numerals import plain_days
from kamdesk.exchange.values.text import as_text, folded

Order = Literal["ymd", "dmy", "mdy"]

_EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets, whose year 1900 has a 29 February
_SERIALS = range(3_654, 73_051)  # 1910 to 2099
_TIME = r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?" + _TIME, re.IGNORECASE
)
_ASIDE = re.compile(
    r"\s*[(]?(?:星期|周)[一二三四五六日天][)]?"
    r"|(?<=[日号\d])\s*(?:上午|下午|早上|晚上|中午|傍晚|之?前|以前)$"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})" + _TIME, re.IGNORECASE)
SHORT_DAY = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?P<month>[a-z]{3,9})\.?"
    r"|(?P<month2>[a-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?)[\s,-]+(?P<year>\d{4}|\d{2}(?!\d|:))"
    + _TIME,
    re.IGNORECASE,
)


def read_date(cell: Cell, order: Order | None = None) -> date:
    """A day; a time beside it is left out. ``order`` says how 3/4/1996 is meant; without it that is undecided."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return from_serial(cell)
    text = clean_day(as_text(cell))
    found = _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    named = _NAMED.fullmatch(text)
    if named:
        month = month_number(named["month"] or named["month2"])
        return _day(_whole_year(named["year"]), month, int(named["day"] or named["day2"]))
    found = _YEAR_LAST.fullmatch(text)
    if found:
        return _year_last(int(found[1]), int(found[2]), int(found[3]), order)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        return from_serial(float(text))
    raise Doubt("date_unreadable")


def clean_day(text: str) -> str:
    """A day without its weekday and its part of the day, its Chinese digits as plain ones."""
    return _ASIDE.sub("", plain_days(folded(text).strip())).strip()


def date_orders(text: str, *, short: bool = False) -> set[Order]:
    """The orders in which a date with its year last can be read; empty for a text of another form.

    ``short``: two digits at the end are a year too, as nobody writes it in Chinese.
    """
    plain = folded(text).strip()
    found = _YEAR_LAST.fullmatch(plain) or (SHORT_DAY.fullmatch(plain) if short else None)
    if not found:
        return set()
    first, second = int(found[1]), int(found[2])
    orders: set[Order] = set()
    if first <= 31 and 1 <= second <= 12:
        orders.add("dmy")
    if second <= 31 and 1 <= first <= 12:
        orders.add("mdy")
    return orders


def from_serial(number: float) -> date:
    """The day that a spreadsheet counts as ``number``. Raises Doubt for a number that is no likely day."""
    if not math.isfinite(number) or int(number) not in _SERIALS:
        raise Doubt("date_unreadable")
    return _EPOCH + timedelta(days=int(number))


def month_number(name: str) -> int:
    """1 for Jan and January. Raises Doubt for another word."""
    key = name[:3].casefold()
    if key not in _MONTHS:
        raise Doubt("date_unreadable")
    return _MONTHS.index(key) + 1


def _whole_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Doubt("date_no_such_day") from None


def _year_last(first: int, second: int, year: int, order: Order | None) -> date:
    if order == "dmy" or (order != "mdy" and first > 12):
        return _day(year, second, first)
    if order == "mdy" or second > 12:
        return _day(year, first, second)
    if first == second:
        return _day(year, first, second)
    raise Doubt("date_order", undecided=True)
