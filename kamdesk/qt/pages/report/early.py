"""Asked when a report's day lies before the day its visit is planned for: was it this visit, or another one?"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided
from kamdesk.qt.widgets.layouts import column, frame, row


class EarlyQuestion(QWidget):
    """Hidden until it asks. ``answered``: whether the planned visit was made (True) or another one beside it."""

    answered = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._days: tuple[date, date] | None = None
        self._said = Elided(theme, "strong")
        self._asked = Elided(theme, "caption", "text2")
        self.planned = Button(theme)
        self.unplanned = Button(theme)
        words = column(self._said, self._asked, gap=1)
        inside = row((words, 1), self.planned, self.unplanned)
        self.setLayout(column(frame(inside, "warn", (12, 8, 12, 8))))
        self.planned.clicked.connect(lambda: self._answer(True))
        self.unplanned.clicked.connect(lambda: self._answer(False))
        self.hide()
        self.retranslate()

    def ask(self, made_on: date, planned_on: date) -> None:
        self._days = made_on, planned_on
        self.retranslate()
        self.show()
        self.planned.setFocus()

    def forget(self) -> None:
        self._days = None
        self.hide()

    def _answer(self, planned: bool) -> None:
        self.forget()
        self.answered.emit(planned)

    def retranslate(self) -> None:
        speech = self._desk.speech
        self.planned.set_label(self.tr("This visit, made early"))
        self.unplanned.set_label(self.tr("Another, unplanned visit"))
        if self._days is not None:
            made, planned = (f"{speech.weekday(day)} {speech.day(day)}" for day in self._days)
            said = self.tr("The visit is planned for {planned}, the report is of {made}.")
            self._said.setText(said.format(planned=planned, made=made))
            self._asked.setText(self.tr("Was it this visit? If not, the planned one stays."))
