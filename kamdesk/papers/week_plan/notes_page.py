"""The back of a day: ruled lines for each stop, for what no blank can hold, such as a long complaint."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kamdesk.papers.kit.output import Page, landscape
from kamdesk.papers.kit.parts import landscape_head
from kamdesk.papers.kit.said import Said, clock
from kamdesk.papers.kit.scale import HAIR, NOTE_PITCH, RULE, SMALLEST
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import PlanDay, PlanStop, WeekPlan
from kamdesk.papers.week_plan.day_page import day_head
from kamdesk.papers.week_plan.fit import DaySheet
from kamdesk.papers.week_plan.layout import BAND_BOTTOM, RIGHT, TIME
from kamdesk.papers.week_plan.wording import week_name, whose

_TOP = 22.0
_NAMES = 48.0
"""Width of the column that says which stop the lines are for."""
_STOPS_A_PAGE = 11


def notes_pages(plan: WeekPlan, day: PlanDay, sheets: Sequence[DaySheet], said: Said) -> list[Page]:
    """So many that each day ends on the back of a sheet and every stop has lines.

    None where the day's pages end on a back and have a line for each stop themselves.
    """
    if len(sheets) % 2 == 0 and all(sheet.noted for sheet in sheets):
        return []
    numbered = list(enumerate(day.stops, start=1))
    count = math.ceil(len(numbered) / _STOPS_A_PAGE)
    if (len(sheets) + count) % 2:
        count += 1
    share = math.ceil(len(numbered) / count)
    parts = [numbered[n * share : (n + 1) * share] for n in range(count)]
    return [landscape(_NotesPage(plan, day, part, said).draw) for part in parts]


def gathered_notes_pages(plan: WeekPlan, said: Said) -> list[Page]:
    """Lines for every stop of the week, so many pages as they take."""
    stops = [
        (said.facts(said.words.text(f"weekday.{day.day.weekday()}"), str(number)), stop)
        for day in plan.days
        for number, stop in enumerate(day.stops, start=1)
    ]
    count = math.ceil(len(stops) / _STOPS_A_PAGE)
    share = math.ceil(len(stops) / max(count, 1))
    parts = [stops[n * share : (n + 1) * share] for n in range(count)]
    return [landscape(_GatheredPage(plan, part, said).draw) for part in parts]


@dataclass(frozen=True, slots=True)
class _NotesPage:
    plan: WeekPlan
    day: PlanDay
    stops: Sequence[tuple[int, PlanStop]]
    said: Said

    def draw(self, sheet: Sheet) -> None:
        day_head(sheet, self.plan, self.day, self.said, self.said.text("notes_page.beside"))
        _Lines([(str(number), stop) for number, stop in self.stops], self.said).draw(sheet)


@dataclass(frozen=True, slots=True)
class _GatheredPage:
    plan: WeekPlan
    stops: Sequence[tuple[str, PlanStop]]
    said: Said

    def draw(self, sheet: Sheet) -> None:
        plan, said = self.plan, self.said
        beside = said.facts(week_name(plan, said), said.text("notes_page.beside"))
        landscape_head(sheet, said.text("common.notes"), beside, whose(plan, said), "")
        _Lines(self.stops, said, marked=True).draw(sheet)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Ruled lines for stops, each with what tells it from the others: its number, or ``marked`` its day as well."""

    stops: Sequence[tuple[str, PlanStop]]
    said: Said
    marked: bool = False

    def draw(self, sheet: Sheet) -> None:
        said = self.said
        sheet.text(TIME + 13, _TOP - 1.4, said.text("day.account"), SMALLEST, bold=True)
        sheet.text(TIME + _NAMES, _TOP - 1.4, said.text("notes_page.points"), SMALLEST, bold=True)
        sheet.across(TIME, _TOP, RIGHT - TIME, RULE)
        each, over = divmod(int((BAND_BOTTOM - _TOP) / NOTE_PITCH), max(len(self.stops), 1))
        y = _TOP
        for place, (mark, stop) in enumerate(self.stops):
            y = self._stop(sheet, mark, stop, y, each + (place < over))
        while y + NOTE_PITCH <= BAND_BOTTOM:
            y += NOTE_PITCH
            sheet.across(TIME, y, RIGHT - TIME, HAIR)

    def _stop(self, sheet: Sheet, mark: str, stop: PlanStop, y: float, lines: int) -> float:
        said = self.said
        time = clock(stop.start) if stop.start is not None else said.text("plan.no_time")
        if self.marked:
            time = mark
        else:
            sheet.text(TIME - 2, y + 5.6, mark, SMALLEST, bold=True, align="right")
            sheet.text(RIGHT + 2, y + 5.6, mark, 9, bold=True)
        used = sheet.text(TIME, y + 5.6, time, 10.5, bold=True, width=16)
        sheet.text(TIME + max(used + 2, 13), y + 5.6, stop.called, 9, width=_NAMES - max(used + 2, 13) - 2)
        for line in range(1, lines + 1):
            last = line == lines
            left = TIME if last else TIME + _NAMES
            sheet.across(left, y + line * NOTE_PITCH, RIGHT - left, RULE if last else HAIR)
        return y + lines * NOTE_PITCH
