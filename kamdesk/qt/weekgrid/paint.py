"""How the grid is drawn: the ground (cached by the widget), the drives, the stops, the line of now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from kamdesk.qt import marks
from kamdesk.qt.ink import CENTER, RIGHT, Ink
from kamdesk.qt.speech import clock
from kamdesk.qt.weekgrid.geometry import GUTTER, HEAD, Geometry
from kamdesk.qt.weekgrid.rows import DayHead, StopBlock, Travel, WeekSheet

STATE_ICONS = {
    "done": ("circle-check", "good"),
    "missed": ("circle-x", "bad"),
    "cancelled": ("circle-x", "text3"),
    "rescheduled": ("calendar-clock", "warn"),
}
TIGHT = 36
CRAMPED = 48
"""Where stops share a day's width and so little is left, the name goes before the class."""


def ground(ink: Ink, geometry: Geometry, sheet: WeekSheet) -> None:
    """Days, hours, lunch and the time outside working hours."""
    theme, painter = ink.theme, ink.painter
    bottom, width = geometry.bottom, geometry.day_width
    if sheet.now is not None:
        ink.box(geometry.column(sheet.now[0]), theme.color("accentSoft", 0.55), None, 8)
    if sheet.lunch is not None:
        top, end = geometry.y(sheet.lunch[0]), geometry.y(sheet.lunch[1])
        painter.fillRect(QRectF(GUTTER, top, width * geometry.days, end - top), theme.color("lunch", 0.9))
        middle = (top + end) / 2
        ink.text(QRectF(0, middle - 9, GUTTER - 8, 18), sheet.lunch_word, "micro", "text3", RIGHT)
    for number, day in enumerate(sheet.days):
        _closed(ink, geometry, number, day)
    for hour in range(geometry.first_hour, geometry.last_hour + 1):
        y = round(geometry.y(hour * 60)) + 0.5
        ink.line(GUTTER, y, geometry.x(geometry.days), y)
        ink.text(QRectF(0, y - 9, GUTTER - 8, 18), f"{hour:02d}", "micro", "text3", RIGHT)
    for number, day in enumerate(sheet.days):
        if number:
            x = round(geometry.x(number)) + 0.5
            ink.line(x, HEAD - 4, x, bottom)
        _head(ink, geometry, number, day, sheet.now is not None and sheet.now[0] == number)


def _closed(ink: Ink, geometry: Geometry, number: int, day: DayHead) -> None:
    left, width = geometry.x(number) + 1, geometry.day_width - 2
    top, bottom = geometry.y(geometry.first_hour * 60), geometry.bottom
    if day.off:
        ink.hatch(QRectF(left, top, width, bottom - top))
    if day.off or day.opens is None or day.closes is None:
        return
    if geometry.y(day.closes) < bottom - 1:
        ink.hatch(QRectF(left, geometry.y(day.closes), width, bottom - geometry.y(day.closes)))
    if geometry.y(day.opens) > top + 1:
        ink.hatch(QRectF(left, top, width, geometry.y(day.opens) - top))


def _head(ink: Ink, geometry: Geometry, number: int, day: DayHead, today: bool) -> None:
    theme, x, width = ink.theme, geometry.x(number), geometry.day_width
    ink.text(QRectF(x + 8, 6, width - 16, 18), day.name, "strong", "accentText" if today else "text")
    after = x + 13 + theme.width(day.name, "strong")
    if today:
        pill = QRectF(after, 6, 24, 18)
        ink.box(pill, "accent", None, 9)
        ink.text(pill, str(day.date.day), "captionStrong", "onAccent", CENTER)
    else:
        ink.text(QRectF(after + 1, 6, 30, 18), str(day.date.day), "body", "text2")
    room = width - (after - x) - 36
    if theme.width(day.stops, "caption") <= room:
        ink.text(QRectF(x + 8, 6, width - 16, 18), day.stops, "caption", "text3", RIGHT)
    ink.text(
        QRectF(x + 8, 24, width - 16, 16), day.note or day.place, "caption", "warn" if day.note else "text3"
    )


def widest_gap(top: float, bottom: float, blocks: Sequence[QRectF]) -> tuple[float, float]:
    """The longest part between two heights that no block covers; nothing at ``top`` where there is none."""
    best, begin = (top, top), top
    for block in sorted(blocks, key=QRectF.top):
        end = min(block.top(), bottom)
        if end - begin > best[1] - best[0]:
            best = begin, end
        begin = max(begin, block.bottom())
    return (begin, bottom) if bottom - begin > best[1] - best[0] else best


def travel(ink: Ink, geometry: Geometry, drive: Travel, blocks: Sequence[QRectF]) -> None:
    """A drive: a dotted line as long as it takes, and the minutes where no stop covers them."""
    x, hours = geometry.x(drive.day) + 13, geometry.hours_rect()
    top, bottom = geometry.y(drive.start), geometry.y(drive.start + drive.minutes)
    ink.painter.setPen(QPen(ink.color("control"), 1.5, Qt.PenStyle.DotLine))
    ink.painter.drawLine(QPointF(x, top + 1), QPointF(x, bottom - 1))
    top, bottom = widest_gap(max(top, hours.top()), min(bottom, hours.bottom()), blocks)
    if bottom - top > 15:
        middle = (top + bottom) / 2
        ink.icon(x + 7, middle - 6, "car", "text3", 12)
        ink.text(QRectF(x + 23, middle - 8, geometry.day_width - 40, 16), drive.text, "micro", "text3")


def block(ink: Ink, rect: QRectF, stop: StopBlock, *, ghost: bool = False) -> None:
    """A stop: ground and left band by class, badge, name, then its time or its warning, and the dots."""
    solid = stop.here and not ghost
    tone = marks.class_tone(stop.letter)
    if solid:
        ink.box(rect, "surface")
        ink.box(rect, f"{tone}Soft")
        ink.strip(rect, tone, Qt.Edge.LeftEdge)
        if stop.warning:
            ink.box(rect, None, "warnMark", 6, 1.75)
    else:
        ink.box(rect, "surface", "control", 6, 1, Qt.PenStyle.DashLine)
    words(ink, rect, stop, tone if solid else "text3", solid)


def words(ink: Ink, rect: QRectF, stop: StopBlock, tone: str, solid: bool) -> None:
    """What is written into a stop; ``solid`` where it stands in the week shown."""
    theme = ink.theme
    tight = rect.height() < TIGHT
    warned = bool(stop.warning) and solid
    left, right = rect.left() + 10, rect.right() - 7
    top = rect.top() + ((rect.height() - 18) / 2 if tight else 3)
    size = 16 if rect.height() >= 18 else max(rect.height() - 3, 9)
    dots_first = tight or warned
    room = right - left - 21
    beside = left + 21
    if room < CRAMPED and theme.width(stop.short or stop.name, "captionStrong") > room:
        room, beside = room + 23, left - 2
    else:
        marks.badge(ink, left, top + 9 - size / 2, stop.letter, stop.is_key, size)
    icon = STATE_ICONS.get(stop.state)
    if tight and warned:
        icon = ("triangle-alert", "warn")
    dots = marks.dots_width(stop.weeks) if stop.weeks else 0.0
    if icon and rect.height() >= 15 and room >= 48:
        ink.icon(right - 14, top + 2.5, icon[0], icon[1], 13)
        room -= 18
    elif dots and dots_first and room - dots > 44:
        marks.dots(ink, right - dots, top + 6.5, stop.weeks, tone)
        room -= dots + 5
    name = stop.name if theme.width(stop.name, "captionStrong") <= room else stop.short or stop.name
    ink.text(QRectF(beside, top, room, 18), name, "captionStrong", "text" if solid else "text2")
    if tight:
        return
    second = top + 18
    if warned:
        ink.icon(left + 1, second + 2, "triangle-alert", "warn", 13)
        ink.text(QRectF(left + 19, second, right - left - 19, 17), stop.warning, "micro", "warn")
        return
    time = f"{clock(stop.start)}–{clock(stop.end)}"
    if theme.width(time, "micro") > right - left:
        time = clock(stop.start)
    if dots and right - left - dots - 6 >= theme.width(time, "micro"):
        marks.dots(ink, right - dots, second + 6.5, stop.weeks, tone)
    ink.text(QRectF(left, second, right - left, 17), time, "micro", "text2")


def selection(ink: Ink, rect: QRectF) -> None:
    ink.box(rect.adjusted(-2, -2, 2, 2), None, "focus", 8, 2)


def way(ink: Ink, geometry: Geometry, before: StopBlock, day: int, start: int, minutes: int) -> None:
    """The line from where a stop was to where it is held, beside the day's columns so that it crosses no text."""
    origin = geometry.block(before.day, before.start, before.minutes)
    target = geometry.block(day, start, minutes)
    ink.painter.setPen(QPen(ink.color("accentText"), 1.75))
    ink.painter.setBrush(Qt.BrushStyle.NoBrush)
    if day == before.day:
        x = geometry.x(day) + geometry.day_width - 1
        points = [QPointF(origin.right(), origin.center().y()), QPointF(x, origin.center().y())]
        points += [QPointF(x, target.center().y()), QPointF(target.right(), target.center().y())]
    else:
        to_right = day > before.day
        first = origin.right() if to_right else origin.left()
        last = target.left() if to_right else target.right()
        x = geometry.x(day) + (-1 if to_right else geometry.day_width + 1)
        points = [QPointF(first, origin.center().y()), QPointF(x, origin.center().y())]
        points += [QPointF(x, target.center().y()), QPointF(last, target.center().y())]
    ink.painter.drawPolyline(points)
    ink.painter.setBrush(ink.color("accentText"))
    ink.painter.drawEllipse(points[0], 2.5, 2.5)


def now_line(ink: Ink, geometry: Geometry, day: int, minute: int) -> None:
    if not geometry.first_hour * 60 <= minute <= geometry.last_hour * 60:
        return
    y = geometry.y(minute)
    ink.line(geometry.x(day), y, geometry.x(day + 1), y, "bad", 1.5)
    ink.painter.setBrush(ink.color("bad"))
    ink.painter.drawEllipse(QPointF(geometry.x(day), y), 3.5, 3.5)
