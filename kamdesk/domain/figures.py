"""The figures of a rep's work over a period, each exactly as its formula is printed.

All are pure: facts in, numerator and denominator out. ``today`` is the local date of the line's zone; a day
has passed once ``today`` is later. Where a formula leaves a choice, this is what was chosen:

- *Visits of the plan* (visits due, plan completion, on-day rate) belong to the period of their planned day,
  whenever they were made; *visits done* (coverage, call compliance, strike rate) to the period of the day on
  which they were made; punctuality to the period of the day for which the visit that was made had been
  planned.
- Plan completion and on-day rate count visits done among the visits due, so that neither exceeds 1: a visit made
  today is not due before the day has passed, and one made in spite of leave or a closed day is no part of
  either. Done they are all the same: coverage, call compliance and strike rate count them at once.
- Public holidays do not excuse a visit; only what the formula names does.
- A visit and the one it was moved to are one visit. It counts at the first of them that nothing takes out: moved
  by the customer, the new day counts; moved by us, the first day counts as due, is done if the later visit is
  done, and was not kept on the day.
- Made on another day than planned, a visit is done but neither on the day nor punctual. Without a recorded day it
  is done, but not on the day.
- A slot and those it was changed into are one slot. One given up counts as in force in the period of that change,
  else giving it up on the first day would never show.
- A promise belongs to the period in which it is due; without a due day, to the one in which it was settled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.facts import Period, PromiseFact, SlotChangeFact, SlotFact, VisitFact
from kamdesk.domain.line import Asker
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.units import resolve_alias


class FigureId(StrEnum):
    """The figures of visits and promises, in the order in which they are printed."""

    VISITS_DUE = "visits_due"
    PLAN_COMPLETION = "plan_completion"
    ON_DAY_RATE = "on_day_rate"
    PUNCTUALITY = "punctuality"
    SLOT_STABILITY = "slot_stability"
    COVERAGE = "coverage"
    CALL_COMPLIANCE = "call_compliance"
    STRIKE_RATE = "strike_rate"
    PROMISE_KEPT = "promise_kept"


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio of two counts; a plain count has the denominator 1."""

    id: FigureId
    numerator: int
    denominator: int

    @property
    def value(self) -> float | None:
        """The unrounded ratio; None, never 0 or 1, where there was nothing to divide by."""
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A visit of the plan and what became of it: ``first`` is the one that counts, ``last`` the end of its moves."""

    first: VisitFact
    last: VisitFact

    @property
    def done(self) -> bool:
        return self.last.done

    @property
    def on_day(self) -> bool:
        return self.first.done and self.first.visited_on == self.first.planned_date


def planned_visits(visits: Iterable[VisitFact]) -> list[PlannedVisit]:
    """The visits of the plan, each once, with those it was moved to folded into it.

    All visits of a chain of moves must be given, also those outside the period. Where two were moved to the
    same visit, it makes good the earlier one only.
    """
    by_id = {visit.id: visit for visit in visits}
    ordered = sorted(by_id.values(), key=lambda visit: (visit.planned_date, visit.id))
    targets = {visit.moved_to for visit in ordered if not visit.done and visit.moved_to != visit.id}
    found: list[PlannedVisit] = []
    seen: set[str] = set()
    # What no visit was moved to begins a chain; visits moved in a ring have no beginning and are walked last.
    for head in (*(visit for visit in ordered if visit.id not in targets), *ordered):
        chain: list[VisitFact] = []
        here: VisitFact | None = head
        while here is not None and here.id not in seen:
            seen.add(here.id)
            chain.append(here)
            here = by_id.get(here.moved_to) if here.moved_to and not here.done else None
        if chain and head.planned:
            found.append(PlannedVisit(next((v for v in chain if v.counts), chain[-1]), chain[-1]))
    return found


def visits_due(plan: Iterable[PlannedVisit], period: Period, today: date) -> list[PlannedVisit]:
    """The visits of the plan that are due: their day lies in the period and has passed, and nothing takes them out."""
    return [
        v for v in plan if v.first.planned_date in period and v.first.planned_date < today and v.first.counts
    ]


def punctuality(plan: Iterable[PlannedVisit], period: Period, tolerance: int) -> Figure:
    """Arrived within ±``tolerance`` minutes of the planned time, among planned visits done with both times known."""
    judged = [
        visit.last
        for visit in plan
        if visit.done and visit.last.planned_date in period
        and visit.last.arrived is not None and visit.last.planned_start is not None
    ]  # fmt: skip
    punctual = [
        visit
        for visit in judged
        if visit.visited_on == visit.planned_date
        and abs((visit.arrived or 0) - (visit.planned_start or 0)) <= tolerance
    ]
    return Figure(FigureId.PUNCTUALITY, len(punctual), len(judged))


def slot_stability(
    slots: Collection[SlotFact], changes: Collection[SlotChangeFact], period: Period
) -> Figure:
    """Slots unchanged, or changed only at the customer's request, among the slots in force in the period.

    A slot changed before it first fell due was never kept: nobody was used to it, so that is no exception.
    """
    due = {slot.id: slot.first_due for slot in slots}
    successor = {change.from_slot_id: change.to_slot_id for change in changes if change.to_slot_id}
    standing = {resolve_alias(slot.id, successor) for slot in slots if _stands(slot, period)}
    now_changed = [
        change
        for change in changes
        if change.effective_from in period and due.get(change.from_slot_id, date.min) < change.effective_from
    ]
    standing |= {resolve_alias(change.from_slot_id, successor) for change in now_changed}
    exceptions = {
        resolve_alias(change.from_slot_id, successor)
        for change in now_changed
        if change.asked_by != Asker.CUSTOMER
    }
    return Figure(FigureId.SLOT_STABILITY, len(standing - exceptions), len(standing))


def _stands(slot: SlotFact, period: Period) -> bool:
    return max(slot.valid_from, period.first) <= min(slot.valid_to or period.last, period.last)


def promise_kept(promises: Iterable[PromiseFact], period: Period, today: date) -> Figure:
    """Kept among all promises that have come to their end, or should have."""
    mine = [
        promise for promise in promises if (promise.due_on or promise.settled_on or promise.made_on) in period
    ]
    ended = (PromiseState.KEPT, PromiseState.KEPT_LATE, PromiseState.BROKEN, PromiseState.SUBSTITUTED)
    judged = [
        promise
        for promise in mine
        if promise.state in ended
        or (promise.state == PromiseState.OPEN and promise.due_on is not None and promise.due_on < today)
    ]
    kept = [promise for promise in judged if promise.state == PromiseState.KEPT]
    return Figure(FigureId.PROMISE_KEPT, len(kept), len(judged))


def all_figures(
    *,
    visits: Collection[VisitFact],
    slots: Collection[SlotFact],
    changes: Collection[SlotChangeFact],
    promises: Collection[PromiseFact],
    period: Period,
    today: date,
    tolerance: int,
) -> tuple[Figure, ...]:
    """Every figure of the period, in the order of FigureId. ``tolerance`` is in minutes.

    The facts may reach beyond the period; chains of moves and of slot changes must be whole.
    """
    plan = planned_visits(visits)
    due = visits_due(plan, period, today)
    made = {visit.id: visit for visit in visits if visit.done and visit.made_on in period}
    of_plan = {visit.last.id for visit in plan if visit.done}
    on_line = {slot.unit_id for slot in slots if _stands(slot, period)}
    visited = {visit.unit_id for visit in made.values()}
    return (
        Figure(FigureId.VISITS_DUE, len(due), 1),
        Figure(FigureId.PLAN_COMPLETION, sum(visit.done for visit in due), len(due)),
        Figure(FigureId.ON_DAY_RATE, sum(visit.on_day for visit in due), len(due)),
        punctuality(plan, period, tolerance),
        slot_stability(slots, changes, period),
        Figure(FigureId.COVERAGE, len(on_line & visited), len(on_line)),
        Figure(FigureId.CALL_COMPLIANCE, len(of_plan & made.keys()), len(made)),
        Figure(FigureId.STRIKE_RATE, sum(visit.with_order for visit in made.values()), len(made)),
        promise_kept(promises, period, today),
    )
