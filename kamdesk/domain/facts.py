"""What the figures are counted from: plain facts on visits, slots and promises, by managed unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.domain.line import Asker
from kamdesk.domain.visit import MissedReason, VisitState


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last``, both included."""

    first: date
    last: date

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFact:
    """One visit, or one due day of a slot about which nothing is recorded.

    ``unit_id`` is the managed unit. ``planned``: it stems from the line, not ad hoc. ``moved_to`` is the
    ``id`` of the visit it was moved to. ``visited_on`` and ``arrived`` (minute of the day) come from the
    report. ``excused``: on the planned day the customer is closed or the rep on recorded leave.
    """

    id: str
    unit_id: str
    planned: bool
    planned_date: date
    planned_start: int | None = None
    state: str = VisitState.PLANNED
    state_by: str | None = None
    reason: str | None = None
    moved_to: str | None = None
    excused: bool = False
    visited_on: date | None = None
    arrived: int | None = None
    with_order: bool = False

    @property
    def done(self) -> bool:
        return self.state == VisitState.DONE

    @property
    def made_on(self) -> date:
        """The day of a visit that was made; the planned one where its report names none."""
        return self.visited_on or self.planned_date

    @property
    def by_customer(self) -> bool:
        """Cancelled or moved at the customer's request, also where it was written down as missed for that reason."""
        if self.state in (VisitState.CANCELLED, VisitState.RESCHEDULED) and self.state_by is not None:
            return self.state_by == Asker.CUSTOMER
        undone = self.state in (VisitState.MISSED, VisitState.CANCELLED, VisitState.RESCHEDULED)
        return undone and self.reason == MissedReason.CUSTOMER_MOVED

    @property
    def counts(self) -> bool:
        """Whether nothing that the formula of visits due names takes it out."""
        return not (self.by_customer or self.excused)


@dataclass(frozen=True, slots=True)
class SlotFact:
    """A slot and the days it is in force, both ends included; one that ends before it begins never is. ``due_from``
    is the first day on which it would fall due; None: the first in force.
    """

    id: str
    unit_id: str
    valid_from: date
    valid_to: date | None = None
    due_from: date | None = None

    @property
    def first_due(self) -> date:
        return self.due_from or self.valid_from


@dataclass(frozen=True, slots=True)
class SlotChangeFact:
    """One change of a slot: the old one, the new one (None: given up), who asked, from which day."""

    from_slot_id: str
    to_slot_id: str | None
    asked_by: str
    effective_from: date


@dataclass(frozen=True, slots=True)
class PromiseFact:
    """A promise: how it stands, and its days."""

    state: str
    made_on: date
    due_on: date | None = None
    settled_on: date | None = None
