"""What was found out, kind under kind: a head for each with what it is for, then its rows, parts under their row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.models.entries import ENTRY, Entry

Index = QModelIndex | QPersistentModelIndex
ROW = ENTRY + 1


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a kind; ``hint`` is said as long as there is nothing below, ``add`` is the deed."""

    title: str
    count: int
    hint: str
    add: str
    icon: str


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list: a head, or an entry of ``kind``, ``depth`` 1 where it is a part of the row above."""

    key: str
    kind: str
    head: Head | None = None
    entry: Entry | None = None
    depth: int = 0


class KnownListModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()

    def set_items(self, items: Sequence[Item]) -> None:
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def items(self) -> tuple[Item, ...]:
        return self._items

    def item_at(self, row: int) -> Item | None:
        return self._items[row] if 0 <= row < len(self._items) else None

    def place_of(self, key: str) -> int | None:
        return next((place for place, item in enumerate(self._items) if item.key == key), None)

    def head_of(self, row: int) -> Item | None:
        """The head under which a row stands."""
        return next((item for item in reversed(self._items[: row + 1]) if item.head is not None), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == ROW:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.head.title if item.head is not None else item.entry.title if item.entry else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if item.head is not None:
                return ", ".join(part for part in (item.head.title, item.head.hint, item.head.add) if part)
            return item.entry.said() if item.entry is not None else ""
        return item.entry if role == ENTRY else None
