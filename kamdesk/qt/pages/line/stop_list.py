"""The week as a list: the same stops in words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.stops import Column, StopsModel
from kamdesk.qt.widgets.cells import HEIGHT
from kamdesk.qt.widgets.header import SortHeader

WIDTHS = {Column.DAY: 84, Column.TIME: 112, Column.RHYTHM: 116, Column.STATE: 112, Column.WARNING: 176}


class StopList(QTableView):
    """Enter and a double click open a stop."""

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(self, desk: Desk, model: StopsModel) -> None:
        super().__init__()
        self._desk, self._stops = desk, model
        self.setHorizontalHeader(SortHeader(desk.theme, self))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        for section, width in WIDTHS.items():
            self.setColumnWidth(section, width)
        self.horizontalHeader().setSectionResizeMode(Column.ACCOUNT, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.retranslate()

    def choose(self, key: str) -> None:
        place = self._stops.place_of(key)
        if place is not None and place != self.currentIndex().row():
            self.setCurrentIndex(self._stops.index(place, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._stops.stop_at(index.row()).key)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._stops.stop_at(index.row()).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The week's stops as a list"))
