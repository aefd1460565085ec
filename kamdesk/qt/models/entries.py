"""A list of entries of two lines each: promises, visits, notes, stops, whatever a section lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.weekgrid.mime import MIME, to_mime
from kamdesk.qt.weekgrid.rows import StopBlock

Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a mark, a title with a quiet word behind it, a second line, a chip, a word at the right edge.

    ``badge`` is (class letter, key account) and stands in the place of the icon. ``stop`` is what the entry becomes
    when it is dragged onto the week.
    """

    key: str
    title: str
    detail: str = ""
    quiet: str = ""
    side: str = ""
    chip: str = ""
    chip_tone: str = "text2"
    chip_ground: str = "sunken"
    detail_tone: str = "text2"
    icon: str = ""
    icon_tone: str = "text2"
    badge: tuple[str | None, bool] | None = None
    dots: str = ""
    stop: StopBlock | None = None
    spoken: str = ""
    heading: bool = False
    """Words over the entries that follow, which can't be chosen."""

    def said(self) -> str:
        """The whole entry as one sentence, for a screen reader."""
        parts = (self.title, self.quiet, self.detail, self.chip, self.side, self.spoken)
        return ", ".join(part for part in parts if part)


class Unmade(Sequence[Entry]):
    """Entries that are made when they are first asked for: of thousands a list shows a dozen. None is a heading."""

    def __init__(self, keys: Sequence[str], make: Callable[[int], Entry]) -> None:
        self._places = {key: place for place, key in enumerate(keys)}
        self._make = make
        self._made: list[Entry | None] = [None] * len(keys)

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, place: Any) -> Any:
        entry = self._made[place]
        if entry is None:
            entry = self._made[place] = self._make(place)
        return entry

    def place_of(self, key: str) -> int | None:
        return self._places.get(key)


class EntriesModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def set_rows(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries if isinstance(entries, Unmade) else tuple(entries)
        self.endResetModel()

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries)

    def first(self) -> int:
        """The place of the first entry that can be chosen."""
        return next((place for place, entry in enumerate(self._entries) if not entry.heading), 0)

    def place_of(self, key: str) -> int | None:
        if isinstance(self._entries, Unmade):
            return self._entries.place_of(key)
        return next((place for place, entry in enumerate(self._entries) if entry.key == key), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.said()
        if role == ENTRY:
            return entry
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._entries[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index)
        if index.isValid() and self._entries[index.row()].stop is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        stop = next((entry.stop for entry in (i.data(ENTRY) for i in indexes) if entry.stop), None)
        return to_mime(stop) if stop is not None else QMimeData()

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction
