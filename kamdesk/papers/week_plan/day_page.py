"""The pages of one day: its stops in rows, then what lies nearby, the day's sums and the codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamdesk.domain.geo import DETOUR, FAR_SPEED_KMH, NEAR_KM, SPEED_KMH
from kamdesk.domain.visit import MissedReason, Outcome
from kamdesk.papers.kit.output import Page, landscape
from kamdesk.papers.kit.parts import chip, landscape_head, section
from kamdesk.papers.kit.said import Said, clock, span
from kamdesk.papers.kit.scale import FINE, NOTE_PITCH, RULE, SMALLEST, XS
from kamdesk.papers.kit.setting import width
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import OpenAccount, PlanDay, PlanStop, WeekPlan
from kamdesk.papers.week_plan.fit import DaySheet, FittedRow, deal_out
from kamdesk.papers.week_plan.known import draw_known
from kamdesk.papers.week_plan.layout import (
    BAND,
    BEFORE,
    COUNT,
    RECORD,
    RIGHT,
    ROWS_TOP,
    TIME,
    WHO,
    note_lines,
    rows_of,
)
from kamdesk.papers.week_plan.record import draw_counts, draw_record
from kamdesk.papers.week_plan.wording import areas, open_account, sums, week_name, whose

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
        self._titles(sheet)
        y = self.sheet.top
        for fitted in self.sheet.rows:
            y = self._row(sheet, fitted, y)
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

    def _titles(self, sheet: Sheet) -> None:
        for x, code in (
            (TIME, "day.time"),
            (WHO, "day.account"),
            (BEFORE, "day.before"),
            (COUNT + 2, "day.count"),
            (RECORD + 0.9, "day.record"),
        ):
            sheet.text(x, self.sheet.top - 1.4, self.said.text(code), SMALLEST, bold=True)
        sheet.across(TIME, self.sheet.top, RIGHT - TIME, RULE)

    def _row(self, sheet: Sheet, fitted: FittedRow, y: float) -> float:
        row, height, said = fitted.row, fitted.height, self.said
        sheet.text(TIME - 2, y + 4.6, str(row.number), SMALLEST, bold=True, align="right")
        sheet.text(RIGHT + 2, y + 4.6, str(row.number), 9, bold=True)
        if not row.continued:
            self._time(sheet, row.stop, y, height)
        draw_known(sheet, row, self.day.day, y, self.sheet.size, fitted.level, said)
        draw_counts(sheet, row.products, y, height, said)
        if row.continued:
            sheet.line(RECORD, y, RECORD, y + height, RULE)
        else:
            draw_record(sheet, row.stop.people, y, height, said, currency=self.plan.currency)
        sheet.across(TIME, y + height, RIGHT - TIME, RULE)
        return y + height

    def _time(self, sheet: Sheet, stop: PlanStop, y: float, height: float) -> None:
        said = self.said
        if stop.start is None:
            sheet.text(TIME, y + 5.4, said.text("plan.no_time"), 10.5, bold=True, width=17)
        else:
            sheet.text(TIME, y + 6, clock(stop.start), 15, bold=True)
        if stop.minutes is not None:
            talk = said.text("day.talk", minutes=said.minutes(stop.minutes))
            sheet.text(TIME, y + 9.8, talk, SMALLEST, bold=True)
        sheet.text(TIME, y + 13.2, self._drive(stop), SMALLEST, width=17.5)
        label = said.text("day.missed")
        sheet.text(TIME, y + height - 2.2, label, SMALLEST)
        sheet.box(TIME + max(8.0, width(label, SMALLEST) + 1), y + height - 7.6, 7.8, 7.6, weight=FINE)

    def _drive(self, stop: PlanStop) -> str:
        said = self.said
        if stop.travel is None:
            return said.text("day.drive_unknown")
        return said.text(
            "day.drive",
            minutes=said.minutes(stop.travel.minutes),
            kilometres=said.whole_kilometres(stop.travel.kilometres),
        )

    def _band(self, sheet: Sheet, y: float) -> None:
        """Below the rows: nearby accounts, sums with their formulas, the legend of the codes."""
        said = self.said
        sheet.text(TIME, y + 3.4, said.text("day.nearby"), SMALLEST, bold=True)
        self._nearby(sheet, y + 3.4 + XS.pitch)
        sheet.text(BEFORE, y + 3.4, said.text("day.totals"), SMALLEST, bold=True)
        for number, text in enumerate(self._sums(), start=1):
            sheet.text(BEFORE, y + 3.4 + number * XS.pitch, text, SMALLEST, width=COUNT - BEFORE - 2)
        outcomes = [f"{n} {said.words.choice('visit.outcome', o)}" for n, o in enumerate(Outcome, start=1)]
        reasons = [
            f"{chr(64 + n)} {said.words.choice('missed_reason', r)}" for n, r in enumerate(MissedReason, 1)
        ]
        for number, (code, texts) in enumerate(
            (("day.codes_outcome", outcomes), ("day.codes_missed", reasons))
        ):
            line = y + 3.4 + number * 4.2
            sheet.text(COUNT + 2, line, said.text(code), SMALLEST, bold=True)
            sheet.text(COUNT + 30, line, said.blank.join(texts), SMALLEST, width=RIGHT - COUNT - 30)
        sheet.text(COUNT + 2, y + 3.4 + 8.4, said.text("day.same_order"), SMALLEST, width=RIGHT - COUNT - 2)

    def _nearby(self, sheet: Sheet, y: float) -> None:
        said, nearby = self.said, self.day.nearby
        shown = nearby if len(nearby) <= _NEARBY else nearby[: _NEARBY - 1]
        texts = [self._nearby_text(one) for one in shown] or [said.text("day.nearby_none")]
        if len(shown) < len(nearby):
            texts.append(said.text("common.more", n=len(nearby) - len(shown)))
        for number, text in enumerate(texts):
            sheet.text(TIME, y + number * XS.pitch, text, SMALLEST, width=BEFORE - TIME - 3)

    def _nearby_text(self, one: OpenAccount) -> str:
        said = self.said
        place = ""
        if one.near and one.kilometres is not None:
            place = said.text("day.from_stop", account=one.near, kilometres=said.kilometres(one.kilometres))
        return said.facts(one.account, open_account(one, self.day.day, said, brief=True), place)

    def _sums(self) -> list[str]:
        said, day = self.said, self.day
        visits, road = day.visit_minutes, day.travel_minutes
        unknown = said.text("day.totals_unknown", n=day.ways_unknown) if day.ways_unknown else ""
        return [
            said.text("day.totals_sum", visits=span(visits), road=span(road), sum=span(visits + road)),
            said.text("day.totals_road", factor=DETOUR, speed=SPEED_KMH, near=NEAR_KM, far=FAR_SPEED_KMH)
            + unknown,
            said.text("day.totals_rates", n=len(day.stops), tolerance=self.plan.tolerance),
        ]
