"""The visits that are lost, each with a box and when it may be made up for; who has no room, and whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.move_words import travel_words
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.picked_rows import picked_rows, said_below

if TYPE_CHECKING:
    from datetime import date

    from kamdesk.reads.line_repair import Left, MadeUp, Repair

MOST_REQUESTS = 3
_NUMBER = int(Qt.ItemDataRole.UserRole)
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class RepairList(QWidget):
    """``chosen_changed``: other boxes are checked; ``looked_at``: another row is the current one."""

    chosen_changed = Signal()
    looked_at = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: Repair | None = None
        self._count = label(desk.theme, "caption", "text2")
        self.all_ = Button(desk.theme, kind="link", small=True)
        self.none = Button(desk.theme, kind="link", small=True)
        self.table = table = picked_rows(desk.theme, 4, whole=(3,))
        self._say = said_below(desk.theme, 60)
        for button in (self.all_, self.none):
            button.setAutoDefault(False)
        self.setLayout(
            column(row(self._count, None, self.all_, self.none, gap=4), (table, 1), self._say, gap=6)
        )
        table.itemChanged.connect(lambda item: self._changed())
        table.currentCellChanged.connect(lambda *where: self._look())
        self.all_.clicked.connect(lambda: self._check(ON))
        self.none.clicked.connect(lambda: self._check(OFF))
        self.retranslate()

    def show_found(self, found: Repair) -> None:
        """Every visit that can be made up for is chosen at first."""
        self._found = found
        speech, table = self._desk.speech, self.table
        table.blockSignals(True)
        table.setRowCount(0)
        for number, each in enumerate(found.made_up):
            was = day_and_time(each.visit.date, each.visit.start, speech)
            now = day_and_time(each.on, each.start, speech)
            self._add(number, each.visit.account.called, was, now, travel_words(each.travel), box=True)
        for number, left in enumerate(found.left, len(found.made_up)):
            was = day_and_time(left.visit.date, left.visit.start, speech)
            self._add(number, left.visit.account.called, was, self.tr("no room"), "", box=False)
        table.blockSignals(False)
        if table.rowCount():
            table.setCurrentCell(0, 0)
        self._changed()
        self._look()

    def _add(self, number: int, name: str, was: str, now: str, way: str, *, box: bool) -> None:
        self.table.insertRow(number)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for section, text in enumerate((name, was, now, way)):
            item = QTableWidgetItem(text)
            item.setFlags(flags)
            item.setToolTip(text)
            item.setData(_NUMBER, number)
            if section:
                item.setFont(self._desk.theme.font("caption"))
            if section == 3:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not box and section:
                item.setForeground(self._desk.theme.color("warn"))
            if box and section == 0:
                item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(ON)
            self.table.setItem(number, section, item)

    def current(self) -> MadeUp | Left | None:
        """What the current row is about."""
        item = self.table.item(self.table.currentRow(), 0)
        if item is None or self._found is None:
            return None
        return (*self._found.made_up, *self._found.left)[int(item.data(_NUMBER))]

    def chosen(self) -> tuple[MadeUp, ...]:
        """The visits whose box is checked."""
        if self._found is None:
            return ()
        return tuple(
            self._found.made_up[int(item.data(_NUMBER))] for item in self._boxes() if item.checkState() == ON
        )

    def sentences(self) -> str:
        """What each of the chosen is to be asked, a line each."""
        speech = self._desk.speech
        return "\n".join(
            speech.text("planning.said.fault_of", name=each.visit.account.called, what=to_ask(each, speech))
            for each in self.chosen()
        )

    def _boxes(self) -> list[QTableWidgetItem]:
        items = [self.table.item(place, 0) for place in range(self.table.rowCount())]
        return [item for item in items if item and item.flags() & Qt.ItemFlag.ItemIsUserCheckable]

    def _check(self, state: Qt.CheckState) -> None:
        self.table.blockSignals(True)
        for item in self._boxes():
            item.setCheckState(state)
        self.table.blockSignals(False)
        self.table.viewport().update()
        self._changed()

    def _changed(self) -> None:
        chosen, boxes = len(self.chosen()), len(self._boxes())
        said = self.tr("{chosen} of {all} visits chosen")
        self._count.setText(said.format(chosen=chosen, all=boxes) if boxes else "")
        self.all_.setEnabled(chosen < boxes)
        self.none.setEnabled(chosen > 0)
        self.chosen_changed.emit()

    def _look(self) -> None:
        each, speech = self.current(), self._desk.speech
        said = ""
        if each is not None and hasattr(each, "on"):
            said = self.tr("To be asked: “{said}”").format(said=to_ask(each, speech))  # type: ignore[arg-type]
        elif each is not None:
            said = no_room(each, speech)  # type: ignore[arg-type]
        self._say.setText(said)
        self.looked_at.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        heads = (self.tr("Account"), self.tr("Lost"), self.tr("Made up for"), self.tr("On the road"))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(self.tr("Visits that are lost; Space checks and unchecks"))
        self.all_.set_label(self.tr("All"))
        self.none.set_label(self.tr("None"))
        self.all_.setAccessibleName(self.tr("Choose all visits"))
        self.none.setAccessibleName(self.tr("Choose no visit"))
        if self._found is not None:
            self.show_found(self._found)


def day_and_time(day: date, start: int | None, speech: Speech) -> str:
    """``周三 11月25日 10:00``."""
    return " ".join(
        filter(None, (speech.weekday(day), speech.day(day), clock(start) if start is not None else ""))
    )


def to_ask(each: MadeUp, speech: Speech) -> str:
    """What the customer of a lost visit may be asked."""
    said = QCoreApplication.translate(
        "RepairList",
        "I can't come on {was}. Could I come on {now} instead? After that everything stays as agreed.",
    )
    was = day_and_time(each.visit.date, each.visit.start, speech)
    return said.format(was=was, now=day_and_time(each.on, each.start, speech))


def no_room(left: Left, speech: Speech) -> str:
    """Why a lost visit has no room, and whom one could ask to make some."""
    translate = QCoreApplication.translate
    again = left.visit.slot.next_on if left.visit.slot is not None else None
    said = [
        translate("RepairList", "No day before its next regular visit has room while everybody else stays.")
    ]
    if again is not None:
        said = [
            translate(
                "RepairList",
                "No day before its next regular visit on {day} has room while everybody else stays.",
            ).format(day=speech.day(again))
        ]
    for each in left.requests[:MOST_REQUESTS]:
        told = (
            translate("RepairList", "If {name}, who was promised the time, could be moved: {place}.")
            if each.promised
            else translate("RepairList", "If {name} (not promised) were moved: {place}.")
        )
        said.append(
            told.format(name=each.other.account.called, place=day_and_time(each.on, each.start, speech))
        )
    return "\n".join(said)
