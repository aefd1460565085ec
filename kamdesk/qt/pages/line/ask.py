"""Who asked? The one question that every change of the line must answer, with the price beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import fill_choices
from kamdesk.qt.pages.line.asked import CODE, Answer, Place, Question, in_words, rhythm_choices, rhythm_code
from kamdesk.qt.pages.line.option import AskerOption
from kamdesk.qt.pages.line.price import PriceList
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, DayField, TimeField, set_wrong
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.layouts import column, row, rule
from kamdesk.qt.widgets.painted import Chip
from kamdesk.qt.widgets.popover import Popover, Scrolled
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.domain.figures import Figure
    from kamdesk.reads.move_preview import MovePreview

WIDTH = 456


class AskPopover(Popover):
    """``ask`` fills it in; ``answer`` is what to write once ``answered`` was emitted.

    ``place_changed`` gives the place that was typed instead of the one the stop was dragged to.
    """

    place_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, parent)
        theme = desk.theme
        self._desk = desk
        self._question: Question | None = None
        self._preview: MovePreview | None = None
        self._stability: Figure | None = None
        self._title = label(theme, "heading")
        self._draft = Chip(theme)
        self._what = label(theme, "body", "text2", wrap=True)
        self._scope = Segments(theme, 2)
        self._weekday = Combo()
        self._start = TimeField()
        self._minutes = QLineEdit()
        self._minutes.setFixedWidth(58)
        self._rhythm = Combo()
        for choice in (self._weekday, self._rhythm):
            choice.setMinimumWidth(64)
        self._place = QWidget()
        self._place.setLayout(row(self._weekday, self._start, self._minutes, (self._rhythm, 1), gap=6))
        self._from_word = label(theme, "caption", "text2")
        self._from = DayField()
        self._contact = Combo()
        self._asked_on = DayField()
        self._words = QLineEdit()
        self._reason = QLineEdit()
        whom = QWidget()
        whom.setLayout(row((self._contact, 3), (self._asked_on, 2), gap=8))
        self._customer = AskerOption(desk, "accentText", (whom, self._words))
        self._us = AskerOption(desk, "warn", (self._reason,))
        self._told = QCheckBox()
        self._group = QButtonGroup(self)
        for number, option in enumerate((self._customer, self._us)):
            self._group.addButton(option.radio, number)
        self._prices = PriceList(desk)
        self._error = label(theme, "caption", "bad", wrap=True)
        self.apply = Button(theme, kind="primary", icon="check")
        self._back = Button(theme, icon="undo-2")
        scope = row(self._scope, None, self._from_word, self._from, gap=6)
        scroll = Scrolled(
            column(
                self._what, self._place, scope, self._customer, self._us, self._told, rule(),
                self._prices.layout, gap=8, margins=(0, 0, 2, 0),
            )
        )  # fmt: skip
        head, foot = row(self._title, None, self._draft), row(self.apply, self._back, None)
        box = column(head, (scroll, 1), self._error, foot, gap=8, margins=(16, 12, 14, 12))
        self.setLayout(box)
        self.setFixedWidth(WIDTH)
        self.apply.clicked.connect(self.answered)
        self._back.clicked.connect(self.cancel)
        self._scope.picked.connect(self._show_scope)
        self._group.idToggled.connect(self._toggled)
        for field in (self._from, self._asked_on):
            field.set_today(desk.today())
        self._weekday.activated.connect(self._retyped)
        self._rhythm.activated.connect(self._retyped)
        self._start.changed.connect(self._retyped)
        self._minutes.editingFinished.connect(self._retyped)
        self.retranslate()

    # asking

    def ask(self, question: Question, preview: MovePreview | None, stability: Figure | None) -> None:
        """Fill in the question and its price; nobody is presumed to have asked."""
        self._question, self._preview, self._stability = question, preview, stability
        today = self._desk.today()
        self._asked_on.set_day(today)
        self._from.set_day(question.first_day)
        self._group.setExclusive(False)
        for option in (self._customer, self._us):
            option.radio.setChecked(False)
        self._group.setExclusive(True)
        self._words.clear()
        self._reason.clear()
        self._told.setChecked(False)
        self._error.hide()
        set_wrong(self._reason, "")
        self._contact.clear()
        for person in preview.people if preview else ():
            self._contact.addItem(" ".join(filter(None, (person.name, person.title))), person.id)
        self._contact.addItem(self.tr("somebody else there"), None)
        self._fill_place()
        both = question.first_day is not None and question.visit_day is not None
        self._scope.setVisible(both)
        self._scope.set_choice(0 if question.first_day is not None else 1)
        self._show_scope()
        self.retranslate()

    def show_price(self, question: Question, preview: MovePreview) -> None:
        """The price of another place; the answer given so far stays."""
        self._question, self._preview = question, preview
        self._say_question()
        self._say_prices()
        self.refit()

    def _fill_place(self) -> None:
        question, speech = self._question, self._desk.speech
        if question is None:
            return
        self._place.setVisible(question.to is not None)
        to = question.to or question.was
        days = [(speech.raised(speech.text(f"weekday.{day}")), day) for day in range(7)]
        fill_choices(self._weekday, days)
        self._weekday.choose(to.weekday)
        self._start.set_minute(to.start)
        self._minutes.setText(str(to.minutes))
        fill_choices(self._rhythm, rhythm_choices(question.cycle_weeks, to.every_weeks, speech))
        self._rhythm.choose(rhythm_code(to.every_weeks, to.week_offset))
        self._rhythm.setVisible(to.every_weeks > 0)

    def _retyped(self) -> None:
        question = self._question
        if question is None or question.to is None:
            return
        try:
            start = self._start.minute()
        except ValueError:
            return
        text = self._minutes.text().strip()
        if start is None or not text.isdigit() or not 0 < int(text) <= 24 * 60 - start:
            set_wrong(self._minutes, self.tr("Whole minutes, within the day") if start is not None else "")
            return
        set_wrong(self._minutes, "")
        every, offset = divmod(self._rhythm.currentData(), CODE) if question.was.every_weeks else (0, 0)
        place = Place(self._weekday.currentData(), start, int(text), every, offset)
        if place != question.to:
            self.place_changed.emit(replace(question, to=place))

    def focus_first(self) -> None:
        """Where the answer begins: who asked, or the place where it was not changed yet."""
        question = self._question
        if question is not None and question.to == question.was:
            self._weekday.setFocus()
        else:
            self._customer.radio.setFocus()

    def holds_words(self) -> bool:
        return bool(self._words.text().strip() or self._reason.text().strip())

    def once(self) -> bool:
        return self._scope.choice() == 1

    def answer(self) -> Answer | None:
        """What was answered; None, and said in place, where something is open."""
        if not (self._customer.radio.isChecked() or self._us.radio.isChecked()):
            return self._refuse(self.tr("Say who asked: the customer or us. Nothing has been changed yet."))
        customer = self._customer.radio.isChecked()
        try:
            self._start.minute()
            asked_on = self._asked_on.day() or self._desk.today()
            first_day = None if self.once() else self._from.day()
        except Unreadable as error:
            set_wrong(error.field, str(error))
            error.field.setFocus()
            return self._refuse(str(error))
        if self._minutes.property("wrong"):
            self._minutes.setFocus()
            return self._refuse(self._minutes.toolTip())
        if first_day is not None and first_day < self._desk.today():
            return self._refuse(
                self.tr("What is past stays as it was planned: the change begins today at the earliest.")
            )
        reason = (self._words if customer else self._reason).text().strip() or None
        if not customer and reason is None:
            set_wrong(self._reason, self.tr("A change that we asked for needs its reason."))
            self._reason.setFocus()
            return self._refuse(
                self.tr("A change that we asked for needs its reason. Nothing has been changed yet.")
            )
        return Answer(
            asked_by="customer" if customer else "us",
            contact_id=self._contact.currentData() if customer else None,
            asked_on=asked_on,
            reason=reason,
            once=self.once(),
            first_day=first_day,
            promised=self._told.isChecked(),
        )

    def _refuse(self, why: str) -> None:
        self.show_error(why)

    def show_error(self, why: str) -> None:
        """What stands in the way; everything typed stays."""
        self._error.setText(why)
        self._error.setAccessibleName(why)
        self._error.show()
        self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_C, Qt.Key.Key_U)
            and event.modifiers() == Qt.KeyboardModifier.AltModifier
        ):
            (self._customer if event.key() == Qt.Key.Key_C else self._us).radio.setChecked(True)
        else:
            super().keyPressEvent(event)

    def _toggled(self) -> None:
        self._error.hide()
        self._told.setChecked(self._customer.radio.isChecked())
        self._say_prices()
        self.refit()

    # showing

    def _show_scope(self) -> None:
        once = self.once()
        self._from.setVisible(not once)
        self._rhythm.setVisible(not once and bool(self._question and self._question.was.every_weeks))
        self._from_word.setVisible(not once)
        self._told.setVisible(not once and bool(self._question and self._question.to))
        self._say_question()
        self._say_prices()
        self.refit()

    def _say_question(self) -> None:
        if self._question is not None:
            self._what.setText(in_words(self._question, self._desk.speech))

    def _say_prices(self) -> None:
        moved = self._question is not None and self._question.to is not None
        self._prices.show_move(self._preview if moved else None)
        ours = self._us.radio.isChecked()
        if not self.once():
            self._prices.show_stability(self._stability, exception=ours)
        if self._question is not None and self._question.promised and not self._customer.radio.isChecked():
            self._prices.heed(self.tr("The customer was told the old time: tell them of the change."))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Who asked for it?"))
        self._draft.show_text(self.tr("draft, nothing changed yet"))
        self._scope.set_labels(self.tr("From now on"), self.tr("This one visit"))
        self._from_word.setText(self.tr("from"))
        self._from.setAccessibleName(self.tr("Valid from"))
        self._weekday.setAccessibleName(self.tr("Weekday"))
        self._start.setAccessibleName(self.tr("Start"))
        self._minutes.setAccessibleName(self.tr("Minutes"))
        self._rhythm.setAccessibleName(self.tr("Rhythm"))
        self._customer.radio.setText(self.tr("The customer asked"))
        self._customer.cost.setText(self.tr("no exception"))
        self._us.radio.setText(self.tr("We asked"))
        self._us.cost.setText(self.tr("counts as an exception"))
        self._told.setText(self.tr("The customer knows the new time"))
        self._contact.setAccessibleName(self.tr("Who of the customer's people"))
        self._asked_on.setAccessibleName(self.tr("Asked on"))
        self._words.setPlaceholderText(self.tr("in the customer's words, if you like"))
        self._words.setAccessibleName(self.tr("The customer's words"))
        self._reason.setPlaceholderText(self.tr("why: it will be read again when the line is judged"))
        self._reason.setAccessibleName(self.tr("Why we asked"))
        self.apply.set_label(self.tr("Change the line"), "Enter")
        self._back.set_label(self.tr("Put back"), "Esc")
        set_tone(self._error, "bad")
        self.setAccessibleName(self.tr("Who asked for it?"))
        self._say_question()
        self._say_prices()
