"""Their departments, person by person, with who of ours looks after each and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kamdesk.domain.departments import Gap, department_matrix
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.account import Person

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ROW = int(Qt.ItemDataRole.UserRole)


class Column(IntEnum):
    DEPARTMENT = 0
    THEIRS = 1
    OURS = 2
    LAST = 3
    GAP = 4


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """One person in a department, or a department without one; ``first`` bears the department's name and gap."""

    department: str
    person: Person | None
    gap: Gap | None
    first: bool


class DepartmentsModel(QAbstractTableModel):
    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._rows: tuple[DepartmentRow, ...] = ()
        self.gaps: tuple[Gap | None, ...] = ()

    def set_people(self, people: tuple[Person, ...]) -> None:
        """Those who have left are no part of it."""
        here = {person.id: person for person in people if person.until is None}
        matrix = department_matrix(here.values())
        rows: list[DepartmentRow] = []
        for covered in matrix:
            name = covered.department.value if covered.department else "other"
            if not covered.people:
                rows.append(DepartmentRow(name, None, covered.gap, True))
            for number, key in enumerate(covered.people):
                rows.append(DepartmentRow(name, here[key], covered.gap, number == 0))
        self.beginResetModel()
        self._rows = tuple(rows)
        self.gaps = tuple(covered.gap for covered in matrix if covered.department)
        self.endResetModel()

    def rows(self) -> tuple[DepartmentRow, ...]:
        return self._rows

    def row_of(self, person_id: str) -> int | None:
        return next(
            (n for n, row in enumerate(self._rows) if row.person and row.person.id == person_id), None
        )

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == DISPLAY:
            return self._text(row, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{head}: {self._text(row, Column(index.column())) or '–'}"
        return None

    def _text(self, row: DepartmentRow, column: Column) -> str:
        speech, person = self._speech, row.person
        if column is Column.DEPARTMENT:
            return speech.raised(speech.choice("department", row.department)) if row.first else ""
        if column is Column.GAP:
            return speech.choice("department_gap", row.gap) if row.first else ""
        if person is None:
            return "—"
        if column is Column.THEIRS:
            return speech.joined((person.name, person.title or ""))
        if column is Column.OURS:
            return person.counterpart or "—"
        return speech.full_day(person.last_met) if person.last_met else self.tr("not met")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role != DISPLAY or orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        return {
            Column.DEPARTMENT: self.tr("Department"),
            Column.THEIRS: self.tr("Their people"),
            Column.OURS: self.tr("Our counterpart"),
            Column.LAST: self.tr("Last met"),
            Column.GAP: self.tr("Gap"),
        }[Column(section)]
