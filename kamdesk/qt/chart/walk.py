"""From node to node with the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping

from kamdesk.qt.chart.tidy import Point

LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)
ASIDE = 3.0


def step(at: Mapping[str, Point], key: str, way: tuple[int, int]) -> str:
    """The node nearest to ``key`` that lies that way, what lies straight ahead before what lies aside; else ``key``."""
    if key not in at:
        return next(iter(at), "")
    x, y = at[key]
    best, least = key, float("inf")
    for other, (ox, oy) in at.items():
        ahead = (ox - x) * way[0] + (oy - y) * way[1]
        aside = abs((ox - x) * way[1]) + abs((oy - y) * way[0])
        if ahead <= 0.5 or (way[1] == 0 and aside > 1):
            continue
        far = ahead + ASIDE * aside if way[1] == 0 else ahead * ASIDE + aside
        if far < least:
            best, least = other, far
    return best
