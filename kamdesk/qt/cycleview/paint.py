"""How the cycle is drawn: weeks and days (the ground, cached by the widget), stops as one line each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from kamdesk.qt import marks
from kamdesk.qt.cycleview.layout import DAY_HEAD, EDGE, GUTTER, HEAD, CycleLayout
from kamdesk.qt.cycleview.rows import CycleDay, CycleSheet, CycleWeek
from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.speech import DOT, clock
from kamdesk.qt.weekgrid.paint import STATE_ICONS
from kamdesk.qt.weekgrid.rows import StopBlock


def ground(ink: Ink, layout: CycleLayout, sheet: CycleSheet) -> None:
    """Heads of weeks and days, the week in view, days off hatched."""
    tops = layout.tops()
    right = layout.x(len(sheet.names))
    for number, name in enumerate(sheet.names):
        ink.text(QRectF(layout.x(number) + 8, 4, layout.day_width - 16, 20), name, "strong")
    for number, week in enumerate(sheet.weeks):
        top, bottom = tops[number], tops[number + 1]
        if week.shown:
            ink.box(
                QRectF(2, top + 2, right - 2, bottom - top - 3), ink.theme.color("accentSoft", 0.45), None, 6
            )
            ink.strip(QRectF(2, top + 2, right - 2, bottom - top - 3), "accentText", Qt.Edge.LeftEdge, 3)
        ink.line(0, round(top) + 0.5, right, round(top) + 0.5)
        _week_head(ink, QRectF(10, top, GUTTER - 16, bottom - top), week)
        for day, each in enumerate(week.days):
            _day(ink, layout.cell((number, day)), each)
    for number in range(len(sheet.names)):
        x = round(layout.x(number)) + 0.5
        ink.line(x, HEAD - 4, x, tops[-1])
    ink.line(0, round(tops[-1]) + 0.5, right, round(tops[-1]) + 0.5)


def _week_head(ink: Ink, rect: QRectF, week: CycleWeek) -> None:
    tone = "accentText" if week.shown else "text"
    ink.text(QRectF(rect.left(), rect.top() + 4, rect.width(), 18), week.title, "strong", tone)
    ink.text(QRectF(rect.left(), rect.top() + 23, rect.width(), 16), week.span, "micro", "text2")
    first = DOT.join(week.load[:2])
    fits = ink.theme.width(first, "micro") <= rect.width()
    for number, said in enumerate((first, *week.load[2:]) if fits else week.load):
        ink.text(QRectF(rect.left(), rect.top() + 39 + 16 * number, rect.width(), 16), said, "micro", "text3")


def _day(ink: Ink, cell: QRectF, day: CycleDay) -> None:
    if day.off or day.note:
        ink.hatch(cell.adjusted(1, 1, -1, -1))
    left = cell.left() + 7
    number = str(day.date.day)
    if day.today:
        pill = QRectF(left - 1, cell.top() + 3, 24, 17)
        ink.box(pill, "accent", None, 8.5)
        ink.text(pill, number, "microStrong", "onAccent", Qt.AlignmentFlag.AlignCenter)
    else:
        ink.text(QRectF(left, cell.top() + 2, 24, 18), number, "captionStrong", "text2")
    room = QRectF(left + 26, cell.top() + 2, cell.right() - left - 26 - EDGE, 18)
    if day.note:
        ink.text(room, day.note, "micro", "warn", RIGHT)
    elif day.load:
        said = next(
            (s for s in _shorter(day.load) if ink.theme.width(s, "micro") <= room.width()), day.load[0]
        )
        ink.text(room, said, "micro", "text3", RIGHT)


def _shorter(load: tuple[str, ...]) -> list[str]:
    """The load in full, without the kilometres, the stops alone."""
    return [DOT.join(load), DOT.join((load[0], load[-1])), load[0]]


def stop_line(ink: Ink, rect: QRectF, block: StopBlock, *, mate: bool = False, ghost: bool = False) -> None:
    """A stop: class, time, name, and the triangle of what is to be looked at. ``mate`` is of the chosen slot."""
    tone = marks.class_tone(block.letter)
    theme = ink.theme
    if ghost or not block.here:
        ink.box(rect, "surface", "control", 4, 1, Qt.PenStyle.DashLine)
    else:
        ink.box(rect, f"{tone}Soft", "warnMark" if block.warning else None, 4, 1.25)
        ink.strip(rect, tone, Qt.Edge.LeftEdge, 3, 4)
    if mate:
        ink.box(rect.adjusted(-1, -1, 1, 1), None, "accentText", 5, 1.25)
    size = min(rect.height() - 3, 14)
    marks.badge(ink, rect.left() + 6, rect.center().y() - size / 2, block.letter, block.is_key, size)
    x, right = rect.left() + 25, rect.right() - 3
    icon = STATE_ICONS.get(block.state) or (("triangle-alert", "warn") if block.warning else None)
    if icon and right - x > 50:
        ink.icon(right - 13, rect.center().y() - 6, icon[0], icon[1], 12)
        right -= 16
    time = clock(block.start)
    wide = theme.width(time, "micro")
    words = "text2" if ghost or not block.here else "text"
    name = (
        block.name
        if theme.width(block.name, "caption") <= right - x - wide - 5
        else block.short or block.name
    )
    ink.text(QRectF(x, rect.top(), wide + 1, rect.height()), time, "micro", "text2", elide=False)
    ink.text(QRectF(x + wide + 5, rect.top(), right - x - wide - 5, rect.height()), name, "caption", words)


def target(ink: Ink, cell: QRectF) -> None:
    """The day over which a stop is held."""
    ink.box(cell.adjusted(2, 2, -2, -2), ink.theme.color("accentSoft", 0.8), "accentText", 6, 1.5)


def held(ink: Ink, cell: QRectF, block: StopBlock) -> None:
    rect = QRectF(cell.left() + 4, cell.top() + DAY_HEAD, cell.width() - 8, 17)
    marks.shadow(ink, rect)
    stop_line(ink, rect, block)
    ink.box(rect.adjusted(-2, -2, 2, 2), None, "focus", 6, 2)
