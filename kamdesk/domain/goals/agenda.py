"""The agenda of a day: each thing once, in four parts that are counted apart, the same on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Task(StrEnum):
    """What kind of thing is to be done, in the order in which things of a day are told."""

    VISIT = "visit"
    REPORT = "report"
    PROMISE = "promise"
    ACTION = "action"
    REQUEST = "request"
    PROSPECT = "prospect"
    STEP = "step"
    EVENT = "event"
    BIRTHDAY = "birthday"
    RISK = "risk"
    TERMS = "terms"
    CYCLE = "cycle"
    VISITS_SHORT = "visits_short"
    CONTACTS_SHORT = "contacts_short"
    REPORTS_SHORT = "reports_short"


class Part(StrEnum):
    """Due: today or overdue. Step: for the next visit, without a day. Ahead: a day that comes near. Service: what the
    class of an account asks for in a quarter and it has not got.
    """

    DUE = "due"
    STEP = "step"
    AHEAD = "ahead"
    SERVICE = "service"


_PARTS = {
    Task.STEP: Part.STEP,
    **dict.fromkeys((Task.EVENT, Task.BIRTHDAY, Task.RISK, Task.TERMS, Task.CYCLE), Part.AHEAD),
    **dict.fromkeys((Task.VISITS_SHORT, Task.CONTACTS_SHORT, Task.REPORTS_SHORT), Part.SERVICE),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do. ``day`` is when it is due or takes place (None: no day), ``start`` a minute of the day.

    ``count`` is how many are wanting of a task of service; ``record_id`` what it comes from. ``kind`` is the code of a
    risk's hazard or of a cycle's kind; ``last`` the end of a season.
    """

    task: Task
    day: date | None
    start: int | None
    account_id: str | None
    account: str | None
    what: str | None
    record_id: str | None
    overdue: bool = False
    count: int | None = None
    kind: str | None = None
    last: date | None = None

    @property
    def part(self) -> Part:
        return _PARTS.get(self.task, Part.DUE)


@dataclass(frozen=True, slots=True)
class Agenda:
    """Due things by their time and lateness, then steps, days ahead, service."""

    day: date
    items: tuple[Item, ...]

    def of(self, part: Part) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.part is part)

    def number(self, *tasks: Task) -> int:
        """How many things of these kinds there are."""
        return sum(item.task in tasks for item in self.items)

    @property
    def due(self) -> int:
        """How many things today asks for."""
        return len(self.of(Part.DUE))

    @property
    def overdue(self) -> int:
        """How many of those are late."""
        return sum(item.overdue for item in self.of(Part.DUE))

    @property
    def short(self) -> int:
        """How many accounts get less than their class asks for."""
        return len({item.account_id for item in self.of(Part.SERVICE)})


def in_order(day: date, items: list[Item]) -> Agenda:
    """Visits by their time, then what is overdue, what is due, part by part."""
    parts, tasks = list(Part), list(Task)
    items.sort(
        key=lambda one: (
            parts.index(one.part),
            one.task != Task.VISIT,
            one.start or 0,
            not one.overdue,
            one.day or date.max,
            tasks.index(one.task),
            one.account or "",
            one.record_id or "",
        )
    )
    return Agenda(day, tuple(items))
