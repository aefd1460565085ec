"""A day that is lost, or accounts out of reach on it: its visits, where they may be made up for, what is accepted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.qt.jobs.line_plan import roads_of

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.days import Holidays
    from kamdesk.reads.line_repair import MadeUp, Repair


@dataclass(frozen=True, slots=True)
class Repaired:
    """What becomes of the visits; ``accounts`` are the ends of roads (id and name), ``away``: some of the days are
    leave already.
    """

    repair: Repair
    accounts: tuple[tuple[str, str], ...]
    away: bool


def repaired(
    store: Store,
    *,
    day: date,
    until: date,
    now: datetime,
    holidays: Holidays,
    own: bool,
    file: Path | None,
) -> Repaired:
    """Where the visits from ``day`` to ``until`` may be made up for."""
    from kamdesk.reads.leaves import leaves
    from kamdesk.reads.line_problem import line_problem
    from kamdesk.reads.line_repair import lost_day

    book = line_problem(store, on=day, roads=roads_of(store, own=own, file=file, on=day), decided=False)
    placed = {stop.place: book.called(stop.id) for stop in book.problem.stops if stop.point and stop.place}
    away = any(each.first_day <= until and day <= each.last_day for each in leaves(store))
    found = lost_day(store, day=day, until=until, book=book, now=now, holidays=holidays)
    return Repaired(found, tuple(sorted(placed.items(), key=lambda each: each[1])), away)


def accept_repair(
    store: Store,
    *,
    chosen: Collection[MadeUp],
    reason: str,
    leave: tuple[date, date] | None,
    now: datetime,
) -> Changes:
    """Writes the chosen visits as one step."""
    from kamdesk.operations.line_plan import MadeUp as Made
    from kamdesk.operations.line_plan import make_up
    from kamdesk.operations.visits import Occurrence

    visits = [
        Made(
            Occurrence(each.visit.visit_id, each.visit.slot.id if each.visit.slot else None, each.visit.date),
            each.on,
            each.start,
        )
        for each in chosen
    ]
    return make_up(store, visits=visits, reason=reason, leave=leave, now=now)
