"""A table that paints its rows itself: what it would hand to a delegate for each cell costs more than the cells."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.cells import ground


class PaintedRows(QTableView):
    """Rows of one height, selected whole; a sub-class draws what a cell says.

    The viewport is opaque, so that scrolling moves what is painted already and only the rows that come in are drawn.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def draw_cell(self, ink: Ink, cell: QRectF, place: int, section: int) -> None:
        """Draw what stands at this row in this column of the model."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        ink, dirty = Ink(painter, self._theme), event.rect()
        painter.fillRect(dirty, ink.color("surface"))
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        if first >= 0:
            last = last if last >= 0 else self.model().rowCount() - 1
            columns = self._columns()
            hovered = self._hovered()
            for place in range(first, last + 1):
                self._draw_row(ink, place, columns, hovered=place == hovered)
        painter.end()

    def _columns(self) -> list[tuple[int, int, int]]:
        """Section, left edge and width of each column shown."""
        header = self.horizontalHeader()
        shown = (number for number in range(header.count()) if not header.isSectionHidden(number))
        return [
            (number, header.sectionViewportPosition(number), header.sectionSize(number)) for number in shown
        ]

    def _draw_row(self, ink: Ink, place: int, columns: list[tuple[int, int, int]], *, hovered: bool) -> None:
        top, height = self.rowViewportPosition(place), self.rowHeight(place)
        selected = self.selectionModel().isSelected(self.model().index(place, 0))
        header = self.horizontalHeader()
        whole = QRectF(-header.offset(), top, header.length(), height)
        ground(ink, whole, selected=selected, hovered=hovered, first=True)
        for section, left, width in columns:
            self.draw_cell(ink, QRectF(left, top, width, height), place, section)

    def _hovered(self) -> int:
        """The row under the pointer; -1 for none."""
        port = self.viewport()
        at = port.mapFromGlobal(QCursor.pos())
        return self.rowAt(at.y()) if port.underMouse() and port.rect().contains(at) else -1
