"""Days, times and amounts as they are typed: what is understood, and the one sentence about what is not."""

from __future__ import annotations

import re
from datetime import date, timedelta
from unicodedata import normalize

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kamdesk.qt.widgets.day_words import spoken_day

NIGHT, MORNING, NOON = 60, 7 * 60, 12 * 60
"""Hours from one up to seven, said without more, are those of the afternoon: before seven nobody is visited."""
HALVES = {
    "am": ("凌晨", "清晨", "早上", "上午", "am", "a.m."),
    "pm": ("中午", "下午", "傍晚", "晚上", "pm", "p.m."),
}
_TIME = re.compile(r"(\d{1,2})\s*[:：.点h]?\s*(\d{2})?")
_ISO = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_SHORT = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")
_AHEAD = re.compile(r"\+\s*(\d{1,3})")


class Unreadable(ValueError):
    """A field holds what it can't hold: the widget, and why."""

    def __init__(self, field: QWidget, why: str) -> None:
        super().__init__(why)
        self.field = field


def day_forms() -> str:
    """How a day may be written, to be told where one is asked for."""
    return QCoreApplication.translate("Typed", "Friday, tomorrow, next Wed, 11-26, 2026-11-26 or +7")


def time_forms() -> str:
    """How a time of day may be written."""
    return QCoreApplication.translate("Typed", "9:30, 930 or 9")


def amount_forms() -> str:
    """How an amount of money may be written."""
    return QCoreApplication.translate("Typed", "18400, 18,400.50 or 1.84万")


def no_day(typed: str) -> str:
    """That what was typed is no day, and what would be one."""
    said = QCoreApplication.translate("Typed", "“{text}” is no day of the calendar: write {forms}.")
    return said.format(text=typed.strip(), forms=day_forms())


def no_time(typed: str) -> str:
    """That what was typed is no time of day, and what would be one."""
    said = QCoreApplication.translate("Typed", "“{text}” is no time of day: write {forms}.")
    return said.format(text=typed.strip(), forms=time_forms())


def no_amount(typed: str) -> str:
    """That what was typed is no amount of money, and what would be one."""
    said = QCoreApplication.translate("Typed", "“{text}” is no amount: write {forms}.")
    return said.format(text=typed.strip(), forms=amount_forms())


def parse_time(text: str) -> int | None:
    """A minute of the day from ``9:30``, ``930``, ``9``, ``9点半``; None for nothing. Raises ValueError else."""
    text = normalize("NFKC", text).strip()
    if not text:
        return None
    text = text.replace("点半", "点30").replace("点整", "点")
    if text.isdigit() and len(text) in (3, 4):
        hour, minute = int(text[:-2]), int(text[-2:])
    else:
        found = _TIME.fullmatch(text.rstrip("分"))
        if found is None:
            raise ValueError(text)
        hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        raise ValueError(text)
    return hour * 60 + minute


def parse_visit_time(text: str) -> int | None:
    """A minute of the day as whoever visits customers means it: ``3点半``, ``3:30`` and ``下午3点半`` are in the
    afternoon, ``凌晨3点半`` and ``03:30`` are not. None for nothing. Raises ValueError else.
    """
    text = normalize("NFKC", text).strip()
    half, rest = _half_of_day(text)
    minute = parse_time(rest)
    if minute is None:
        if half is not None:
            raise ValueError(text)
        return None
    bare = half is None and not rest.startswith("0") and NIGHT <= minute < MORNING
    if (bare or half == "pm") and minute < NOON:
        return minute + NOON
    if half == "am" and minute >= NOON + 60:
        raise ValueError(text)
    return minute % NOON if half == "am" else minute


def _half_of_day(text: str) -> tuple[str | None, str]:
    """``am`` or ``pm`` where it is said, and the rest."""
    folded = text.casefold()
    for half, words in HALVES.items():
        for word in words:
            if folded.startswith(word):
                return half, text[len(word) :].strip()
            if word.isascii() and folded.endswith(word):
                return half, text[: -len(word)].strip()
    return None, text


def parse_day(text: str, today: date) -> date | None:
    """A day from ``2026-11-25``, ``11-25`` (the nearest ahead), ``25``, ``+7`` or its words (`spoken_day`).

    None for nothing. Raises ValueError for what is no day.
    """
    text = normalize("NFKC", text).strip()
    if not text:
        return None
    if spoken := spoken_day(text, today):
        return spoken
    if found := _ISO.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _AHEAD.fullmatch(text):
        return today + timedelta(days=int(found[1]))
    if found := _SHORT.fullmatch(text):
        day = date(today.year, int(found[1]), int(found[2]))
        return day if day >= today - timedelta(days=180) else date(today.year + 1, day.month, day.day)
    if text.isdigit() and len(text) <= 2:
        day = today.replace(day=int(text))
        return day if day >= today else _next_month(day)
    raise ValueError(text)


def _next_month(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, day.day)
