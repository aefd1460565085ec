"""Stock counted: a table in which digits start a count and Enter goes down, and more products to add to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
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
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.reads.visit_form import CountLine, ProductChoice

HEIGHT = 32
WIDTHS = {Column.LAST: 88, Column.RECEIVED: 108, Column.COUNT: 112, Column.SOLD: 64, Column.REMARK: 178}
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

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
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


class StockPart(QWidget):
    """The table and the products that are not in it yet."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.model = StockModel(self)
        self.table = StockTable(desk, self.model)
        self.product = Combo()
        self.product.setMaximumWidth(320)
        self._products: dict[str, ProductChoice] = {}
        self.setLayout(column(self.table, row(self.product, None), gap=6))
        self.product.activated.connect(self._add_chosen)
        self.model.edited.connect(self.edited)
        self.model.rowsInserted.connect(self.table.show)

    def show_lines(self, lines: Sequence[CountLine], products: Sequence[ProductChoice]) -> None:
        self._products = {product.id: product for product in products}
        self.model.clear()
        self.model.set_rows(lines)
        self.table.setVisible(bool(lines))
        self.retranslate()

    def count(self, product_id: str, thousandths: int) -> None:
        """A count that was written down before."""
        self._add(product_id)
        self.model.set_count(product_id, thousandths)

    def _add(self, product_id: str) -> int | None:
        from kamdesk.reads.visit_form import CountLine

        product = self._products.get(product_id)
        return None if product is None else self.model.add(CountLine(product, None, None, 0))

    def _add_chosen(self) -> None:
        place = self._add(self.product.currentData() or "")
        self.product.setCurrentIndex(0)
        if place is not None:
            self.table.setFocus()
            self.table.setCurrentIndex(self.model.index(place, Column.COUNT))

    def retranslate(self) -> None:
        self.product.clear()
        self.product.addItem(self.tr("Count another product…"), None)
        for product in self._products.values():
            self.product.addItem(" ".join(filter(None, (product.name, product.specification))), product.id)
        self.product.setVisible(bool(self._products))
        self.product.setAccessibleName(self.tr("Product to count"))
        self.table.setAccessibleName(self.tr("Stock counted"))
