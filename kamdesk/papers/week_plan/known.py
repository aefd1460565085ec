"""What is printed of a stop on the day page: who, where, last time, promises, aim.

The text gives way in levels: 0 all, 1 without actions (they are in the briefing), 2 and 3 the last visit in
two lines and in one. Time, account, address, phone, whom to see, promises, objective and blanks never give
way.
"""

from __future__ import annotations

from datetime import date

from kamdesk.papers.kit.parts import chip, chip_width, rhythm_dots, rhythm_width
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import MM, Step
from kamdesk.papers.kit.setting import Content, joined, width
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import DuePromise, LastVisit, PlanStop
from kamdesk.papers.week_plan.layout import BEFORE, COUNT, OF_THE_DAY, WHO, StopRow

LEVELS = 3
_LAST_LINES = (8, 8, 2, 1)
_NAME_LINES, _ADDRESS_LINES, _SEE_LINES, _PROMISE_LINES, _AIM_LINES, _DO_LINES = 4, 4, 5, 3, 7, 4
_WHO_WIDTH = BEFORE - WHO - 2
_BEFORE_WIDTH = COUNT - BEFORE - 2


def draw_known(sheet: Sheet, row: StopRow, day: date, y: float, size: float, level: int, said: Said) -> float:
    """Both printed columns of a row from its top ``y``; returns the lowest y."""
    step = Step(size, size * 1.33)
    who = _who(sheet, row, y, step, said)
    before = (
        _promises(sheet, row, day, y + 0.8, step, said)
        if row.continued
        else _before(sheet, row, day, y + 0.8, step, level, said)
    )
    return max(who, before) + 0.7


def _who(sheet: Sheet, row: StopRow, y: float, step: Step, said: Said) -> float:
    stop = row.stop
    y = _name(sheet, row, y, said)
    if row.continued:
        return y
    for caution in stop.cautions:
        if caution.code not in OF_THE_DAY:
            text = f"▲ {said.raised(said.caution(caution))}"
            y = sheet.paragraph(WHO, y, _WHO_WIDTH, text, step, bold=True, lines=2)
    y = _when(sheet, stop, y, step, said)
    y = _labelled(
        sheet, WHO, y, _WHO_WIDTH, "", stop.address, step, _ADDRESS_LINES, said, absent="day.address"
    )
    y = _labelled(sheet, WHO, y, _WHO_WIDTH, "", stop.phone, step, 2, said, label=said.text("day.phone"))
    people = [f"{person.name} {person.post}" if person.post else person.name for person in stop.people]
    listed = ("，" if said.chinese else "; ").join(people)
    return _labelled(sheet, WHO, y, _WHO_WIDTH, said.text("day.see"), listed, step, _SEE_LINES, said)


def _name(sheet: Sheet, row: StopRow, y: float, said: Said) -> float:
    """The account, large if it goes on one line; the pointer to the briefing at its right."""
    name = row.stop.account + (said.text("common.continued") if row.continued else "")
    pointer = said.text("day.briefing") if row.stop.read_first and not row.continued else ""
    room = _WHO_WIDTH - (chip_width(pointer) + 1.5 if pointer else 0)
    if pointer:
        chip(sheet, WHO + _WHO_WIDTH - chip_width(pointer), y + 4.4, pointer)
    for size in (10.5, 9.5):
        if width(name, size, bold=True) <= room:
            sheet.text(WHO, y + 4.6, name, size, bold=True)
            return y + 5.6
    return sheet.paragraph(WHO, y + 0.7, room, name, Step(8.5, 10.5), bold=True, lines=_NAME_LINES) + 0.3


def _when(sheet: Sheet, stop: PlanStop, y: float, step: Step, said: Said) -> float:
    """Rhythm, next day, and whatever is out of the ordinary, on one line."""
    baseline = y + step.pitch * 0.5 + step.size * 0.37 / MM
    x = WHO
    unusual = []
    if stop.origin != "planned":
        unusual.append(said.heading("visit.origin", stop.origin))
    if stop.state != "planned":
        unusual.append(said.heading("visit.state", stop.state))
    for text in unusual:
        x += chip(sheet, x, baseline, text) + 1.5
    if stop.moved_from:
        x += (
            sheet.text(x, baseline, said.text("day.moved_from", day=said.day(stop.moved_from)), step.size) + 2
        )
    if stop.rhythm:
        rhythm_dots(sheet, x, baseline, stop.rhythm)
        x += rhythm_width(stop.rhythm) + 1.8
        text = said.rhythm(stop.rhythm)
        if stop.rhythm.every_weeks != 1 and stop.rhythm.next_on:
            text = said.facts(text, said.text("day.next", day=said.day(stop.rhythm.next_on)))
        sheet.text(x, baseline, text, step.size, width=max(WHO + _WHO_WIDTH - x, 4))
    return y + step.pitch if unusual or stop.moved_from or stop.rhythm else y


def _labelled(
    sheet: Sheet,
    x: float,
    y: float,
    wide: float,
    bold_label: str,
    content: str | None,
    step: Step,
    lines: int,
    said: Said,
    *,
    label: str = "",
    absent: str = "",
) -> float:
    """One fact with its label; not recorded, it says so and leaves a line to write on."""
    pieces: list[tuple[str, bool]] = [(f"{bold_label} ", True)] if bold_label else []
    if label:
        pieces.append((f"{label} ", False))
    if content:
        return sheet.paragraph(x, y, wide, (*pieces, (content, False)), step, lines=lines)
    if absent:
        pieces.append((f"{said.text(absent)} ", False))
    return _to_fill_in(sheet, x, y, wide, (*pieces, (said.absent, False)), step)


def _to_fill_in(sheet: Sheet, x: float, y: float, wide: float, content: Content, step: Step) -> float:
    used = width(content, step.size)
    bottom = sheet.paragraph(x, y, wide, content, step)
    if wide - used > 12:
        sheet.across(x + used + 1.5, bottom - 0.4, wide - used - 1.5)
    return bottom


def _before(sheet: Sheet, row: StopRow, day: date, y: float, step: Step, level: int, said: Said) -> float:
    stop = row.stop
    last = joined((said.text("day.last") + " ", True), _last_visit(stop.last_visit, day, said))
    y = sheet.paragraph(BEFORE, y, _BEFORE_WIDTH, last, step, lines=_LAST_LINES[level])
    y = _promises(sheet, row, day, y, step, said)
    aim = (
        Step(step.size + 1, (step.size + 1) * 1.33)
        if said.chinese
        else Step(step.size + 0.5, (step.size + 0.5) * 1.3)
    )
    label = said.text("day.aim") + " "
    if stop.objective:
        y = sheet.paragraph(
            BEFORE, y, _BEFORE_WIDTH, label + stop.objective, aim, bold=True, lines=_AIM_LINES
        )
    else:
        y = _to_fill_in(sheet, BEFORE, y, _BEFORE_WIDTH, ((label, True), (said.absent, False)), aim)
    if level == 0 and stop.actions:
        actions = joined(
            (said.text("day.do") + " ", True), ("；" if said.chinese else "; ").join(stop.actions)
        )
        y = sheet.paragraph(BEFORE, y, _BEFORE_WIDTH, actions, step, lines=_DO_LINES)
    return y


def _last_visit(last: LastVisit | None, today: date, said: Said) -> str:
    if last is None:
        return said.text("day.first_visit")
    happened = last.state == "done"
    ended = (
        said.heading("visit.outcome", last.outcome) if happened else said.heading("visit.state", last.state)
    )
    colon, part = ("：", "，") if said.chinese else (": ", ", ")
    head = said.near_day(last.on, today) + (
        f" {ended}" if said.chinese else f"{part}{ended.lower()}" if ended else ""
    )
    return f"{head}{colon}{last.next_step}" if last.next_step else head


def _promises(sheet: Sheet, row: StopRow, day: date, y: float, step: Step, said: Said) -> float:
    if not row.stop.promises:
        none = joined((said.text("day.promise") + " ", True), said.text("day.no_promise"))
        return sheet.paragraph(BEFORE, y, _BEFORE_WIDTH, none, step)
    for promise in row.promises:
        y = sheet.paragraph(
            BEFORE, y, _BEFORE_WIDTH, _promise(promise, day, said), step, lines=_PROMISE_LINES
        )
    return y


def _promise(promise: DuePromise, day: date, said: Said) -> Content:
    overdue = promise.due_on is not None and promise.due_on < day
    label = said.text("day.promise_overdue" if overdue else "day.promise")
    due = said.text("day.due_on", day=said.short_day(promise.due_on, day)) if promise.due_on else ""
    return ((f"{label} ", True), (promise.what + due, False))
