"""A customer's wish for another time: who asked and when, which weekday and hours would suit, from when on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import fill_choices
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, DayField, TimeField, set_wrong
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.reads.account import Person
    from kamdesk.reads.line_problem import BookProblem


@dataclass(frozen=True, slots=True)
class Wished:
    """``weekday`` 1 is Monday, None any; minutes of the day, None whenever; ``on`` is the first day."""

    weekday: int | None
    begins: int | None
    ends: int | None
    on: date


class WishForm(QWidget):
    """``begun`` and ``stop_asked`` are its buttons; ``day_changed`` gives another first day."""

    begun = Signal()
    stop_asked = Signal()
    day_changed = Signal(object)

    def __init__(self, desk: Desk, on: date) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._who, self._when = label(theme, "caption", "text2"), label(theme, "caption", "text2")
        self._wish, self._to = label(theme, "caption", "text2"), label(theme, "caption", "text2")
        self._from = label(theme, "caption", "text2")
        self.contact, self.weekday = Combo(), Combo()
        self.contact.setMinimumWidth(176)
        self.weekday.setMinimumWidth(132)
        self.asked_on, self.first_day = DayField(), DayField()
        self.words = QLineEdit()
        self.begins, self.ends = TimeField(), TimeField()
        self.look = Button(theme, kind="primary", icon="search")
        self.stop = Button(theme, icon="x")
        self.stop.setAutoDefault(False)
        self.look.setDefault(True)
        self.busy = QProgressBar()
        self.busy.setTextVisible(False)
        self.busy.setRange(0, 1000)
        self.busy.setFixedWidth(110)
        self._error = label(theme, "caption", "bad", wrap=True)
        self._error.hide()
        for name, field in (
            (self._who, self.contact), (self._when, self.asked_on), (self._wish, self.weekday),
            (self._to, self.ends), (self._from, self.first_day),
        ):  # fmt: skip
            name.setBuddy(field)
        asked = row(self._who, self.contact, 4, self._when, self.asked_on, 4, (self.words, 1), gap=6)
        wished = row(
            self._wish, self.weekday, self.begins, self._to, self.ends, 8, self._from, self.first_day, 8,
            self.look, self.stop, self.busy, None, gap=6,
        )  # fmt: skip
        self.setLayout(column(asked, wished, self._error, gap=8))
        for field, day in ((self.asked_on, desk.today()), (self.first_day, on)):
            field.set_today(desk.today())
            field.set_day(day)
        self._on = on
        self.look.clicked.connect(self.begun)
        self.stop.clicked.connect(self.stop_asked)
        self.first_day.changed.connect(self._take_day)
        self.retranslate()

    def _take_day(self, day: date | None) -> None:
        if day is not None and day >= self._desk.today() and day != self._on:
            self._on = day
            self.day_changed.emit(day)

    def show_people(self, people: Iterable[Person]) -> None:
        """One of them may have asked: the first, until somebody else is chosen."""
        listed: list[tuple[str, object]] = [
            (" ".join(filter(None, (each.name, each.title))), each.id) for each in people
        ]
        first = None if self.contact.count() > 1 or not listed else listed[0][1]
        fill_choices(self.contact, [*listed, (self.tr("somebody else there"), None)])
        if first is not None:
            self.contact.choose(first)

    def show_days(self, book: BookProblem) -> None:
        """The rep's working days can be asked for."""
        chosen = self.weekday.currentData()
        speech = self._desk.speech
        days: list[tuple[str, object]] = [
            (speech.raised(speech.text(f"weekday.{day.weekday - 1}")), day.weekday)
            for day in book.problem.days
        ]
        fill_choices(self.weekday, [(self.tr("any weekday"), None), *days])
        self.weekday.choose(chosen)

    def show_stage(self, *, searching: bool, ready: bool) -> None:
        for control in (self.weekday, self.begins, self.ends, self.first_day, self.look):
            control.setEnabled(ready and not searching)
        self.look.setVisible(not searching)
        self.stop.setVisible(searching)
        self.stop.setEnabled(searching)
        self.busy.setVisible(searching)

    def wished(self) -> Wished | None:
        """What is wished; None, and said in place, where something can't be read."""
        self._error.hide()
        try:
            begins, ends = self.begins.minute(), self.ends.minute()
            on = self.first_day.day()
            self.asked_on.day()
        except Unreadable as error:
            return self._refuse(error.field, str(error))
        if begins is not None and ends is not None and ends <= begins:
            return self._refuse(self.ends, self.tr("The end lies before the beginning."))
        if on is None or on < self._desk.today():
            return self._refuse(
                self.first_day, self.tr("A day from today on: what is past stays as it was planned.")
            )
        return Wished(self.weekday.currentData(), begins, ends, on)

    def asked_day(self) -> date | None:
        """When the customer asked. Raises Unreadable."""
        return self.asked_on.day()

    def _refuse(self, field: QWidget, why: str) -> None:
        set_wrong(field, why)
        self._error.setText(why)
        self._error.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._who.setText(self.tr("Asked by"))
        self.contact.setAccessibleName(self.tr("Who of the customer's people"))
        self._when.setText(self.tr("on"))
        self.asked_on.setAccessibleName(self.tr("Asked on"))
        self.words.setPlaceholderText(self.tr("in the customer's words, if you like"))
        self.words.setAccessibleName(self.tr("The customer's words"))
        self._wish.setText(self.tr("Would suit"))
        self.weekday.setAccessibleName(self.tr("Weekday asked for"))
        self.begins.setAccessibleName(self.tr("Not before"))
        self.begins.setPlaceholderText(self.tr("from"))
        self._to.setText("–")
        self.ends.setAccessibleName(self.tr("Over by"))
        self.ends.setPlaceholderText(self.tr("until"))
        self._from.setText(self.tr("to hold from"))
        self.first_day.setAccessibleName(self.tr("First day of the new time"))
        self.look.set_label(self.tr("Find times"))
        self.stop.set_label(self.tr("Stop"))
        self.busy.setAccessibleName(self.tr("How far the search is"))
