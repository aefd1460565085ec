"""Where things lie in the view of the cycle: each week as high as its fullest day asks, what is left shared out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kamdesk.qt.cycleview.rows import CycleSheet, CycleStop, Place

GUTTER = 112
HEAD = 28
DAY_HEAD = 22
LINE = 19
FOOT = 5
EDGE = 6


def needed_height(sheet: CycleSheet) -> int:
    """The height at which every stop of the cycle is in sight."""
    return HEAD + sum(_needed(sheet, number) for number in range(len(sheet.weeks))) + EDGE


def _needed(sheet: CycleSheet, week: int) -> int:
    most = max((len(day.stops) for day in sheet.weeks[week].days), default=0)
    return DAY_HEAD + max(most, 3) * LINE + FOOT


@dataclass(frozen=True, slots=True)
class CycleLayout:
    size: QSizeF
    sheet: CycleSheet

    def tops(self) -> list[float]:
        """Where each week begins, and where the last one ends."""
        needs = [_needed(self.sheet, number) for number in range(len(self.sheet.weeks))]
        spare = max(self.size.height() - HEAD - EDGE - sum(needs), 0) / max(len(needs), 1)
        tops = [float(HEAD)]
        for need in needs:
            tops.append(tops[-1] + need + spare)
        return tops

    @property
    def day_width(self) -> float:
        return (self.size.width() - GUTTER - EDGE) / max(len(self.sheet.names), 1)

    def x(self, day: int) -> float:
        return GUTTER + day * self.day_width

    def cell(self, place: Place) -> QRectF:
        tops = self.tops()
        week, day = place
        return QRectF(self.x(day), tops[week], self.day_width, tops[week + 1] - tops[week])

    def line(self, cell: QRectF, number: int) -> QRectF:
        """The place of the stop ``number`` in a day."""
        return QRectF(cell.left() + 4, cell.top() + DAY_HEAD + number * LINE, cell.width() - 8, LINE - 2)

    def lines(self) -> list[tuple[CycleStop, QRectF]]:
        """Every stop with its place."""
        found: list[tuple[CycleStop, QRectF]] = []
        for week, row in enumerate(self.sheet.weeks):
            for number, day in enumerate(row.days):
                cell = self.cell((week, number))
                found += [(stop, self.line(cell, n)) for n, stop in enumerate(day.stops)]
        return found

    def place_at(self, point: QPointF) -> Place | None:
        """Week and day under a point; None outside the days."""
        tops = self.tops()
        day = int((point.x() - GUTTER) // self.day_width) if point.x() >= GUTTER else -1
        week = next((n for n in range(len(tops) - 1) if tops[n] <= point.y() < tops[n + 1]), None)
        return (week, day) if week is not None and 0 <= day < len(self.sheet.names) else None

    def week_at(self, point: QPointF) -> int | None:
        tops = self.tops()
        return next((n for n in range(len(tops) - 1) if tops[n] <= point.y() < tops[n + 1]), None)
