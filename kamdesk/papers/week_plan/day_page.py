"""The pages of one day: its stops in rows, then what lies nearby, the day's sums and the codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamdesk.domain.geo import DETOUR, FAR_SPEED_KMH, NEAR_KM, SPEED_KMH
from kamdesk.papers.kit.output import Page, landscape
from kamdesk.papers.kit.parts import chip, landscape_head, section
from kamdesk.papers.kit.said import Said, span
from kamdesk.papers.kit.scale import NOTE_PITCH, SMALLEST, XS
from kamdesk.papers.kit.setting import joined
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import PlanDay, WeekPlan
from kamdesk.papers.week_plan.fit import DaySheet, deal_out
from kamdesk.papers.week_plan.layout import (
    BAND,
    BEFORE,
    COUNT,
    RIGHT,
    ROWS_TOP,
    TIME,
    note_lines,
    rows_of,
)
from kamdesk.papers.week_plan.rows import draw_codes, draw_row, draw_titles, nearby_text
from kamdesk.papers.week_plan.wording import areas, sums, week_name, whose

_CAUTION_HEIGHT = 5.5
_NEARBY = 3


def sheets_of(day: PlanDay, said: Said) -> list[DaySheet]:
    """The day's stops dealt out on pages."""
    top = ROWS_TOP + (_CAUTION_HEIGHT if day.cautions else 0)
    return deal_out(rows_of(day.stops), day.day, top, said)


def day_pages(plan: WeekPlan, day: PlanDay, sheets: Sequence[DaySheet], said: Said) -> list[Page]:
    """The pages of a day with stops."""
    return [
        landscape(
            _DayPage(plan, day, sheet, part, len(sheets), said).draw,
            said.day_weekday(day.day) if part == 1 else "",
        )
        for part, sheet in enumerate(sheets, start=1)
    ]


def day_head(sheet: Sheet, plan: WeekPlan, day: PlanDay, said: Said, beside: str) -> None:
    """The head that all sheets of a day share."""
    landscape_head(
        sheet,
        said.day_weekday(day.day),
        said.facts(week_name(plan, said), areas(day, said), beside),
        whose(plan, said),
        sums([day], said),
    )


@dataclass(frozen=True, slots=True)
class _DayPage:
    plan: WeekPlan
    day: PlanDay
    sheet: DaySheet
    part: int
    parts: int
    said: Said

    def draw(self, sheet: Sheet) -> None:
        said = self.said
        beside = said.text("day.part", part=self.part, parts=self.parts) if self.parts > 1 else ""
        day_head(sheet, self.plan, self.day, said, beside)
        x = TIME
        for caution in self.day.cautions:
            x += chip(sheet, x, 21.4, f"▲ {said.raised(said.caution(caution))}", solid=True, size=9) + 2
        draw_titles(sheet, self.sheet.top, said)
        y = self.sheet.top
        for fitted in self.sheet.rows:
            y = draw_row(sheet, self.plan, self.day, fitted, y, self.sheet.size, said)
        self._band(sheet, y + 0.4)
        self._notes(sheet, y)

    def _notes(self, sheet: Sheet, rows_bottom: float) -> None:
        """What is left of the page as ruled lines, numbered like the stops where each has one."""
        lines = note_lines(rows_bottom)
        if not lines:
            return
        y = section(sheet, TIME, rows_bottom + BAND, RIGHT - TIME, self.said.text("notes_page.points"))
        stops = self.sheet.stops if self.sheet.noted else []
        each = lines // max(len(stops), 1)
        for line in range(lines):
            stop, first = line // each, line % each == 0
            if first and stop < len(stops):
                sheet.text(TIME, y + 5.6, str(stops[stop]), 9, bold=True)
            y += NOTE_PITCH
            sheet.across(TIME, y, RIGHT - TIME)

    def _band(self, sheet: Sheet, y: float) -> None:
        """Below the rows: nearby accounts, sums with their formulas, the legend of the codes."""
        said = self.said
        sheet.text(TIME, y + 3.4, said.text("day.nearby"), SMALLEST, bold=True)
        self._nearby(sheet, y + 3.4 + XS.pitch)
        total, *formulas = self._sums()
        head = joined((said.text("day.totals") + " ", True), total)
        for number, text in enumerate((head, *formulas)):
            sheet.text(BEFORE, y + 3.4 + number * XS.pitch, text, SMALLEST, width=COUNT - BEFORE - 2)
        draw_codes(sheet, y, said)

    def _nearby(self, sheet: Sheet, y: float) -> None:
        said, nearby = self.said, self.day.nearby
        shown = nearby if len(nearby) <= _NEARBY else nearby[: _NEARBY - 1]
        texts = [nearby_text(one, self.day, said) for one in shown] or [said.text("day.nearby_none")]
        if len(shown) < len(nearby):
            texts.append(said.text("common.more", n=len(nearby) - len(shown)))
        for number, text in enumerate(texts):
            sheet.text(TIME, y + number * XS.pitch, text, SMALLEST, width=BEFORE - TIME - 3)

    def _sums(self) -> list[str]:
        said, day = self.said, self.day
        visits, road = day.visit_minutes, day.travel_minutes
        unknown = said.text("day.totals_unknown", n=day.ways_unknown) if day.ways_unknown else ""
        return [
            said.text("day.totals_sum", visits=span(visits), road=span(road), sum=span(visits + road)),
            said.text("day.totals_road", factor=DETOUR) + unknown,
            said.text("day.totals_speed", speed=SPEED_KMH, near=NEAR_KM, far=FAR_SPEED_KMH),
            said.text("day.totals_rates", n=len(day.stops), tolerance=self.plan.tolerance),
        ]
