"""A proposed line accepted in part: whether the part can be driven, what it would need besides, its way day by day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kamdesk.domain.schedule import due_dates, follows_from, monday_of, next_due
from kamdesk.domain.warnings import WarningCode
from kamdesk.planning.checker import Fault, check, travel_by_week
from kamdesk.planning.problem import Plan, Problem, Slot, Unserved
from kamdesk.reads.due import SlotRow
from kamdesk.reads.line_heeded import heeded
from kamdesk.reads.line_meanwhile import holds_from
from kamdesk.reads.line_problem import BookProblem
from kamdesk.reads.line_proposal import Difference, Proposal, standing

Travel = tuple[tuple[float, ...], ...]
"""Minutes on the road by week of the cycle, in it by day of the problem."""


@dataclass(frozen=True, slots=True)
class Part:
    """The line with some of the differences. ``faults`` are the rules it breaks that today's line keeps; ``needed``
    the differences that would make it whole, empty where none would. ``since`` is the first day from which it can be
    driven beside what stands until it ends; None where nothing does. ``odd`` is what the page of the line would warn of
    that it does not today: the stop and what for.
    """

    chosen: frozenset[str]
    slots: tuple[Slot, ...]
    travel: Travel
    faults: tuple[Fault, ...]
    needed: tuple[str, ...]
    since: date | None = None
    odd: tuple[tuple[str, WarningCode], ...] = ()


def part(proposal: Proposal, chosen: Collection[str]) -> Part:
    """The line where of the differences only those of the stops ``chosen`` are accepted, seen by the checker."""
    everything = [each.stop for each in proposal.differences]
    accepted = frozenset(chosen) & frozenset(everything)
    problem = proposal.settled.problem
    today = _faults(problem, standing(problem))

    def broken(names: Iterable[str]) -> list[Fault]:
        found = _faults(problem, line_with(proposal, frozenset(names)))
        return [fault for key, fault in found.items() if key not in today]

    faults = broken(accepted)
    needed: tuple[str, ...] = ()
    if faults and not broken(everything):
        others = [name for name in everything if name not in accepted]
        spared: set[str] = set()

        def spare(names: Sequence[str]) -> None:
            """Leaves out as many of ``names`` as can be."""
            if not names:
                return
            if not broken(name for name in everything if name not in spared and name not in names):
                spared.update(names)
            elif len(names) > 1:
                spare(names[: len(names) // 2])
                spare(names[len(names) // 2 :])

        spare(others)
        needed = tuple(name for name in others if name not in spared)
    slots = line_with(proposal, accepted)
    since = None
    if proposal.meanwhile is not None and not faults:
        changes = {each.stop: each.now for each in proposal.differences if each.stop in accepted}
        since = holds_from(problem, proposal.meanwhile, changes)
    told = proposal.settled.told
    odd = heeded(told, slots) - heeded(told, standing(told))
    return Part(accepted, slots, day_travel(told, slots), tuple(faults), needed, since, tuple(sorted(odd)))


def line_with(proposal: Proposal, accepted: Collection[str]) -> tuple[Slot, ...]:
    """Where everything stands once the differences of the stops ``accepted`` hold."""
    now = {each.stop: each.now for each in proposal.differences if each.stop in accepted}
    kept = [slot for slot in standing(proposal.settled.problem) if slot.id not in now]
    return (*kept, *now.values())


def day_travel(problem: Problem, slots: Sequence[Slot]) -> Travel:
    """Minutes on the road of each day of each week."""
    by_day = [travel_by_week(replace(problem, days=(day,)), slots) for day in problem.days]
    return tuple(tuple(day[week] for day in by_day) for week in range(problem.cycle_weeks))


def starts(book: BookProblem, stop: str, on: date) -> date:
    """From when on a change of ``on`` holds for one visit: one that is yet to begin changes with its own first week."""
    slot = book.slots.get(stop)
    return on if slot is None else follows_from(slot, on)


def whole_from(book: BookProblem, on: date) -> date:
    """The first Monday from which, changed with ``on``, every week is as it is planned: all have begun by then."""
    days = [on, *(starts(book, stop, on) for stop in book.slots)]
    if book.meanwhile is not None:
        days.append(book.meanwhile.until)
    return monday_of(max(days) + timedelta(days=6))


def passed_over(book: BookProblem, differences: Iterable[Difference], on: date) -> tuple[str, ...]:
    """The stops that, moved with ``on``, miss a visit: from the last one to the next is longer than their rhythm."""
    return tuple(
        each.stop
        for each in differences
        if (slot := book.slots.get(each.stop)) is not None and _missed(book, slot, each.now, on)
    )


def _missed(book: BookProblem, slot: SlotRow, now: Slot, on: date) -> bool:
    anchor, due = book.rep.anchor_monday, next_due(slot, book.rep.anchor_monday, on)
    came = list(due_dates(slot, anchor, on - timedelta(weeks=slot.every_weeks), on - timedelta(days=1)))
    if came:
        due = came[-1] + timedelta(weeks=slot.every_weeks)
    return due is not None and monday_of(first_day(book, now, on)) > monday_of(due)


def first_day(book: BookProblem, slot: Slot, on: date) -> date:
    """The first day, not before ``on``, on which the visit of a slot falls due."""
    every = next(stop.every_weeks for stop in book.problem.stops if stop.id == slot.id)
    on = starts(book, slot.id, on)
    monday = on - timedelta(days=on.weekday())
    if slot.weekday - 1 < on.weekday():
        monday += timedelta(weeks=1)
    passed = (monday - book.rep.anchor_monday).days // 7
    return monday + timedelta(weeks=(slot.first_week - passed) % every, days=slot.weekday - 1)


def _faults(problem: Problem, slots: tuple[Slot, ...]) -> dict[tuple[object, ...], Fault]:
    placed = {slot.id for slot in slots}
    left = tuple(Unserved(stop.id, "no_place") for stop in problem.stops if stop.id not in placed)
    plan = Plan(slots=slots, unserved=left, travel=travel_by_week(problem, slots))
    return {(fault.code, fault.stop, fault.week, fault.weekday): fault for fault in check(problem, plan)}
