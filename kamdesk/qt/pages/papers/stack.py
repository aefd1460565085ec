"""How pages lie one below the other at a zoom: their sizes, their places, which of them a strip of it shows."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum

from kamdesk.qt.pages.papers.tiles import Leaf

POINT = 96 / 72
"""Logical pixels a point at 100 %."""
LEAST, MOST = 0.3, 3.0
STEPS = (0.3, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
GAP = 14
"""Between two pages, and round them."""


class Fit(Enum):
    """What the zoom follows."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class Stack:
    """All in logical pixels from the upper edge of the first gap; pages are whole dots of a screen of ``ratio``."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self.tops: list[float] = []
        self.zoom = 1.0
        self.ratio = 1.0
        self.height = self.width = 0.0

    def lay_out(self) -> None:
        """Find every page's place anew."""
        tops, y, widest = [], float(GAP), 0.0
        for leaf in self.leaves:
            wide, high = self.size(leaf)
            tops.append(y)
            y += high + GAP
            widest = max(widest, wide)
        self.tops, self.height, self.width = tops, y, widest + 2 * GAP

    def size(self, leaf: Leaf) -> tuple[float, float]:
        scale = self.zoom * POINT * self.ratio
        return round(leaf.width * scale) / self.ratio, round(leaf.height * scale) / self.ratio

    def page_at(self, y: float) -> int:
        """The page at ``y``, or the one before the gap there."""
        return max(bisect_right(self.tops, y) - 1, 0)

    def pages_between(self, top: float, bottom: float) -> range:
        """The pages of which something lies there."""
        if not self.leaves:
            return range(0)
        first = self.page_at(top)
        return range(first, max(bisect_right(self.tops, bottom), first + 1))

    def fitting(self, fit: Fit, width: float, height: float, page: int) -> float:
        """The zoom at which all pages are as wide as the room, or ``page`` is wholly seen."""
        if not self.leaves or fit is Fit.FREE:
            return self.zoom
        widest = max(leaf.width for leaf in self.leaves)
        across = (width - 2 * GAP) / (widest * POINT)
        if fit is Fit.WIDTH:
            return limited(across)
        return limited(min(across, (height - 2 * GAP) / (self.leaves[page].height * POINT)))


def limited(zoom: float) -> float:
    return min(max(zoom, LEAST), MOST)


def next_step(zoom: float, step: int) -> float:
    """The next larger (1) or smaller (−1) of the usual factors."""
    if step > 0:
        return next((one for one in STEPS if one > zoom * 1.01), MOST)
    return next((one for one in reversed(STEPS) if one < zoom * 0.99), LEAST)
