"""The curve of 80/20: accounts from the largest on, each a bar, and the line of what they bring together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from kamdesk.qt.charts.walked import Place, Walked
from kamdesk.qt.ink import CENTER, LEFT, RIGHT, Ink
from kamdesk.qt.marks import class_tone
from kamdesk.qt.theme import Theme

TOP, FOOT, LEFT_MARGIN, RIGHT_MARGIN = 16.0, 34.0, 38.0, 12.0
LEAST_BAR = 3.0


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """``share`` is of the largest amount, ``cumulated`` of all; both 0 to 1."""

    key: str
    value_class: str
    is_key: bool
    share: float
    cumulated: float
    spoken: str


class ParetoCurve(Walked):
    """Where there are more accounts than pixels several share a bar, named after the largest of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._points: tuple[CurvePoint, ...] = ()
        self._words = ("", "")
        self.setMinimumHeight(180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(520, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    def show_points(self, points: Sequence[CurvePoint], words: tuple[str, str], spoken: str) -> None:
        """``words``: what stands beside the line, and what the accounts below are called."""
        self._points, self._words = tuple(points), words
        self.arrange(spoken)

    def _area(self) -> QRectF:
        return QRectF(LEFT_MARGIN, TOP, self.width() - LEFT_MARGIN - RIGHT_MARGIN, self.height() - TOP - FOOT)

    def _each(self) -> int:
        """How many accounts stand behind one bar."""
        room = max(int(self._area().width() / LEAST_BAR), 1)
        return max(1, -(-len(self._points) // room))

    def lay_out(self) -> list[Place]:
        area, each = self._area(), self._each()
        shown = self._points[::each]
        if not shown:
            return []
        step = area.width() / len(shown)
        gap = 2 if step > 8 else 0.5 if step > LEAST_BAR else 0
        wide = min(step - gap, 40.0)
        found = []
        for number, point in enumerate(shown):
            high = max(area.height() * point.share, 1)
            left = area.left() + step * (number + 0.5) - wide / 2
            found.append(Place(point.key, QRectF(left, area.bottom() - high, wide, high), point.spoken))
        return found

    def draw(self, ink: Ink, rect: QRectF) -> None:
        area = self._area()
        for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
            y = round(area.bottom() - area.height() * share) + 0.5
            strong = share == 0.8
            ink.painter.setPen(
                QPen(ink.color("control" if strong or not share else "line"), 1,
                     Qt.PenStyle.DashLine if strong else Qt.PenStyle.SolidLine)
            )  # fmt: skip
            ink.painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            ink.text(
                QRectF(0, y - 8, LEFT_MARGIN - 6, 16), f"{share:.0%}", "micro", "text3", RIGHT, elide=False
            )
        if not self._points:
            return
        by_key = {point.key: point for point in self._points}
        line: list[QPointF] = []
        each = self._each()
        last = self._points[each - 1 :: each]
        for number, place in enumerate(self.places()):
            point = by_key[place.key]
            tone = class_tone(point.value_class)
            chosen = place.key == self.chosen()
            wide = place.rect.width() > 6
            filled = tone if point.is_key or chosen or not wide else f"{tone}Soft"
            ink.box(place.rect, filled, tone if wide else None, 2 if wide else 0)
            end = last[number] if number < len(last) else self._points[-1]
            line.append(QPointF(place.rect.center().x(), area.bottom() - area.height() * end.cumulated))
        ink.painter.setBrush(Qt.BrushStyle.NoBrush)
        ink.painter.setPen(QPen(ink.color("text"), 1.75))
        ink.painter.drawPolyline(QPolygonF([QPointF(area.left(), area.bottom()), *line]))
        self._letters(ink, area)
        ink.text(QRectF(area.left() + 4, 0, area.width(), 15), self._words[0], "micro", "text2", LEFT)
        self.ring(ink, 3)

    def _letters(self, ink: Ink, area: QRectF) -> None:
        """Under the bars: where each class begins and how many are in it."""
        step = area.width() / len(self._points)
        begin = 0
        for letter in ("A", "B", "C"):
            count = sum(point.value_class == letter for point in self._points)
            if not count:
                continue
            left, wide = area.left() + step * begin, step * count
            tone = class_tone(letter)
            ink.box(QRectF(left + 1, area.bottom() + 5, max(wide - 2, 2), 3), tone, None, 1.5)
            said = f"{letter}·{count}"
            if wide > self.theme.width(said, "microStrong"):
                ink.text(
                    QRectF(left, area.bottom() + 10, wide, 16), said, "microStrong", tone, CENTER, elide=False
                )
            begin += count
