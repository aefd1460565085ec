"""How long the ways take: minutes at the usual speed between all places, and how speed changes over the day."""

from __future__ import annotations

from kamdesk.domain.geo import distance_km
from kamdesk.planning.problem import Problem

HOURS = 24


def minutes_between(problem: Problem) -> list[list[float]]:
    """Row to column for the stops in order, then the start, then the end: minutes at ``speed_kmh``, not rounded.

    A stop whose place is not known has no way to or from it.
    """
    names = [*(stop.id for stop in problem.stops), "start", "end"]
    points = [*(stop.point for stop in problem.stops), problem.start, problem.end or problem.start]
    factor = problem.detour / problem.speed_kmh * 60
    known = problem.minutes_between
    home = problem.end is None
    rows = []
    for name, here in zip(names, points, strict=True):
        row = []
        for other, there in zip(names, points, strict=True):
            if here is None or there is None or name == other:
                row.append(0.0)
                continue
            given = known.get((name, other))
            if given is None and home and known:
                given = known.get((_home(name), _home(other)))
            row.append(distance_km(here, there) * factor if given is None else given)
        rows.append(row)
    return rows


def _home(name: str) -> str:
    return "start" if name == "end" else name


def rates(problem: Problem) -> list[float]:
    """For each hour of the day, how much faster than ``speed_kmh`` one drives; empty where it is never said."""
    if not problem.speeds:
        return []
    return [problem.speeds.get(hour, problem.speed_kmh) / problem.speed_kmh for hour in range(HOURS)]
