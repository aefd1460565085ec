"""Tables without vertical rules or stripes: a head on a line, hairlines between rows, cells that wrap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kamdesk.papers.kit.scale import FINE, HAIR, MM, RULE, SMALLEST, Step
from kamdesk.papers.kit.setting import Content, wrap
from kamdesk.papers.kit.sheet import Align, Sheet

_GUTTER = 1.2
"""Kept free to the right of every cell."""
_AIR = 2.6
"""More to the left of words that follow figures."""
_HEAD_PITCH = 3.5

Mark = Callable[[Sheet, float, float, float, float], object]
"""Draws a cell itself: (sheet, x, top, width, height)."""
Cell = Content | Mark | None


class Column(NamedTuple):
    title: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and how cells are set; rows are drawn one by one, so that a page may end between two."""

    columns: Sequence[Column]
    step: Step
    padding: float = 1.7
    least: float = 0.0
    """No row is lower than this, for rows to write in."""

    @property
    def width(self) -> float:
        return sum(column.width for column in self.columns)

    @property
    def head_height(self) -> float:
        """Height of the head row, whose titles wrap."""
        lines = max(
            len(wrap(column.title, SMALLEST, self._room(n), True)) for n, column in enumerate(self.columns)
        )
        return lines * _HEAD_PITCH + 2.0

    def row_height(self, row: Sequence[Cell], *, bold: bool = False) -> float:
        """Height the row needs."""
        lines = max((len(self._lines(n, cell, bold)) for n, cell in enumerate(row)), default=1)
        return max(max(lines, 1) * self.step.pitch + self.padding, self.least)

    def draw_head(self, sheet: Sheet, x: float, y: float) -> float:
        """Titles in bold over a line; returns the y of the first row."""
        bottom = y + self.head_height
        left = x
        for number, column in enumerate(self.columns):
            lines = wrap(column.title, SMALLEST, self._room(number), True)
            for index, line in enumerate(lines):
                baseline = bottom - 1.6 - (len(lines) - 1 - index) * _HEAD_PITCH
                width = line.width * SMALLEST / MM
                sheet.set_line(self._start(number, left, width), baseline, line, SMALLEST)
            left += column.width
        sheet.across(x, bottom, self.width, FINE)
        return bottom

    def draw_row(self, sheet: Sheet, x: float, y: float, row: Sequence[Cell], *, bold: bool = False) -> float:
        """One row on its hairline, a bold one under a rule; returns the y below it."""
        height = self.row_height(row, bold=bold)
        if bold:
            sheet.across(x, y, self.width, RULE)
        left = x
        for number, (cell, column) in enumerate(zip(row, self.columns, strict=True)):
            if callable(cell):
                cell(sheet, left + self._inset(number), y, self._room(number), height)
            for index, line in enumerate(self._lines(number, cell, bold)):
                baseline = y + self.padding / 2 + (index + 0.5) * self.step.pitch + self.step.size * 0.37 / MM
                width = line.width * self.step.size / MM
                sheet.set_line(self._start(number, left, width), baseline, line, self.step.size)
            left += column.width
        sheet.across(x, y + height, self.width, HAIR)
        return y + height

    def draw(self, sheet: Sheet, x: float, y: float, rows: Sequence[Sequence[Cell]]) -> float:
        """Head and rows; returns the y below the last."""
        y = self.draw_head(sheet, x, y)
        for row in rows:
            y = self.draw_row(sheet, x, y, row)
        return y

    def _lines(self, number: int, cell: Cell, bold: bool) -> Sequence:
        if cell is None or cell == "" or callable(cell):
            return ()
        return wrap(cell, self.step.size, self._room(number), bold)

    def _inset(self, number: int) -> float:
        follows_figures = number > 0 and self.columns[number - 1].align == "right"
        return _AIR if follows_figures and self.columns[number].align == "left" else 0.0

    def _room(self, number: int) -> float:
        return self.columns[number].width - _GUTTER - self._inset(number)

    def _start(self, number: int, left: float, width: float) -> float:
        left += self._inset(number)
        room = self._room(number)
        align = self.columns[number].align
        return (
            left
            if align == "left"
            else left + room - width
            if align == "right"
            else left + (room - width) / 2
        )
