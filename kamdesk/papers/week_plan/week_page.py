"""The week on one page: days as columns with the hours to scale, below them the lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from kamdesk.papers.kit.output import Page, landscape
from kamdesk.papers.kit.parts import chip, chip_width, landscape_head
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import HAIR, RULE, SMALLEST
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import PlanDay, WeekPlan
from kamdesk.papers.week_plan.grid import Scale, draw_block, place_blocks, scale_for
from kamdesk.papers.week_plan.lists import (
    GUTTER,
    WIDTH,
    Rows,
    draw_list,
    figure_row,
    open_account_row,
    promise_row,
    rows_that_fit,
)
from kamdesk.papers.week_plan.wording import areas, road, stops_and_visits, sums, week_name, whose

_LEFT, _RIGHT = 12.0, 285.0
_DAYS_LEFT = 23.0
_HEAD_BOTTOM = 24.2
_TOP, _BOTTOM = 27.0, 147.0
_LISTS_TOP, _LISTS_BOTTOM = 157.6, 194.3
_FIGURES = 5


def shown_days(plan: WeekPlan) -> list[PlanDay]:
    """Monday to Friday, Saturday and Sunday where something stands on them."""
    given = {day.day: day for day in plan.days}
    days = []
    for weekday in range(7):
        date = plan.monday + timedelta(days=weekday)
        day = given.get(date, PlanDay(date))
        if weekday < 5 or day.stops or day.cautions:
            days.append(day)
    return days


def rows_of_lists(plan: WeekPlan) -> tuple[Rows, Rows]:
    """How many promises and open accounts the week page holds."""
    top = _LISTS_TOP + 6
    return (
        rows_that_fit(len(plan.promises), top, _LISTS_BOTTOM),
        rows_that_fit(len(plan.open_accounts), top, _LISTS_BOTTOM),
    )


def week_page(plan: WeekPlan, said: Said) -> Page:
    """The first page of a week plan."""
    return landscape(_WeekPage(plan, said).draw, week_name(plan, said))


@dataclass(frozen=True, slots=True)
class _WeekPage:
    plan: WeekPlan
    said: Said

    def draw(self, sheet: Sheet) -> None:
        plan, said = self.plan, self.said
        days = shown_days(plan)
        stops = [stop for day in days for stop in day.stops]
        week = said.words.text("date.week", year=plan.year, week=plan.week)
        landscape_head(
            sheet,
            said.text("plan.title"),
            said.facts(week, said.days(days[0].day, days[-1].day)),
            whose(plan, said),
            sums(days, said),
        )
        scale = scale_for(stops, _TOP, _BOTTOM)
        self._hours(sheet, scale)
        wide = (_RIGHT - _DAYS_LEFT) / len(days)
        for number, day in enumerate(days):
            self._day(sheet, day, _DAYS_LEFT + number * wide, wide, scale, first=number == 0)
        sheet.across(_LEFT, _BOTTOM + 0.5, _RIGHT - _LEFT, RULE)
        sheet.text(_LEFT, _BOTTOM + 4.4, said.text("plan.day_totals"), SMALLEST)
        if not stops:
            sheet.text(
                (_DAYS_LEFT + _RIGHT) / 2, (_TOP + _BOTTOM) / 2, said.text("plan.empty"), 13, align="centre"
            )
        self._lists(sheet)

    def _hours(self, sheet: Sheet, scale: Scale) -> None:
        sheet.across(_LEFT, _HEAD_BOTTOM, _RIGHT - _LEFT, RULE)
        for hour in scale.hours:
            y = scale.y(hour * 60)
            sheet.text(_DAYS_LEFT - 2, y + 1, f"{hour}:00", SMALLEST, align="right")
            sheet.dotted(_DAYS_LEFT, y, _RIGHT)

    def _day(self, sheet: Sheet, day: PlanDay, x: float, wide: float, scale: Scale, *, first: bool) -> None:
        said = self.said
        if not first:
            sheet.line(x - 0.5, 18, x - 0.5, _BOTTOM, HAIR)
        used = sheet.text(x + 1, 22, said.day_weekday(day.day), 10.5, bold=True, width=wide - 3)
        warned = [said.caution(caution, brief=True) for caution in day.cautions]
        right, room = x + wide - 2, wide - used - 6
        if warned:
            self._warn(sheet, x, wide, right, room, warned)
        elif room > 8:
            sheet.text(right, 22, areas(day, said), SMALLEST, align="right", width=room)
        for block in place_blocks(day.stops, scale):
            draw_block(sheet, block, x + 0.5, wide - 2, said)
        if day.stops:
            sheet.text(
                x + 1, _BOTTOM + 4.4, said.facts(*stops_and_visits([day], said)), 9, bold=True, width=wide - 3
            )
            sheet.text(x + 1, _BOTTOM + 8.2, said.facts(*road([day], said)), SMALLEST, width=wide - 3)

    def _warn(self, sheet: Sheet, x: float, wide: float, right: float, room: float, texts: list[str]) -> None:
        """Holiday, make-up workday or leave: beside the date where there is room, else over the hours."""
        text = self.said.listed(texts)
        if chip_width(text) <= room:
            chip(sheet, right - chip_width(text), 22, text, solid=True)
        else:
            sheet.text(x + 1, 27.6, f"▲ {text}", SMALLEST, bold=True, width=wide - 3)

    def _lists(self, sheet: Sheet) -> None:
        plan, said = self.plan, self.said
        promised, opened = rows_of_lists(plan)
        draw_list(
            sheet,
            _LEFT,
            _LISTS_TOP,
            said.text("plan.promises_due"),
            said.text("plan.overdue_mark"),
            [
                partial(promise_row, promise=promise, monday=plan.monday, said=said)
                for promise in plan.promises[: promised.shown]
            ],
            none=said.text("plan.no_promises"),
            rest=self._rest(promised),
        )
        draw_list(
            sheet,
            _LEFT + WIDTH + GUTTER,
            _LISTS_TOP,
            said.text("plan.open_accounts"),
            said.text("plan.on_the_way"),
            [
                partial(open_account_row, one=one, monday=plan.monday, said=said)
                for one in plan.open_accounts[: opened.shown]
            ],
            none=said.text("plan.no_open_accounts"),
            rest=self._rest(opened),
        )
        draw_list(
            sheet,
            _LEFT + 2 * (WIDTH + GUTTER),
            _LISTS_TOP,
            said.text("plan.last_week" if plan.before_over else "plan.week_not_over"),
            said.text("plan.rate_formula"),
            [partial(figure_row, figure=figure, said=said) for figure in plan.figures[:_FIGURES]],
            none=said.text("plan.no_figures"),
        )
        sheet.text(_LEFT, 197.0, said.text("plan.legend"), SMALLEST, width=_RIGHT - _LEFT)

    def _rest(self, rows: Rows) -> str:
        return self.said.text("plan.on_the_back", n=rows.rest) if rows.rest else ""
