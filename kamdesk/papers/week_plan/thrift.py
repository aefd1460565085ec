"""The days of a week on as few sheets as will do: they follow one another on the same pages.

The rows are those of the day pages; a band with the day, where it leads and its sums goes before each day's first row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kamdesk.papers.kit.output import Page, landscape
from kamdesk.papers.kit.parts import chip, chip_width, landscape_head
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import BAR, RULE, SMALLEST, XS
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import PlanDay, WeekPlan
from kamdesk.papers.week_plan.fit import FittedRow, Measure
from kamdesk.papers.week_plan.layout import (
    COUNT,
    LEAST_ROW,
    MOST_ROW,
    RIGHT,
    ROWS_BOTTOM,
    ROWS_TOP,
    TIME,
    rows_of,
)
from kamdesk.papers.week_plan.rows import draw_codes, draw_row, draw_titles, nearby_text
from kamdesk.papers.week_plan.wording import areas, sums, week_name, whose

_TRIES = ((8.5, MOST_ROW), (8.0, 30.0), (SMALLEST, 27.0), (SMALLEST, LEAST_ROW + 1))
"""Size of the text, and the height beyond which a row gives way: the first of those that make the fewest pages."""
_DAY_HEIGHT = 7.2
_NEARBY = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """A row with its day; ``opens`` is said of the first of a day on its page, ``again`` where the day goes on."""

    day: PlanDay
    fitted: FittedRow
    opens: bool = False
    again: bool = False

    @property
    def height(self) -> float:
        return self.fitted.height + (_DAY_HEIGHT if self.opens else 0)


def thrift_pages(plan: WeekPlan, said: Said) -> list[Page]:
    """The pages of all days with stops."""
    tried = [(_dealt_out(_pieces(plan, said, size, most)), size) for size, most in _TRIES]
    dealt, size = min(tried, key=lambda one: len(one[0]))
    found = []
    for number, pieces in enumerate(dealt, start=1):
        first = next((piece.day for piece in pieces if piece.opens and not piece.again), None)
        mark = said.day_weekday(first.day) if first else ""
        page = _ThriftPage(plan, _grown(pieces), size, number, len(dealt), said)
        found.append(landscape(page.draw, mark))
    return found


def _dealt_out(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    pages: list[list[_Piece]] = []
    y = ROWS_BOTTOM
    for piece in pieces:
        opens = piece.opens
        if y + piece.height > ROWS_BOTTOM:
            pages.append([])
            y, opens = ROWS_TOP, True
        placed = replace(piece, opens=opens, again=opens and not piece.opens)
        pages[-1].append(placed)
        y += placed.height
    return pages


def _pieces(plan: WeekPlan, said: Said, size: float, most: float) -> list[_Piece]:
    found = []
    for day in plan.days:
        measure = Measure(day.day, said)
        for number, row in enumerate(rows_of(day.stops)):
            height, level = measure.least(row, size, most)
            found.append(_Piece(day, FittedRow(row, height, level), opens=number == 0))
    return found


def _grown(pieces: Sequence[_Piece]) -> list[_Piece]:
    """What is left of the page dealt out to the rows, as far as the pen has use for it."""
    spare = (ROWS_BOTTOM - ROWS_TOP - sum(piece.height for piece in pieces)) / len(pieces)
    found = []
    for piece in pieces:
        height = min(piece.fitted.height + spare, max(piece.fitted.height, MOST_ROW))
        found.append(replace(piece, fitted=replace(piece.fitted, height=height)))
    return found


@dataclass(frozen=True, slots=True)
class _ThriftPage:
    plan: WeekPlan
    pieces: Sequence[_Piece]
    size: float
    part: int
    parts: int
    said: Said

    def draw(self, sheet: Sheet) -> None:
        plan, said = self.plan, self.said
        days = list({piece.day.day: piece.day for piece in self.pieces}.values())
        beside = said.text("day.part", part=self.part, parts=self.parts) if self.parts > 1 else ""
        landscape_head(
            sheet, said.text("plan.days"), said.facts(week_name(plan, said), beside), whose(plan, said), ""
        )
        draw_titles(sheet, ROWS_TOP, said)
        y = ROWS_TOP
        for piece in self.pieces:
            if piece.opens:
                y = self._day(sheet, piece, y)
            y = draw_row(sheet, plan, piece.day, piece.fitted, y, self.size, said)
        self._band(sheet, days, y + 0.4)

    def _day(self, sheet: Sheet, piece: _Piece, y: float) -> float:
        """The band that opens a day: which, where, what to heed, its sums."""
        said, day = self.said, piece.day
        name = said.day_weekday(day.day) + (said.text("common.continued") if piece.again else "")
        base = y + 5.2
        x = TIME + sheet.text(TIME, base, name, 11, bold=True) + 3
        for caution in day.cautions:
            text = f"▲ {said.raised(said.caution(caution))}"
            if x + chip_width(text) < COUNT:
                x += chip(sheet, x, base, text, solid=True) + 2
        sheet.text(x, base, areas(day, said), SMALLEST, width=max(COUNT - x, 10))
        sheet.text(RIGHT, base, sums([day], said), 9, bold=True, align="right", width=RIGHT - COUNT)
        sheet.across(TIME, y + _DAY_HEIGHT, RIGHT - TIME, RULE)
        sheet.across(TIME, y, RIGHT - TIME, BAR * 0.6)
        return y + _DAY_HEIGHT

    def _band(self, sheet: Sheet, days: Sequence[PlanDay], y: float) -> None:
        said = self.said
        sheet.text(TIME, y + 3.4, said.text("day.nearby"), SMALLEST, bold=True)
        texts = [
            said.facts(said.words.text(f"weekday.{day.day.weekday()}"), nearby_text(one, day, said))
            for day in days
            for one in day.nearby
        ]
        shown = texts if len(texts) <= _NEARBY else texts[: _NEARBY - 1]
        if len(shown) < len(texts):
            shown = [*shown, said.text("common.more", n=len(texts) - len(shown))]
        for number, text in enumerate(shown or [said.text("day.nearby_none")], start=1):
            sheet.text(TIME, y + 3.4 + number * XS.pitch, text, SMALLEST, width=COUNT - TIME - 3)
        draw_codes(sheet, y, said)
