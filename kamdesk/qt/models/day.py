"""The day as a list from morning to evening: stops, lunch, where it is now, and the slots that rest this week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
Chip = tuple[str, str, str, str | None]
"""Text, tone, ground, icon."""
REPORT_ICON = "pencil"
"""The icon of the chip that asks for a report."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One line of the day.

    ``kind`` is stop, lunch, now or rest. ``mark`` is the state that the spine shows: done, next, open, waiting (its
    time has passed and nothing is recorded), gone (missed, cancelled, moved). ``chips`` are (text, tone, ground, icon).
    """

    kind: str
    key: str = ""
    time: str = ""
    name: str = ""
    place: str = ""
    said: str = ""
    mark: str = "open"
    badge: tuple[str | None, bool] | None = None
    chips: tuple[Chip, ...] = ()
    drive: str = ""
    spoken: str = ""


class DayModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DayRow, ...] = ()

    def set_rows(self, rows: Sequence[DayRow]) -> None:
        """New rows; nothing happens where they are as they were."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[DayRow, ...]:
        return self._rows

    def place_of(self, key: str) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].kind not in ("stop", "rest"):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name or row.said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or row.said
        if role == ROW:
            return row
        return None
