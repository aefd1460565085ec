"""The accounts on either side of the dividing line, each with its figures for the criteria."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ROW = int(Qt.ItemDataRole.UserRole)
ACCOUNT, VERDICT, FIRST = range(3)


@dataclass(frozen=True, slots=True)
class RuleRow:
    """An account in words. ``cells`` are (figure, passed) by criterion; ``moves`` says that it would change sides.

    ``sign`` is ``in``, ``out`` or empty, by which the row is marked; ``marked`` how the rep has it.
    """

    unit_id: str
    name: str
    value_class: str | None
    is_key: bool | None
    verdict: str
    tone: str
    why: str
    cells: tuple[tuple[str, bool | None], ...]
    marked: str
    sign: str = ""


class RuleRowsModel(QAbstractTableModel):
    """Columns: account, side and why, one for each criterion, how it is marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RuleRow, ...] = ()
        self._criteria: tuple[str, ...] = ()

    def set_rows(self, rows: Sequence[RuleRow], criteria: Sequence[str]) -> None:
        self.beginResetModel()
        self._rows, self._criteria = tuple(rows), tuple(criteria)
        self.endResetModel()

    def rows(self) -> tuple[RuleRow, ...]:
        return self._rows

    def last(self) -> int:
        """The column that tells how an account is marked."""
        return FIRST + len(self._criteria)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.last() + 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == DISPLAY:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.why if index.column() == VERDICT else self._text(row, index.column())
        return None

    def _text(self, row: RuleRow, column: int) -> str:
        if column == ACCOUNT:
            return row.name
        if column == VERDICT:
            return row.verdict
        return row.marked if column == self.last() else row.cells[column - FIRST][0]

    def _spoken(self, row: RuleRow, column: int) -> str:
        if column == VERDICT:
            return ", ".join(filter(None, (row.verdict, row.why)))
        if FIRST <= column < self.last():
            text, passed = row.cells[column - FIRST]
            said = {True: self.tr("passed"), False: self.tr("not passed"), None: self.tr("not known")}[passed]
            return f"{text}, {said}"
        return self._text(row, column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        heads = (self.tr("Account"), self.tr("By the rule"), *self._criteria, self.tr("Marked as"))
        return heads[section] if section < len(heads) else None
