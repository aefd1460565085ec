"""Stock counted at a visit: what was there, what came, what is there now, what was sold in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import line_amount, quantity_of, to_minor, to_thousandths

if TYPE_CHECKING:
    from kamdesk.reads.visit_form import CountLine

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
WRONG = int(Qt.ItemDataRole.UserRole)
"""Why a count is doubted; empty where it is not."""


class Column(IntEnum):
    PRODUCT = 0
    LAST = 1
    RECEIVED = 2
    COUNT = 3
    SOLD = 4
    ORDER = 5
    PRICE = 6
    REMARK = 7


NUMBERS = (Column.LAST, Column.RECEIVED, Column.COUNT, Column.SOLD, Column.ORDER, Column.PRICE)
TYPED = (Column.COUNT, Column.ORDER, Column.PRICE)
CURRENCY = "CNY"


@dataclass(slots=True)
class _Line:
    line: CountLine
    typed: dict[Column, str] = field(default_factory=dict)
    values: dict[Column, int] = field(default_factory=dict)

    @property
    def count(self) -> int | None:
        return self.values.get(Column.COUNT)

    @property
    def price(self) -> int | None:
        """What was typed, else the product's own."""
        return self.values.get(Column.PRICE, self.line.product.price)

    def unread(self, column: Column) -> bool:
        return bool(self.typed.get(column)) and column not in self.values


def number(thousandths: int) -> str:
    """A quantity without needless zeros."""
    return f"{quantity_of(thousandths):f}"


def money(minor: int) -> str:
    """An amount as it is typed: whole yuan, fen only where there are any."""
    whole, fen = divmod(minor, 100)
    return f"{whole}.{fen:02d}" if fen else str(whole)


def _read(column: Column, text: str) -> int | None:
    """Thousandths, or minor units of a price; None for nothing and for what is no number."""
    if not text:
        return None
    try:
        if column is not Column.PRICE:
            read = to_thousandths(text)
        else:
            read = to_minor(text.replace(",", "").lstrip("¥￥"), CURRENCY)
    except RuleError:
        return None
    return None if read < 0 and column is not Column.COUNT else read


class StockModel(QAbstractTableModel):
    """A part of the form: count, order and price are typed, all else comes from the book. A count that can't be right
    is flagged, and nothing is computed from it."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []

    def set_rows(self, lines: Sequence[CountLine]) -> None:
        """New lines; what was typed for a product that is still there stays."""
        typed = {line.line.product.id: line for line in self._lines}
        self.beginResetModel()
        self._lines = []
        for line in lines:
            before = typed.get(line.product.id)
            self._lines.append(_Line(line, before.typed, before.values) if before else _Line(line))
        self.endResetModel()

    def clear(self) -> None:
        self.beginResetModel()
        self._lines = []
        self.endResetModel()

    def add(self, line: CountLine) -> int:
        """A product that was not counted here before; returns its row."""
        there = next(
            (n for n, each in enumerate(self._lines) if each.line.product.id == line.product.id), None
        )
        if there is not None:
            return there
        place = len(self._lines)
        self.beginInsertRows(QModelIndex(), place, place)
        self._lines.append(_Line(line))
        self.endInsertRows()
        return place

    def counted(self) -> tuple[tuple[str, int, str | None], ...]:
        """(product id, thousandths, unit) of every line with a count."""
        lines = (each for each in self._lines if each.count is not None)
        return tuple((each.line.product.id, each.count or 0, each.line.product.unit) for each in lines)

    def ordered(self) -> tuple[tuple[str, int, str | None, int | None], ...]:
        """(product id, thousandths, unit, price in minor units) of every line with something ordered."""
        lines = (each for each in self._lines if each.values.get(Column.ORDER))
        return tuple(
            (each.line.product.id, each.values[Column.ORDER], each.line.product.unit, each.price)
            for each in lines
        )

    def total(self) -> int | None:
        """What the priced lines come to, in minor units; None where nothing that is ordered has a price."""
        worth = [
            line_amount(quantity, price, 0) for _, quantity, _, price in self.ordered() if price is not None
        ]
        return sum(worth) if worth else None

    def set_count(self, product_id: str, thousandths: int) -> None:
        """A count that was written down before."""
        self._write(product_id, Column.COUNT, number(thousandths))

    def set_order(self, product_id: str, thousandths: int, price: int | None) -> None:
        """What was ordered before, at which price."""
        self._write(product_id, Column.ORDER, number(thousandths))
        if price is not None:
            self._write(product_id, Column.PRICE, money(price))

    def _write(self, product_id: str, column: Column, text: str) -> None:
        for place, each in enumerate(self._lines):
            if each.line.product.id == product_id:
                self.setData(self.index(place, column), text, int(Qt.ItemDataRole.EditRole))

    def empty(self) -> None:
        """Nothing is typed in any line."""
        self.beginResetModel()
        self._lines = [_Line(each.line) for each in self._lines]
        self.endResetModel()

    def unreadable(self) -> bool:
        """Whether something was typed that is no number."""
        return any(each.unread(column) for each in self._lines for column in TYPED)

    def doubtful(self) -> int:
        """How many counts can't be right."""
        return sum(bool(self._wrong(each)) for each in self._lines)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in TYPED else flags

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() not in TYPED:
            return False
        line, column = self._lines[index.row()], Column(index.column())
        line.typed[column] = str(value or "").strip()
        line.values.pop(column, None)
        if (read := _read(column, line.typed[column])) is not None:
            line.values[column] = read
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(Column) - 1))
        self.edited.emit()
        return True

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], Column(index.column())
        if role in (DISPLAY, Qt.ItemDataRole.EditRole):
            return self._text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.headerData(column, Qt.Orientation.Horizontal)
            return f"{line.line.product.name}, {name}: {self._text(line, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
        if role == WRONG:
            return self._wrong(line)
        return None

    def _text(self, line: _Line, column: Column) -> str:
        told = line.line
        if column is Column.PRODUCT:
            return " ".join(filter(None, (told.product.name, told.product.specification)))
        if column is Column.LAST:
            return "–" if told.last is None else number(told.last)
        if column is Column.RECEIVED:
            return number(told.received) if told.received else "–"
        if column in (Column.COUNT, Column.ORDER):
            return number(line.values[column]) if column in line.values else line.typed.get(column, "")
        if column is Column.PRICE:
            return self._price(line)
        if column is Column.SOLD:
            return self._sold(line)
        return self._wrong(line)

    def _price(self, line: _Line) -> str:
        if line.unread(Column.PRICE):
            return line.typed[Column.PRICE]
        return money(line.price) if line.price is not None and line.typed.get(Column.ORDER) else ""

    def _sold(self, line: _Line) -> str:
        if line.count is None or line.line.last is None:
            return ""
        sold = line.line.last + line.line.received - line.count
        return "—" if sold < 0 else number(sold)

    def _wrong(self, line: _Line) -> str:
        if any(line.unread(column) for column in TYPED):
            return self.tr("not a number")
        if line.count is None:
            return ""
        if line.count < 0:
            return self.tr("less than nothing: count again")
        if line.line.last is None:
            return ""
        more = line.count - line.line.last - line.line.received
        if more > 0:
            said = self.tr("{n} more than can be: count again")
            return said.format(n=number(more))
        return ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and Column(section) in NUMBERS:
            return int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
        if role != DISPLAY:
            return None
        return {
            Column.PRODUCT: self.tr("Product"),
            Column.LAST: self.tr("Last"),
            Column.RECEIVED: self.tr("Ordered"),
            Column.COUNT: self.tr("Counted"),
            Column.SOLD: self.tr("Sold"),
            Column.ORDER: self.tr("Order"),
            Column.PRICE: self.tr("Price"),
            Column.REMARK: "",
        }[Column(section)]
