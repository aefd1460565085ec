"""How the rows of a list are drawn: as the file has them, what is doubted marked by ground, edge and sign."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.models.list_problems import ListProblemsModel
from kamdesk.qt.models.list_rows import CELL, ListCell, ListRowsModel
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.cells import TableCell, set_up_rows
from kamdesk.qt.widgets.entries import EntryCell
from kamdesk.qt.widgets.frozen_column import FrozenColumn
from kamdesk.qt.widgets.header import SortHeader

Index = QModelIndex | QPersistentModelIndex
ROW = 28
LOOKS = {
    "rejected": ("badSoft", "bad", "circle-x"),
    "to_decide": ("warnSoft", "warn", "triangle-alert"),
    "remark": ("sunken", "text2", "info"),
    "mended": ("goodSoft", "good", "pencil"),
}
"""Ground, tone and sign of a cell by its state."""
_NARROW, _WIDE, _MEASURED = 64, 240, 40


class ListCellDelegate(TableCell):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW)

    def draw(self, ink: Ink, option: QStyleOptionViewItem, index: Index) -> None:
        cell: ListCell = index.data(CELL)
        rect = QRectF(option.rect)
        tone = "text3" if cell.quiet else "text"
        if cell.state:
            ground, tone, sign = LOOKS[cell.state]
            ink.painter.fillRect(rect, ink.color(ground))
        elif cell.head:
            ink.painter.fillRect(rect, ink.color("sunken"))
        left = rect.left() + 7
        if cell.state and cell.sign:
            ink.icon(left, rect.center().y() - 7, sign, tone, 14)
            left += 19
        style = "strong" if cell.head else "body"
        ink.text(QRectF(left, rect.top(), rect.right() - 5 - left, rect.height()), cell.text, style, tone)
        ink.painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), ink.color("line"))
        ink.painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), ink.color("line"))
        if option.state & QStyle.StateFlag.State_Selected:
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            ink.box(rect.adjusted(0, 0, -1, -1), None, "focus", 3, 2 if focus else 1)


class RowNumbers(QHeaderView):
    """The numbers of the rows, as a spreadsheet shows them; drawn one by one, since there may be many."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(ROW)
        self.setDefaultSectionSize(ROW)
        self.setFixedWidth(56)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        ink, area = Ink(painter, self._theme), QRectF(rect)
        painter.fillRect(area, ink.color("surface"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), ink.color("line"))
        painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), ink.color("border"))
        number = str(self.model().headerData(section, Qt.Orientation.Vertical) or "")
        ink.text(area.adjusted(4, 0, -8, 0), number, "caption", "text3", RIGHT)
        painter.restore()


class ListRowsView(QTableView):
    """Arrows go from cell to cell; ``looked_at`` follows, Enter asks to say something else for the cell."""

    looked_at = Signal()
    asked = Signal()

    def __init__(self, theme: Theme, model: ListRowsModel) -> None:
        super().__init__()
        self._theme, self._rows = theme, model
        self.setHorizontalHeader(SortHeader(theme, self))
        self.setVerticalHeader(RowNumbers(theme, self))
        self.setModel(model)
        set_up_rows(self)
        self.verticalHeader().show()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setProperty("edge", True)
        self.horizontalHeader().setSectionsClickable(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(ListCellDelegate(theme, self))
        self.doubleClicked.connect(lambda _: self.asked.emit())
        theme.changed.connect(self.viewport().update)
        self.names = FrozenColumn(theme, self)
        self.selectionModel().currentChanged.connect(self._on_current)
        model.modelReset.connect(self._keep_names)

    def _keep_names(self) -> None:
        self.names.keep(self._rows.named_by())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.names.place()

    def show_cell(self, index: Index) -> None:
        """Scrolls to a cell, and where the names lie over the edge brings it out from under them."""
        self.scrollTo(index)
        under = self.names.width() - self.columnViewportPosition(index.column())
        if self.names.isVisible() and under > 0 and index.column() != self._rows.named_by():
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - under)

    def _on_current(self, index: QModelIndex) -> None:
        self.show_cell(index)
        self.looked_at.emit()

    def fit(self) -> None:
        """Columns as wide as what stands in the first rows, within bounds: all rows are never looked at."""
        for column in range(self._rows.columnCount()):
            title = str(self._rows.headerData(column, Qt.Orientation.Horizontal) or "")
            width = self._theme.width(title, "caption") + 18
            for row in range(min(self._rows.rowCount(), _MEASURED)):
                cell: ListCell = self._rows.index(row, column).data(CELL)
                if not cell.quiet or cell.head:
                    width = max(width, self._theme.width(cell.text, "body") + (38 if cell.sign else 18))
            self.setColumnWidth(column, int(min(max(width, _NARROW), _WIDE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.asked.emit()
        else:
            super().keyPressEvent(event)


class ListProblemsView(QListView):
    """What is doubted, two lines each; ``opened`` with Enter or a double click."""

    opened = Signal(int)

    def __init__(self, theme: Theme, model: ListProblemsModel, parent: QObject | None = None) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(EntryCell(theme, self, grip=False))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("edge", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
