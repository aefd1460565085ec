"""Stock and order: a table in which digits start a count and Enter goes down, and more products to add to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.stock import TYPED, Column, StockModel
from kamdesk.qt.pages.report.count_cell import HEIGHT, CountCell
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.reads.visit_form import CountLine, ProductChoice

WIDTHS = {
    Column.LAST: 60,
    Column.RECEIVED: 74,
    Column.COUNT: 80,
    Column.SOLD: 54,
    Column.ORDER: 76,
    Column.PRICE: 80,
}
PRODUCT_WIDTH = 120
"""What a product's name has at least; it has all that it needs where the remarks leave the room."""
LONG = ((Column.PRODUCT, "body"), (Column.REMARK, "caption"))
"""The columns of words, and the type they are set in."""
NEW = "new"
"""Stands in the place of a product's id: one that the book lacks."""


class StockTable(QTableView):
    """Only what is typed can be reached with the keyboard: Enter goes down, Tab to the right, then on."""

    def __init__(self, desk: Desk, model: StockModel) -> None:
        super().__init__()
        self._desk = desk
        self.setHorizontalHeader(SortHeader(desk.theme, self, "sunken"))
        self.setModel(model)
        cell = CountCell(desk, self)
        cell.entered.connect(self._down)
        self.setItemDelegate(cell)
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
        self.horizontalHeader().setSectionResizeMode(Column.REMARK, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(60)
        model.modelReset.connect(self._fit)
        model.rowsInserted.connect(self._fit)
        model.dataChanged.connect(self._spread)
        desk.theme.changed.connect(self.viewport().update)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(34 + HEIGHT * self.model().rowCount() + 3)
        self._spread()

    def _spread(self) -> None:
        """Names as wide as they are long, as far as the remarks beside them can be read too."""
        room = self.viewport().width() - sum(WIDTHS.values())
        name, remark = (self._widest(each, style) for each, style in LONG)
        self.setColumnWidth(Column.PRODUCT, max(PRODUCT_WIDTH, min(name, room - remark)))

    def _widest(self, column: Column, style: str) -> int:
        metrics, model = QFontMetrics(self._desk.theme.font(style)), self.model()
        texts = (str(model.index(row, column).data() or "") for row in range(model.rowCount()))
        return max((metrics.horizontalAdvance(text) for text in texts), default=0) + 18

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        at = self.currentIndex()
        row = index.row() if index.isValid() else max(at.row(), 0)
        place = TYPED.index(Column(at.column())) if at.isValid() and at.column() in TYPED else 0
        if action == QAbstractItemView.CursorAction.MoveRight:
            place = min(place + 1, len(TYPED) - 1)
        elif action == QAbstractItemView.CursorAction.MoveLeft:
            place = max(place - 1, 0)
        return self.model().index(row, TYPED[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._down()
            return
        types = bool(event.text()) and event.text().isprintable()
        at = self.currentIndex()
        if types and at.column() not in TYPED:
            self.setCurrentIndex(self.model().index(max(at.row(), 0), Column.COUNT))
        if types and (editor := self._editor()) is not None:
            QApplication.sendEvent(editor, event)
            return
        super().keyPressEvent(event)
        if types:
            event.accept()  # what is typed here is no digit of the page's

    def commit(self) -> None:
        """What stands in the field that is typed in counts, though it was not left yet."""
        if (editor := self._editor()) is not None:
            self.commitData(editor)

    def _editor(self) -> QWidget | None:
        """The field that is typed in."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and self.viewport().isAncestorOf(focused) else None

    def _down(self) -> None:
        column = self.currentIndex().column()
        below = self.model().index(self.currentIndex().row() + 1, column if column in TYPED else Column.COUNT)
        if below.isValid():
            self.setCurrentIndex(below)

    def _beside(self, step: int) -> None:
        """The next field to type in, line after line; past the last one the focus leaves the table."""
        at = self.currentIndex()
        place = at.row() * len(TYPED) + TYPED.index(Column(at.column())) + step
        if 0 <= place < self.model().rowCount() * len(TYPED):
            self.setCurrentIndex(self.model().index(place // len(TYPED), TYPED[place % len(TYPED)]))
        else:
            self.focusNextPrevChild(step > 0)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Tab goes on beside; one that was left by a click leaves the keys where they went."""
        super().closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if hint == QStyledItemDelegate.EndEditHint.EditNextItem:
            self._beside(1)
        elif hint == QStyledItemDelegate.EndEditHint.EditPreviousItem:
            self._beside(-1)


class StockPart(QWidget):
    """The table and the products that are not in it yet."""

    edited = Signal()
    import_asked = Signal()
    new_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._awaited = ""
        self.model = StockModel(self)
        self.table = StockTable(desk, self.model)
        self.product = Combo()
        self.product.setMaximumWidth(320)
        self._products: dict[str, ProductChoice] = {}
        self._none = label(desk.theme, "caption", "text3", wrap=True)
        self.import_ = Button(desk.theme, kind="link")
        self.import_.clicked.connect(self.import_asked)
        self.new = Button(desk.theme, kind="link")
        self.new.clicked.connect(self.new_asked)
        self._empty = QWidget()
        self._empty.setLayout(row((self._none, 1), self.new, self.import_))
        self.setLayout(column(self.table, row(self.product, None), self._empty, gap=6))
        self.product.activated.connect(self._add_chosen)
        self.model.edited.connect(self.edited)
        self.model.rowsInserted.connect(self.table.show)

    def show_lines(self, lines: Sequence[CountLine], products: Sequence[ProductChoice]) -> None:
        self._products = {product.id: product for product in products}
        self.model.clear()
        self.model.set_rows(lines)
        self.table.setVisible(bool(lines))
        self.retranslate()

    def offer(self, products: Sequence[ProductChoice]) -> None:
        """Others than before may be added; what is typed stays."""
        self._products = {product.id: product for product in products}
        self.retranslate()
        self.take_new(self._awaited)

    def take_new(self, product_id: str) -> None:
        """A product that came into the book just now gets its line, as soon as it may be added."""
        self._awaited = product_id
        if product_id in self._products:
            self._awaited = ""
            self._go_to(self._add(product_id))

    def count(self, product_id: str, thousandths: int) -> None:
        """A count that was written down before."""
        self._add(product_id)
        self.model.set_count(product_id, thousandths)

    def order(self, product_id: str, thousandths: int, price: int | None) -> None:
        """What was ordered before."""
        self._add(product_id)
        self.model.set_order(product_id, thousandths, price)

    def empty(self) -> None:
        """Nothing is counted or ordered; the lines stay."""
        self.model.empty()

    def _add(self, product_id: str) -> int | None:
        from kamdesk.reads.visit_form import CountLine

        product = self._products.get(product_id)
        return None if product is None else self.model.add(CountLine(product, None, None, 0))

    def _add_chosen(self) -> None:
        chosen = self.product.currentData() or ""
        self.product.setCurrentIndex(0)
        if chosen == NEW:
            self.new_asked.emit()
        else:
            self._go_to(self._add(chosen))

    def _go_to(self, place: int | None) -> None:
        if place is not None:
            self.table.setFocus()
            self.table.setCurrentIndex(self.model.index(place, Column.COUNT))

    def retranslate(self) -> None:
        self.product.clear()
        self.product.addItem(self.tr("Another product…"), None)
        for product in self._products.values():
            self.product.addItem(" ".join(filter(None, (product.name, product.specification))), product.id)
        self.product.addItem(self.tr("New product…"), NEW)
        self.product.setVisible(bool(self._products))
        self._empty.setVisible(not self._products)
        self.new.set_label(self.tr("New product…"))
        self.import_.set_label(self.tr("Import products…"))
        self._none.setText(
            self.tr(
                "The book has no products yet: add them one by one, or import a list, to count and order here."
            )
        )
        self.product.setAccessibleName(self.tr("Product to count or order"))
        self.table.setAccessibleName(self.tr("Stock and order"))
