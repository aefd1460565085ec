"""Is our own side ready for an alliance? Six points, 0–2 each, with what they rest on; unjudged ones stay open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.domain.knowledge.stage import Point


@dataclass(frozen=True, slots=True)
class Marked:
    """A point as it was judged: for one account, or (``unit_id`` None) for all of us."""

    id: str
    point: str
    score: int
    day: date
    unit_id: str | None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Readiness:
    """``score`` None: nobody judged this point yet. ``own``: it was judged for this account."""

    point: Point
    score: int | None
    day: date | None
    own: bool
    evidence: tuple[str, ...]


def readiness(unit_id: str, marks: Iterable[Marked]) -> tuple[Readiness, ...]:
    """The six points; a judgement for the account goes before one for all, a newer before an older."""
    given = sorted(
        (mark for mark in marks if mark.unit_id in (None, unit_id)),
        key=lambda mark: (mark.unit_id is not None, mark.day, mark.id),
    )
    newest = {mark.point: mark for mark in given}
    found = []
    for point in Point:
        mark = newest.get(point)
        if mark is None:
            found.append(Readiness(point, None, None, False, ()))
        else:
            found.append(
                Readiness(point, mark.score, mark.day, mark.unit_id is not None, (mark.id, *mark.evidence))
            )
    return tuple(found)
