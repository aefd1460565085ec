"""The accounts as a table that is filtered, sorted and laid out as a tree in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.jobs import AccountTable
from kamdesk.qt.jobs.account_table import Counted
from kamdesk.qt.models.account_columns import COLUMNS, MONEY, Column, arranged, key_of, standard_columns
from kamdesk.qt.models.account_filter import Condition, fits
from kamdesk.qt.models.account_finding import Finding
from kamdesk.qt.models.account_tree import Node, parents_of, tree
from kamdesk.qt.models.account_words import AccountWords
from kamdesk.qt.models.called import called
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.account_table import AccountRow

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
ROW = int(Qt.ItemDataRole.UserRole)
SORT = int(Qt.ItemDataRole.UserRole) + 1
NODE = int(Qt.ItemDataRole.UserRole) + 2
ROLES = frozenset({DISPLAY, ACCESSIBLE, TOOLTIP, ROW, SORT, NODE})
RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)


class AccountsModel(QAbstractTableModel):
    """Rows of `AccountTable`. ``narrow`` filters; `set_tree` puts units under their parents."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = AccountWords(speech, self)
        self._table = AccountTable((), ())
        self._answered: Mapping[str, Counted | None] = {}
        self._today = date.min
        self._text = ""
        self._conditions: tuple[Condition, ...] = ()
        self._column = Column.NAME
        self._down = False
        self._tree = False
        self._closed: set[str] = set()
        self._sorted: list[int] = []
        self._fitting: list[int] = []
        self._shown: list[int] = []
        self._nodes: list[Node] = []
        self._parents: list[int | None] = []
        self._finding = Finding()

    # what goes in

    def set_rows(self, table: AccountTable, today: date) -> None:
        self.beginResetModel()
        self._table, self._today = table, today
        self._parents, self._finding = [], Finding()
        self._arrange()
        self._choose()
        self.endResetModel()

    def set_answered(self, answered: Mapping[str, Counted | None]) -> None:
        """How far accounts are answered, as far as that is known."""
        self._answered = answered
        if self._column is Column.ANSWERED:
            self._sort_anew()
        elif self._shown:
            last = len(self._shown) - 1
            self.dataChanged.emit(self.index(0, Column.ANSWERED), self.index(last, Column.ANSWERED))

    def narrow(self, text: str, conditions: Iterable[Condition] = ()) -> None:
        """Show only accounts that hold every typed word and fit every condition."""
        self.beginResetModel()
        self._text, self._conditions = text, tuple(conditions)
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        down = order == Qt.SortOrder.DescendingOrder
        chosen = Column(max(column, 0))
        if (chosen, down) == (self._column, self._down) and self._sorted:
            return
        self._column, self._down = chosen, down
        self._sort_anew()

    def _sort_anew(self) -> None:
        self.beginResetModel()
        self._arrange()
        self._choose()
        self.endResetModel()

    def set_tree(self, on: bool) -> None:
        """Units under their parents, or every account in one list."""
        if on != self._tree:
            self.beginResetModel()
            self._tree = on
            self._closed.clear()
            self._choose()
            self.endResetModel()

    def set_open(self, place: int, open_: bool) -> bool:
        """Show or hide the units under the account at ``place``; False where there is nothing to show or hide."""
        node = self.node_at(place)
        if node is None or not node.below or node.open_ == open_:
            return False
        account_id = self._table.rows[node.number].id
        self.beginResetModel()
        (self._closed.discard if open_ else self._closed.add)(account_id)
        self._lay_out()
        self.endResetModel()
        return True

    def _arrange(self) -> None:
        table = self._table
        if self._column is Column.NAME and not self._down and len(table.by_name) == len(table.rows):
            self._sorted = list(table.by_name)
        else:
            key = key_of(self._column, self._answered)
            self._sorted = arranged(table.rows, key, down=self._down)

    def _choose(self) -> None:
        rows = self._table.rows
        fitting = self._sorted
        if any(condition.values for condition in self._conditions):
            test = fits(self._conditions, self._today)
            fitting = [number for number in fitting if test(rows[number])]
        if self._table.haystacks:
            fitting = self._finding.holding(self._text.split(), fitting, self._table.haystacks)
        self._fitting = fitting
        self._lay_out()

    def _lay_out(self) -> None:
        if not self._tree:
            self._shown, self._nodes = self._fitting, []
            return
        if not self._parents:
            self._parents = parents_of(self._table.rows)
        fitting = frozenset(self._fitting)
        self._nodes = tree(self._table.rows, self._sorted, fitting, self._parents, self._closed)
        self._shown = [node.number for node in self._nodes]

    # what comes out

    def today(self) -> date:
        return self._today

    def sorted_by(self) -> Column:
        return self._column

    def is_tree(self) -> bool:
        return self._tree

    def pending(self) -> bool:
        """Only the cards are there yet; what the other columns say is on its way."""
        return self._table.pending

    def rows(self) -> Sequence[AccountRow]:
        """All accounts, filtered or not."""
        return self._table.rows

    def standard(self, narrow: bool) -> tuple[Column, ...]:
        """The columns to be shown until others are chosen."""
        return standard_columns(self._table.rows, narrow)

    def answered(self, row: AccountRow) -> Counted | None:
        """How far an account is answered; None where that is not known, or asked of the unit above."""
        return self._answered.get(row.id)

    def fitting(self) -> list[AccountRow]:
        """The accounts that fit the filter, each once, in the order of the table."""
        rows = self._table.rows
        return [rows[number] for number in self._fitting]

    def fitting_number(self) -> int:
        return len(self._fitting)

    def called(self) -> list[tuple[str, str, str]]:
        """Every account's id, what it is called and the text that typing is compared with."""
        return called(self._table)

    def count(self, conditions: Iterable[Condition]) -> int:
        """How many of all accounts fit the conditions."""
        conditions = tuple(conditions)
        if not conditions:
            return len(self._table.rows)
        return sum(map(fits(conditions, self._today), self._table.rows))

    def totals(self) -> tuple[list[tuple[str, int]], int]:
        """Purchases of what fits by currency, and how many accounts have none recorded."""
        rows = self._table.rows
        known = [rows[number] for number in self._fitting if rows[number].purchases is not None]
        sums: dict[str, int] = {}
        for row in known:
            currency = row.currency or ""
            sums[currency] = sums.get(currency, 0) + (row.purchases or 0)
        return sorted(sums.items(), key=lambda item: -item[1]), len(self._fitting) - len(known)

    def row_at(self, place: int) -> AccountRow:
        return self._table.rows[self._shown[place]]

    def node_at(self, place: int) -> Node | None:
        """What the tree says of a line; None in the plain list."""
        return self._nodes[place] if self._nodes else None

    def apart(self, row: AccountRow) -> str:
        """What tells an account from others of its name; nothing where the name is its own."""
        return self._table.apart.get(row.id, "")

    def place_of(self, account_id: str) -> int | None:
        """Where an account stands in the table as it is shown."""
        rows = self._table.rows
        return next(
            (place for place, number in enumerate(self._shown) if rows[number].id == account_id), None
        )

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in ROLES:
            if role == ALIGN and index.isValid() and index.column() in MONEY:
                return RIGHT
            return None
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row, column = self.row_at(index.row()), COLUMNS[index.column()]
        if role == ROW:
            return row
        if role == NODE:
            return self.node_at(index.row())
        if role == SORT:
            return key_of(column, self._answered)(row)
        text = self.text_of(index.row(), column)
        if role == TOOLTIP:
            return self._hint(row, text, column)
        if role == ACCESSIBLE:
            return f"{self.words.header(column)}: {self._spoken(index.row(), text, column)}"
        return text

    def text_of(self, place: int, column: Column) -> str:
        """What a cell says in words."""
        row = self.row_at(place)
        node = self.node_at(place)
        if node is not None and node.below and column is Column.PURCHASES:
            return self.words.sums(node.worth)
        if self.pending() and column is not Column.NAME:
            return ""
        if column is Column.ANSWERED:
            return self.words.answered(self._answered.get(row.id))
        return self.words.text(row, column, self._today)

    def _hint(self, row: AccountRow, text: str, column: Column) -> str:
        beside = self.apart(row) if column is Column.NAME else ""
        return f"{text}·{beside}" if beside else text

    def _spoken(self, place: int, text: str, column: Column) -> str:
        node = self.node_at(place)
        if column is Column.NAME:
            text = self._hint(self.row_at(place), text, column)
        if node is None or column is not Column.NAME:
            return text
        return self.words.in_tree(text, node)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == ALIGN and section in MONEY:
            return RIGHT
        if role == TOOLTIP:
            return self.words.header_hint(Column(section))
        return self.words.header(Column(section)) if role == DISPLAY else None

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))
