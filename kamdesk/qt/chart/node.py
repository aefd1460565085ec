"""A node of the chart: a person, a role that nobody is known to hold, or the locked tile."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from kamdesk.qt import marks
from kamdesk.qt.chart.words import NodeWords
from kamdesk.qt.ink import CENTER, RIGHT, Ink
from kamdesk.qt.theme import Theme

ROUND = 5


class Node(QGraphicsObject):
    """``took`` when it has the focus, ``opened`` on a double click."""

    took = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, words: NodeWords, width: float, height: float) -> None:
        super().__init__()
        self._theme, self.words = theme, words
        self._box = QRectF(0, 0, width, height)
        self._chosen = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setObjectName(words.spoken)
        self.setToolTip("" if words.kind == "lock" else words.spoken)

    def say(self, words: NodeWords) -> None:
        self.words = words
        self.setObjectName(words.spoken)
        self.update()

    def choose(self, on: bool) -> None:
        self._chosen = on
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-ROUND, -ROUND, ROUND, ROUND)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.took.emit(self.words.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()
        if self.hasFocus():
            self.took.emit(self.words.key)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self.opened.emit(self.words.key)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        ink = Ink(painter, self._theme)
        {"person": self._person, "gap": self._gap, "lock": self._lock}[self.words.kind](ink, self._box)
        if self._chosen:
            width = 2.5 if self.hasFocus() else 1.5
            ink.box(self._box.adjusted(-4, -4, 4, 4), None, "focus", 11, width)

    def _person(self, ink: Ink, box: QRectF) -> None:
        words = self.words
        tone = marks.SUPPORT_TONES.get(words.support, "text3")
        line = Qt.PenStyle.DashLine if words.gone else Qt.PenStyle.SolidLine
        ink.box(box, "raised" if ink.theme.dark else "surface", "border", 8, 1, line)
        if words.support and not words.gone:
            ink.strip(box, tone, Qt.Edge.TopEdge, 4, 8)
        if words.inner:
            ink.box(box.adjusted(-3, -3, 3, 3), None, "control", 10, 1)
        marks.avatar(ink, QPointF(26, 29), 14, words.name, tone if words.support else None)
        width = ink.theme.width(words.sign, "micro") + 3 if words.sign else 0
        ink.text(QRectF(48, 11, box.width() - 57 - width, 18), words.name, "strong")
        if words.sign:
            ink.text(
                QRectF(box.width() - 9 - width, 11, width, 18), words.sign, "micro", tone, RIGHT, elide=False
            )
        ink.text(QRectF(48, 29, box.width() - 56, 17), words.title, "caption", "text2")
        self._roles(ink, box)
        self._foot(ink, box, "link", words.foot, words.side)

    def _roles(self, ink: Ink, box: QRectF) -> None:
        x, y, right = 10.0, 51.0, box.width() - 8
        for number, (text, confirmed) in enumerate(self.words.roles):
            rest = len(self.words.roles) - number
            more = f"+{rest}"
            room = right - x - (0 if rest == 1 else ink.theme.width(more, "micro") + 6)
            if marks.chip_width(ink.theme, text) > room:
                ink.text(QRectF(x, y, 30, 20), more, "micro", "text2", elide=False)
                return
            if confirmed:
                x += marks.chip(ink, x, y, text, "text", "sunken") + 5
            else:
                x += marks.chip(ink, x, y, text, "text2", None, edge="control", line=Qt.PenStyle.DashLine) + 5

    def _foot(self, ink: Ink, box: QRectF, icon: str, text: str, side: str) -> None:
        y = box.height() - 27
        ink.line(10, y, box.width() - 10, y)
        ink.icon(10, y + 7, icon, "text3", 13)
        width = ink.theme.width(side, "micro")
        ink.text(QRectF(28, y + 3, box.width() - 44 - width, 20), text, "caption", "text2")
        ink.text(
            QRectF(box.width() - 10 - width, y + 3, width, 20), side, "micro", "text3", RIGHT, elide=False
        )

    def _gap(self, ink: Ink, box: QRectF) -> None:
        ink.box(box, "sunken", "warnMark", 8, 1.5, Qt.PenStyle.DashLine)
        ink.painter.setPen(QPen(ink.color("warnMark"), 1.5, Qt.PenStyle.DashLine))
        ink.painter.setBrush(ink.color("surface"))
        ink.painter.drawEllipse(QPointF(26, 29), 14, 14)
        ink.icon(18, 21, "user-plus", "warn", 16)
        ink.text(QRectF(48, 11, box.width() - 56, 18), self.words.name, "strong", "warn")
        width = min(marks.chip_width(ink.theme, self.words.title), box.width() - 20)
        marks.chip(ink, 10, 51, self.words.title, "warn", "warnSoft") if width else None
        self._foot(ink, box, "plus", self.words.foot, "")

    def _lock(self, ink: Ink, box: QRectF) -> None:
        ink.box(box, "sunken", "border", 8)
        ink.hatch(box.adjusted(1, 1, -1, -1), "line", 8, 8)
        middle = box.width() / 2
        ink.painter.setPen(QPen(ink.color("border"), 1))
        ink.painter.setBrush(ink.color("surface"))
        ink.painter.drawEllipse(QPointF(middle, 28), 16, 16)
        ink.icon(middle - 8, 20, self.words.icon, "text2", 16)
        ink.text(QRectF(6, 50, box.width() - 12, 20), self.words.name, "strong", "text2", CENTER)
        ink.text(QRectF(6, 70, box.width() - 12, 20), self.words.title, "caption", "text2", CENTER)
