"""The second look at the people: department by department."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)

from kamdesk.domain.departments import Gap
from kamdesk.qt import marks
from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import Ink
from kamdesk.qt.models.departments import DISPLAY, ROW, Column, DepartmentRow, DepartmentsModel
from kamdesk.qt.widgets.cells import Index, TableCell, row_ground
from kamdesk.qt.widgets.header import SortHeader

HEIGHT = 36


class DepartmentCell(TableCell):
    def draw(self, ink: Ink, option: QStyleOptionViewItem, index: Index) -> None:
        row_ground(ink, option, first=index.column() == 0)
        row: DepartmentRow = index.data(ROW)
        text: str = index.data(DISPLAY) or ""
        cell = QRectF(option.rect).adjusted(8, 0, -6, 0)
        column = Column(index.column())
        if column is Column.GAP and text:
            tone, ground = ("bad", "badSoft") if row.gap is Gap.NOBODY else ("warn", "warnSoft")
            marks.chip(ink, cell.left(), cell.center().y() - 10, text, tone, ground)
        elif column is Column.THEIRS and row.person is not None:
            name = row.person.name
            width = min(self._theme.width(name, "strong") + 8, cell.width())
            ink.text(QRectF(cell.left(), cell.top(), width, cell.height()), name, "strong")
            ink.text(cell.adjusted(width, 0, 0, 0), row.person.title or "", "caption", "text2")
        else:
            quiet = text == "—" or column is Column.LAST
            ink.text(
                cell, text, "strong" if column is Column.DEPARTMENT else "body", "text3" if quiet else "text"
            )


class DepartmentsView(QTableView):
    """``chosen`` gives the person's id (empty: a department without one), ``opened`` comes with Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.rows = DepartmentsModel(desk.speech, self)
        self.setModel(self.rows)
        self.setItemDelegate(DepartmentCell(desk.theme, self))
        self.setHorizontalHeader(SortHeader(desk.theme, self))
        self.horizontalHeader().setSortIndicatorShown(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        for column, width in (
            (Column.DEPARTMENT, 110),
            (Column.OURS, 130),
            (Column.LAST, 120),
            (Column.GAP, 140),
        ):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(Column.THEIRS, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(70)
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.key()))
        self.doubleClicked.connect(lambda: self.opened.emit(self.key()))
        desk.theme.changed.connect(self.viewport().update)

    def key(self) -> str:
        index = self.currentIndex()
        row: DepartmentRow | None = index.data(ROW) if index.isValid() else None
        return row.person.id if row is not None and row.person is not None else ""

    def choose(self, key: str) -> None:
        place = self.rows.row_of(key)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.key())
        else:
            super().keyPressEvent(event)
