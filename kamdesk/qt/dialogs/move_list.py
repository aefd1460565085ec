"""The times that can be offered to a customer, ranked; what each who is touched is told, or who is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.move_words import in_the_way, option_words, travel_words
from kamdesk.qt.dialogs.proposal_words import slot_words
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame
from kamdesk.qt.widgets.picked_rows import picked_rows, said_below

if TYPE_CHECKING:
    from kamdesk.qt.jobs.line_move import Times

LOWEST = 96


class MoveList(QWidget):
    """``chosen_changed``: another time is looked at; ``opened``: it is wanted."""

    chosen_changed = Signal()
    opened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._times: Times | None = None
        self._way = label(desk.theme, "body", "text", wrap=True)
        self._way.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._frame = frame(column(self._way), "warn", (10, 8, 10, 8))
        self._frame.hide()
        self.table = table = picked_rows(desk.theme, 3, whole=(0, 2))
        table.setMinimumHeight(LOWEST)
        self._say = said_below(desk.theme, 64)
        self.setLayout(column(self._frame, (table, 1), self._say, gap=8))
        table.currentCellChanged.connect(lambda *where: self._look())
        table.cellActivated.connect(lambda *where: self.opened.emit())
        self.retranslate()

    def show_times(self, times: Times | None) -> None:
        """None: nothing is offered yet."""
        self._times = times
        table = self.table
        table.blockSignals(True)
        table.setRowCount(0)
        if times is not None:
            self._fill(times)
        table.blockSignals(False)
        if table.rowCount():
            table.setCurrentCell(0, 0)
        self._look()

    def _fill(self, times: Times) -> None:
        speech, found, book = self._desk.speech, times.found, times.today.book
        way = in_the_way(found, book, speech)
        self._way.setText(way)
        self._frame.setVisible(bool(way))
        for number, option in enumerate((*found.options, *found.besides)):
            self.table.insertRow(number)
            names = speech.joined(dict.fromkeys(book.called(stop) for stop in option.touched))
            place = slot_words(option.slot, book, speech)
            if number >= len(found.options):
                place = speech.joined((place, self.tr("not as asked")))
            texts = (place, names or self.tr("nobody else"), travel_words(option.travel))
            for section, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setToolTip(text)
                if section:
                    item.setFont(self._desk.theme.font("caption"))
                if section == 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if section == 1 and not names:
                    item.setForeground(self._desk.theme.color("text2"))
                self.table.setItem(number, section, item)

    def chosen(self) -> int:
        """The number of the time that is looked at; -1 for none."""
        return self.table.currentRow() if self._times is not None and self.table.rowCount() else -1

    def way(self) -> str:
        """Who stands in the way of what is asked; empty where nobody does."""
        return "" if self._frame.isHidden() else self._way.text()

    def sentences(self) -> str:
        """What each who is touched by the time in view is told."""
        number = self.chosen()
        if self._times is None or number < 0:
            return ""
        return option_words(self._times.found.stop, self._times.shown[number], self._desk.speech)

    def _look(self) -> None:
        self._say.setText(self.sentences())
        self.chosen_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        heads = (self.tr("New time"), self.tr("Also moves"), self.tr("On the road, a week"))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(self.tr("Times that can be offered, the best first"))
        if self._times is not None:
            number = self.chosen()
            self.show_times(self._times)
            self.table.setCurrentCell(max(number, 0), 0)
