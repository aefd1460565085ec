"""The list of entries as it is seen: two lines a row, drawn by one delegate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from kamdesk.qt import marks
from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.models.entries import ENTRY, EntriesModel, Entry
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.cells import row_ground

HEIGHT, HEADING = 46, 30
AT_ONCE = 500
BESIDE = QPoint(-18, -14)


class EntryCell(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: object, *, grip: bool) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._theme, self._grip = theme, grip

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY)
        return QSize(120, HEADING if entry.heading else HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        ink = Ink(painter, self._theme)
        entry: Entry = index.data(ENTRY)
        if entry.heading:
            ink.text(QRectF(option.rect).adjusted(10, 6, -8, 0), entry.title, "captionStrong", "text3")
            painter.restore()
            return
        row_ground(ink, option, first=True)
        cell = QRectF(option.rect).adjusted(10, 3, -8, -4)
        left = self._lead(ink, cell, entry)
        right = self._trail(ink, cell, entry)
        title = QRectF(left, cell.top(), max(right - left, 20), 20)
        self._title(ink, title, entry)
        second = QRectF(left, cell.top() + 19, max(right - left, 20), 18)
        ink.text(second, entry.detail, "caption", entry.detail_tone)
        painter.restore()

    def _lead(self, ink: Ink, cell: QRectF, entry: Entry) -> float:
        x = cell.left()
        if self._grip:
            ink.icon(x - 4, cell.center().y() - 7, "grip-vertical", "text3", 14)
            x += 15
        if entry.badge is not None:
            marks.badge(ink, x, cell.center().y() - 9, entry.badge[0], entry.badge[1])
            return x + 27
        if entry.icon:
            ink.icon(x, cell.top() + 3, entry.icon, entry.icon_tone, 16)
            return x + 26
        return x

    def _trail(self, ink: Ink, cell: QRectF, entry: Entry) -> float:
        """Chip, dots and the word at the right edge; returns where they begin."""
        right = cell.right()
        if entry.side:
            width = self._theme.width(entry.side, "caption") + 4
            ink.text(
                QRectF(right - width, cell.top(), width, cell.height()), entry.side, "caption", "text3", RIGHT
            )
            right -= width + 8
        if entry.dots:
            width = marks.dots_width(entry.dots, 5, 3)
            marks.dots(ink, right - width, cell.center().y() - 2.5, entry.dots, "text2", 5, 3)
            right -= width + 10
        if entry.chip:
            width = marks.chip_width(self._theme, entry.chip)
            y = cell.center().y() - 10
            marks.chip(ink, right - width, y, entry.chip, entry.chip_tone, entry.chip_ground)
            right -= width + 8
        return right

    def _title(self, ink: Ink, rect: QRectF, entry: Entry) -> None:
        width = min(self._theme.width(entry.title, "strong"), rect.width())
        ink.text(QRectF(rect.left(), rect.top(), width + 1, rect.height()), entry.title, "strong")
        if entry.quiet and rect.width() - width > 30:
            ink.text(rect.adjusted(width + 7, 0, 0, 0), entry.quiet, "caption", "text3")


def name_held(theme: Theme, name: str, ratio: float) -> QPixmap:
    """A name as it is carried by the pointer."""
    size = QSizeF(theme.width(name, "strong") + 21, 26)
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    ink, rect = Ink(painter, theme), QRectF(QPointF(0, 0), size)
    ink.box(rect, "surface", "border")
    ink.text(rect.adjusted(10, 0, -10, 0), name, "strong")
    painter.end()
    return picture


class EntriesView(QListView):
    """Shows an `EntriesModel`; ``chosen`` follows the current entry, ``opened`` comes with Enter or a double click."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, model: EntriesModel, *, drag: bool = False) -> None:
        super().__init__()
        self._entries, self._theme = model, theme
        self.setModel(model)
        self.setItemDelegate(EntryCell(theme, self, grip=drag))
        self.setUniformItemSizes(True)
        self.setBatchSize(AT_ONCE)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(drag)
        if drag:
            self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMinimumHeight(HEIGHT + 4)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """What is held is its name alone, beside the pointer: the place it would take is to be seen."""
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self._entries.mimeData([index]))
        drag.setPixmap(name_held(self._theme, index.data(ENTRY).title, self.devicePixelRatioF()))
        drag.setHotSpot(BESIDE)
        drag.exec(actions)

    def key(self) -> str:
        """The key of the current entry; empty for none."""
        index = self.currentIndex()
        return index.data(ENTRY).key if index.isValid() else ""

    def show_rows(self, entries: Sequence[Entry]) -> None:
        """New rows; the current entry stays current where it is still there, else the first is.

        Of a long list the first rows are laid out at once, the others in turns of the event loop of their own.
        """
        keep = self.key()
        self._entries.set_rows(entries)
        place = self._entries.place_of(keep) if keep else None
        in_turns = len(entries) > AT_ONCE > (place or 0)
        self.setLayoutMode(QListView.LayoutMode.Batched if in_turns else QListView.LayoutMode.SinglePass)
        if entries:
            index = self._entries.index(self._entries.first() if place is None else place, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
        self.chosen.emit(self.key())

    def choose(self, key: str) -> None:
        place = self._entries.place_of(key)
        if place is not None:
            self.setCurrentIndex(self._entries.index(place, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where nothing is scrolled the last row in view is whole."""
        super().resizeEvent(event)
        room = self.height() - 2 * self.frameWidth()
        below = room % HEIGHT if room > HEIGHT else 0
        if self.viewportMargins().bottom() != below:
            self.setViewportMargins(0, 0, 0, below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.chosen.emit(self.key())

    def _open(self) -> None:
        if self.key():
            self.opened.emit(self.key())
