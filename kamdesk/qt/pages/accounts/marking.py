"""Rows marked one by one: where the keys go that keep the marks, and what shows the current row meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QTableView

from kamdesk.qt.models.account_columns import Column
from kamdesk.qt.models.accounts import AccountsModel
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.cells import HEIGHT

STEPS = {
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
}


def ring_current(table: QTableView, theme: Theme) -> None:
    """Frame the current row where it is not selected, so that whoever marks with keys sees where they are."""
    row = table.currentIndex().row()
    if row < 0 or not table.hasFocus() or table.selectionModel().isSelected(table.currentIndex()):
        return
    painter = QPainter(table.viewport())
    painter.setPen(QPen(theme.color("focus"), 2))
    top = table.rowViewportPosition(row) + 1
    painter.drawRect(QRect(1, top, table.viewport().width() - 2, HEIGHT - 3))
    painter.end()


def runs(model: AccountsModel, places: list[int]) -> QItemSelection:
    """Places in rising order as few ranges of whole rows."""
    selection = QItemSelection()
    last = len(Column) - 1
    start = 0
    for number in range(1, len(places) + 1):
        if number == len(places) or places[number] != places[number - 1] + 1:
            selection.select(model.index(places[start], 0), model.index(places[number - 1], last))
            start = number
    return selection
