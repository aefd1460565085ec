"""Birthdays: with and without year, in part, solar and lunar."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from kamdesk.domain.contact import Calendar
from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.dates import Order, month_number, read_date
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.numerals import numeral, year_of
from kamdesk.exchange.values.text import as_text, folded

_LUNAR = re.compile(
    r"[(]?(?:农历|阴历|旧历|lunar)[)]?[:\s]*|\(?农\)?[:\s]*(?=[\d一二三四五六七八九十正冬腊闰])",
    re.IGNORECASE,
)
_SOLAR = re.compile(r"[(]?(?:公历|阳历|新历|solar)[)]?[:\s]*", re.IGNORECASE)
_ONLY_LUNAR = re.compile(r"闰|正月|冬月|腊月|初[一二三四五六七八九十]|廿|卅")
_LUNAR_TEXT = re.compile(
    r"(?:([\d〇零一二三四五六七八九]{4})年)?(闰)?(正|冬|腊|十[一二]?|[一二三四五六七八九]|\d{1,2})月(闰)?"
    r"(初十|初[一二三四五六七八九]|[廿卅][一二三四五六七八九]?|二?十[一二三四五六七八九]?|三十|[一二三四五六七八九]|\d{1,2})[日号]?"
)
_NUMERAL_TEXT = re.compile(
    r"(?:([〇零一二三四五六七八九]{4})年)?(十[一二]?|[一二三四五六七八九])月((?:二|三)?十[一二三四五六七八九]?|[一二三四五六七八九])([日号])?"
)
_MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})[日号]?")
_BARE_MONTH_DAY = re.compile(r"(?:--)?(\d{1,2})[-/.](\d{1,2})")
_YEAR_MONTH = re.compile(r"(\d{4})(?:年(\d{1,2})月|[-/](\d{1,2}))")
_SHORT_YEAR = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})")
_SHORT_NAMED = re.compile(r"(\d{2})年(?:(\d{1,2})月(?:(\d{1,2})[日号]?)?)?")
_DOTTED = re.compile(r"(\d{4})\.(\d{1,2})")
_YEAR = re.compile(r"(\d{4})年?")
_NAMED = re.compile(r"(?:(\d{1,2})[\s-]+([a-z]{3,9})|([a-z]{3,9})\.?\s+(\d{1,2}))", re.IGNORECASE)
_EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class Birthday:
    """What is known of it; a part that the list does not say is None."""

    calendar: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    leap: bool = False


def read_birthday(cell: Cell, order: Order | None = None, *, today: date) -> Birthday:
    """A birthday. Raises Doubt, undecided where the cell can be read in two ways (1972.1: January or October)."""
    birthday = _short_year(as_text(cell), order, today) or _read(cell, order)
    if (
        isinstance(cell, str)
        and birthday.year
        and birthday.year > today.year
        and not re.search(r"\d{4}", cell)
    ):
        birthday = replace(birthday, year=birthday.year - 100)  # 5-Mar-75
    if birthday.year is not None and not _EARLIEST <= birthday.year <= today.year:
        raise Doubt("birthday_year")
    return birthday


def _short_year(text: str, order: Order | None, today: date) -> Birthday | None:
    """A day whose year has two digits: of the hundred years up to now. Raises Doubt where the order can't be told."""
    plain = folded(text).strip()
    named = _SHORT_NAMED.fullmatch(plain.replace(" ", ""))
    if named and named[2]:
        return _solar(_in_full(int(named[1]), today), int(named[2]), int(named[3]) if named[3] else None)
    found = _SHORT_YEAR.fullmatch(plain)
    if not found:
        return None
    first, second, third = (int(part) for part in found.groups())
    if first > 31 or order == "ymd":
        year, month, day = first, second, third
    elif third > 31 or order is not None:
        year, month, day = third, second, first
        if order == "mdy" or (order is None and second > 12):
            month, day = day, month
        elif order is None and first <= 12 and first != second:
            raise Doubt("date_order", undecided=True)
    else:
        raise Doubt("date_order", undecided=True)
    return _solar(_in_full(year, today), month, day)


def _in_full(year: int, today: date) -> int:
    century = today.year // 100 * 100
    return century + year if century + year <= today.year else century - 100 + year


def _read(cell: Cell, order: Order | None) -> Birthday:
    if isinstance(cell, datetime | date):
        return _solar(cell.year, cell.month, cell.day)
    text = re.sub(r"\s+", " ", folded(as_text(cell)).strip())
    if _LUNAR.search(text) or _ONLY_LUNAR.search(text):
        return _lunar(_LUNAR.sub("", text).strip())
    text = _SOLAR.sub("", text).strip()
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        return _dotted(int(dotted[1]), dotted[2])
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _year_or_serial(cell, order)
    found = _MONTH_DAY.fullmatch(text)
    if found:
        return _solar(None, int(found[1]), int(found[2]))
    found = _YEAR_MONTH.fullmatch(text)
    if found:
        return _solar(int(found[1]), int(found[2] or found[3]), None)
    found = _BARE_MONTH_DAY.fullmatch(text)
    if found:
        return _bare(int(found[1]), int(found[2]), order)
    found = _YEAR.fullmatch(text)
    if found:
        return Birthday(Calendar.SOLAR, year=int(found[1]))
    found = _NAMED.fullmatch(text)
    if found:
        return _solar(None, month_number(found[2] or found[3]), int(found[1] or found[4]))
    found = _NUMERAL_TEXT.fullmatch(text)
    if found:
        if not found[4]:
            raise Doubt("birthday_calendar", undecided=True)
        year = year_of(found[1]) if found[1] else None
        return _solar(year, numeral(found[2]), numeral(found[3]))
    day = read_date(text, order)
    return _solar(day.year, day.month, day.day)


def _year_or_serial(number: float, order: Order | None) -> Birthday:
    if _EARLIEST <= number <= 2100 and float(number).is_integer():
        return Birthday(Calendar.SOLAR, year=int(number))
    day = read_date(number, order)
    return _solar(day.year, day.month, day.day)


def _dotted(year: int, month: str) -> Birthday:
    """1960.2 is February: no other month begins so. 1972.1 may be a 1972.10 whose zero a spreadsheet dropped."""
    if month == "1":
        raise Doubt("birthday_month", undecided=True)
    return _solar(year, int(month), None)


def _bare(first: int, second: int, order: Order | None) -> Birthday:
    if order == "dmy" or (first > 12 >= second):
        return _solar(None, second, first)
    if order in ("mdy", "ymd") or second > 12 or first == second:
        return _solar(None, first, second)
    raise Doubt("date_order", undecided=True)


def _solar(year: int | None, month: int, day: int | None) -> Birthday:
    if not 1 <= month <= 12:
        raise Doubt("date_no_such_day")
    # Without its year a 29 February is a day.
    if day is not None and not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        raise Doubt("date_no_such_day")
    return Birthday(Calendar.SOLAR, year, month, day)


def _lunar(text: str) -> Birthday:
    found = _LUNAR_TEXT.fullmatch(text.strip("() ").replace(" ", ""))
    if not found:
        plain = re.fullmatch(r"(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})", text)
        if not plain:
            raise Doubt("birthday_lunar")
        year, month, day, leap = plain[1], int(plain[2]), int(plain[3]), False
    else:
        year, month, day = found[1], _lunar_month(found[3]), numeral(found[5])
        leap = bool(found[2] or found[4])
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise Doubt("date_no_such_day")
    number = year_of(year) if year else None
    return Birthday(Calendar.LUNAR, number, month, day, leap)


def _lunar_month(text: str) -> int:
    return {"正": 1, "冬": 11, "腊": 12}.get(text) or numeral(text)
