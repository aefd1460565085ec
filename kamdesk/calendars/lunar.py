"""Lunar dates 农历 as solar ones."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

# The years that the library's tables cover without a gap, and in which anybody has a birthday to keep.
FIRST_YEAR, LAST_YEAR = 1900, 2199


@lru_cache(maxsize=16)
def _months(year: int) -> dict[tuple[int, bool], tuple[int, int, int, int]]:
    """The months of a lunar year: (month, leap) → (days, and the solar year, month, day on which it begins)."""
    from lunar_python import LunarYear, Solar

    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"no lunar year {year}: {FIRST_YEAR} to {LAST_YEAR}")
    found = {}
    for month in LunarYear.fromYear(year).getMonthsInYear():
        first = Solar.fromJulianDay(month.getFirstJulianDay())
        begins = (month.getDayCount(), first.getYear(), first.getMonth(), first.getDay())
        found[abs(month.getMonth()), month.getMonth() < 0] = begins
    return found


def lunar_to_solar(year: int, month: int, day: int, leap: bool = False) -> date:
    """The solar date of a lunar one; ``leap`` means the leap month 闰月 that follows the month of that number.

    Raises ValueError where there is no such date: a leap month that the year lacks, the 30th of a month of 29 days.
    """
    found = _months(year).get((month, leap))
    if found is None:
        raise ValueError(f"lunar year {year} has no {'leap ' if leap else ''}month {month}")
    days, *begins = found
    if not 1 <= day <= days:
        raise ValueError(f"month {month} of lunar year {year} has {days} days")
    return date.fromordinal(date(*begins).toordinal() + day - 1)


def kept_in(year: int, month: int, day: int, leap: bool) -> date:
    """The day on which a lunar date is kept in lunar ``year``, also where the year lacks it.

    Of a leap month that the year lacks, it is kept in the month of the same number; of a 30th that the month lacks,
    on its last day, as is the custom. Raises ValueError for a month or day that no year has.
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"no lunar date {month}-{day}")
    months = _months(year)
    days, *begins = months[(month, leap) if (month, leap) in months else (month, False)]
    return date.fromordinal(date(*begins).toordinal() + min(day, days) - 1)


def lunar_name(day: date) -> str:
    """The lunar day of a solar one in Chinese, 十月十七 or 闰六月初一; empty beyond the years of the tables."""
    from lunar_python import Solar

    if not FIRST_YEAR < day.year < LAST_YEAR:
        return ""
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return f"{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"
