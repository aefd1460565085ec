"""What is to be printed: which paper, of when or whom, in which language, on what sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from kamdesk.domain.schedule import monday_of
from kamdesk.papers.form import Sides
from kamdesk.qt.jobs import PaperAccount

EVENING = 17
FRIDAY = 4


class Kind(Enum):
    """The papers there are."""

    WEEK = "week"
    DAY = "day"
    BRIEFING = "briefing"


class Whose(Enum):
    """Whose briefings: of the accounts picked, or of all with a visit on a day or in a week."""

    PICKED = "picked"
    ON_DAY = "day"
    IN_WEEK = "week"


@dataclass(frozen=True, slots=True)
class Choice:
    """``monday`` begins the week of a week plan or of a week's briefings, ``day`` is that of a day plan or of a day's.

    ``language`` is zh, en or empty (as the window speaks).
    """

    kind: Kind
    monday: date
    day: date
    whose: Whose = Whose.ON_DAY
    accounts: tuple[PaperAccount, ...] = ()
    language: str = ""
    sides: Sides = Sides.WHOLE

    @property
    def span(self) -> tuple[date, date]:
        """First and last day of the visits whose briefings are meant."""
        if self.whose is Whose.IN_WEEK:
            return self.monday, self.monday + timedelta(days=6)
        return self.day, self.day


def usual_choice(now: datetime) -> Choice:
    """What a rep needs at this moment of their wall time.

    From Friday on next week's plan; in the evening the briefings of tomorrow; before noon on other days the day's plan;
    else the week's.
    """
    today = now.date()
    this, ahead = monday_of(today), monday_of(today) + timedelta(days=7)
    if today.weekday() >= FRIDAY:
        return Choice(Kind.WEEK, ahead, ahead, whose=Whose.IN_WEEK)
    if now.hour >= EVENING:
        return Choice(Kind.BRIEFING, this, today + timedelta(days=1))
    if now.hour < 12 and today.weekday() > 0:
        return Choice(Kind.DAY, this, today)
    return Choice(Kind.WEEK, this, today)


def ordered_kinds(kept: object) -> tuple[Kind, ...]:
    """The papers, the one used last first; ``kept`` is what was kept of the order, whatever that may be."""
    names = str(kept or "").split(",")
    used = [kind for name in dict.fromkeys(names) for kind in Kind if kind.value == name]
    return (*used, *(kind for kind in Kind if kind not in used))


def with_first(kind: Kind, kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The order once ``kind`` has been used."""
    return (kind, *(one for one in kinds if one is not kind))
