"""The stops of a week as a table: the grid in words, for a screen reader and for whoever prefers a list."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.speech import clock
from kamdesk.qt.weekgrid.rows import StopBlock, WeekSheet

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
STOP = int(Qt.ItemDataRole.UserRole)
SORT = int(Qt.ItemDataRole.UserRole) + 1


class Column(IntEnum):
    DAY = 0
    TIME = 1
    ACCOUNT = 2
    RHYTHM = 3
    STATE = 4
    WARNING = 5


class StopsModel(QAbstractTableModel):
    """``set_rows`` takes the sheet of the grid; the rows stand in order of day and time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = WeekSheet()
        self._stops: tuple[StopBlock, ...] = ()

    def set_rows(self, sheet: WeekSheet) -> None:
        self.beginResetModel()
        self._sheet = sheet
        self._stops = tuple(sorted(sheet.blocks, key=lambda stop: (stop.day, stop.start, stop.key)))
        self.endResetModel()

    def stop_at(self, place: int) -> StopBlock:
        return self._stops[place]

    def place_of(self, key: str) -> int | None:
        return next((place for place, stop in enumerate(self._stops) if stop.key == key), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._stops)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        stop, column = self._stops[index.row()], Column(index.column())
        if role == DISPLAY:
            return self._text(stop, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return stop.spoken if column is Column.ACCOUNT else self._text(stop, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return stop.spoken
        if role == STOP:
            return stop
        if role == SORT:
            return (stop.day, stop.start) if column in (Column.DAY, Column.TIME) else self._text(stop, column)
        return None

    def _text(self, stop: StopBlock, column: Column) -> str:
        if column is Column.DAY:
            day = self._sheet.days[stop.day]
            return f"{day.name} {day.date.day}"
        if column is Column.TIME:
            return f"{clock(stop.start)}–{clock(stop.end)}"
        if column is Column.ACCOUNT:
            return stop.name
        if column is Column.RHYTHM:
            return stop.rhythm
        if column is Column.STATE:
            return stop.state_word
        return stop.warning

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != DISPLAY or not 0 <= section < len(Column):
            return None
        return {
            Column.DAY: self.tr("Day"),
            Column.TIME: self.tr("Time"),
            Column.ACCOUNT: self.tr("Account"),
            Column.RHYTHM: self.tr("Rhythm"),
            Column.STATE: self.tr("State"),
            Column.WARNING: self.tr("Look at"),
        }[Column(section)]
