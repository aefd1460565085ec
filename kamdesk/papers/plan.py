"""The data of a week plan 周拜访计划: what is planned, day by day, stop by stop.

The sheets lie on customers' desks. The types therefore hold no class, stage, debt, support, influence or
internal remark; ``read_first`` alone says that the briefing holds something to read before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kamdesk.domain.figures import Figure
from kamdesk.domain.geo import Travel
from kamdesk.papers.common import Audience, Caution, Imprint, Person, Rhythm


@dataclass(frozen=True, slots=True)
class DuePromise:
    """What we owe a customer.

    ``account`` is the short name, for where promises of several accounts stand together.
    """

    what: str
    due_on: date | None
    account: str | None = None
    to_whom: str | None = None


@dataclass(frozen=True, slots=True)
class LastVisit:
    """The last visit: when, how it ended (``outcome``: visit.outcome, or ``state``: visit.state if it did not
    happen) and the next step agreed. The points noted are internal and stay in the briefing."""

    on: date
    outcome: str | None = None
    state: str = "done"
    next_step: str | None = None


@dataclass(frozen=True, slots=True)
class StockToCount:
    """A product to count: ``last`` in thousandths of ``unit``, counted on ``counted_on``; None: never."""

    product: str
    unit: str | None = None
    last: int | None = None
    counted_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanStop:
    """One visit of a day.

    ``start`` is a minute of the day (None: no time agreed), ``minutes`` the length. ``travel`` leads to this
    stop (None: a place is unknown). ``area`` is the district or city. ``promised``: the customer was told the
    time. ``origin`` and ``state`` are codes of visit.origin and visit.state; ``moved_from`` the day it stood
    on before.
    """

    account: str
    start: int | None
    minutes: int | None
    short_name: str | None = None
    area: str | None = None
    address: str | None = None
    phone: str | None = None
    people: tuple[Person, ...] = ()
    rhythm: Rhythm | None = None
    promised: bool = False
    origin: str = "planned"
    state: str = "planned"
    moved_from: date | None = None
    travel: Travel | None = None
    last_visit: LastVisit | None = None
    promises: tuple[DuePromise, ...] = ()
    objective: str | None = None
    actions: tuple[str, ...] = ()
    products: tuple[StockToCount, ...] = ()
    read_first: bool = False
    cautions: tuple[Caution, ...] = ()
    brief: str | None = None

    @property
    def called(self) -> str:
        """The name for places with little room."""
        return self.short_name or self.brief or self.account


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """An account that was missed, or not visited for longer than its rhythm allows.

    ``why`` is ``missed`` or ``overdue``; ``since`` the missed day or the last visit (None: never visited),
    ``days`` how long that is ago, ``allowed`` after how many days a visit is due; ``reason`` a code of
    missed_reason. ``day`` is the day of this week on which it lies on the way, ``near`` the stop it lies by,
    at ``kilometres``.
    """

    account: str
    why: str
    since: date | None = None
    days: int | None = None
    allowed: int | None = None
    reason: str | None = None
    day: date | None = None
    near: str | None = None
    kilometres: float | None = None


@dataclass(frozen=True, slots=True)
class PlanDay:
    """One day: its stops in the order in which they are visited, ``way_home`` after the last."""

    day: date
    stops: tuple[PlanStop, ...] = ()
    cautions: tuple[Caution, ...] = ()
    nearby: tuple[OpenAccount, ...] = ()
    way_home: Travel | None = None

    @property
    def visit_minutes(self) -> int:
        """Planned minutes with customers."""
        return sum(stop.minutes or 0 for stop in self.stops)

    @property
    def travel_minutes(self) -> int:
        """Estimated minutes on the road, the way home included."""
        return sum(way.minutes for way in self._ways)

    @property
    def kilometres(self) -> float:
        """Estimated kilometres, the way home included."""
        return sum(way.kilometres for way in self._ways)

    @property
    def ways_unknown(self) -> int:
        """Stops to which no way could be estimated."""
        return sum(stop.travel is None for stop in self.stops)

    @property
    def _ways(self) -> list[Travel]:
        ways = [stop.travel for stop in self.stops if stop.travel]
        return [*ways, self.way_home] if self.way_home else ways


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A week of one rep's line.

    ``days`` run from Monday to Sunday; days without stops and cautions may be left out. ``promises`` are
    those due in the week or overdue, ``open_accounts`` the missed and overdue, ``figures`` those of the week
    before, which may not be over yet (``before_over``). ``tolerance`` is the minutes that still count as
    punctual, ``currency`` what orders are written in.
    """

    AUDIENCE: ClassVar[Audience] = Audience.INTERNAL

    imprint: Imprint
    line: str
    year: int
    week: int
    days: tuple[PlanDay, ...]
    promises: tuple[DuePromise, ...] = ()
    open_accounts: tuple[OpenAccount, ...] = ()
    figures: tuple[Figure, ...] = ()
    tolerance: int = 15
    currency: str | None = None
    before_over: bool = True

    @property
    def monday(self) -> date:
        """First day of the ISO week."""
        return date.fromisocalendar(self.year, self.week, 1)
