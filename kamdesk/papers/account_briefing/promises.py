"""Our promises: overdue first, then due, then lately settled."""

from __future__ import annotations

from kamdesk.papers.account_briefing.brief import (
    Brief,
    Cut,
    is_overdue,
    open_promises,
    settled_promises,
)
from kamdesk.papers.briefing import BriefedPromise
from kamdesk.papers.kit.parts import absent_line, chip, section
from kamdesk.papers.kit.scale import HAIR, SMALLEST, text_step
from kamdesk.papers.kit.sheet import Sheet


def draw_promises(sheet: Sheet, brief: Brief, x: float, y: float, wide: float, cut: Cut) -> float:
    """The section on page 1; returns the lowest y."""
    said = brief.said
    y = section(sheet, x, y, wide, said.text("briefing.promises"), kept_note(brief))
    waiting = open_promises(brief)
    settled = settled_promises(brief)
    if not brief.data.promises:
        return absent_line(sheet, x, y, wide, said.text("briefing.no_promises"), 10.5)
    y -= 1
    for promise in [*waiting[: cut.promises], *settled[: cut.settled]]:
        y = draw_promise(sheet, brief, promise, x, y, wide, cut)
    hidden = max(len(waiting) - cut.promises, 0) + max(len(settled) - cut.settled, 0)
    if hidden:
        sheet.text(x, y + 4.2, said.text("briefing.more_items", n=hidden), SMALLEST, bold=True)
        y += 5.5
    return y


def kept_note(brief: Brief) -> str:
    """The promise-kept rate with this customer, as its fraction."""
    figure = brief.data.promise_kept
    if figure is None or not figure.denominator:
        return brief.said.text("briefing.kept_none")
    return brief.said.text("briefing.kept_rate", fraction=brief.said.fraction(figure))


def draw_promise(
    sheet: Sheet, brief: Brief, promise: BriefedPromise, x: float, y: float, wide: float, cut: Cut
) -> float:
    """State and day, what, then who, why and how; ends on a hairline."""
    said = brief.said
    overdue = is_overdue(promise, brief.today)
    if overdue:
        chip(sheet, x, y + 4, state_text(brief, promise), solid=True)
    else:
        sheet.text(x, y + 4, state_text(brief, promise), SMALLEST, bold=True)
    sheet.text(x + wide, y + 4, due_text(brief, promise), SMALLEST, align="right", width=wide * 0.6)
    step = text_step(cut.size - 1 if cut.size > 10 else 9.5 if cut.size > 9 else 9, said.language)
    y = sheet.paragraph(x, y + 4.9, wide, promise.what, step, bold=overdue, lines=cut.lines)
    details = details_of(brief, promise)
    if details:
        y = sheet.paragraph(
            x, y, wide, details, text_step(min(step.size - 1, 8.5), said.language), lines=cut.lines
        )
    y += 1.4
    sheet.across(x, y, wide, HAIR)
    return y


def state_text(brief: Brief, promise: BriefedPromise) -> str:
    """How many days overdue, that it is due, or how it ended."""
    said = brief.said
    if promise.due_on and is_overdue(promise, brief.today):
        days = (brief.today - promise.due_on).days
        return said.text("briefing.overdue_day" if days == 1 else "briefing.overdue_days", n=days)
    return (
        said.text("briefing.due") if promise.state == "open" else said.heading("promise.state", promise.state)
    )


def due_text(brief: Brief, promise: BriefedPromise) -> str:
    """The day it is due, or on which it was settled."""
    said = brief.said
    day = promise.due_on if promise.state == "open" else promise.settled_on or promise.due_on
    if day is None:
        return said.text("briefing.no_due")
    text = said.near_day(day, brief.today)
    return said.text("briefing.today", day=text) if day == brief.today and promise.state == "open" else text


def details_of(brief: Brief, promise: BriefedPromise) -> str:
    """By whom, to whom, cause, way round, effect, what is at risk."""
    said = brief.said
    cause = said.words.choice("promise.cause", promise.cause)
    if promise.cause_text:
        cause = ("，" if said.chinese else ", ").join(part for part in (cause, promise.cause_text) if part)
    parts = [
        promise.by_whom,
        said.text("briefing.to_whom", name=promise.to_whom) if promise.to_whom else None,
        said.text("briefing.cause", text=cause) if cause else None,
        said.text("briefing.workaround", text=promise.workaround) if promise.workaround else None,
    ]
    if promise.effect_seen:
        parts.append(said.text("briefing.effect", text=promise.effect_seen))
    elif promise.expected_effect:
        parts.append(said.text("briefing.expected", text=promise.expected_effect))
    if promise.churn_risk is not None:
        parts.append(said.text("briefing.churn", n=promise.churn_risk))
    return said.raised(("；" if said.chinese else "; ").join(part for part in parts if part))
