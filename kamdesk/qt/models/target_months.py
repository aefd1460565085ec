"""The months of a target while it is set: what each is to bring, typed over where the rep knows better."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.qt.measure import Measure
    from kamdesk.reads.goal_page.setting import Sketch, SketchMonth

Index = QModelIndex | QPersistentModelIndex
DISPLAY, EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)


class MonthColumn(IntEnum):
    MONTH = 0
    WORKDAYS = 1
    SEASON = 2
    BEFORE = 3
    AMOUNT = 4
    HOW = 5


class TargetMonthsModel(QAbstractTableModel):
    """``typed`` gives the first day of a month and the text that was typed for it; an empty one gives the month back
    to the reckoning."""

    typed = Signal(object, str)

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._months: tuple[SketchMonth, ...] = ()
        self._measure: Measure | None = None

    def set_sketch(self, sketch: Sketch | None, measure: Measure | None) -> None:
        self.beginResetModel()
        self._months = sketch.months if sketch is not None and measure is not None else ()
        self._measure = measure
        self.endResetModel()

    def months(self) -> tuple[SketchMonth, ...]:
        return self._months

    def place_of(self, first: date) -> int:
        """The row of a month; -1 for none."""
        return next((n for n, month in enumerate(self._months) if month.period.first == first), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._months)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(MonthColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == MonthColumn.AMOUNT:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and 0 < index.column() < MonthColumn.HOW:
            return RIGHT
        if role in (DISPLAY, EDIT, int(Qt.ItemDataRole.AccessibleTextRole)):
            return self._text(self._months[index.row()], MonthColumn(index.column()))
        return None

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        if not index.isValid() or role != EDIT or index.column() != MonthColumn.AMOUNT:
            return False
        if str(value) != self.data(index):
            self.typed.emit(self._months[index.row()].period.first, str(value))
        return True

    def _text(self, month: SketchMonth, column: MonthColumn) -> str:
        measure = self._measure
        assert measure is not None
        if column == MonthColumn.MONTH:
            return self._speech.text(f"month.{month.period.first.month}")
        if column == MonthColumn.WORKDAYS:
            return str(month.workdays)
        if column == MonthColumn.SEASON:
            return f"{month.season / 1000:.2f}"
        if column == MonthColumn.BEFORE:
            return measure.number(month.before) if month.before else "—"
        if column == MonthColumn.AMOUNT:
            return measure.number(month.amount)
        return self.tr("by hand") if month.by_hand else self.tr("reckoned")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and 0 < section < MonthColumn.HOW:
            return RIGHT
        if role != DISPLAY:
            return None
        heads = (
            self.tr("Month"), self.tr("Working days"), self.tr("Season"), self.tr("Last year"), self.tr("Goal"),
            self.tr("How"),
        )  # fmt: skip
        return heads[section]
