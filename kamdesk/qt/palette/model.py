"""The lines under the search field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.palette.line import Line

Index = QModelIndex | QPersistentModelIndex
LINE = int(Qt.ItemDataRole.UserRole)


class PaletteModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def set_rows(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def put_in_place(self, place: int, lines: Sequence[Line]) -> None:
        """The line at ``place`` gives way to others: the next page of a list."""
        self.beginRemoveRows(QModelIndex(), place, place)
        self._lines = (*self._lines[:place], *self._lines[place + 1 :])
        self.endRemoveRows()
        if lines:
            self.beginInsertRows(QModelIndex(), place, place + len(lines) - 1)
            self._lines = (*self._lines[:place], *lines, *self._lines[place:])
            self.endInsertRows()

    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.said()
        if role == LINE:
            return line
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self._lines[index.row()].chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def step(self, place: int, by: int) -> int:
        """The next line that can be chosen from ``place`` on, round the end; −1 where there is none."""
        count = len(self._lines)
        for tried in range(1, count + 1):
            found = (place + by * tried) % count
            if self._lines[found].chosen:
                return found
        return -1
