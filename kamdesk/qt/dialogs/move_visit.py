"""One visit moved to another day or time: by whom it was asked, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, text_of
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.speech import clock
from kamdesk.qt.widgets.fields import DayField, TimeField
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.typed import day_forms, time_forms

if TYPE_CHECKING:
    from kamdesk.reads.stops import Stop

ASKERS = ("customer", "us")


class MoveVisitDialog(FormDialog):
    """Nobody is presumed to have asked: the customer's name stands first because it costs nothing."""

    def __init__(self, desk: Desk, parent: QWidget | None, stop: Stop) -> None:
        self.day, self.start = DayField(), TimeField()
        self.asker = Segments(desk.theme, 2)
        self.reason_field = QLineEdit()
        rows = RowsForm((row(self.day, self.start, None), row(self.asker, None), self.reason_field))
        for name, field in (("day", self.day), ("start", self.start), ("reason", self.reason_field)):
            field.setObjectName(name)
        super().__init__(desk, rows, parent)
        self._rows, self._stop = rows, stop
        self.day.set_today(desk.today())
        self.start.set_minute(stop.start)
        self.asker.picked.connect(lambda choice: self._say_reason())
        self.retranslate()
        self.fit(520)
        self.day.setFocus()

    def subject(self) -> str:
        return self._stop.key

    def save(self) -> None:
        stop = self._stop
        day = self.day.day()
        if day is None:
            said = self.tr("Say which day it moves to: {forms}.").format(forms=day_forms())
            self.fail(said, self.day)
            return
        if day < self.desk.today():
            self.fail(self.tr("This day has passed. Choose today or a later one."), self.day)
            return
        start = self.start.minute()
        if start is None:
            said = self.tr("Say when the visit begins: {forms}.").format(forms=time_forms())
            self.fail(said, self.start)
            return
        reason = text_of(self.reason_field.text())
        asked_by = ASKERS[self.asker.choice()]
        if asked_by == "us" and reason is None:
            self.fail(self.desk.speech.text("error.reason_empty"), self.reason_field)
            return
        slot_id = stop.slot.id if stop.slot else None
        self.run(
            jobs.move_visit,
            visit=jobs.VisitRef(stop.visit_id, slot_id, stop.date),
            asked_by=asked_by,
            to_date=day,
            to_start=start,
            reason_text=reason,
        )

    def retranslate(self) -> None:
        stop, speech = self._stop, self.desk.speech
        when = f"{speech.weekday(stop.date)} {speech.day(stop.date)}"
        if stop.start is not None:
            when = f"{when} {clock(stop.start)}"
        self.say(
            self.tr("Move this visit"),
            self.tr("Move"),
            speech.joined((stop.account.name, when, self.tr("the fixed time stays as it is"))),
        )
        self._rows.say(self.tr("To"), self.tr("Who asked"), self.tr("Why"))
        self.day.setAccessibleName(self.tr("Moved to the day"))
        self.day.setPlaceholderText(self.tr("11-27 or +2"))
        self.start.setAccessibleName(self.tr("Moved to the time"))
        self.asker.set_labels(self.tr("The customer asked"), self.tr("We asked"))
        self._say_reason()

    def _say_reason(self) -> None:
        us = self.asker.choice() == 1
        self.reason_field.setPlaceholderText(
            self.tr("it counts as an exception: say why")
            if us
            else self.tr("in the customer's words, if you like")
        )
