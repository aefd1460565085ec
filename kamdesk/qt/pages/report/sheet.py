"""The sheet that a report is written on: took place or not, the part that asks about it, what is wrong, the buttons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.report.beside import WIDTH
from kamdesk.qt.pages.report.closed import ClosedPart
from kamdesk.qt.pages.report.early import EarlyQuestion
from kamdesk.qt.pages.report.form import ReportForm
from kamdesk.qt.pages.report.missed import MissedPart
from kamdesk.qt.pages.report.older import OlderDraft
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row, rule
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.qt.jobs import ReportFields

TOOK_PLACE, MISSED, CLOSED = 0, 1, 2
LOW = 150
"""How high what stands beside the sheet is where it stands below it."""
MOST = 16_777_215
"""What Qt takes for no limit of a size."""


class ReportSheet(QWidget):
    """Shows one part at a time; what it means is the page's affair."""

    left = Signal()

    def build(self, desk: Desk) -> Iterator[None]:
        """Make the parts, a few a step, as `Page.build` does."""
        theme = desk.theme
        self.took_place = Segments(theme, 2)
        self.form = ReportForm(desk)
        yield
        self.missed = MissedPart(desk)
        self.closed = ClosedPart(desk)
        yield
        self.note = QLineEdit()
        self._note_name = label(theme, "strong")
        self._note = QWidget()
        self._note.setLayout(row(self._note_name, (self.note, 1)))
        self._note.hide()
        self.early, self.older = EarlyQuestion(desk), OlderDraft(desk)
        self._unreadable = False
        self._error = label(theme, "caption", "bad", wrap=True)
        self._leave = Button(theme)
        self._leave.clicked.connect(self.left)
        self.save_button = Button(theme, kind="primary", icon="check")
        self.parts = QStackedWidget()
        self.parts.addWidget(_scrolled(self.form))
        self.parts.addWidget(self.missed)
        self.parts.addWidget(_scrolled(self.closed))
        foot = row((self._error, 1), self._leave, self.save_button)
        above = row(self.took_place, None)
        inside = column(above, self.older, self._note, (self.parts, 1), self.early, rule(), foot, gap=10)
        self.setLayout(column((frame(inside, "card", (16, 12, 14, 12)), 1)))

    def clear(self) -> None:
        """Nothing of the report before stands in the parts that are not filled anew."""
        self.say_error("")
        self.early.forget()
        self.older.forget()
        self.missed.clear()
        self.note.clear()

    def part(self) -> int:
        return self.parts.currentIndex()

    def show_part(self, part: int, *, amending: bool) -> None:
        self.parts.setCurrentIndex(part)
        self.early.forget()
        self._note.setVisible(amending)

    def fields(self) -> ReportFields:
        """What stands in the form, the field that is typed in too. Raises Unreadable."""
        self.form.stock.table.commit()
        return self.form.fields()

    def say_unreadable(self, wrong: Unreadable) -> None:
        """Until it is put right."""
        self.say_error(str(wrong))
        self._unreadable = True
        wrong.field.setFocus()

    def forgive(self) -> None:
        """Something was typed: what could not be read may be right now."""
        if not self._unreadable:
            return
        try:
            self.form.fields()
        except Unreadable as wrong:
            self.say_error(str(wrong))
            self._unreadable = True
        else:
            self.say_error("")

    def say_error(self, why: str) -> None:
        self._unreadable = False
        self._error.setText(why)
        self._error.setAccessibleName(why)

    def error(self) -> str:
        return self._error.text()

    def say_save(self, *, reading: bool, amending: bool) -> None:
        """What the buttons do: with a closed report ``reading`` comes first, then ``amending``."""
        if reading:
            self.save_button.set_label(self.tr("Amend…"), "Ctrl+Enter")
        elif amending:
            self.save_button.set_label(self.tr("Save the amendment"), "Ctrl+Enter")
        else:
            self.save_button.set_label(self.tr("Save"), "Ctrl+Enter")
        self.save_button.set_icon("pencil" if reading else "check")
        self._leave.set_label(self.tr("Back") if reading else self.tr("Leave as a draft"), "Esc")

    def retranslate(self) -> None:
        self.took_place.set_labels(self.tr("Took place"), self.tr("Did not take place"))
        self._note_name.setText(self.tr("Why it is amended"))
        self.note.setAccessibleName(self.tr("Why it is amended"))
        self.note.setPlaceholderText(self.tr("who noticed what, in a sentence; the day is kept with it"))
        for part in (self.form, self.closed, self.early, self.older, self.missed):
            part.retranslate()


class SheetAndBeside(QBoxLayout):
    """The sheet with what stands beside it; below it where there is little width."""

    def __init__(self, sheet: ReportSheet, beside: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._sheet, self._beside = sheet, beside
        self.setSpacing(14)
        self.addWidget(sheet, 1)
        self.addWidget(beside)

    def set_dense(self, *, down: bool, compact: bool) -> None:
        """``down``: below one another, and the page scrolls; ``compact``: there is little height."""
        self._sheet.parts.setMinimumHeight(340 if down else 0)
        self._sheet.form.points.setFixedHeight(52 if compact else 74)
        self.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)
        if down:
            self._beside.setMinimumWidth(0)
            self._beside.setMaximumWidth(MOST)
            self._beside.setFixedHeight(LOW)
        else:
            self._beside.setMinimumHeight(0)
            self._beside.setMaximumHeight(MOST)
            self._beside.setFixedWidth(WIDTH)
        for grown in (self._sheet.parts.parentWidget(), self._sheet):
            grown.updateGeometry()  # what they asked for before is kept by the layouts above them


def _scrolled(body: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.viewport().setObjectName("formBody")
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    body.setObjectName("formBody")
    scroll.setWidget(body)
    return scroll
