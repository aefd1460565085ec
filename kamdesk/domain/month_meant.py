"""A month as it is typed into a filter: 11月, 十一月, 2026年11月, 2026-11, Nov, November."""

from __future__ import annotations

import re
from datetime import date

NUMERALS = (
    "一月",
    "二月",
    "三月",
    "四月",
    "五月",
    "六月",
    "七月",
    "八月",
    "九月",
    "十月",
    "十一月",
    "十二月",
)
NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_CHINESE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:份)?")
_NUMBERS = re.compile(r"(\d{4})[-/](\d{1,2})")


def month_meant(word: str) -> tuple[int | None, int] | None:
    """The year, None for any, and the month; None where the word is no month."""
    word = word.casefold()
    found = _CHINESE.fullmatch(word) or _NUMBERS.fullmatch(word)
    if found is not None:
        year, month = found.groups()
        return (int(year) if year else None, int(month)) if 1 <= int(month) <= 12 else None
    if word in NUMERALS:
        return None, NUMERALS.index(word) + 1
    fits = [number for number, name in enumerate(NAMES, 1) if len(word) >= 3 and name.startswith(word)]
    return (None, fits[0]) if len(fits) == 1 else None


def in_month(day: date | None, meant: tuple[int | None, int]) -> bool:
    """Whether a day lies in the month."""
    year, month = meant
    return day is not None and day.month == month and year in (None, day.year)
