"""A table's header whose sorted column is told by an arrow behind its name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme

HEIGHT = 34


class SortHeader(QHeaderView):
    """Horizontal; a click sorts. The arrow is drawn as a character, so that it has the colour of the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setFont(theme.font("caption"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEIGHT)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        text = self.model().headerData(section, Qt.Orientation.Horizontal) or ""
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        if sorted_by:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            text = f"{text} {'↓' if down else '↑'}"
        painter.save()
        ink = Ink(painter, self._theme)
        area = QRectF(rect)
        painter.fillRect(area, ink.color("surface"))
        ink.line(area.left(), area.bottom() + 0.5, area.right() + 1, area.bottom() + 0.5, "border")
        ink.text(area.adjusted(8, 0, -4, 0), text, "caption", "text" if sorted_by else "text3")
        painter.restore()
