"""The promises as a table in groups: narrowed, grouped by account or by day, and ordered in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.domain.promises_kept import OPEN, Standing
from kamdesk.qt.jobs import PromiseTable
from kamdesk.qt.models.promise_choice import ALL, Choice, fitting
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.promises import PromiseRow

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
LINE = int(Qt.ItemDataRole.UserRole)
VIEWS = (*Standing, ALL)
"""The groups above the table, in order."""


class Column(IntEnum):
    WHAT = 0
    ACCOUNT = 1
    WHO = 2
    MADE = 3
    DUE = 4
    RISK = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over a group: an account, or a day."""

    text: str
    count: int
    badge: tuple[str | None, bool] | None = None
    overdue: bool = False


def _day_key(row: PromiseRow) -> tuple[int, int]:
    """Open promises by their due day, then the settled, the newest first."""
    if row.standing in OPEN:
        return 0, row.due_on.toordinal() if row.due_on else date.max.toordinal()
    return 1, -(row.settled_on or row.made_on).toordinal()


class PromisesModel(QAbstractTableModel):
    """Rows of `PromiseTable` under headings. A heading is no row that can be chosen."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._table = PromiseTable((), ())
        self._today = date.min
        self._choice = Choice()
        self._by_account = False
        self._counts: Counter[str] = Counter()
        self._order: list[int] = []
        self._groups: list[object] = []
        self._days: dict[tuple[int, int], str] = {}
        self._lines: list[PromiseRow | Heading] = []
        self._shown = 0

    # what goes in

    def set_rows(self, table: PromiseTable, today: date) -> None:
        self.beginResetModel()
        self._table, self._today = table, today
        self._counts = Counter(row.standing for row in table.rows)
        self._days = {}
        self._arrange()
        self._choose()
        self.endResetModel()

    def narrow(self, choice: Choice) -> None:
        """Show only promises of the view that hold every typed word."""
        self.beginResetModel()
        self._choice = choice
        self._choose()
        self.endResetModel()

    def group(self, by_account: bool) -> None:
        """Under accounts, the most pressing first, or under days."""
        self.beginResetModel()
        self._by_account = by_account
        self._arrange()
        self._choose()
        self.endResetModel()

    def retranslate(self) -> None:
        self.beginResetModel()
        self._days = {}
        self._choose()
        self.endResetModel()

    def _arrange(self) -> None:
        """The order of all rows, and for each the group it stands in."""
        rows = self._table.rows
        days = [_day_key(row) for row in rows]
        if not self._by_account:
            self._order = sorted(range(len(rows)), key=lambda n: (days[n], rows[n].account, rows[n].id))
            self._groups = list(days)
            return
        pressing: dict[str, tuple[int, int]] = {}
        for row, day in zip(rows, days, strict=True):
            if row.account_id not in pressing or day < pressing[row.account_id]:
                pressing[row.account_id] = day
        self._order = sorted(
            range(len(rows)),
            key=lambda n: (pressing[rows[n].account_id], rows[n].account_id, days[n], rows[n].id),
        )
        self._groups = [row.account_id for row in rows]

    def _choose(self) -> None:
        rows, groups = self._table.rows, self._groups
        shown = self._fitting()
        self._shown = len(shown)
        counts = Counter(groups[number] for number in shown)
        lines: list[PromiseRow | Heading] = []
        group: object = None
        for number in shown:
            if groups[number] != group:
                group = groups[number]
                lines.append(self._heading(rows[number], counts[group]))
            lines.append(rows[number])
        self._lines = lines

    def _fitting(self) -> list[int]:
        """The rows that are shown, in order."""
        return fitting(self._order, self._table.rows, self._table.haystacks, self._choice)

    def _heading(self, row: PromiseRow, count: int) -> Heading:
        if self._by_account:
            return Heading(row.account, count, (row.value_class, bool(row.is_key)))
        key = _day_key(row)
        if key not in self._days:
            self._days[key] = self._day_heading(row)
        return Heading(self._days[key], count, overdue=row.standing == Standing.OVERDUE)

    def _day_heading(self, row: PromiseRow) -> str:
        if row.standing in OPEN and row.due_on is None:
            return self.tr("No due day")
        day = row.due_on if row.standing in OPEN else row.settled_on or row.made_on
        assert day is not None
        said = f"{self._speech.day_or_year(day, self._today)} {self._speech.weekday(day)}"
        return said if row.standing in OPEN else self.tr("{day}, settled").format(day=said)

    # what comes out

    def today(self) -> date:
        return self._today

    def by_account(self) -> bool:
        return self._by_account

    def rows(self) -> Sequence[PromiseRow]:
        """All promises, narrowed or not."""
        return self._table.rows

    def shown(self) -> list[PromiseRow]:
        """The promises in the table, in its order."""
        return [line for line in self._lines if not isinstance(line, Heading)]

    def shown_count(self) -> int:
        return self._shown

    def count(self, view: str) -> int:
        return len(self._table.rows) if view == ALL else self._counts[view]

    def open_count(self) -> int:
        return sum(self._counts[view] for view in OPEN)

    def line_at(self, place: int) -> PromiseRow | Heading:
        return self._lines[place]

    def place_of(self, promise_id: str) -> int | None:
        """Where a promise stands in the table as it is shown."""
        return next((place for place, line in enumerate(self._lines) if _id(line) == promise_id), None)

    def nearest(self, place: int) -> int | None:
        """The promise that stands at a place, else the next one below, else the last one above."""
        places = [n for n, line in enumerate(self._lines) if not isinstance(line, Heading)]
        return next((n for n in places if n >= place), places[-1] if places else None)

    # Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._lines[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in (DISPLAY, ACCESSIBLE, LINE, TOOLTIP) or not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if isinstance(line, Heading):
            first = index.column() == 0 and role in (DISPLAY, ACCESSIBLE)
            return self.tr("{group}, %n promises", "", line.count).format(group=line.text) if first else None
        if role == TOOLTIP:
            return line.what if index.column() == Column.WHAT else None
        return self.text(line, Column(index.column()))

    def text(self, row: PromiseRow, column: Column) -> str:
        """A cell in words, as it is read out and copied."""
        if column is Column.WHAT:
            return row.what
        if column is Column.ACCOUNT:
            return row.account
        if column is Column.WHO:
            return row.contact or ""
        if column is Column.MADE:
            return self.made_said(row)
        if column is Column.RISK:
            return "" if row.churn_risk is None else str(row.churn_risk)
        return f"{self.day_said(row)} {self.state_said(row)}".strip()

    def made_said(self, row: PromiseRow) -> str:
        """When it was promised."""
        return self._speech.day_or_year(row.made_on, self._today)

    def day_said(self, row: PromiseRow) -> str:
        """The day that matters: when an open promise is due, when another was settled."""
        day = row.due_on if row.standing in OPEN else row.settled_on
        return "" if day is None else self._speech.day_or_year(day, self._today)

    def state_said(self, row: PromiseRow) -> str:
        """How a promise stands, in a word or two."""
        if row.standing == Standing.OVERDUE and row.due_on is not None:
            return self.tr("%n days overdue", "", (self._today - row.due_on).days)
        if row.standing == Standing.THIS_WEEK and row.due_on is not None:
            days = (row.due_on - self._today).days
            return self.tr("today") if days == 0 else self._speech.weekday(row.due_on)
        if row.standing == Standing.LATER:
            return ""
        if row.standing == Standing.UNDATED:
            return self.tr("no due day")
        return self._speech.choice("promise.state", row.state)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return {
            Column.WHAT: self.tr("Promise"),
            Column.ACCOUNT: self.tr("Account"),
            Column.WHO: self.tr("To whom"),
            Column.MADE: self.tr("Promised on"),
            Column.DUE: self.tr("Due"),
            Column.RISK: self.tr("Risk"),
        }[Column(section)]


def _id(line: PromiseRow | Heading) -> str:
    return "" if isinstance(line, Heading) else line.id
