"""What a package brings, kind by kind: new, changed, taken back."""

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
    NEW = 1
    CHANGED = 2
    GONE = 3


class ArrivalsModel(QAbstractTableModel):
    """``set_counts`` takes three countings by table; a kind of which there is nothing is left out."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._rows: tuple[tuple[str, int, int, int], ...] = ()

    def set_counts(self, new: Mapping[str, int], changed: Mapping[str, int], gone: Mapping[str, int]) -> None:
        rows = [
            (table, new.get(table, 0), changed.get(table, 0), gone.get(table, 0))
            for table in {**new, **changed, **gone}
        ]
        self.beginResetModel()
        self._rows = tuple(
            sorted((row for row in rows if any(row[1:])), key=lambda row: (-sum(row[1:]), row))
        )
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        column = Column(index.column())
        value = self._rows[index.row()][column]
        if role == DISPLAY:
            if column is Column.KIND:
                return self._speech.choice("sheet.name", str(value))
            return str(value) if value else "–"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self.data(index)}"
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
            Column.NEW: self.tr("New"),
            Column.CHANGED: self.tr("Changed"),
            Column.GONE: self.tr("Taken back"),
        }[Column(section)]
