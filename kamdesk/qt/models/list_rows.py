"""The rows of a list as its file has them, each doubt at its cell; read as they are shown, however many there are."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.exchange.records import Problem
    from kamdesk.exchange.seen import SeenSheet
    from kamdesk.exchange.spool import Spool

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
CELL = int(Qt.ItemDataRole.UserRole)
WORST = ("rejected", "to_decide", "remark")
NAMES = ("name", "account_name", "product_name", "order_number", "account_code", "code")
"""The fields by which a row is called."""
_LONGEST = 400
_WIDTH_FROM = 60


@dataclass(frozen=True, slots=True)
class ListCell:
    """One cell as it is drawn. ``state`` is one of `WORST`, ``mended`` or empty; ``quiet``: the row is no record.

    ``sign``: the doubt is about this cell, or it is the first of a row that is doubted as a whole.
    """

    text: str
    state: str = ""
    sign: bool = False
    quiet: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet that is looked at: its rows, what its columns are taken as, what is doubted, what was put right.

    ``passed`` are the rows that are no records, ``mended`` the cells put right, by row and column.
    """

    spool: Spool
    seen: SeenSheet | None
    problems: Sequence[Problem] = ()
    passed: Mapping[int, str] = field(default_factory=dict)
    mended: Mapping[tuple[int, int], str] = field(default_factory=dict)


class ListRowsModel(QAbstractTableModel):
    """``show_sheet`` gives it another sheet; ``only_doubtful`` leaves out the rows about which nothing is doubted."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._sheet: ListSheet | None = None
        self._by_row: dict[int, list[Problem]] = {}
        self._places: array[int] | None = None
        self._by_field: dict[str, int] = {}
        self._titles: tuple[str, ...] = ()
        self._first = 0
        self._only = False

    def show_sheet(self, sheet: ListSheet | None) -> None:
        self.beginResetModel()
        self._sheet = sheet
        self._by_row = {}
        columns = sheet.seen.columns if sheet is not None and sheet.seen is not None else ()
        header = sheet.seen.header if sheet is not None and sheet.seen is not None else None
        self._first = (header or 0) + 1
        self._by_field = {column.field: column.index for column in reversed(columns) if column.field}
        if sheet is not None:
            for problem in sheet.problems:
                self._by_row.setdefault(problem.origin.row, []).append(problem)
        self._titles = self._headers()
        self._choose_rows()
        self.endResetModel()

    def only_doubtful(self, on: bool) -> None:
        self.beginResetModel()
        self._only = on
        self._choose_rows()
        self.endResetModel()

    def _choose_rows(self) -> None:
        self._places = None
        if self._only and self._sheet is not None:
            rows = {*self._by_row, *(row for row, _ in self._sheet.mended)}
            places = (self._sheet.spool.place(number) for number in sorted(rows))
            self._places = array("L", (place for place in places if place is not None))

    def _headers(self) -> tuple[str, ...]:
        if self._sheet is None:
            return ()
        spool = self._sheet.spool
        looked = range(min(len(spool), _WIDTH_FROM))
        width = max((len(spool.row(place).cells) for place in looked), default=0)
        columns = self._sheet.seen.columns if self._sheet.seen is not None else ()
        titles = {column.index: column.title for column in columns}
        width = max([width, *(index + 1 for index in titles)])
        return tuple(titles.get(index) or letters(index) for index in range(width))

    def sheet(self) -> ListSheet | None:
        return self._sheet

    def rowCount(self, parent: Index | None = None) -> int:
        if (parent is not None and parent.isValid()) or self._sheet is None:
            return 0
        return len(self._places) if self._places is not None else len(self._sheet.spool)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def number(self, row: int) -> int:
        """The number of a shown row as a spreadsheet counts it."""
        assert self._sheet is not None
        return self._sheet.spool.number(self._place(row))

    def _place(self, row: int) -> int:
        return self._places[row] if self._places is not None else row

    def index_of(self, number: int, column: int | None) -> QModelIndex:
        """Where a cell of the file is shown; invalid where it is not."""
        place = self._sheet.spool.place(number) if self._sheet is not None else None
        if place is None:
            return QModelIndex()
        if self._places is not None:
            if place not in self._places:
                return QModelIndex()
            place = self._places.index(place)
        return self.index(place, min(column or 0, self.columnCount() - 1))

    def column_of(self, problem: Problem) -> int | None:
        """The column that a doubt is about; None where it is the whole row."""
        if problem.place is not None:
            return problem.place
        known = problem.kind == "fields" and problem.column is not None
        return self._by_field.get(problem.column or "") if known else None

    def problems_at(self, index: Index) -> list[Problem]:
        """What is doubted about a cell, and about its row."""
        doubts = self._by_row.get(self.number(index.row()), ())
        return [doubt for doubt in doubts if self.column_of(doubt) in (None, index.column())]

    def can_mend(self, index: Index) -> bool:
        """Whether a cell is one of a record, so that something else may be said for it."""
        if self._sheet is None or not index.isValid():
            return False
        number = self.number(index.row())
        return number >= self._first and number not in self._sheet.passed

    def text(self, index: Index) -> str:
        """What stands in a cell, whole; what was put right where it was."""
        from kamdesk.exchange.values.text import as_text

        assert self._sheet is not None
        place = self._place(index.row())
        said = self._sheet.mended.get((self._sheet.spool.number(place), index.column()))
        if said is not None:
            return said
        cells = self._sheet.spool.row(place).cells
        return as_text(cells[index.column()]) if index.column() < len(cells) else ""

    def named_by(self) -> int | None:
        """The column by which rows are called; None where none is known for that."""
        return next((self._by_field[name] for name in NAMES if name in self._by_field), None)

    def name_in(self, index: Index) -> str:
        """Whose row a cell is of, where a column says it."""
        named = self.named_by()
        if named is None or named == index.column() or self.number(index.row()) < self._first:
            return ""
        return " ".join(self.text(self.index(index.row(), named)).split())[:40]

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or self._sheet is None or index.row() >= self.rowCount():
            return None
        if role == DISPLAY:
            return " ".join(self.text(index)[:_LONGEST].split())
        if role == CELL:
            return self._cell(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.said_at(index)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = self.tr("row {row}, {column}").format(
                row=self.number(index.row()), column=self._titles[index.column()]
            )
            said = "; ".join(self.said_at(index))
            return ": ".join(filter(None, (where, self.data(index), said)))
        return None

    def said_at(self, index: Index) -> list[str]:
        """The doubts about a cell in words, each with what becomes of it."""
        words = self._speech.words
        said = [
            self.tr("{verdict}: {reason}").format(
                verdict=self._speech.raised(words.choice("import.verdict", str(doubt.verdict))),
                reason=words.text(f"import.reason.{doubt.reason}"),
            )
            for doubt in self.problems_at(index)
        ]
        if self._mended(index):
            said.insert(0, self.tr("Put right here; the file itself stays as it is."))
        return said

    def _mended(self, index: Index) -> bool:
        assert self._sheet is not None
        return (self.number(index.row()), index.column()) in self._sheet.mended

    def _cell(self, index: Index) -> ListCell:
        assert self._sheet is not None
        number = self.number(index.row())
        text = str(self.data(index))
        seen = self._sheet.seen
        head = seen is not None and seen.header is not None and number == seen.header
        quiet = number < self._first or number in self._sheet.passed
        own: list[str] = []
        whole: list[str] = []
        for doubt in self._by_row.get(number, ()):
            column = self.column_of(doubt)
            if column is None:
                whole.append(str(doubt.verdict))
            elif column == index.column():
                own.append(str(doubt.verdict))
        if self._mended(index) and not own:
            return ListCell(text, "mended", True)
        state = min(own or whole, key=WORST.index, default="")
        sign = bool(own) or (bool(whole) and index.column() == 0)
        return ListCell(text, state, sign, quiet, head)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role != DISPLAY:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._titles[section] if 0 <= section < len(self._titles) else None
        return str(self.number(section)) if 0 <= section < self.rowCount() else None


def letters(index: int) -> str:
    """A column without a header as a spreadsheet calls it: A, B … AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
