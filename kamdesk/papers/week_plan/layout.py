"""The columns of a day page, and the rows that a day's stops are set in."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kamdesk.papers.kit.parts import SECTION_HEAD
from kamdesk.papers.kit.scale import LANDSCAPE, NOTE_PITCH
from kamdesk.papers.plan import DuePromise, PlanStop, StockToCount

TIME, WHO, BEFORE, COUNT, RECORD = 12.0, 31.0, 81.0, 135.0, 184.0
"""Left edges: time and drive; who and where; last time, promises, aim; stock; what the pen records.

The rule at `COUNT` is also a fold: folded back, the sheet shows blanks, products and the numbers in the
margin.
"""
RIGHT = LANDSCAPE.right
ROWS_TOP = 22.0
ROWS_BOTTOM = 181.7
BAND_BOTTOM = LANDSCAPE.bottom
BAND = 19.5
"""Height of what stands below the rows: nearby accounts, sums, codes; with the room after it."""
LEAST_ROW = 22.5
"""Three lines of 7.5 mm to write on."""
MOST_ROW = 34.0
ROWS_A_PAGE = 7

OF_THE_DAY = frozenset({"holiday", "make_up_workday", "leave", "leave_covered", "rep_day_off"})
"""Cautions that stand at the head of the page."""

_PRODUCTS_A_ROW = 8
_PROMISES_A_ROW = 6


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop on a day page; one with very many products or promises is ``continued`` in further rows."""

    stop: PlanStop
    number: int
    products: tuple[StockToCount, ...]
    promises: tuple[DuePromise, ...]
    continued: bool = False


def rows_of(stops: tuple[PlanStop, ...]) -> list[StopRow]:
    """The stops in order, numbered from 1, long ones parted."""
    rows = []
    for number, stop in enumerate(stops, start=1):
        parts = max(
            1,
            math.ceil(len(stop.products) / _PRODUCTS_A_ROW),
            math.ceil(len(stop.promises) / _PROMISES_A_ROW),
        )
        for part in range(parts):
            products = stop.products[part * _PRODUCTS_A_ROW : (part + 1) * _PRODUCTS_A_ROW]
            promises = stop.promises[part * _PROMISES_A_ROW : (part + 1) * _PROMISES_A_ROW]
            rows.append(StopRow(stop, number, products, promises, continued=part > 0))
    return rows


_LEAST_NOTES = 3


def note_lines(rows_bottom: float) -> int:
    """How many ruled lines fit below the rows and their band; fewer than three are none."""
    lines = int((BAND_BOTTOM - rows_bottom - BAND - SECTION_HEAD) / NOTE_PITCH)
    return lines if lines >= _LEAST_NOTES else 0


def rows_bottom_for_notes(stops: int) -> float:
    """Where the rows must end at the latest for each of so many stops to have a ruled line."""
    return BAND_BOTTOM - BAND - SECTION_HEAD - NOTE_PITCH * max(stops, _LEAST_NOTES) - 0.01
