"""The lines between the nodes of the chart, and the words over a row of them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem

from kamdesk.qt.chart.tidy import Point
from kamdesk.qt.ink import Ink
from kamdesk.qt.overrides import guard_overrides
from kamdesk.qt.theme import Theme

guard_overrides(QGraphicsItem)

RADIUS = 8.0


class Elbow(QGraphicsItem):
    """A line round corners."""

    def __init__(self, theme: Theme, points: tuple[Point, ...], dashed: bool) -> None:
        super().__init__()
        self._theme, self._dashed = theme, dashed
        self._path = _rounded([QPointF(*point) for point in points])
        self.setZValue(-1)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        style = Qt.PenStyle.DashLine if self._dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._theme.color("control"), 1.5, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)


def _rounded(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _toward(corner, before), _toward(corner, after)
        path.lineTo(into)
        path.quadTo(corner, out)
    path.lineTo(points[-1])
    return path


def _toward(corner: QPointF, other: QPointF) -> QPointF:
    """The point at the corner's radius on the way to ``other``."""
    way = other - corner
    length = abs(way.x()) + abs(way.y())
    return corner if not length else corner + way * (min(RADIUS, length / 2) / length)


class Label(QGraphicsItem):
    """Words over a row of nodes."""

    def __init__(self, theme: Theme, text: str, x: float, y: float) -> None:
        super().__init__()
        self._theme, self._text = theme, text
        self.setPos(x, y)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._theme.width(self._text, "caption") + 4, 20)

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        Ink(painter, self._theme).text(self.boundingRect(), self._text, "caption", "text3", elide=False)
