"""What is doubted in a list, in the order of its rows; put into words as it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.models.entries import ENTRY, Entry
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.exchange.records import Problem

Index = QModelIndex | QPersistentModelIndex
VERDICTS = {"rejected": ("bad", "badSoft"), "to_decide": ("warn", "warnSoft"), "remark": ("text2", "sunken")}


class ListProblemsModel(QAbstractListModel):
    """``set_problems`` takes all of a sheet; ``show_kind`` only those of one reason (empty: all)."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._all: tuple[Problem, ...] = ()
        self._shown: tuple[Problem, ...] = ()
        self._kind = ""

    def set_problems(self, problems: Sequence[Problem]) -> None:
        self.beginResetModel()
        self._all = tuple(sorted(problems, key=lambda each: (each.origin.row, each.place or 0)))
        self._choose()
        self.endResetModel()

    def show_kind(self, reason: str) -> None:
        self.beginResetModel()
        self._kind = reason
        self._choose()
        self.endResetModel()

    def _choose(self) -> None:
        shown = [each for each in self._all if not self._kind or each.reason == self._kind]
        self._shown = tuple(shown)

    def kinds(self) -> list[tuple[str, int]]:
        """Each reason with how often it is given, the most frequent first."""
        return Counter(each.reason for each in self._all).most_common()

    def total(self) -> int:
        return len(self._all)

    def problem(self, row: int) -> Problem:
        return self._shown[row]

    def place_of(self, row: int, column: int | None) -> int | None:
        """The first doubt about a cell, or about its row."""
        for place, each in enumerate(self._shown):
            if each.origin.row == row and each.place in (column, None):
                return place
        return None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._entry(index.row()).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._entry(index.row()).said()
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._entry(index.row()).title
        return self._entry(index.row()) if role == ENTRY else None

    def _entry(self, row: int) -> Entry:
        each = self._shown[row]
        words = self._speech.words
        tone, ground = VERDICTS[str(each.verdict)]
        row_said = self.tr("row {row}").format(row=each.origin.row)
        value = " ".join(each.value.split())[:60]
        return Entry(
            str(row),
            self._speech.raised(words.text(f"import.reason.{each.reason}")),
            self._speech.joined((row_said, each.column or "", value)),
            chip=words.choice("import.verdict", str(each.verdict)),
            chip_tone=tone,
            chip_ground=ground,
        )
