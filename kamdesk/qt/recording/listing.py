"""The list of what was found out as it is seen: heads with a deed at the right, rows of two lines below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.models.known_list import ROW, Item, KnownListModel
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.cells import row_ground
from kamdesk.qt.widgets.entries import HEIGHT, EntryCell

HEAD, HEAD_EMPTY, INDENT = 40, 56, 24


class KnownCell(EntryCell):
    def __init__(self, theme: Theme, parent: object) -> None:
        super().__init__(theme, parent, grip=False)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        item: Item = index.data(ROW)
        if item.head is None:
            return QSize(120, HEIGHT)
        return QSize(120, HEAD_EMPTY if item.head.hint else HEAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item: Item = index.data(ROW)
        if item.head is None:
            moved = QStyleOptionViewItem(option)
            moved.rect.adjust(INDENT * (1 + item.depth), 0, 0, 0)
            super().paint(painter, moved, index)
            return
        painter.save()
        ink, head = Ink(painter, self._theme), item.head
        row_ground(ink, option, first=True)
        cell = QRectF(option.rect).adjusted(10, 0, -10, 0)
        top = cell.top() + 9
        ink.icon(cell.left(), top + 2, head.icon, "text3", 16)
        width = self._theme.width(head.title, "strong")
        ink.text(QRectF(cell.left() + 24, top, width + 2, 20), head.title, "strong")
        if head.count:
            place = QRectF(cell.left() + 24 + width + 8, top, 40, 20)
            ink.text(place, str(head.count), "caption", "text3")
        deed = self.deed(QRectF(option.rect), item)
        ink.text(deed, head.add, "body", "accentText", RIGHT)
        ink.icon(
            deed.right() - self._theme.width(head.add) - 18, deed.center().y() - 7, "plus", "accentText", 14
        )
        if head.hint:
            below = QRectF(cell.left() + 24, top + 20, max(deed.left() - cell.left() - 30, 40), 18)
            ink.text(below, head.hint, "caption", "text2")
        painter.restore()

    def deed(self, rect: QRectF, item: Item) -> QRectF:
        """Where the deed of a head is pressed."""
        width = self._theme.width(item.head.add) + 26 if item.head is not None else 0
        return QRectF(rect.right() - width - 10, rect.top() + 5, width, 28)


class KnownList(QListView):
    """Enter opens a row, or records a new one on a head; Insert records one of the kind in view, Delete takes back."""

    chosen = Signal(str)
    add_asked = Signal(str)
    """The kind of the new row."""
    opened = Signal(str, str)
    take_back_asked = Signal(str, str)
    """Kind and id."""

    def __init__(self, theme: Theme, model: KnownListModel) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self._cell = KnownCell(theme, self)
        self.setItemDelegate(self._cell)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(120)
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.key()))
        self.doubleClicked.connect(lambda: self._open())
        theme.changed.connect(self.viewport().update)

    def item(self) -> Item | None:
        index = self.currentIndex()
        return self.rows.item_at(index.row()) if index.isValid() else None

    def key(self) -> str:
        """The id of the row chosen, or the key of a head."""
        item = self.item()
        return item.key if item is not None else ""

    def show_items(self, items: Sequence[Item]) -> None:
        """New lines; what was chosen stays so where it is still there, else what stands in its place is."""
        keep, at = self.key(), self.currentIndex().row()
        self.rows.set_items(items)
        place = self.rows.place_of(keep) if keep else None
        if place is None and items:
            place = min(max(at, 0), len(items) - 1)
        if place is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.rows.index(place, 0), flags)
        self.chosen.emit(self.key())

    def choose(self, key: str) -> None:
        """A row by its id; a kind by its name: its head."""
        place = self.rows.place_of(key)
        if place is None:
            place = self.rows.place_of(f"+{key}")
        if place is not None:
            self.setCurrentIndex(self.rows.index(place, 0))
            self.scrollTo(self.rows.index(place, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, item = event.key(), self.item()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key == Qt.Key.Key_Insert or event.text() == "+":
            head = self.rows.head_of(self.currentIndex().row())
            if head is not None:
                self.add_asked.emit(head.kind)
        elif key == Qt.Key.Key_Delete and item is not None and item.head is None:
            self.take_back_asked.emit(item.kind, item.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        item = self.rows.item_at(index.row()) if index.isValid() else None
        if item is not None and item.head is not None and event.button() == Qt.MouseButton.LeftButton:
            rect = QRectF(self.visualRect(index))
            if self._cell.deed(rect, item).contains(event.position()):
                self.add_asked.emit(item.kind)

    def _open(self) -> None:
        item = self.item()
        if item is None:
            return
        if item.head is not None:
            self.add_asked.emit(item.kind)
        else:
            self.opened.emit(item.kind, item.key)
