"""The top of page 1: who, why this class, when received; then the one thing this visit must bring."""

from __future__ import annotations

from kamdesk.papers.account_briefing.brief import LEFT, RIGHT, WIDTH, Brief, Cut
from kamdesk.papers.account_briefing.words_of import (
    address_text,
    closed_text,
    fixed_text,
    for_which_visit,
    hours_text,
    overdue_text,
)
from kamdesk.papers.kit.parts import chip, chip_width, portrait_head, rhythm_dots, rhythm_width
from kamdesk.papers.kit.scale import BLACK, RULE, Step
from kamdesk.papers.kit.setting import joined, width, wrap
from kamdesk.papers.kit.sheet import Sheet

_FACT = Step(9, 12.5)
_OBJECTIVE_LINES = 4


def draw_identity(sheet: Sheet, brief: Brief, cut: Cut) -> float:
    """Head, name, class, reason, facts; returns the lowest y."""
    said, account = brief.said, brief.data.account
    portrait_head(sheet, said.text("briefing.title"), for_which_visit(brief.data.visit, said))
    y = _name(sheet, brief)
    why = "why_open" if account.is_key is None else "why_key" if account.is_key else "why_ordinary"
    label = (said.text(f"briefing.{why}") + said.blank[:2], True)
    if account.class_reason:
        y = sheet.paragraph(LEFT, y, WIDTH, joined(label, account.class_reason), _FACT, lines=cut.lines or 4)
    else:
        absent = said.text("briefing.not_judged") if account.is_key is None else said.absent
        y = _to_fill_in(sheet, y, joined(label, absent))
    if account.status != "active" and account.status_reason:
        state = said.heading("account.status", account.status)
        text = joined((f"▲ {state}{said.blank[:2]}", True), account.status_reason)
        y = sheet.paragraph(LEFT, y, WIDTH, text, _FACT, lines=2)
    for label_code, text in (
        ("phone", said.listed(account.phones) or _first_called(brief)),
        ("address", address_text(account, said)),
        ("hours", hours_text(account.hours, said)),
    ):
        label = (said.text(f"briefing.{label_code}") + " ", True)
        if text:
            y = sheet.paragraph(LEFT, y, WIDTH, joined(label, text), _FACT, lines=cut.lines or 3)
        else:
            y = _to_fill_in(sheet, y, joined(label, said.absent))
    if account.closed:
        closed = joined(("▲ " + said.text("briefing.closed") + " ", True), closed_text(account.closed, said))
        y = sheet.paragraph(LEFT, y, WIDTH, closed, _FACT, lines=cut.lines or 2)
    for owed in brief.data.owed:
        if owed.overdue:
            label = (f"▲ {said.text('briefing.late')} ", True)
            y = sheet.paragraph(LEFT, y, WIDTH, joined(label, overdue_text(owed, brief)), _FACT, lines=2)
    return _fixed(sheet, brief, y)


def _first_called(brief: Brief) -> str:
    """The first of the account's people who has a telephone, with it."""
    called = next((person for person in brief.data.people if person.phones), None)
    return f"{called.name} {brief.said.listed(called.phones)}" if called else ""


def _name(sheet: Sheet, brief: Brief) -> float:
    """The account, large, with its class, state and owner; a long name takes lines of its own."""
    said, account = brief.said, brief.data.account
    owner = said.text("briefing.owner", name=account.owner) if account.owner else ""
    marks = _marks(brief)
    taken = sum(chip_width(text, 9) + 1.5 for text, _ in marks) + (width(owner, 9) + 4 if owner else 0)
    sizes = (20, 18, 16) if said.chinese else (17, 16, 15)
    room = WIDTH - taken - 3
    size = next((size for size in sizes if width(account.name, size, True) <= room), None)
    if size is not None:
        x = LEFT + sheet.text(LEFT, 26.5, account.name, size, bold=True) + 3
        baseline, bottom = 26.0, 29.2
    else:
        bottom = sheet.paragraph(LEFT, 19.2, WIDTH, account.name, Step(15, 19), bold=True, lines=3)
        x, baseline, bottom = LEFT, bottom + 4.0, bottom + 6.6
    for text, solid in marks:
        x += chip(sheet, x, baseline, text, solid=solid, size=9) + 1.5
    sheet.text(RIGHT, baseline, owner, 9, align="right", width=max(RIGHT - x - 2, 10))
    return bottom


def _marks(brief: Brief) -> list[tuple[str, bool]]:
    said, account = brief.said, brief.data.account
    key = None
    if account.is_key is not None:
        key = said.words.choice("account.key", "key" if account.is_key else "ordinary")
    marks = []
    if account.value_class or key:
        text = " ".join(part for part in (account.value_class, key) if part)
        marks.append((text, bool(account.is_key) or account.value_class == "A"))
    else:
        marks.append((said.text("briefing.unclassed"), False))
    if account.status != "active":
        marks.append((said.heading("account.status", account.status), True))
    return marks


def _fixed(sheet: Sheet, brief: Brief, y: float) -> float:
    """The slots in force with the dots of their rhythm."""
    said, slots = brief.said, brief.data.slots
    label = (said.text("briefing.fixed") + " ", True)
    if not slots:
        return sheet.paragraph(LEFT, y, WIDTH, joined(label, said.text("briefing.no_fixed")), _FACT)
    for slot in slots[:3]:
        baseline = y + 3.3
        x = LEFT + sheet.text(LEFT, baseline, joined(label, fixed_text(slot, said)), 9, width=WIDTH - 40) + 3
        rhythm_dots(sheet, x, baseline, slot.rhythm)
        if slot.rhythm.next_on:
            x += rhythm_width(slot.rhythm) + 2.5
            coming = said.text("day.next", day=said.day_weekday(slot.rhythm.next_on))
            sheet.text(x, baseline, coming, 9, width=RIGHT - x)
        y += _FACT.pitch
    return y


def _to_fill_in(sheet: Sheet, y: float, content: tuple[tuple[str, bool], ...]) -> float:
    used = width(content, _FACT.size)
    bottom = sheet.paragraph(LEFT, y, WIDTH, content, _FACT)
    sheet.across(LEFT + used + 2, bottom - 0.4, min(WIDTH - used - 2, 80))
    return bottom


def _objective_step(brief: Brief) -> Step:
    return Step(13, 17) if brief.said.chinese else Step(12, 15.5)


def objective_is_cut(brief: Brief, objective: str) -> bool:
    """Whether the frame does not hold the whole objective."""
    return len(wrap(objective, _objective_step(brief).size, WIDTH - 8, True)) > _OBJECTIVE_LINES


def draw_objective(sheet: Sheet, brief: Brief, y: float, cut: Cut) -> float:
    """Framed: what this visit must bring, and what to heed on that day; returns the lowest y."""
    said, visit = brief.said, brief.data.visit
    top = y
    step = _objective_step(brief)
    y = top + 7
    if visit and visit.objective:
        y = sheet.paragraph(LEFT + 5, y, WIDTH - 8, visit.objective, step, bold=True, lines=_OBJECTIVE_LINES)
    else:
        used = sheet.text(LEFT + 5, y + 5.2, said.absent, step.size, bold=True)
        sheet.across(LEFT + 8 + used, y + 7.4, WIDTH - used - 12)
        y += 9
    for caution in visit.cautions if visit else ():
        text = f"▲ {said.raised(said.caution(caution))}"
        y = sheet.paragraph(LEFT + 5, y, WIDTH - 8, text, _FACT, bold=True, lines=2)
    y += 1.6
    sheet.text(LEFT + 5, top + 5, said.text("briefing.objective"), 9, bold=True)
    sheet.box(LEFT, top, WIDTH, y - top, weight=RULE)
    sheet.box(LEFT, top, 2, y - top, fill=BLACK, weight=None)
    return y
