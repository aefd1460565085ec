"""The columns of a list that is looked at: what each is called, what stands in it, what it is taken as."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.exchange.seen import SeenColumn, SeenSheet

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
CELL = int(Qt.ItemDataRole.UserRole)
CHOICES = CELL + 1
LEFT_OUT = "-"
"""The choice that leaves a column out."""
SLOTS = (("unit", "order", "datum"), ("year", "currency"))
"""What else can be said of a column stands in two cells: how it is written, and of what year or in which currency."""
_CURRENCIES = ("CNY", "USD", "EUR", "GBP", "HKD", "JPY")
_YEARS_BACK = 12


class Column(IntEnum):
    """The first ones; those of `SLOTS` that make sense for any column of the sheet follow."""

    HEADER = 0
    SAMPLES = 1
    FIELD = 2


@dataclass(frozen=True, slots=True)
class MappedCell:
    """One cell as it is drawn. ``choice``: something else can be chosen. ``state`` is empty, ``unknown`` or ``asked``.

    ``quiet`` stands behind the text: the heading over a header.
    """

    text: str
    quiet: str = ""
    choice: bool = False
    state: str = ""
    why: str = ""


class MappedColumnsModel(QAbstractTableModel):
    """``said`` gives the name of a column, ``field`` or one of `SLOTS`, and what was chosen for it."""

    said = Signal(str, str, object)

    def __init__(self, speech: Speech, year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech, self._year = speech, year
        self._seen: SeenSheet | None = None
        self._columns: tuple[SeenColumn, ...] = ()
        self._slots: tuple[tuple[str, ...], ...] = ()
        self._fields: tuple[str, ...] = ()

    def show_sheet(self, seen: SeenSheet | None) -> None:
        """Another sheet, or the same read anew; where only what is said of it changed the rows stay."""
        from kamdesk.exchange.saying import fields_of

        columns = seen.columns if seen is not None else ()
        kind = (seen.kind or seen.rule.kind) if seen is not None else None
        slots = tuple(slot for slot in SLOTS if any(ask in slot for each in columns for ask in each.may))
        same = [column.name for column in columns] == [column.name for column in self._columns]
        if not same or slots != self._slots:
            self.beginResetModel()
        self._seen, self._columns, reset = seen, columns, not same or slots != self._slots
        self._slots = slots
        self._fields = fields_of(kind) if kind and kind not in ("skip", "employees") else ()
        if reset:
            self.endResetModel()
        elif columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(columns) - 1, self.columnCount() - 1))

    def ask_at(self, index: Index) -> str | None:
        """What a cell behind the field says of its column; None where nothing makes sense there."""
        if index.column() < len(Column):
            return None
        column, slot = self._columns[index.row()], self._slots[index.column() - len(Column)]
        may = [ask for ask in slot if ask in column.may]
        return next((ask for ask in may if ask in column.asks), may[0] if may else None)

    def column(self, row: int) -> SeenColumn:
        return self._columns[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column) + len(self._slots)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and self.choices(index) else flags

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or index.row() >= len(self._columns):
            return None
        if role == CHOICES:
            return self.choices(index)
        if role == Qt.ItemDataRole.EditRole:
            return self._value(index)
        if role not in (DISPLAY, CELL, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{said}: {', '.join(filter(None, (cell.text, cell.quiet, cell.why)))}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (cell.text, cell.why)))
        return cell.text

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid() or value == self._value(index):
            return False
        what = "field" if index.column() == Column.FIELD else self.ask_at(index)
        if what is None:
            return False
        self.said.emit(self._columns[index.row()].name, what, value)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if (
            role != DISPLAY
            or orientation != Qt.Orientation.Horizontal
            or not 0 <= section < self.columnCount()
        ):
            return None
        titles = {
            Column.HEADER: self.tr("Column of the list"),
            Column.SAMPLES: self.tr("What stands in it"),
            Column.FIELD: self.tr("Taken as"),
        }
        if section in titles:
            return titles[Column(section)]
        first = self._slots[section - len(Column)] is SLOTS[0]
        return self.tr("Unit, or how written") if first else self.tr("Year or currency")

    # what stands in a cell, and what may

    def cell(self, index: Index) -> MappedCell:
        """What is drawn at a place."""
        column = self._columns[index.row()]
        if index.column() == Column.HEADER:
            over = column.group if column.group != column.title else ""
            return MappedCell(column.title or self.tr("(no header)"), over)
        if index.column() == Column.SAMPLES:
            between = "、" if self._speech.language == "zh" else "; "
            return MappedCell(between.join(" ".join(text.split()) for text in column.samples) or "–")
        if index.column() == Column.FIELD:
            return self._field_cell(column)
        ask = self.ask_at(index)
        return self._ask_cell(column, ask) if ask is not None else MappedCell("")

    def _field_cell(self, column: SeenColumn) -> MappedCell:
        if not self._fields:
            return MappedCell("–")
        if column.ignored:
            return MappedCell(self.tr("left out"), choice=True)
        if column.field is not None:
            return MappedCell(self.field_word(column.field), choice=True)
        accounts = self._seen is not None and self._seen.kind == "accounts"
        why = (
            self.tr("No field is known for this column. What stands in it is kept as a note of the account.")
            if accounts
            else self.tr("No field is known for this column. What stands in it is not taken.")
        )
        text = self.tr("unknown: kept as a note") if accounts else self.tr("unknown: not taken")
        return MappedCell(text, choice=True, state="unknown" if column.filled else "", why=why)

    def _ask_cell(self, column: SeenColumn, ask: str) -> MappedCell:
        value = getattr(column, ask)
        if value is not None:
            return MappedCell(self._word(ask, value), choice=True)
        if ask not in column.asks:
            return MappedCell(self._plain(ask), choice=True)
        waiting = column.asks[ask]
        why = (
            self.tr("%n cell(s) wait for this. It is said once for the whole column.", "", waiting)
            if waiting
            else self.tr("The list does not say it. Without it the places may be some hundred metres off.")
        )
        return MappedCell(self._please(ask), choice=True, state="asked", why=why)

    def _plain(self, ask: str) -> str:
        """What holds where nothing is said and nothing must be."""
        if ask == "unit":
            return self.tr("as written")
        if ask == "datum":
            return self.tr("as the other one")
        return self.tr("year as written") if ask == "year" else self.tr("days as written")

    def _please(self, ask: str) -> str:
        return {
            "unit": self.tr("in which unit?"),
            "year": self.tr("of which year?"),
            "order": self.tr("which is the month?"),
            "datum": self.tr("in which datum?"),
            "currency": self.tr("which currency?"),
        }[ask]

    def field_word(self, field: str) -> str:
        """A field of the kind of the sheet, in words."""
        kind = (self._seen.kind or self._seen.rule.kind) if self._seen is not None else None
        special = self._speech.choice(f"import.taken_as_of.{kind}", field)
        return special if special != field else self._speech.choice("import.taken_as", field)

    def _word(self, ask: str, value: Any) -> str:
        if ask == "unit":
            word = self._speech.choice("import.unit", f"u{value}")
            return f"× {value}" if word == f"u{value}" else word
        if ask in ("order", "datum"):
            return self._speech.choice(f"import.{ask}", str(value))
        return str(value)

    def _value(self, index: Index) -> Any:
        column = self._columns[index.row()]
        if index.column() == Column.FIELD:
            return LEFT_OUT if column.ignored else column.field
        ask = self.ask_at(index)
        return getattr(column, ask) if ask is not None else None

    def choices(self, index: Index) -> list[tuple[Any, str]]:
        """What can be chosen at a place, each with its words; empty where nothing can."""
        column = self._columns[index.row()]
        if index.column() == Column.FIELD and self._fields:
            none = [] if column.field or column.ignored else [(None, self._field_cell(column).text)]
            fields = [(field, self.field_word(field)) for field in self._fields]
            return [*none, *fields, (LEFT_OUT, self.tr("left out"))]
        ask = self.ask_at(index)
        if ask is None:
            return []
        given = getattr(column, ask)
        values = [value for value in self._values(ask) if value != given]
        none = [(None, self._ask_cell(column, ask).text)] if given is None else []
        held = [(given, self._word(ask, given))] if given is not None else []
        return [*none, *held, *((value, self._word(ask, value)) for value in values)]

    def _values(self, ask: str) -> tuple[Any, ...]:
        from kamdesk.domain.account import Datum

        values: dict[str, tuple[Any, ...]] = {
            "unit": (1, 1_000, 10_000, 1_000_000, 100_000_000),
            "year": tuple(range(self._year + 1, self._year - _YEARS_BACK, -1)),
            "order": ("ymd", "dmy", "mdy"),
            "datum": (Datum.WGS84, Datum.GCJ02, Datum.BD09, Datum.UNKNOWN),
            "currency": _CURRENCIES,
        }
        return values[ask]
