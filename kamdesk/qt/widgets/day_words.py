"""Days as people say them: tomorrow, Friday, next Wednesday, the end of the month; in Chinese and in English."""

from __future__ import annotations

import re
from datetime import date, timedelta

_NEAR = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2,
    "大后天": 3,
    "day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2,
}  # fmt: skip
_WEEK = {"上上": -2, "上": -1, "last ": -1, "本": 0, "这": 0, "this ": 0, "下": 1, "next ": 1, "下下": 2}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHINESE = "一二三四五六日"
_WEEKDAY = re.compile(
    r"(?:(?P<week>上上|下下|上|下|本|这)个?)?(?:周|星期|礼拜)(?P<chinese>[一二三四五六日天])"
    r"|(?P<which>last |this |next )?(?P<english>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
)
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = ("tues", "wednes", "thur", "thurs", *_WEEKDAYS)
_LATER = re.compile(
    r"(?P<number>\d{1,3}|[一二两三四五六七八九十])个?(?P<unit>天|周|星期)[之以]?后"
    r"|in (?P<english>\d{1,3}) (?P<what>day|week)s?"
)
_NUMERALS = "零一二三四五六七八九十"


def spoken_day(text: str, today: date) -> date | None:
    """The day that the words mean; None for other words.

    A weekday by itself is the next one, today included; with a word before it, the one of that week, which begins on
    Monday: on a Wednesday 下周三 is a week from now.
    """
    said = " ".join(text.casefold().split())
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if said in ("月底", "本月底", "end of month"):
        return _month_end(today)
    if said in ("下月底", "下个月底", "end of next month"):
        return _month_end(_month_end(today) + timedelta(days=1))
    if found := _WEEKDAY.fullmatch(said):
        return _weekday(found, today)
    if found := _LATER.fullmatch(said):
        return _later(found, today)
    return None


def _weekday(found: re.Match[str], today: date) -> date | None:
    if found["chinese"]:
        weekday = _CHINESE.index(found["chinese"].replace("天", "日"))
    else:
        word = found[0].removeprefix(found["which"] or "").rstrip(".")
        if word not in _FULL and word not in _SHORT:
            return None
        weekday = _WEEKDAYS.index(found["english"])
    week = found["week"] or found["which"]
    if week is None:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    return today + timedelta(days=weekday - today.weekday() + 7 * _WEEK[week])


def _later(found: re.Match[str], today: date) -> date:
    word = found["number"] or found["english"]
    number = int(word) if word.isdecimal() else _NUMERALS.index(word.replace("两", "二"))
    weeks = found["unit"] in ("周", "星期") or found["what"] == "week"
    return today + timedelta(days=number * (7 if weeks else 1))


def _month_end(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)
