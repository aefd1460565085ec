"""A stop as a row of a sheet: what is known at its left, blanks at its right; heads above, codes below the rows."""

from __future__ import annotations

from kamdesk.domain.visit import MissedReason, Outcome
from kamdesk.papers.kit.said import Said, clock, span
from kamdesk.papers.kit.scale import FINE, RULE, SMALLEST
from kamdesk.papers.kit.setting import width
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import OpenAccount, PlanDay, PlanStop, WeekPlan
from kamdesk.papers.week_plan.fit import FittedRow
from kamdesk.papers.week_plan.known import draw_known
from kamdesk.papers.week_plan.layout import BEFORE, COUNT, RECORD, RIGHT, TIME, WHO
from kamdesk.papers.week_plan.record import draw_counts, draw_record
from kamdesk.papers.week_plan.wording import open_account

_DRIVE_WIDTH = 18.0


def draw_titles(sheet: Sheet, top: float, said: Said) -> None:
    """The heads of the columns, on the rule at ``top``."""
    for x, code in (
        (TIME, "day.time"),
        (WHO, "day.account"),
        (BEFORE, "day.before"),
        (COUNT + 2, "day.count"),
        (RECORD + 0.9, "day.record"),
    ):
        sheet.text(x, top - 1.4, said.text(code), SMALLEST, bold=True)
    sheet.across(TIME, top, RIGHT - TIME, RULE)


def draw_row(
    sheet: Sheet, plan: WeekPlan, day: PlanDay, fitted: FittedRow, y: float, size: float, said: Said
) -> float:
    """A row from its top ``y``; returns where it ends."""
    row, height = fitted.row, fitted.height
    sheet.text(TIME - 2, y + 4.6, str(row.number), SMALLEST, bold=True, align="right")
    sheet.text(RIGHT + 2, y + 4.6, str(row.number), 9, bold=True)
    if not row.continued:
        _draw_time(sheet, row.stop, y, height, said)
    draw_known(sheet, row, day.day, y, size, fitted.level, said)
    draw_counts(sheet, row.products, y, height, said)
    if row.continued:
        sheet.line(RECORD, y, RECORD, y + height, RULE)
    else:
        draw_record(sheet, row.stop.people, y, height, said, currency=plan.currency)
    sheet.across(TIME, y + height, RIGHT - TIME, RULE)
    return y + height


def _draw_time(sheet: Sheet, stop: PlanStop, y: float, height: float, said: Said) -> None:
    if stop.start is None:
        sheet.text(TIME, y + 5.4, said.text("plan.no_time"), 10.5, bold=True, width=17)
    else:
        sheet.text(TIME, y + 6, clock(stop.start), 15, bold=True)
    if stop.minutes is not None:
        talk = said.text("day.talk", minutes=said.minutes(stop.minutes))
        sheet.text(TIME, y + 9.8, talk, SMALLEST, bold=True)
    sheet.text(TIME, y + 13.2, _drive(stop, said), SMALLEST, width=_DRIVE_WIDTH)
    label = said.text("day.missed")
    sheet.text(TIME, y + height - 2.2, label, SMALLEST)
    sheet.box(TIME + max(8.0, width(label, SMALLEST) + 1), y + height - 7.6, 7.8, 7.6, weight=FINE)


def _drive(stop: PlanStop, said: Said) -> str:
    """Minutes and way; a long drive in hours and minutes, so that the way is never cut off."""
    if stop.travel is None:
        return said.text("day.drive_unknown")
    minutes, kilometres = stop.travel.minutes, said.whole_kilometres(stop.travel.kilometres)
    usual = said.text("day.drive", minutes=said.minutes(minutes), kilometres=kilometres)
    long = said.text("day.drive_long", span=span(minutes), kilometres=kilometres)
    bare = f"{span(minutes)} {kilometres}"
    return next((text for text in (usual, long) if width(text, SMALLEST) <= _DRIVE_WIDTH), bare)


def draw_codes(sheet: Sheet, y: float, said: Said) -> None:
    """The legend of the codes in the band from ``y``, under the columns for the pen."""
    reasons = [
        f"{chr(64 + n)} {said.words.choice('missed_reason', r)}" for n, r in enumerate(MissedReason, 1)
    ]
    draw_outcomes(sheet, COUNT + 2, y + 3.4, said)
    _draw_code(sheet, COUNT + 2, y + 3.4 + 4.2, said.text("day.codes_missed"), reasons, said)
    sheet.text(COUNT + 2, y + 3.4 + 8.4, said.text("day.same_order"), SMALLEST, width=RIGHT - COUNT - 2)


def draw_outcomes(sheet: Sheet, x: float, line: float, said: Said) -> None:
    """What each number of the result means, from ``x`` to the right edge."""
    outcomes = [f"{n} {said.words.choice('visit.outcome', o)}" for n, o in enumerate(Outcome, start=1)]
    _draw_code(sheet, x, line, said.text("day.codes_outcome"), outcomes, said)


def _draw_code(sheet: Sheet, x: float, line: float, name: str, texts: list[str], said: Said) -> None:
    sheet.text(x, line, name, SMALLEST, bold=True)
    sheet.text(x + 28, line, said.blank.join(texts), SMALLEST, width=RIGHT - x - 28)


def nearby_text(one: OpenAccount, day: PlanDay, said: Said) -> str:
    """An account that waits and lies on the way of ``day``."""
    place = ""
    if one.near and one.kilometres is not None:
        place = said.text("day.from_stop", account=one.near, kilometres=said.kilometres(one.kilometres))
    return said.facts(one.account, open_account(one, day.day, said, brief=True), place)
