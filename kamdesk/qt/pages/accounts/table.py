"""The accounts table as it is seen: columns that can be chosen, several rows that can be marked, units that open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent, QResizeEvent

from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import Ink
from kamdesk.qt.models.account_columns import WIDTHS, Column
from kamdesk.qt.models.account_filter import Layout
from kamdesk.qt.models.accounts import AccountsModel
from kamdesk.qt.pages.accounts.cell import INDENT, TWIG, AccountCell
from kamdesk.qt.pages.accounts.marking import STEPS, ring_current, runs
from kamdesk.qt.widgets.cells import set_up_rows
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.painted_rows import PaintedRows

if TYPE_CHECKING:
    from kamdesk.reads.account_table import AccountRow

LEAST_NAME = 190
_Flag = QItemSelectionModel.SelectionFlag
Keys = Qt.Key


class AccountsTable(PaintedRows):
    """Enter opens, V starts a visit, Space marks, typing goes on in the filter, left and right close and open units."""

    opened = Signal(str)
    typed = Signal(str)
    find_asked = Signal()
    visit_asked = Signal()
    copy_asked = Signal()
    chosen = Signal()
    """Other rows are selected, or another one is current."""
    menu_asked = Signal(QPoint)
    columns_asked = Signal(QPoint)
    arranged = Signal()
    """The user moved, sized or sorted a column."""

    def __init__(self, desk: Desk, model: AccountsModel) -> None:
        super().__init__(desk.theme)
        self._accounts = model
        self._applying = False
        self._narrow = False
        self._standard = True
        self._marking = False
        header = SortHeader(desk.theme, self)
        self.setHorizontalHeader(header)
        self.setModel(model)
        self._cell = AccountCell(desk.theme, self)
        set_up_rows(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setMinimumSectionSize(48)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.columns_asked.emit(header.mapToGlobal(at)))
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._on_sized)
        header.sectionMoved.connect(self._told)
        header.sortIndicatorChanged.connect(self._told)
        self.apply(None)
        model.modelReset.connect(self._follow_book)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.selectionModel().currentChanged.connect(self.chosen)

    # columns

    def standard(self) -> Layout:
        """The columns that stand there until others are chosen."""
        return Layout.of(self._accounts.standard(self._narrow))

    def apply(self, layout: Layout | None) -> None:
        """Show these columns in this order; None for the standard ones."""
        self._standard = layout is None
        layout = layout or self.standard()
        header = self.horizontalHeader()
        self._applying = True
        shown = [column for column, _ in layout.columns]
        for column in Column:
            header.setSectionHidden(column, column not in shown)
        for place, (column, width) in enumerate(layout.columns):
            header.moveSection(header.visualIndex(column), place)
            header.resizeSection(column, width)
        order = Qt.SortOrder.DescendingOrder if layout.down else Qt.SortOrder.AscendingOrder
        self.sortByColumn(layout.sort, order)
        self._applying = False
        self._spread()

    def layout_now(self) -> Layout | None:
        """The columns as they stand; None where they are still the standard ones."""
        if self._standard:
            return None
        header = self.horizontalHeader()
        return Layout(
            tuple((column, self._width(column)) for column in self.columns()),
            Column(max(header.sortIndicatorSection(), 0)),
            header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
            self._accounts.is_tree(),
        )

    def _width(self, column: Column) -> int:
        # The first column takes what is left, so its width says nothing.
        return WIDTHS[column] if column is Column.NAME else self.columnWidth(column)

    def columns(self) -> list[Column]:
        """The columns shown, from left to right."""
        header = self.horizontalHeader()
        order = sorted(Column, key=header.visualIndex)
        return [column for column in order if not header.isSectionHidden(column)]

    def set_shown(self, column: Column, on: bool) -> None:
        header = self.horizontalHeader()
        if on:
            header.setSectionHidden(column, False)
            header.resizeSection(column, WIDTHS[column])
        else:
            header.setSectionHidden(column, True)
        self._spread()
        self._told()

    def set_narrow(self, on: bool) -> None:
        if on != self._narrow:
            self._narrow = on
            if self._standard:
                self.apply(None)

    def _follow_book(self) -> None:
        """What is worth showing depends on what the book has."""
        if not self._standard or self._accounts.pending():
            return
        if [column for column, _ in self.standard().columns] != self.columns():
            header = self.horizontalHeader()
            sort, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
            self.apply(None)
            self._applying = True
            self.sortByColumn(sort, order)
            self._applying = False

    def _told(self) -> None:
        if not self._applying:
            self._standard = False
            self.arranged.emit()

    def _on_sized(self, section: int) -> None:
        if not self._applying and section != Column.NAME:
            self._spread()
            self._told()

    def _spread(self) -> None:
        """The name takes the room that the other columns leave."""
        others = sum(self.columnWidth(column) for column in self.columns() if column is not Column.NAME)
        was, self._applying = self._applying, True
        self.setColumnWidth(Column.NAME, max(self.viewport().width() - others, LEAST_NAME))
        self._applying = was

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    # what is chosen

    def account(self) -> str:
        """The id of the current account; empty for none."""
        row = self.current()
        return row.id if row else ""

    def current(self) -> AccountRow | None:
        place = self.currentIndex().row()
        return self._accounts.row_at(place) if 0 <= place < self._accounts.rowCount() else None

    def selected(self) -> list[AccountRow]:
        """The selected accounts in the order of the table."""
        places: set[int] = set()
        for part in self._parts():
            places.update(range(part.top(), part.bottom() + 1))
        return [self._accounts.row_at(place) for place in sorted(places)]

    def selected_number(self) -> int:
        return sum(part.height() for part in self._parts())

    def marked(self) -> list[str]:
        """The selected accounts where they are several: another reading leaves them selected."""
        return [row.id for row in self.selected()] if self.selected_number() > 1 else []

    def _parts(self) -> list[QItemSelectionRange]:
        return list(self.selectionModel().selection())  # type: ignore[call-overload]

    def choose(self, current: str, also: Iterable[str] = ()) -> None:
        """Make an account current, the first where it is not shown, and select those of ``also`` that are shown."""
        model, selection = self._accounts, self.selectionModel()
        if not model.rowCount():
            return
        wanted = set(also)
        place = model.place_of(current)
        if len(wanted) > 1:
            places = [p for p in range(model.rowCount()) if model.row_at(p).id in wanted]
            selection.select(runs(model, places), _Flag.ClearAndSelect | _Flag.Rows)
            flags = _Flag.NoUpdate
        else:
            flags = _Flag.ClearAndSelect | _Flag.Rows
            self._marking = False
        selection.setCurrentIndex(model.index(place or 0, Column.NAME), flags)

    # keys and mouse

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.account())

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Keys.Key_Return, Keys.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif plain and key == Keys.Key_Space:
            self._mark()
        elif plain and self._marking and key in STEPS:
            self._step(self.moveCursor(STEPS[Keys(key)], event.modifiers()))
        elif plain and self._marking and key == Keys.Key_Escape:
            self.choose(self.account())
        elif plain and key == Keys.Key_V:
            self.visit_asked.emit()
        elif plain and key == Keys.Key_Slash:
            self.find_asked.emit()
        elif plain and key in (Keys.Key_Left, Keys.Key_Right) and self._accounts.is_tree():
            self._open_units(key == Keys.Key_Right)
        elif event.text().isprintable() and event.text().strip() and plain:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _mark(self) -> None:
        """Mark the current row or not, and go on to the next; a row that is only current is not marked yet."""
        index, selection = self.currentIndex(), self.selectionModel()
        if not index.isValid():
            return
        only_current = not self._marking and [row.id for row in self.selected()] == [self.account()]
        if not only_current:
            selection.select(index, _Flag.Toggle | _Flag.Rows)
        self._marking = True
        self._step(index.siblingAtRow(index.row() + 1))
        self.chosen.emit()

    def _step(self, index: QModelIndex) -> None:
        """Go to a row and leave what is marked as it is."""
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(index)
            self.viewport().update()

    def draw_cell(self, ink: Ink, cell: QRectF, place: int, section: int) -> None:
        self._cell.draw(ink, cell, self._accounts, place, section)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ring_current(self, self._theme)

    def _open_units(self, open_: bool) -> None:
        keep = self.account()
        if self._accounts.set_open(self.currentIndex().row(), open_):
            self.choose(keep)
        elif not open_:
            self._to_parent()

    def _to_parent(self) -> None:
        row = self.current()
        place = self._accounts.place_of(row.parent_id) if row and row.parent_id else None
        if place is not None:
            self.setCurrentIndex(self._accounts.index(place, Column.NAME))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._marking = False
        index = self.indexAt(event.position().toPoint())
        node = self._accounts.node_at(index.row()) if index.isValid() else None
        if node is not None and node.below and index.column() == Column.NAME:
            left = self.columnViewportPosition(Column.NAME) + 4 + node.depth * INDENT
            if left <= event.position().x() <= left + TWIG + 4:
                keep = self._accounts.row_at(index.row()).id
                self._accounts.set_open(index.row(), not node.open_)
                self.choose(keep)
                return
        super().mousePressEvent(event)
