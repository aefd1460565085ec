"""The day's way drawn from coordinates: no tiles, and it says so."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import CENTER, RIGHT, Ink
from kamdesk.qt.speech import DOT
from kamdesk.qt.widgets.painted import Painted

if TYPE_CHECKING:
    from kamdesk.reads.stops import StopAccount

KM_PER_DEGREE = 111.195
SCALES = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)
MARGIN = 26
FOOT = 40
DISC = 19.0


@dataclass(frozen=True, slots=True)
class MapStop:
    """A place on the way; WGS-84 degrees. ``done`` is behind us, ``chosen`` the one in hand."""

    name: str
    latitude: float
    longitude: float
    done: bool = False
    chosen: bool = False
    approximate: bool = False
    """The town alone is known: it is on no way."""


class MapSketch(Painted):
    """Equirectangular, fitted to the stops; labels step aside where they would cover one another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._stops: tuple[MapStop, ...] = ()
        self._unplaced: tuple[str, ...] = ()
        self._home: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def show_stops(
        self, stops: Sequence[MapStop], home: tuple[float, float] | None, unplaced: Sequence[str] = ()
    ) -> None:
        """``unplaced`` are the names of the day's stops without coordinates."""
        self._stops, self._home, self._unplaced = tuple(stops), home, tuple(unplaced)
        self.setAccessibleName(self.tr("Sketch of the way"))
        self.setToolTip(self.tr("Estimate: line × 1.35; 40 km/h, past 30 km 70 km/h"))
        self.setAccessibleDescription(" → ".join(stop.name for stop in stops))
        self.update()

    def draw(self, ink: Ink, rect: QRectF) -> None:
        ink.box(rect, "sunken", None, 8)
        self._raster(ink, rect)
        if not self._stops:
            said = self.tr("no visit to draw on this day")
            if self._unplaced:
                said = self.tr("no place known: {names}").format(names=", ".join(self._unplaced))
            ink.text(rect.adjusted(12, 0, -12, 0), said, "caption", "text3", CENTER)
            return
        place, pixels = self._fit(rect)
        points = [place(stop.latitude, stop.longitude) for stop in self._stops]
        known = [n for n, stop in enumerate(self._stops) if not stop.approximate]
        if self._home is not None:
            self._draw_home(ink, place(*self._home), [points[n] for n in known])
        self._draw_way(ink, [points[n] for n in known], [self._stops[n].done for n in known])
        nameless = self._draw_stops(ink, rect, spread(points, rect))
        self._foot(ink, rect, pixels, nameless)

    def _raster(self, ink: Ink, rect: QRectF) -> None:
        tone = ink.theme.color("border", 0.45)
        for x in range(34, int(rect.width()), 34):
            ink.line(x + 0.5, 1, x + 0.5, rect.height() - 1, tone)
        for y in range(34, int(rect.height()), 34):
            ink.line(1, y + 0.5, rect.width() - 1, y + 0.5, tone)

    def _fit(self, rect: QRectF) -> tuple[Callable[[float, float], QPointF], float]:
        """A function from degrees to pixels, and how many pixels a kilometre is."""
        spots = [(stop.latitude, stop.longitude) for stop in self._stops]
        if self._home is not None:
            spots.append(self._home)
        middle_lat = (min(s[0] for s in spots) + max(s[0] for s in spots)) / 2
        middle_lon = (min(s[1] for s in spots) + max(s[1] for s in spots)) / 2
        shrink = math.cos(math.radians(middle_lat))
        # Below lie two lines of text, beside the outermost stops their names.
        height = max((max(s[0] for s in spots) - min(s[0] for s in spots)) * KM_PER_DEGREE, 1.0)
        width = max((max(s[1] for s in spots) - min(s[1] for s in spots)) * KM_PER_DEGREE * shrink, 1.0)
        pixels = min(
            (rect.width() - 2 * MARGIN - 60) / width, (rect.height() - 2 * MARGIN - FOOT / 2) / height
        )
        center = rect.center() - QPointF(0, FOOT / 2)

        def place(latitude: float, longitude: float) -> QPointF:
            east = (longitude - middle_lon) * KM_PER_DEGREE * shrink
            north = (latitude - middle_lat) * KM_PER_DEGREE
            return QPointF(center.x() + east * pixels, center.y() - north * pixels)

        return place, pixels

    def _draw_home(self, ink: Ink, home: QPointF, points: list[QPointF]) -> None:
        if points:
            ink.painter.setPen(QPen(ink.color("control"), 1.5, Qt.PenStyle.DashLine))
            ink.painter.drawLine(home, points[0])
            ink.painter.drawLine(points[-1], home)
        ink.box(QRectF(home.x() - 5, home.y() - 5, 10, 10), "surface", "control", 2, 1.5)

    def _draw_way(self, ink: Ink, points: list[QPointF], done: Sequence[bool]) -> None:
        if not points:
            return
        painter = ink.painter
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(ink.color("surface"), 6, *round_ends))
        painter.drawPath(path)
        for number, (one, two) in enumerate(pairwise(points)):
            tone = "good" if done[number + 1] else "accentText"
            painter.setPen(QPen(ink.color(tone), 2.5, *round_ends))
            painter.drawLine(one, two)
            self._arrow(ink, one, two, tone)

    def _arrow(self, ink: Ink, one: QPointF, two: QPointF, tone: str) -> None:
        way = two - one
        length = math.hypot(way.x(), way.y())
        if length < 30:
            return
        unit = way / length
        side = QPointF(-unit.y(), unit.x())
        middle = (one + two) / 2
        ink.painter.setPen(Qt.PenStyle.NoPen)
        ink.painter.setBrush(ink.color(tone))
        tips = [middle + unit * 5, middle - unit * 4 + side * 4.5, middle - unit * 4 - side * 4.5]
        ink.painter.drawPolygon(QPolygonF(tips))

    def _draw_stops(self, ink: Ink, rect: QRectF, points: list[QPointF]) -> list[int]:
        """Draws the stops and their names; returns the numbers of those whose name found no place."""
        taken = [QRectF(point.x() - 9, point.y() - 9, 18, 18) for point in points]
        nameless: list[int] = []
        for number, (stop, point) in enumerate(zip(self._stops, points, strict=True)):
            radius = 11.0 if stop.chosen else 9.0
            label = label_place(rect, point, radius, ink.theme.width(stop.name, "micro") + 6, taken)
            if label is not None:
                taken.append(label)
                ink.box(label, ink.theme.color("sunken", 0.8), None, 3)
                ink.text(label, stop.name, "micro", "text", CENTER)
            else:
                nameless.append(number)
            tone = "good" if stop.done else "accentText"
            if stop.approximate:
                ink.painter.setPen(QPen(ink.color(tone), 1.5, Qt.PenStyle.DashLine))
                ink.painter.setBrush(ink.color("sunken"))
            else:
                ink.painter.setPen(QPen(ink.color("surface"), 2))
                ink.painter.setBrush(ink.color(tone))
            ink.painter.drawEllipse(point, radius, radius)
            spot = QRectF(point.x() - 10, point.y() - 10, 20, 20)
            number_tone = tone if stop.approximate else "surface"
            ink.text(spot, str(number + 1), "microStrong", number_tone, CENTER, elide=False)
        return nameless

    def _foot(self, ink: Ink, rect: QRectF, pixels: float, nameless: list[int]) -> None:
        """The scale, the names that found no place and the stops without coordinates, and how the way is reckoned."""
        kilometres = next((s for s in SCALES if s * pixels >= 40), SCALES[-1])
        length, y = kilometres * pixels, rect.height() - 28
        ink.line(14, y, 14 + length, y, "text3", 1.5)
        for x in (14, 14 + length):
            ink.line(x, y - 3, x, y + 3, "text3", 1.5)
        ink.text(QRectF(20 + length, y - 9, 60, 18), f"{kilometres:g} km", "micro", "text3")
        named = [f"{number + 1} {self._stops[number].name}" for number in nameless]
        if self._unplaced:
            named.append(self.tr("no place known: {names}").format(names=", ".join(self._unplaced)))
        if any(stop.approximate for stop in self._stops):
            named.append(self.tr("dashed: the town alone"))
        ink.text(
            QRectF(80 + length, y - 9, rect.width() - 92 - length, 18),
            DOT.join(named),
            "micro",
            "text2",
            RIGHT,
        )
        room = QRectF(14, rect.height() - 20, rect.width() - 26, 16)
        ink.text(room, self.reckoned(room.width()), "micro", "text3")

    def reckoned(self, room: float) -> str:
        """How the way is reckoned, as fully as it is told in so many pixels."""
        whole = self.tr("Estimate: line × 1.35; 40 km/h, past 30 km 70 km/h")
        return whole if self.theme.width(whole, "micro") <= room else self.tr("Estimate by straight lines")


def map_stop(account: StopAccount, *, done: bool = False, chosen: bool = False) -> MapStop | None:
    """An account as it is drawn: in its place or in its town; None where neither is known."""
    spot = account.spot
    if spot is None:
        return None
    return MapStop(
        account.in_brief,
        spot.latitude,
        spot.longitude,
        done=done,
        chosen=chosen,
        approximate=account.place is None,
    )


def spread(points: Sequence[QPointF], rect: QRectF) -> list[QPointF]:
    """The points moved apart until no two discs cover one another, as far as that goes in a few rounds, inside."""
    moved = [QPointF(point) for point in points]
    inside = rect.adjusted(12, 12, -12, -FOOT)
    for _ in range(24):
        still = True
        for one in range(len(moved)):
            for two in range(one + 1, len(moved)):
                way = moved[two] - moved[one]
                apart = math.hypot(way.x(), way.y())
                if apart >= DISC:
                    continue
                still = False
                # Two stops at one place part along a direction of their own.
                unit = way / apart if apart > 0.01 else QPointF(math.cos(two * 2.4), math.sin(two * 2.4))
                push = unit * ((DISC - apart) / 2 + 0.1)
                moved[one], moved[two] = moved[one] - push, moved[two] + push
        moved = [
            QPointF(
                min(max(p.x(), inside.left()), inside.right()), min(max(p.y(), inside.top()), inside.bottom())
            )
            for p in moved
        ]
        if still:
            break
    return moved


def label_place(
    rect: QRectF, point: QPointF, radius: float, width: float, taken: Sequence[QRectF]
) -> QRectF | None:
    """Right, left, above, below or aslant, whichever is free and inside; None where nothing is."""
    width = min(width, 120)
    x, y = point.x(), point.y()
    right, left = x + radius + 3, x - radius - 3 - width
    places = [
        QRectF(right, y - 9, width, 18),
        QRectF(left, y - 9, width, 18),
        QRectF(x - width / 2, y - radius - 19, width, 18),
        QRectF(x - width / 2, y + radius + 1, width, 18),
        *(QRectF(side, y + step, width, 18) for step in (-22, 4) for side in (right - 6, left + 6)),
    ]
    inside = rect.adjusted(4, 4, -4, -FOOT)
    return next((p for p in places if inside.contains(p) and not any(p.intersects(t) for t in taken)), None)
