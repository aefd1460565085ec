"""A period's goal at a glance: what is there, of what, and a tick where it should be by today."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.qt import marks
from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.theme import Theme


@dataclass(frozen=True, slots=True)
class Pace:
    """Words and shares of a card; ``tick`` None where nothing is due by now. ``tone`` is that of ``standing``."""

    title: str
    figure: str
    of: str
    percent: str
    standing: str
    tone: str
    share: float | None
    tick: float | None
    spoken: str


class PaceCard(QAbstractButton):
    """One of a few to choose from; ``stepped`` asks for the one to the left (−1) or right (1)."""

    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pace: Pace | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 88)

    def minimumSizeHint(self) -> QSize:
        return QSize(190, 88)

    def show_pace(self, pace: Pace) -> None:
        self._pace = pace
        self.setAccessibleName(pace.spoken)
        self.setToolTip(pace.spoken)
        self.update()

    def pace(self) -> Pace | None:
        return self._pace

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, rect = Ink(painter, self._theme), QRectF(self.rect())
        chosen, focus = self.isChecked(), self.hasFocus()
        ground = "accentSoft" if chosen else "hover" if self.underMouse() else "surface"
        edge = "focus" if focus else "accent" if chosen else "line"
        ink.box(rect, ground, edge, 10, 2 if chosen or focus else 1)
        if focus and chosen:
            ink.box(rect.adjusted(3, 3, -3, -3), None, "focus", 8, 1)
        if self._pace is not None:
            self._draw(ink, rect.adjusted(14, 0, -14, 0), self._pace, chosen)
        painter.end()

    def _draw(self, ink: Ink, rect: QRectF, pace: Pace, chosen: bool) -> None:
        theme = self._theme
        stands = theme.width(pace.standing, "caption") + 4
        top = QRectF(rect.left(), 10, rect.width(), 20)
        ink.text(top.adjusted(0, 0, -stands - 6, 0), pace.title, "strong", "accentText" if chosen else "text")
        ink.text(top, pace.standing, "caption", pace.tone, RIGHT)
        wide = theme.width(pace.figure, "figure")
        room = rect.width() - theme.width(pace.percent, "captionStrong") - 8
        middle = QRectF(rect.left(), 34, room, 30)
        ink.text(middle, pace.figure, "figure", "text")
        if pace.of:
            beside = QRectF(rect.left() + wide + 7, 38, room - wide - 7, 26)
            if beside.width() > 24:
                ink.text(beside, pace.of, "caption", "text2")
        ink.text(QRectF(rect.left(), 36, rect.width(), 28), pace.percent, "captionStrong", "text2", RIGHT)
        bar = QRectF(rect.left(), 70, rect.width(), 7)
        if pace.share is None:
            ink.box(bar, None, "control", 3.5, 1, Qt.PenStyle.DashLine)
            return
        marks.bar(ink, bar, pace.share)
        if pace.tick is not None:
            x = round(bar.left() + bar.width() * min(max(pace.tick, 0.0), 1.0))
            ink.box(QRectF(x - 2, bar.top() - 4, 4, bar.height() + 8), ground_of(chosen), None, 1)
            ink.box(QRectF(x - 1, bar.top() - 3, 2, bar.height() + 6), "text", None, 0)


def ground_of(chosen: bool) -> str:
    """What the card is filled with."""
    return "accentSoft" if chosen else "surface"
