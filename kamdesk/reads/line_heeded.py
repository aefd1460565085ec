"""What the page of the line would warn of in a line that is only proposed: the same rules, the same estimate."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kamdesk.domain.warnings import DayFacts, PlannedStop, Span, WarningCode, day_warnings
from kamdesk.planning.problem import Day, Problem, Slot

ANY_DAY = date(2026, 11, 24)
"""Warnings of a fixed line hold for every week: no clock changes in the zone in which they are looked for."""


def heeded(problem: Problem, slots: Collection[Slot]) -> frozenset[tuple[str, WarningCode]]:
    """Each stop that the page would warn of in some week of the cycle, with what for."""
    stops = {stop.id: stop for stop in problem.stops}
    found: set[tuple[str, WarningCode]] = set()
    for week in range(problem.cycle_weeks):
        for day in problem.days:
            due = sorted(
                (
                    slot
                    for slot in slots
                    if slot.weekday == day.weekday and week % stops[slot.id].every_weeks == slot.first_week
                ),
                key=lambda slot: (slot.time, slot.id),
            )
            planned = [
                PlannedStop(
                    name=slot.id,
                    start=round(slot.time),
                    minutes=round(stops[slot.id].minutes),
                    place=stops[slot.id].point,
                )
                for slot in due
            ]
            told = day_warnings(planned, _facts(problem, day))
            found |= {(slot.id, each.code) for slot, codes in zip(due, told, strict=True) for each in codes}
    return frozenset(found)


def _facts(problem: Problem, day: Day) -> DayFacts:
    lunch = None
    if day.lunch is not None:
        begins = round((day.lunch.begins + day.lunch.ends - day.lunch.minutes) / 2)
        lunch = Span(begins, begins + round(day.lunch.minutes))
    works = (Span(round(day.begins), round(day.ends)),)
    return DayFacts(day=ANY_DAY, zone="UTC", works=works, lunch=lunch, home=problem.start)
