"""A table's header whose sorted column is told by an arrow behind its name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kamdesk.qt.ink import LEFT, RIGHT, Ink
from kamdesk.qt.theme import Theme

HEIGHT = 34


class SortHeader(QHeaderView):
    """Horizontal; a click sorts. The arrow is drawn as a character, so that it has the colour of the text.

    ``ground`` is the colour token behind it; a column whose model says so is aligned to the right.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, ground: str = "surface") -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._ground = theme, ground
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
        painter.fillRect(area, ink.color(self._ground))
        ink.line(area.left(), area.bottom() + 0.5, area.right() + 1, area.bottom() + 0.5, "border")
        align = self.model().headerData(
            section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.TextAlignmentRole)
        )
        to_right = align is not None and bool(int(align) & int(Qt.AlignmentFlag.AlignRight.value))
        tone = "text" if sorted_by else "text3"
        ink.text(
            area.adjusted(8, 0, -10 if to_right else -4, 0),
            text,
            "caption",
            tone,
            RIGHT if to_right else LEFT,
        )
        painter.restore()
