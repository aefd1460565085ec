"""Visit 拜访 and VisitReport 拜访记录: what was planned, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.row import Row
from kamdesk.domain.schedule import monday_of


class VisitOrigin(StrEnum):
    PLANNED = "planned"
    AD_HOC = "ad_hoc"


class VisitState(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"


class MissedReason(StrEnum):
    """Why a planned visit did not happen, in the order of the letters printed on the plan."""

    CUSTOMER_MOVED = "customer_moved"
    CUSTOMER_ABSENT = "customer_absent"
    WE_MOVED = "we_moved"
    ROAD_WEATHER = "road_weather"
    OTHER = "other"


class Outcome(StrEnum):
    """How a visit ended, in the order of the digits printed on the plan and typed in the report."""

    ORDER = "order"
    INTERESTED = "interested"
    SERVICE = "service"
    COMPLAINT = "complaint"
    NOT_MET = "not_met"
    OTHER = "other"


@dataclass(kw_only=True, eq=False)
class Visit(Row):
    """One visit. A planned one belongs to a slot and the day the slot fell due (``planned_date``).

    A slot's due day has a row only once something is recorded about it; until then it is computed. Times are wall
    time in ``zone``, ``planned_start`` a minute of the day. ``state_by`` (customer or us) says who cancelled or moved
    it. ``moved_to`` is the visit it was moved to.
    """

    account_id: str
    rep_id: str
    zone: str
    planned_date: date
    planned_start: int | None = None
    planned_minutes: int | None = None
    slot_id: str | None = None
    origin: str = VisitOrigin.PLANNED
    state: str = VisitState.PLANNED
    state_by: str | None = None
    reason: str | None = None
    reason_text: str | None = None
    moved_to: str | None = None
    objective: str | None = None


@dataclass(kw_only=True, eq=False)
class VisitCompanion(Row):
    """Who went along on an accompanied visit 协访."""

    visit_id: str
    name: str
    rank: int = 0


@dataclass(kw_only=True, eq=False)
class VisitReport(Row):
    """What happened on a visit, on the planned day or another; ``arrived``/``left`` are minutes of ``visited_on``."""

    visit_id: str
    visited_on: date
    arrived: int | None = None
    left: int | None = None
    outcome: str | None = None
    points: str | None = None
    rival_note: str | None = None
    next_step: str | None = None


@dataclass(kw_only=True, eq=False)
class ReportAmendment(Row):
    """What was put right in a report of a past week, in words, on the day it was put right.

    The fields before and after are in the change log; figures are counted from the report as amended.
    """

    report_id: str
    amended_on: date
    note: str


@dataclass(kw_only=True, eq=False)
class ReportMet(Row):
    """Whom we met."""

    report_id: str
    contact_id: str
    rank: int = 0


@dataclass(kw_only=True, eq=False)
class StockCount(Row):
    """Stock counted at a visit: ``quantity`` in thousandths of ``unit``."""

    report_id: str
    product_id: str
    quantity: int
    unit: str | None = None
    rank: int = 0


def report_closed(visited_on: date, today: date) -> bool:
    """Whether the ISO week of a report has ended: from then on it is amended with a note, never just written over."""
    return visited_on < monday_of(today)
