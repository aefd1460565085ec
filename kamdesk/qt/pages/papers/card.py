"""A paper to choose: its icon, name, for whom it is and what stands on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme

HEIGHT = 58


class PaperCard(QAbstractButton):
    """A checkable button; in a button group the arrow keys go from one to the next."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._audience = self._about = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def say(self, name: str, audience: str, about: str) -> None:
        self.setText(name)
        self._audience, self._about = audience, about
        self.setAccessibleName(f"{name} ({audience})")
        self.setAccessibleDescription(about)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, on = Ink(painter, self._theme), self.isChecked()
        ground = (
            "accentSoft" if on else "press" if self.isDown() else "hover" if self.underMouse() else "surface"
        )
        edge, weight = ("focus", 2.0) if self.hasFocus() else ("accent", 2.0) if on else ("line", 1.0)
        half = weight / 2
        painter.setBrush(self._theme.color(ground))
        painter.setPen(QPen(self._theme.color(edge), weight))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        if on and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 5, 5)
        ink.icon(13, 11, self._icon, "accentText" if on else "text2", 18)
        chip = marks.chip_width(self._theme, self._audience, "micro", False)
        right = self.width() - 12
        name = QRectF(42, 8, right - chip - 48, 22)
        ink.text(name, self.text(), "strong", "accentText" if on else "text")
        marks.chip(ink, right - chip, 10, self._audience, "text2", "sunken", None, 19, "micro", "border")
        ink.text(QRectF(42, 30, right - 42, 19), self._about, "caption", "text2")
        painter.end()
