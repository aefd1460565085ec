"""The table of promises: its columns, what its keys do, and how it is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.promises import Column, Heading, PromisesModel
from kamdesk.qt.widgets.cells import set_up_rows
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.promise_cells import PromiseCell

if TYPE_CHECKING:
    from kamdesk.reads.promises import PromiseRow

WIDTHS = {Column.ACCOUNT: 156, Column.WHO: 76, Column.MADE: 88, Column.DUE: 168, Column.RISK: 68}


class PromisesTable(QTableView):
    """Several rows may be chosen. Enter opens, ``/`` and what is no command's letter go to the filter."""

    opened = Signal()
    typed = Signal(str)
    chosen = Signal()

    def __init__(self, desk: Desk, model: PromisesModel) -> None:
        super().__init__()
        self._promises = model
        header = SortHeader(desk.theme, self)
        header.setSectionsClickable(False)
        self.setHorizontalHeader(header)
        self.setModel(model)
        self.setItemDelegate(PromiseCell(desk.theme, self))
        set_up_rows(self)
        header.setSortIndicatorShown(False)
        for section, width in WIDTHS.items():
            self.setColumnWidth(section, width)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(56)
        self.doubleClicked.connect(lambda index: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit())
        desk.theme.changed.connect(self.viewport().update)

    def promises(self) -> list[PromiseRow]:
        """The chosen promises, in the table's order."""
        ranges = self.selectionModel().selection()
        places = sorted({place for each in ranges for place in range(each.top(), each.bottom() + 1)})  # type: ignore[not-iterable]
        lines = (self._promises.line_at(place) for place in places)
        return [line for line in lines if not isinstance(line, Heading)]

    def current_id(self) -> str:
        index = self.currentIndex()
        if not index.isValid():
            return ""
        line = self._promises.line_at(index.row())
        return "" if isinstance(line, Heading) else line.id

    def choose(self, place: int | None) -> None:
        """One row becomes the chosen one; where there is none, none is."""
        if place is None:
            self.selectionModel().clear()
            self.chosen.emit()
        else:
            self.setCurrentIndex(self._promises.index(place, 0))
            if place <= 1:
                self.scrollToTop()

    def copy(self) -> int:
        """Put the chosen rows, where there are several, else all that are shown, on the clipboard, columns by tabs."""
        rows = self.promises()
        if len(rows) < 2:
            rows = self._promises.shown()
        lines = [[str(self._promises.headerData(c, Qt.Orientation.Horizontal)) for c in Column]]
        lines += [[self._promises.text(row, column) for column in Column] for row in rows]
        # As text alone: MIME data made in Python outlives the interpreter on the clipboard, and the process crashes.
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(text)
        return len(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif text == "/":
            self.typed.emit("")
        elif text.isprintable() and text.strip() and not event.modifiers() and not _is_letter(text):
            self.typed.emit(text)
        elif not _is_letter(text):
            super().keyPressEvent(event)


def _is_letter(text: str) -> bool:
    """A Latin letter: those are commands here, and none of them searches by accident."""
    return len(text) == 1 and text.isascii() and text.isalpha()
