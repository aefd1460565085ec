"""What an import did, kind by kind, as a table of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.speech import Speech

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class Column(IntEnum):
    KIND = 0
    CREATED = 1
    UPDATED = 2
    UNCHANGED = 3
    REJECTED = 4
    TO_DECIDE = 5


NUMBERS = {
    Column.CREATED: "created",
    Column.UPDATED: "updated",
    Column.UNCHANGED: "unchanged",
    Column.REJECTED: "rejected",
    Column.TO_DECIDE: "to_decide",
}


class CountsModel(QAbstractTableModel):
    """``set_rows`` takes kind → the five numbers by name; kinds of which there is nothing are left out."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._rows: tuple[tuple[str, Mapping[str, int]], ...] = ()

    def set_rows(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        self.beginResetModel()
        self._rows = tuple((kind, numbers) for kind, numbers in counts.items() if any(numbers.values()))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        kind, numbers = self._rows[index.row()]
        column = Column(index.column())
        if role == DISPLAY:
            if column is Column.KIND:
                return self._speech.raised(self._speech.choice("import.kind", kind))
            return str(numbers[NUMBERS[column]] or "–")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.headerData(column, Qt.Orientation.Horizontal)
            return f"{said}: {self.data(index)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column is not Column.KIND:
            return int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != Column.KIND:
            return int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
        if role != DISPLAY:
            return None
        return {
            Column.KIND: self.tr("What"),
            Column.CREATED: self.tr("New"),
            Column.UPDATED: self.tr("Updated"),
            Column.UNCHANGED: self.tr("Unchanged"),
            Column.REJECTED: self.tr("Returned"),
            Column.TO_DECIDE: self.tr("To decide"),
        }[Column(section)]
