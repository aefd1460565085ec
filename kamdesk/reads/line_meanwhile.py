"""What is decided of the line and begins later: it is planned as it stands at last, and looked at until it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.schedule import falls_due, follows_from
from kamdesk.planning.checker import TOLERANCE, check, travel_by_week
from kamdesk.planning.problem import Fixed, Plan, Problem, Slot, Stop
from kamdesk.reads.due import SlotRow


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """The days from ``begins`` until ``until``, when the last change that is decided has come into force.

    ``slots`` are those of any of these days and of ``until``; ``leaving`` the stops of those that have ended by then,
    ``ways`` theirs; ``successors`` the slots that follow them.
    """

    begins: date
    until: date
    slots: Mapping[str, SlotRow]
    leaving: Mapping[str, Stop]
    ways: Mapping[tuple[str, str], float]
    successors: Mapping[str, str]


def last_start(slots: Iterable[SlotRow], on: date) -> date:
    """The day from which, as far as is decided from ``on`` on, no slot begins any more."""
    return max((slot.valid_from for slot in slots if slot.valid_from > on), default=on)


def stands_on(slot: SlotRow, day: date) -> bool:
    """Whether a slot is in force on a day."""
    return slot.valid_from <= day and (slot.valid_to is None or day <= slot.valid_to)


def successors(connection: Connection, gone: Iterable[str], standing: Iterable[str]) -> dict[str, str]:
    """For each slot that ends the one that stands in its place at last, where there is one."""
    change = t.slot_change.c
    follows = {
        row.from_slot_id: row.to_slot_id
        for row in connection.execute(
            select(change.from_slot_id, change.to_slot_id).where(
                change.deleted_at.is_(None), change.to_slot_id.is_not(None)
            )
        )
    }
    last, found = set(standing), {}
    for slot in gone:
        seen, now = {slot}, follows.get(slot)
        while now is not None and now not in seen and now not in last:
            seen.add(now)
            now = follows.get(now)
        if now in last:
            found[slot] = now
    return found


def holds_from(problem: Problem, meanwhile: Meanwhile, changes: Mapping[str, Slot]) -> date:
    """The first day from which ``changes`` (by the stop's id) can be driven beside all that stands until it ends."""
    ways = {**meanwhile.ways, **problem.minutes_between}
    timed = replace(problem, cycle_weeks=1, minutes_between=ways)
    stops = {**meanwhile.leaving, **{stop.id: stop for stop in problem.stops}}
    edges = {meanwhile.begins, meanwhile.until}
    for slot in meanwhile.slots.values():
        edges |= {slot.valid_from, slot.valid_to + timedelta(days=1) if slot.valid_to else meanwhile.until}
    days = sorted(day for day in edges if meanwhile.begins <= day <= meanwhile.until)
    for first, end in reversed(list(pairwise(days))):
        last = min(end, first + timedelta(weeks=problem.cycle_weeks))
        if any(
            _broken(timed, meanwhile, stops, changes, first + timedelta(days=n))
            for n in range((last - first).days)
        ):
            return end
    return meanwhile.begins


def _broken(
    problem: Problem, meanwhile: Meanwhile, stops: Mapping[str, Stop], changes: Mapping[str, Slot], day: date
) -> bool:
    """Whether the changes break a rule of a day on which somebody stands who leaves, kept without them."""
    before = dict(_due(meanwhile, stops, {}, day))
    if not before.keys() & meanwhile.leaving.keys():
        return False
    after = dict(_due(meanwhile, stops, changes, day))
    if after == before:
        return False
    kept = _faults(problem, stops, before, day.weekday() + 1)
    return any(
        by > kept.get(key, 0.0) + TOLERANCE
        for key, by in _faults(problem, stops, after, day.weekday() + 1).items()
    )


def _due(
    meanwhile: Meanwhile, stops: Mapping[str, Stop], changes: Mapping[str, Slot], day: date
) -> Iterator[tuple[str, float]]:
    """Who is visited on that day, and at which minute of it."""
    anchor = next(slot.anchor_monday for slot in meanwhile.slots.values())
    for name, slot in meanwhile.slots.items():
        if name not in changes and name in stops and stands_on(slot, day) and falls_due(slot, anchor, day):
            yield name, float(slot.start)
    week = (day - timedelta(days=day.weekday()) - anchor).days // 7
    for name, now in changes.items():
        slot = meanwhile.slots.get(name)
        if slot is not None and not stands_on(slot, max(day, slot.valid_from)):
            continue
        if slot is not None and day < follows_from(slot, meanwhile.begins):
            continue
        if now.weekday == day.weekday() + 1 and week % stops[name].every_weeks == now.first_week:
            yield name, now.time


def _faults(
    problem: Problem, stops: Mapping[str, Stop], visits: Mapping[str, float], weekday: int
) -> dict[tuple[str, str | None], float]:
    """The faults of one day's driving, by how much."""
    slots = [Slot(name, weekday, time, 0) for name, time in visits.items()]
    only = replace(
        problem,
        days=tuple(day for day in problem.days if day.weekday == weekday),
        stops=tuple(
            replace(
                stops[slot.id],
                every_weeks=1,
                windows=(),
                promised=None,
                now=Fixed(weekday, slot.time, 0),
                min_days_between=0,
            )
            for slot in slots
        ),
    )
    plan = Plan(slots=tuple(slots), unserved=(), travel=travel_by_week(only, slots))
    return {(fault.code, fault.stop): max(fault.by, 2 * TOLERANCE) for fault in check(only, plan)}
