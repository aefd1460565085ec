"""The day's list as it is seen: chosen and opened by keys and mouse, with room for a usual day."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from kamdesk.qt.models.day import ROW, DayModel, DayRow
from kamdesk.qt.pages.today.day_cell import HEIGHTS, DayCell
from kamdesk.qt.theme import Theme

SEEN_STOPS = 6


class DayList(QListView):
    """``opened`` comes with Enter or a double click on a stop, ``menu_asked`` with the menu key or the right button."""

    opened = Signal(str)
    chosen = Signal(str)
    menu_asked = Signal(str, object)

    def __init__(self, theme: Theme, model: DayModel) -> None:
        super().__init__()
        self.compact = False
        self._wanted = ""
        self._day = model
        self.setModel(model)
        self._cell = DayCell(theme, self)
        self.setItemDelegate(self._cell)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.doubleClicked.connect(lambda index: self._open())
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.key()))
        theme.changed.connect(self.viewport().update)

    # what the delegate asks

    def ends(self) -> tuple[int, int]:
        """Rows of the first and the last stop."""
        stops = [place for place, row in enumerate(self._day.rows()) if row.kind == "stop"]
        return (stops[0], stops[-1]) if stops else (0, -1)

    def done(self) -> int:
        """The row of the last stop that was made, with all before it."""
        return max((n for n, row in enumerate(self._day.rows()) if row.mark == "done"), default=-1)

    # rows

    def show_rows(self, rows: list[DayRow], wanted: str) -> None:
        """New rows; the stop that is next becomes the current one, unless another had been chosen."""
        keep = "" if self.key() == self._wanted else self.key()
        self._wanted = wanted
        self._day.set_rows(rows)
        self._fit()
        place = self._day.place_of(keep) if keep else None
        if place is None and wanted:
            place = self._day.place_of(wanted)
        if place is None:
            place = next((n for n, row in enumerate(rows) if row.kind == "stop"), None)
        if place is not None and self.currentIndex().row() != place:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._day.index(place, 0), flags)
        if wanted and (at := self._day.place_of(wanted)) is not None:
            self.scrollTo(self._day.index(at, 0))

    def choose(self, key: str) -> None:
        place = self._day.place_of(key)
        if place is not None:
            self.setCurrentIndex(self._day.index(place, 0))

    def key(self) -> str:
        """The key of the current row; empty for none."""
        index = self.currentIndex()
        return index.data(ROW).key if index.isValid() else ""

    def set_compact(self, compact: bool) -> None:
        self.compact = compact
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _fit(self) -> None:
        """Room for a usual day without scrolling; of a fuller one some stops are in sight."""
        heights = [HEIGHTS[row.kind][self.compact] for row in self._day.rows()]
        most = SEEN_STOPS * HEIGHTS["stop"][self.compact]
        self.setMinimumHeight(min(sum(heights), most) + 4)

    # the keyboard and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        else:
            super().keyPressEvent(event)

    def _on_report_chip(self, event: QMouseEvent) -> bool:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return False
        place = self._cell.report_chip(QRectF(self.visualRect(index)), index.data(ROW))
        return place is not None and place.contains(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self._on_report_chip(event)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """“No report yet” is pressed: the report opens. A second press that follows at once opens nothing more."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._on_report_chip(event):
            self._open()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._on_report_chip(event):
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.setCurrentIndex(index)
            at = (
                self.visualRect(index).center()
                if event.reason() == QContextMenuEvent.Reason.Keyboard
                else event.pos()
            )
            self.menu_asked.emit(self.key(), self.viewport().mapToGlobal(at))

    def _open(self) -> None:
        if self.key():
            self.opened.emit(self.key())
