"""The accounts as a table that is filtered and sorted in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.haystack import matches
from kamdesk.qt.jobs import AccountTable
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.accounts import AccountRow

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
ROW = int(Qt.ItemDataRole.UserRole)
SORT = int(Qt.ItemDataRole.UserRole) + 1
UNSEEN_DAYS = 30


class Column(IntEnum):
    NAME = 0
    CONTACT = 1
    PHONE = 2
    LAST = 3
    NEXT = 4
    RHYTHM = 5
    PROMISES = 6
    STATUS = 7


class View(StrEnum):
    """The views that stand above the table."""

    ALL = "all"
    KEY = "key"
    UNSEEN = "unseen"
    OVERDUE = "overdue"
    NO_SLOT = "no_slot"


def in_view(row: AccountRow, view: View, today: date) -> bool:
    """Whether an account belongs to a view on the day ``today``."""
    if view is View.KEY:
        return bool(row.is_key)
    if view is View.UNSEEN:
        active = row.status in ("active", "prospect")
        return active and (row.last_visit is None or row.last_visit < today - timedelta(days=UNSEEN_DAYS))
    if view is View.OVERDUE:
        return row.overdue_promises > 0
    if view is View.NO_SLOT:
        return row.status == "active" and not row.rhythms
    return True


_LATE = date.max
_KEYS: dict[Column, Callable[[AccountRow], Any]] = {
    Column.NAME: lambda row: (row.value_class or "Z", not row.is_key, row.name),
    Column.CONTACT: lambda row: row.contact or "\uffff",
    Column.PHONE: lambda row: row.phone or "\uffff",
    Column.LAST: lambda row: row.last_visit or date.min,
    Column.NEXT: lambda row: row.next_visit or _LATE,
    Column.RHYTHM: lambda row: (min((every for every, _ in row.rhythms), default=99), row.rhythms),
    Column.PROMISES: lambda row: (-row.overdue_promises, -row.open_promises),
    Column.STATUS: lambda row: row.status,
}


class AccountsModel(QAbstractTableModel):
    """Rows of `AccountTable`. ``narrow`` filters; the order is the table header's."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._table = AccountTable((), ())
        self._today = date.min
        self._text = ""
        self._view = View.ALL
        self._column = Column.NAME
        self._order = Qt.SortOrder.AscendingOrder
        self._sorted: list[int] = []
        self._shown: list[int] = []

    # what goes in

    def set_rows(self, table: AccountTable, today: date) -> None:
        self.beginResetModel()
        self._table, self._today = table, today
        self._arrange()
        self._choose()
        self.endResetModel()

    def narrow(self, text: str, view: View) -> None:
        """Show only accounts that hold every typed word and belong to the view."""
        self.beginResetModel()
        self._text, self._view = text, view
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._column, self._order = Column(max(column, 0)), order
        self._arrange()
        self._choose()
        self.endResetModel()

    def _arrange(self) -> None:
        rows, key = self._table.rows, _KEYS[self._column]
        down = self._order == Qt.SortOrder.DescendingOrder
        self._sorted = sorted(range(len(rows)), key=lambda number: key(rows[number]), reverse=down)

    def _choose(self) -> None:
        rows, hay = self._table.rows, self._table.haystacks
        text, view, today = self._text.strip(), self._view, self._today
        self._shown = [
            number
            for number in self._sorted
            if in_view(rows[number], view, today) and (not text or matches(text, hay[number]))
        ]

    # what comes out

    def today(self) -> date:
        return self._today

    def rows(self) -> Sequence[AccountRow]:
        """All accounts, filtered or not."""
        return self._table.rows

    def count(self, view: View) -> int:
        return sum(in_view(row, view, self._today) for row in self._table.rows)

    def row_at(self, place: int) -> AccountRow:
        return self._table.rows[self._shown[place]]

    def place_of(self, account_id: str) -> int | None:
        """Where an account stands in the table as it is shown."""
        rows = self._table.rows
        return next(
            (place for place, number in enumerate(self._shown) if rows[number].id == account_id), None
        )

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in (DISPLAY, ACCESSIBLE, TOOLTIP, ROW, SORT) or not index.isValid():
            return None
        row, column = self.row_at(index.row()), Column(index.column())
        if role == ROW:
            return row
        if role == SORT:
            return _KEYS[column](row)
        text = self._text_of(row, column)
        if role == ACCESSIBLE:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {text}"
        return text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != DISPLAY or not 0 <= section < len(Column):
            return None
        return {
            Column.NAME: self.tr("Account"),
            Column.CONTACT: self.tr("Contact"),
            Column.PHONE: self.tr("Telephone"),
            Column.LAST: self.tr("Last visit"),
            Column.NEXT: self.tr("Next fixed visit"),
            Column.RHYTHM: self.tr("Rhythm"),
            Column.PROMISES: self.tr("Open promises"),
            Column.STATUS: self.tr("Status"),
        }[Column(section)]

    def _text_of(self, row: AccountRow, column: Column) -> str:
        speech = self._speech
        if column is Column.NAME:
            return row.name
        if column is Column.CONTACT:
            return " ".join(part for part in (row.contact, row.contact_title) if part)
        if column is Column.PHONE:
            return row.phone or ""
        if column is Column.LAST:
            return speech.day_or_year(row.last_visit, self._today) if row.last_visit else self.tr("never")
        if column is Column.NEXT:
            return self.next_text(row)
        if column is Column.RHYTHM:
            return speech.joined(speech.rhythm(every) for every, _ in row.rhythms)
        if column is Column.PROMISES:
            return str(row.open_promises)
        return speech.choice("account.status", row.status)

    def next_text(self, row: AccountRow) -> str:
        if row.next_visit is None:
            return self.tr("not on the line")
        if row.next_visit == self._today:
            return self.tr("today")
        day = self._speech.day_or_year(row.next_visit, self._today)
        return f"{self._speech.weekday(row.next_visit)} {day}"

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))
