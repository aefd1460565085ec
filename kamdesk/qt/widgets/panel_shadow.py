"""The shadow of a panel that stands over the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme

REACH = 16


class PanelShadow(QWidget):
    """Lies under the panel and a little wider, and draws its shadow; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget, panel: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._panel = theme, panel
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def follow(self) -> None:
        """Go where the panel is: no wider than the shadow, so that the page beside it is not painted anew."""
        self.setGeometry(self._panel.geometry().adjusted(-REACH, -REACH, REACH, REACH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        panel = self._panel.geometry().translated(-self.pos())
        marks.shadow(Ink(painter, self._theme), QRectF(panel), 10)
        painter.end()
