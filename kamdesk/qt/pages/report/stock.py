"""The table in which stock is counted: digits start a count, Enter goes down."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.models.stock import DISPLAY, NUMBERS, WRONG, Column, StockModel
from kamdesk.qt.widgets.header import SortHeader

HEIGHT = 32
WIDTHS = {Column.LAST: 84, Column.RECEIVED: 96, Column.COUNT: 96, Column.SOLD: 64, Column.REMARK: 178}
Index = QModelIndex | QPersistentModelIndex


class CountCell(QStyledItemDelegate):
    """Draws a count as a field, so that it is seen where to type."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        ink = Ink(painter, self._desk.theme)
        column, rect = Column(index.column()), QRectF(option.rect)
        text, wrong = index.data(DISPLAY), index.data(WRONG)
        painter.fillRect(rect, ink.color("sunken"))
        if column is Column.COUNT:
            field = rect.adjusted(8, 2.5, -6, -2.5)
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            edge = "focus" if focused else "bad" if wrong else "control"
            ink.box(field, "surface", edge, 6, 2 if focused or wrong else 1)
            ink.text(field.adjusted(6, 0, -8, 0), text, "body", "text", RIGHT)
        elif column is Column.REMARK:
            ink.text(rect.adjusted(8, 0, 0, 0), text, "caption", "bad")
        elif column in NUMBERS:
            tone = "bad" if text == "—" else "text" if column is Column.SOLD else "text2"
            ink.text(rect.adjusted(0, 0, -10, 0), text, "body", tone, RIGHT)
        else:
            ink.text(rect.adjusted(10, 0, -4, 0), text)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setProperty("small", "true")
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(index.data(int(Qt.ItemDataRole.AccessibleTextRole)))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(int(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), int(Qt.ItemDataRole.EditRole))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(8, 2, -6, -2))


class StockTable(QTableView):
    """Only the counts can be reached with the keyboard."""

    def __init__(self, desk: Desk, model: StockModel) -> None:
        super().__init__()
        self.setHorizontalHeader(SortHeader(desk.theme, self, "sunken"))
        self.setModel(model)
        self.setItemDelegate(CountCell(desk, self))
        self.setProperty("edge", "true")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.CurrentChanged
        )
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.horizontalHeader().setSectionsClickable(False)
        for section, width in WIDTHS.items():
            self.setColumnWidth(section, width)
        self.horizontalHeader().setSectionResizeMode(Column.PRODUCT, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(60)
        model.modelReset.connect(self._fit)
        model.rowsInserted.connect(self._fit)
        desk.theme.changed.connect(self.viewport().update)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(34 + HEIGHT * self.model().rowCount() + 3)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        row = index.row() if index.isValid() else max(self.currentIndex().row(), 0)
        return self.model().index(row, Column.COUNT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            below = self.model().index(self.currentIndex().row() + 1, Column.COUNT)
            if below.isValid():
                self.setCurrentIndex(below)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Enter in a count goes on to the next one."""
        super().closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if hint == QStyledItemDelegate.EndEditHint.SubmitModelCache:
            below = self.model().index(self.currentIndex().row() + 1, Column.COUNT)
            if below.isValid():
                self.setCurrentIndex(below)
        self.setFocus()
