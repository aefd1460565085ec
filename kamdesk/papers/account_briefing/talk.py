"""What was said last time and what is to be done: the left column of page 1."""

from __future__ import annotations

from kamdesk.papers.account_briefing.brief import Brief, Cut
from kamdesk.papers.account_briefing.words_of import ended
from kamdesk.papers.briefing import BriefedAction, PastVisit
from kamdesk.papers.kit.parts import absent_line, section, tick_box
from kamdesk.papers.kit.scale import HAIR, SMALLEST, Step
from kamdesk.papers.kit.setting import joined, width
from kamdesk.papers.kit.sheet import Sheet


def draw_last_visits(sheet: Sheet, brief: Brief, x: float, y: float, wide: float, cut: Cut) -> float:
    """The last visits in full; returns the lowest y."""
    said = brief.said
    y = section(sheet, x, y, wide, said.text("briefing.last_time"))
    if not brief.data.visits:
        return absent_line(sheet, x, y, wide, said.text("briefing.no_visits"), 10.5)
    for visit in brief.data.visits[: cut.visits]:
        y = draw_visit(sheet, brief, visit, x, y, wide, cut.step(said), cut.lines)
    return y


def draw_visit(
    sheet: Sheet,
    brief: Brief,
    visit: PastVisit,
    x: float,
    y: float,
    wide: float,
    step: Step,
    lines: int | None,
) -> float:
    """Day and outcome, whom we met, points, rival, next step; ends on a hairline."""
    said = brief.said
    when = f"{said.near_day(visit.on, brief.today)}{said.blank}{ended(visit, said)}"
    head = joined((when, True))
    if visit.met:
        head = joined((when + said.blank, True), f"{said.text('briefing.met')} {said.listed(visit.met)}")
    y = sheet.paragraph(x, y, wide, head, step, lines=lines)
    colon = "：" if said.chinese else ": "
    for label, text in (
        ("", visit.points),
        (said.text("briefing.rival") + colon, visit.rival_note),
        (said.text("briefing.next_step") + colon, visit.next_step),
    ):
        if text:
            y = sheet.paragraph(x, y, wide, joined((label, True), text) if label else text, step, lines=lines)
    y += 1.2
    sheet.across(x, y, wide, HAIR)
    return y + 0.6


def draw_actions(sheet: Sheet, brief: Brief, x: float, y: float, wide: float, cut: Cut) -> float:
    """Open actions with a box to tick; returns the lowest y."""
    said = brief.said
    y = section(sheet, x, y, wide, said.text("briefing.actions"))
    found = brief.data.actions
    if not found:
        return absent_line(sheet, x, y, wide, said.text("briefing.no_actions"), 10.5)
    for action in found[: cut.actions]:
        y = draw_action(sheet, brief, action, x, y, wide, cut.step(said), cut.lines)
    if len(found) > cut.actions:
        more = said.text("briefing.more_items", n=len(found) - cut.actions)
        sheet.text(x, y + 4, more, SMALLEST, bold=True)
        y += 5.5
    return y


def draw_action(
    sheet: Sheet,
    brief: Brief,
    action: BriefedAction,
    x: float,
    y: float,
    wide: float,
    step: Step,
    lines: int | None,
) -> float:
    """One action: box, what, who and by when at the right."""
    said = brief.said
    due = said.near_day(action.due_on, brief.today) if action.due_on else None
    overdue = action.due_on is not None and action.due_on < brief.today
    who = " ".join(part for part in (action.owner, f"▲ {due}" if overdue and due else due) if part)
    used = min(width(who, SMALLEST, overdue), wide * 0.4)
    baseline = y + step.pitch * 0.5 + step.size * 0.135
    tick_box(sheet, x, baseline)
    if who:
        sheet.text(x + wide, baseline, who, SMALLEST, bold=overdue, align="right", width=wide * 0.4)
    what = action.what
    if action.inside:
        asked = said.words.choice("internal_request.department", action.inside)
        what = said.text("briefing.asked_inside", department=asked, what=what)
    return sheet.paragraph(x + 5, y, wide - 5 - (used + 3 if who else 0), what, step, lines=lines) + 0.8
