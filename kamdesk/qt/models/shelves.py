"""What stands on the customer's shelves: product by product, count by count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.amounts import quantity
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.trade import Stock

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
PRODUCT, ORDERED = 0, 1
RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)


class ShelvesModel(QAbstractTableModel):
    """Columns: product, ordered in a year, then the counts, newest first. Not counted is a dash, never 0."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._stock: Stock | None = None

    def set_stock(self, stock: Stock | None) -> None:
        self.beginResetModel()
        self._stock = stock
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or self._stock is None else len(self._stock.shelves)

    def columnCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside else 2 + (len(self._stock.days) if self._stock else 0)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or self._stock is None:
            return None
        shelf, column = self._stock.shelves[index.row()], index.column()
        if role == DISPLAY:
            if column == PRODUCT:
                return shelf.product
            if column == ORDERED:
                return quantity(shelf.ordered, shelf.unit) if shelf.ordered else "—"
            count = shelf.counts[column - 2]
            return "—" if count is None else quantity(count, shelf.unit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self.data(index)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column != PRODUCT:
            return RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != PRODUCT:
            return RIGHT
        if role != DISPLAY or self._stock is None:
            return None
        if section == PRODUCT:
            return self.tr("Product")
        if section == ORDERED:
            return self.tr("Ordered in 12 months")
        return self._speech.day(self._stock.days[section - 2])
