"""The back of the week page: what its lists could not hold, then blanks for visits that nobody planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from kamdesk.papers.kit.flow import Piece, Placed, Section, pour
from kamdesk.papers.kit.output import Page, landscape
from kamdesk.papers.kit.parts import landscape_head
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import FINE, HAIR, RULE, SMALLEST
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import WeekPlan
from kamdesk.papers.week_plan.layout import BAND_BOTTOM, COUNT, LEAST_ROW, RECORD, RIGHT, TIME
from kamdesk.papers.week_plan.lists import GUTTER, ROW, WIDTH, open_account_row, promise_row
from kamdesk.papers.week_plan.record import draw_counts, draw_record
from kamdesk.papers.week_plan.rows import draw_outcomes
from kamdesk.papers.week_plan.week_page import rows_of_lists
from kamdesk.papers.week_plan.wording import week_name, whose

_TOP = 19.5
_COLUMNS = 3
_ACCOUNT = 40.0
_WHY = 88.0
_KEY = 5.0
"""How high the line is that says what the codes of the result mean."""


def back_pages(plan: WeekPlan, said: Said, *, whole_sheets: bool = True) -> list[Page]:
    """What the lists of the week page could not hold; with ``whole_sheets`` an odd number of pages, so that the first
    day begins on a fresh sheet."""
    sections = _overflow(plan, said)
    placed: list[list[Placed]] = []
    if sections:
        placed = pour(sections, columns=_COLUMNS, width=WIDTH, top=_TOP, bottom=BAND_BOTTOM, more="")
    if whole_sheets and len(placed) % 2 == 0:
        placed = [*placed, []]
    return [landscape(_BackPage(plan, said, places).draw) for places in placed]


def _overflow(plan: WeekPlan, said: Said) -> list[Section]:
    """The rows of the lists that the week page does not hold."""
    promised, opened = rows_of_lists(plan)
    promises = [
        partial(promise_row, promise=promise, monday=plan.monday, said=said)
        for promise in plan.promises[promised.shown :]
    ]
    accounts = [
        partial(open_account_row, one=one, monday=plan.monday, said=said)
        for one in plan.open_accounts[opened.shown :]
    ]
    return [
        *_section(said.text("plan.promises_due"), promises, said),
        *_section(said.text("plan.open_accounts"), accounts, said),
    ]


def _section(title: str, rows: Sequence[Callable[[Sheet, float, float], None]], said: Said) -> list[Section]:
    if not rows:
        return []
    return [Section(title + said.text("common.continued"), [Piece(ROW, row) for row in rows])]


@dataclass(frozen=True, slots=True)
class _BackPage:
    plan: WeekPlan
    said: Said
    placed: Sequence[Placed]

    def draw(self, sheet: Sheet) -> None:
        plan, said = self.plan, self.said
        lowest = max((place.y + place.height for place in self.placed), default=_TOP - 2.5)
        top = lowest + 5
        count = int((BAND_BOTTOM - _KEY - top) / LEAST_ROW)
        landscape_head(
            sheet,
            said.text("extra.title") if count else said.text("plan.title") + said.text("common.continued"),
            week_name(plan, said),
            whose(plan, said),
            said.text("extra.beside") if count else "",
        )
        for place in self.placed:
            place.draw(sheet, TIME + place.column * (WIDTH + GUTTER), place.y)
        if count:
            self._records(sheet, top, count)

    def _records(self, sheet: Sheet, y: float, count: int) -> None:
        """As many empty visit records as there is room for."""
        said = self.said
        height = (BAND_BOTTOM - _KEY - y) / count
        for x, code in (
            (TIME, "extra.day"),
            (_ACCOUNT, "extra.account"),
            (_WHY, "extra.why"),
            (COUNT + 2, "day.count"),
            (RECORD + 0.9, "day.record"),
        ):
            sheet.text(x, y - 1.4, said.text(code), SMALLEST, bold=True)
        sheet.across(TIME, y, RIGHT - TIME, RULE)
        for _ in range(count):
            self._record(sheet, y, height)
            y += height
        draw_outcomes(sheet, TIME, y + 4.2, said)

    def _record(self, sheet: Sheet, y: float, height: float) -> None:
        line = height / 3
        sheet.text(TIME + 17, y + line - 2, self.said.text("day.due_form"), SMALLEST, align="centre")
        sheet.across(TIME, y + line, _ACCOUNT - TIME - 2, HAIR)
        for x, right in ((_ACCOUNT, _WHY - 2), (_WHY, COUNT - 2)):
            for number in (1, 2):
                sheet.across(x, y + number * line, right - x, FINE if number == 1 else HAIR)
        draw_counts(sheet, (), y, height, self.said)
        draw_record(sheet, (), y, height, self.said, currency=self.plan.currency)
        sheet.across(TIME, y + height, RIGHT - TIME, RULE)
