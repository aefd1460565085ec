"""Phones and birthdays as lists and cards say them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from kamdesk.domain.contact import Calendar
from kamdesk.words import Words

_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_NUMERALS = "一二三四五六七八九十"


def phones_text(phones: Iterable[Row[Any]], words: Words) -> str:
    """Numbers with their extensions, one after another."""
    sign = "、" if words.language == "zh" else ", "
    return sign.join(
        words.text("list.extension", number=each.number, extension=each.extension)
        if each.extension
        else each.number
        for each in phones
    )


def birthday_text(contact: Row[Any], words: Words) -> str | None:
    """A birthday as an import reads it; a lunar one says so, whatever of it is not known is left out."""
    year, month, day = contact.birth_year, contact.birth_month, contact.birth_day
    if contact.birth_calendar == Calendar.LUNAR and month and day:
        return lunar_text(year, month, day, leap=contact.birth_leap)
    if year and month and day:
        return f"{year:04}-{month:02}-{day:02}"
    if month and day:
        return f"{month}月{day}日" if words.language == "zh" else f"--{month:02}-{day:02}"
    if year and month:
        return f"{year:04}年{month}月" if words.language == "zh" else f"{year:04}-{month:02}"
    return str(year) if year else None


def lunar_text(year: int | None, month: int, day: int, *, leap: bool) -> str:
    """农历1970年闰八月十五; a month or day that no calendar has is said in figures."""
    said = _MONTHS[month - 1] if 1 <= month <= 12 else str(month)
    return f"农历{f'{year}年' if year else ''}{'闰' if leap else ''}{said}月{_lunar_day(day)}"


def _lunar_day(day: int) -> str:
    if not 1 <= day <= 30:
        return f"{day}日"
    if day <= 10:
        return f"初{_NUMERALS[day - 1]}"
    if day in (20, 30):
        return f"{_NUMERALS[day // 10 - 1]}十"
    return f"{'十' if day < 20 else '廿'}{_NUMERALS[day % 10 - 1]}"
