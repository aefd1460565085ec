"""The service matrix: services down, what the customer wants, we and each competitor across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole)
SERVICE, WANTED, OURS = 0, 1, 2
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of one service by one provider; ``given`` None: nobody said."""

    given: str | None = None
    rating: int | None = None
    wanted: bool | None = None
    row_id: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """``items`` and ``rivals`` are (id, name); ``marks`` by item and competitor (None: we)."""

    items: Sequence[tuple[str, str]] = ()
    rivals: Sequence[tuple[str, str]] = ()
    marks: Mapping[tuple[str, str | None], Mark] = field(default_factory=dict)


class ServiceMatrixModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = Matrix()
        self._given: Mapping[str, str] = {}

    def set_matrix(self, matrix: Matrix, given: Mapping[str, str]) -> None:
        """``given`` are the words of yes, no and unknown."""
        self.beginResetModel()
        self.matrix, self._given = matrix, given
        self.endResetModel()

    def provider(self, column: int) -> str | None:
        """The competitor of a column; None for us, and for what the customer wants."""
        return None if column <= OURS else self.matrix.rivals[column - OURS - 1][0]

    def mark(self, row: int, column: int) -> Mark:
        return self.matrix.marks.get((self.matrix.items[row][0], self.provider(column)), Mark())

    def wanted(self, row: int) -> bool:
        """Whether the customer wants it, whoever gives it."""
        item = self.matrix.items[row][0]
        return any(mark.wanted for (of, _), mark in self.matrix.marks.items() if of == item)

    def gap(self, row: int) -> str:
        """``behind`` where they give it or it is wanted and we don't, ``ahead`` where we do and no other does."""
        ours = self.mark(row, OURS).given
        theirs = [self.mark(row, OURS + 1 + place).given for place in range(len(self.matrix.rivals))]
        if ours == "no" and ("yes" in theirs or self.wanted(row)):
            return "behind"
        return "ahead" if ours == "yes" and theirs and set(theirs) == {"no"} else ""

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.matrix.items)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else OURS + 1 + len(self.matrix.rivals)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            translate("ServiceMatrix", "Service"),
            translate("ServiceMatrix", "Wanted"),
            translate("ServiceMatrix", "We"),
        )
        return names[section] if section <= OURS else self.matrix.rivals[section - OURS - 1][1]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == CELL:
            return self.mark(row, column) if column >= OURS else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = self._said(row, column)
            if role == Qt.ItemDataRole.DisplayRole or column == SERVICE:
                return said
            head = self.headerData(column, Qt.Orientation.Horizontal)
            return f"{self.matrix.items[row][1]}, {head}: {said}"
        if role == Qt.ItemDataRole.ToolTipRole and column >= OURS:
            return self.mark(row, column).told or None
        return None

    def _said(self, row: int, column: int) -> str:
        if column == SERVICE:
            return self.matrix.items[row][1]
        if column == WANTED:
            return translate("ServiceMatrix", "wanted") if self.wanted(row) else "—"
        mark = self.mark(row, column)
        if mark.given is None:
            return translate("ServiceMatrix", "not asked")
        rating = f" {mark.rating}/5" if mark.rating is not None else ""
        return f"{self._given.get(mark.given, mark.given)}{rating}"
