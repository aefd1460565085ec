"""How the rows of a day are dealt out: fewest pages, evenly filled, at the largest type that fits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import LANDSCAPE, PEN_HEIGHT, SMALLEST
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.week_plan.known import LEVELS, draw_known
from kamdesk.papers.week_plan.layout import (
    LEAST_ROW,
    MOST_ROW,
    ROWS_A_PAGE,
    ROWS_BOTTOM,
    StopRow,
    note_lines,
    rows_bottom_for_notes,
)
from kamdesk.papers.week_plan.record import count_rows

_SIZES = (9.0, 8.5, 8.0, SMALLEST)


@dataclass(frozen=True, slots=True)
class FittedRow:
    """A row with the height it gets and the level its text was cut to."""

    row: StopRow
    height: float
    level: int


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The rows of one page from ``top``, and the size their text is set in."""

    rows: tuple[FittedRow, ...]
    size: float
    top: float

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.top + sum(fitted.height for fitted in self.rows)

    @property
    def stops(self) -> list[int]:
        """The numbers of the stops on it."""
        return sorted({fitted.row.number for fitted in self.rows})

    @property
    def noted(self) -> bool:
        """Whether there is a ruled line for each stop below."""
        return note_lines(self.bottom) >= len(self.stops)


class Measure:
    """Heights of a day's rows, tried on a dry sheet."""

    def __init__(self, day: date, said: Said) -> None:
        self._day = day
        self._said = said
        self._sheet = Sheet(LANDSCAPE, said.language)

    def height(self, row: StopRow, size: float, level: int) -> float:
        known = draw_known(self._sheet, row, self._day, 0.0, size, level, self._said)
        return max(LEAST_ROW, known, PEN_HEIGHT * count_rows(len(row.products)))

    def least(self, row: StopRow, size: float, room: float) -> tuple[float, int]:
        """Height and level at which a row keeps as much as ``room`` bears."""
        for level in range(LEVELS + 1):
            height = self.height(row, size, level)
            if height <= room or level == LEVELS:
                break
        return height, level

    def levels(self, rows: Sequence[StopRow], room: float) -> list[int] | None:
        """For each row the level at which all fit at the smallest size, or None.

        The tallest gives way first, the others keep all.
        """
        levels = [0] * len(rows)
        heights = [self.height(row, SMALLEST, 0) for row in rows]
        while sum(heights) > room:
            yielding = [n for n in range(len(rows)) if levels[n] < LEVELS and heights[n] > LEAST_ROW + 0.05]
            if not yielding:
                return None
            tallest = max(yielding, key=lambda n: (-levels[n], heights[n]))
            levels[tallest] += 1
            heights[tallest] = self.height(rows[tallest], SMALLEST, levels[tallest])
        return levels

    def fitted(self, rows: Sequence[StopRow], levels: list[int], top: float, bottom: float) -> DaySheet:
        """The page at the largest size that fits, spare height dealt out evenly."""
        room = bottom - top
        chosen = next((size for size in _SIZES if self.total(rows, size, levels) <= room), SMALLEST)
        heights = [self.height(row, chosen, level) for row, level in zip(rows, levels, strict=True)]
        spare = max(room - sum(heights), 0) / len(rows)
        grown = [min(height + spare, max(height, MOST_ROW)) for height in heights]
        if not note_lines(top + sum(grown)):
            grown = [height + spare for height in heights]
        found = (
            FittedRow(row, height, level) for row, height, level in zip(rows, grown, levels, strict=True)
        )
        return DaySheet(tuple(found), chosen, top)

    def total(self, rows: Sequence[StopRow], size: float, levels: Sequence[int]) -> float:
        """Height of all the rows."""
        return sum(self.height(row, size, level) for row, level in zip(rows, levels, strict=True))


def deal_out(rows: Sequence[StopRow], day: date, top: float, said: Said) -> list[DaySheet]:
    """The pages of a day: at most seven rows each, more are parted evenly (9 = 5 + 4).

    Where they fill whole sheets and there is room for it, they leave a ruled line for each stop; else the rows
    take all of it, since pages for notes follow.
    """
    if not rows:
        return []
    measure = Measure(day, said)
    for pages in range(math.ceil(len(rows) / ROWS_A_PAGE), len(rows) + 1):
        share = math.ceil(len(rows) / pages)
        parts = [rows[start : start + share] for start in range(0, len(rows), share)]
        found = [measure.levels(part, ROWS_BOTTOM - top) for part in parts]
        if all(levels is not None for levels in found):
            break
    # The texts of one stop are cut to so many lines that it always has a page to itself.
    chosen = [levels or [LEVELS] * len(part) for part, levels in zip(parts, found, strict=True)]
    bottoms = [ROWS_BOTTOM] * len(parts)
    if len(parts) % 2 == 0:
        noted = [rows_bottom_for_notes(len({row.number for row in part})) for part in parts]
        if all(
            measure.total(part, SMALLEST, levels) <= bottom - top
            for part, levels, bottom in zip(parts, chosen, noted, strict=True)
        ):
            bottoms = noted
    return [
        measure.fitted(part, levels, top, bottom)
        for part, levels, bottom in zip(parts, chosen, bottoms, strict=True)
    ]
