"""The shadow of a panel that stands over the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme


class PanelShadow(QWidget):
    """Lies over the page, under the panel, and draws the panel's shadow; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget, panel: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._panel = theme, panel
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        marks.shadow(Ink(painter, self._theme), QRectF(self._panel.geometry()), 10)
        painter.end()
