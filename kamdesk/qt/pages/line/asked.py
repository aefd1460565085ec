"""What is asked about a change of the line, and what is answered; rhythms as they are chosen from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.schedule import rhythm_dots
from kamdesk.qt.speech import Speech, clock

translate = QCoreApplication.translate
CODE = 100
"""A rhythm counts so much in its code, the week it begins in one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Weekday (0 is Monday), minute of the day, minutes, rhythm: every how many weeks (0: a single visit), and in
    which of them, from 0."""

    weekday: int
    start: int
    minutes: int
    every_weeks: int = 0
    week_offset: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A change that waits for its answer: from ``was`` to ``to`` (None: taken off the line).

    ``first_day`` is when it would take effect, ``visit_day`` the day of the one visit that could be moved instead;
    None where only one of the two makes sense. ``promised``: the customer was told the time that is to change.
    """

    name: str
    was: Place
    to: Place | None
    first_day: date | None
    visit_day: date | None
    promised: bool = False
    cycle_weeks: int = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """Who asked (``customer`` or ``us``), whom, when, why; ``once``: one visit, else the slot from ``first_day``.

    ``promised``: the customer knows the new time.
    """

    asked_by: str
    contact_id: str | None
    asked_on: date
    reason: str | None
    once: bool
    first_day: date | None
    promised: bool = False


def in_words(question: Question, speech: Speech) -> str:
    """What is to be changed: whose stop, from where to where, how long, and the rhythm where that changes."""
    was = f"{speech.text(f'weekday.{question.was.weekday}')} {clock(question.was.start)}"
    if question.to is None:
        said = translate("AskPopover", "{name}: {was} is taken off the line")
        return said.format(name=question.name, was=was)
    to = f"{speech.text(f'weekday.{question.to.weekday}')} {clock(question.to.start)}"
    if question.to.every_weeks:
        old, new = (
            rhythm_dots(place.every_weeks, place.week_offset, question.cycle_weeks)
            for place in (question.was, question.to)
        )
        if old != new:
            was, to = f"{was} {dots_text(old)}", f"{to} {dots_text(new)}"
    said = translate("AskPopover", "{name}: {was} → {to}, {length}")
    length = speech.text("unit.minutes", n=question.to.minutes)
    return said.format(name=question.name, was=was, to=to, length=length)


def rhythm_code(every_weeks: int, week_offset: int) -> int:
    """Rhythm and week as one number, as the choices carry it."""
    return every_weeks * CODE + week_offset


def rhythm_choices(cycle_weeks: int, current: int, speech: Speech) -> list[tuple[str, object]]:
    """Every rhythm that goes evenly into the cycle, with each week it may begin in: ``●○●○ every 2 weeks``."""
    usual = [n for n in (1, 2, 4) if cycle_weeks % n == 0]
    return [
        (f"{dots_text(rhythm_dots(n, week, cycle_weeks))}  {speech.rhythm(n)}", rhythm_code(n, week))
        for n in sorted({*usual, current} - {0})
        for week in range(n)
    ]


def dots_text(weeks: Iterable[bool]) -> str:
    return "".join("●" if on else "○" for on in weeks)
