"""The rows of a list before they go in: each doubt at its cell, and what is meant there typed in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSplitter, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.list_problems import ListProblemsModel
from kamdesk.qt.models.list_rows import ListRowsModel, ListSheet
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.list_cells import ListProblemsView, ListRowsView

if TYPE_CHECKING:
    from kamdesk.exchange.records import Problem
    from kamdesk.qt.jobs import ImportView

Key = tuple[str, str]
Cells = Mapping[tuple[int, int], str]
NEXT, PREVIOUS = "F8", "Shift+F8"


class RowsPane(QWidget):
    """``mended`` gives a file and its sheet, a row, a column and what is meant there; None: as the list has it."""

    mended = Signal(object, int, int, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._view: ImportView | None = None
        self._mended: Mapping[Key, Cells] = {}
        self._keys: tuple[Key, ...] = ()
        self._editable = True
        self.sheet = Combo()
        self.kinds = Combo()
        self.only = QCheckBox()
        self.rows = ListRowsModel(desk.speech, self)
        self.table = ListRowsView(theme, self.rows)
        self.problems = ListProblemsModel(desk.speech, self)
        self.list = ListProblemsView(theme, self.problems)
        self.previous = Button(theme, icon="chevron-left", small=True)
        self.next = Button(theme, icon="chevron-right", small=True)
        self._counted = label(theme, "caption", "text2")
        self._where = label(theme, "strong")
        self._said = label(theme, "caption", "text2", wrap=True)
        self.value = QLineEdit()
        self._value_label = label(theme, "body", "text2")
        self._value_label.setBuddy(self.value)
        self.use = Button(theme, icon="check", small=True)
        self.back = Button(theme, icon="undo-2", small=True)
        self._strip = frame(
            column(
                row(self._where, (self._said, 1)),
                row(self._value_label, (self.value, 1), self.use, self.back),
                gap=6,
            ),
            "card",
            (12, 8, 12, 10),
        )
        side = QWidget()
        side.setLayout(column(self.kinds, (self.list, 1), self._counted, gap=6))
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(side)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(10)
        side.setMinimumWidth(250)
        self._split.setSizes([700, 300])
        top = row(self.sheet, self.only, None, self.previous, self.next)
        self.setLayout(column(top, (self._split, 1), self._strip, gap=8))
        self.sheet.activated.connect(lambda _: self._show_sheet())
        self.only.toggled.connect(self._on_only)
        self.kinds.activated.connect(lambda _: self.problems.show_kind(self.kinds.currentData() or ""))
        self.table.looked_at.connect(self._on_cell)
        self.table.asked.connect(self._begin)
        self.list.selectionModel().currentChanged.connect(self._on_problem)
        self.list.opened.connect(lambda _: self.table.setFocus())
        self.next.clicked.connect(lambda: self.go(1))
        self.previous.clicked.connect(lambda: self.go(-1))
        self.use.clicked.connect(self._use)
        self.value.returnPressed.connect(self._use)
        self.back.clicked.connect(self._put_back)
        for key, step in ((NEXT, 1), (PREVIOUS, -1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self.go(step))

    # what is shown

    def show_view(self, view: ImportView, mended: Mapping[Key, Cells], *, editable: bool) -> None:
        """What looking gave; the sheet, the cell and the filter stay where they can."""
        self._view, self._mended, self._editable = view, mended, editable
        before = self.key()
        self._keys = tuple(view.spools)
        self.sheet.clear()
        files = {file for file, _ in self._keys}
        for file, name in self._keys:
            self.sheet.addItem(f"{file} {name}".strip() if len(files) > 1 or not name else name)
        self.sheet.setVisible(len(self._keys) > 1)
        if before in self._keys:
            self.sheet.setCurrentIndex(self._keys.index(before))
        else:
            doubted = {(each.origin.file, each.origin.sheet) for each in view.doubts}
            place = next((n for n, key in enumerate(self._keys) if key in doubted), 0)
            self.sheet.setCurrentIndex(place)
        self._show_sheet(keep=before == self.key())

    def key(self) -> Key | None:
        """File and name of the sheet that is shown."""
        place = self.sheet.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def _show_sheet(self, *, keep: bool = False) -> None:
        key, view = self.key(), self._view
        if key is None or view is None:
            self.rows.show_sheet(None)
            self.problems.set_problems(())
            return
        at = self.table.currentIndex()
        number = (
            self.rows.number(at.row()) if keep and at.isValid() and at.row() < self.rows.rowCount() else None
        )
        column_ = at.column()
        doubts = tuple(each for each in view.doubts if (each.origin.file, each.origin.sheet) == key)
        seen = next((each for each in view.seen if (each.file, each.sheet) == key), None)
        self.rows.show_sheet(
            ListSheet(view.spools[key], seen, doubts, view.passed.get(key, {}), self._mended.get(key, {}))
        )
        self.problems.set_problems(doubts)
        self._fill_kinds()
        if not keep:
            self.table.fit()
        if number is not None:
            self._stand(self.rows.index_of(number, column_))
        elif doubts:
            self.go(1)
        self._on_cell()
        for button in (self.next, self.previous):
            button.setEnabled(bool(doubts))
        self.only.setEnabled(bool(doubts) or bool(self._mended.get(key)))

    def _fill_kinds(self) -> None:
        kept = self.kinds.currentData() or ""
        self.kinds.clear()
        words = self._desk.speech.words
        self.kinds.addItem(self.tr("All that is doubted: {count}").format(count=self.problems.total()), "")
        for reason, count in self.problems.kinds():
            said = self._desk.speech.raised(words.text(f"import.reason.{reason}"))
            self.kinds.addItem(self.tr("{count} × {reason}").format(count=count, reason=said), reason)
        place = next((n for n in range(self.kinds.count()) if self.kinds.itemData(n) == kept), 0)
        self.kinds.setCurrentIndex(place)
        self.problems.show_kind(self.kinds.currentData() or "")

    def _on_only(self, on: bool) -> None:
        at = self.table.currentIndex()
        number = self.rows.number(at.row()) if at.isValid() else None
        self.rows.only_doubtful(on)
        if number is not None:
            self._stand(self.rows.index_of(number, at.column()))

    # from doubt to doubt

    def go(self, step: int) -> None:
        """To the next doubt of those listed, or to the one before; round at the ends."""
        count = self.problems.rowCount()
        if not count:
            return
        at = self.list.currentIndex().row()
        place = (at + step) % count if at >= 0 else 0 if step > 0 else count - 1
        self.list.setCurrentIndex(self.problems.index(place, 0))

    def show_problem(self, problem: Problem) -> None:
        """Go to one doubt, on whatever sheet it is."""
        key = (problem.origin.file, problem.origin.sheet)
        if key in self._keys and key != self.key():
            self.sheet.setCurrentIndex(self._keys.index(key))
            self._show_sheet()
        self.kinds.setCurrentIndex(0)
        self.problems.show_kind("")
        place = self.problems.place_of(problem.origin.row, problem.place)
        if place is not None:
            self.list.setCurrentIndex(self.problems.index(place, 0))

    def _on_problem(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        problem = self.problems.problem(index.row())
        self._counted.setText(
            self.tr("{number} of {count}").format(number=index.row() + 1, count=self.problems.rowCount())
        )
        self._stand(self.rows.index_of(problem.origin.row, self.rows.column_of(problem)))

    def _stand(self, index: QModelIndex) -> None:
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.show_cell(index)

    # the cell that is looked at

    def _on_cell(self) -> None:
        index = self.table.currentIndex()
        valid = index.isValid() and index.row() < self.rows.rowCount()
        self._strip.setVisible(valid)
        if not valid:
            return
        header = str(self.rows.headerData(index.column(), Qt.Orientation.Horizontal) or "")
        place = self.tr("Row {row}").format(row=self.rows.number(index.row()))
        self._where.setText(self._desk.speech.joined((place, self.rows.name_in(index), header)))
        said = self.rows.said_at(index)
        self._said.setText(self._desk.speech.joined(said))
        self.value.setText(self.rows.text(index))
        can = self._editable and self.rows.can_mend(index)
        for part in (self._value_label, self.value, self.use):
            part.setVisible(can)
        key = self.key()
        at = (self.rows.number(index.row()), index.column())
        self.back.setVisible(can and key is not None and at in self._mended.get(key, {}))

    def _begin(self) -> None:
        if self.value.isVisible():
            self.value.setFocus()
            self.value.selectAll()

    def _use(self) -> None:
        index, key = self.table.currentIndex(), self.key()
        if key is None or not index.isValid():
            return
        text = self.value.text().strip()
        if text != self.rows.text(index):
            self.mended.emit(key, self.rows.number(index.row()), index.column(), text)
        self.table.setFocus()

    def _put_back(self) -> None:
        index, key = self.table.currentIndex(), self.key()
        if key is not None and index.isValid():
            self.mended.emit(key, self.rows.number(index.row()), index.column(), None)
            self.table.setFocus()

    def retranslate(self) -> None:
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.kinds.setAccessibleName(self.tr("Which doubts are listed"))
        self.only.setText(self.tr("Only rows with doubts"))
        self.table.setAccessibleName(self.tr("Rows of the list"))
        self.list.setAccessibleName(self.tr("What is doubted"))
        self.previous.set_label(self.tr("Previous"), PREVIOUS)
        self.next.set_label(self.tr("Next"), NEXT)
        self._value_label.setText(self.tr("What is meant"))
        self.value.setAccessibleName(self.tr("What is meant in this cell"))
        self.use.set_label(self.tr("Use this"))
        self.back.set_label(self.tr("As in the list"))
        if self._view is not None:
            self._show_sheet(keep=True)
