"""A customer asks for another time: the wish, what there is, whom else it touches; one is accepted, as one step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QStackedWidget, QWidget

from kamdesk.domain.errors import Stopped
from kamdesk.domain.schedule import monday_of
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.move_list import MoveList
from kamdesk.qt.dialogs.move_words import visit_words
from kamdesk.qt.dialogs.opening import fill_window
from kamdesk.qt.dialogs.proposal_empty import ProposalEmpty
from kamdesk.qt.dialogs.proposal_sides import ProposalSides
from kamdesk.qt.dialogs.proposal_words import later_words
from kamdesk.qt.dialogs.ways_choice import Ways
from kamdesk.qt.dialogs.wish_form import WishForm
from kamdesk.qt.jobs import line_move as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label, set_tone
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.ticket import Ticket


class LineMoveDialog(QDialog):
    """``told`` says what was accepted; ``settings_asked`` leads to the start that is missing."""

    told = Signal(str)
    settings_asked = Signal()

    def __init__(
        self, desk: Desk, parent: QWidget | None, ways: Ways, *, slot_id: str, account_id: str, name: str
    ) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._thinker = desk, desk.runner.thinker
        self._ways = ways
        self._slot_id, self._account_id, self._name = slot_id, account_id, name
        self._on = monday_of(desk.today()) + timedelta(weeks=1)
        self._line: jobs.LineToMove | None = None
        self._times: jobs.Times | None = None
        self._ticket: Ticket | None = None
        self._error: Exception | None = None
        self._without = ""
        self._heading = label(theme, "heading")
        self._facts = Elided(theme, "caption", "text2")
        self.form = WishForm(desk, self._on)
        self.list, self.sides = MoveList(desk), ProposalSides(desk)
        self.empty = ProposalEmpty(theme)
        found = QWidget()
        found.setLayout(row((self.list, 1), (self.sides, 2), gap=14))
        self.body = QStackedWidget()
        self.body.addWidget(self.empty)
        self.body.addWidget(found)
        self.said = label(theme, "body", wrap=True)
        self.knows = QCheckBox()
        self.knows.setChecked(True)
        self.copy = Button(theme, icon="copy")
        self.close_ = Button(theme)
        self.accept_ = Button(theme, kind="primary", icon="check")
        for button in (self.copy, self.close_, self.accept_):
            button.setAutoDefault(False)
        self.setLayout(
            column(
                row(self._heading, 4, (self._facts, 1)), self.form, (self.body, 1),
                row((self.said, 1), self.knows), row(self.copy, None, self.close_, self.accept_),
                gap=8, margins=(18, 14, 18, 14),
            )
        )  # fmt: skip
        fill_window(self, parent)
        self._connect()
        self.retranslate()
        self._read()
        self.form.weekday.setFocus()

    def _connect(self) -> None:
        self.form.begun.connect(self.find)
        self.form.stop_asked.connect(self._stop)
        self.form.day_changed.connect(self._hold_from)
        self.list.chosen_changed.connect(self._look)
        self.list.opened.connect(self.accept_.setFocus)
        self.copy.clicked.connect(self._copy)
        self.close_.clicked.connect(self.reject)
        self.accept_.clicked.connect(self._accept)
        self.empty.first.clicked.connect(self._to_settings)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept_.click)
        self._thinker.progressed.connect(self._on_progress)
        self.finished.connect(lambda result: self._stop())

    # what there is

    def stage(self) -> str:
        """``reading``, ``empty``, ``ready``, ``searching`` or ``found``."""
        if self._ticket is not None:
            return "searching"
        if self._times is not None:
            return "found"
        if self._error is not None:
            return "empty"
        return "reading" if self._line is None else "ready"

    def _read(self) -> None:
        self._line = self._times = None
        self._say()
        self._desk.runner.read(
            jobs.line_to_move, done=self._show_line, failed=self._failed, latest=True, on=self._on,
            account_id=self._account_id, own=self._ways.own, file=self._ways.path(),
        )  # fmt: skip

    def _hold_from(self, day: date) -> None:
        self._on = day
        self._read()

    def _show_line(self, line: jobs.LineToMove) -> None:
        self._line = line
        self._slot_id = line.book.last_of(self._slot_id)
        if self._slot_id in line.book.slots:
            self._name = line.book.called(self._slot_id)
            self.retranslate()
        self.form.show_people(line.people)
        self.form.show_days(line.book)
        self._say()
        self.find()

    def find(self) -> None:
        """Look for times as wished; what was found before goes."""
        wished = self.form.wished()
        if wished is None or self._line is None or self.stage() not in ("ready", "found"):
            return
        if self._slot_id not in self._line.book.slots:
            self._say()
            return
        self._times = None
        self.form.busy.setValue(0)
        self._ticket = self._thinker.begin(
            jobs.find_times,
            done=self._show_times,
            failed=self._failed,
            book=self._line.book,
            on=self._on,
            slot_id=self._slot_id,
            weekday=wished.weekday,
            begins=wished.begins,
            ends=wished.ends,
        )
        self._say()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.stop()
            self.form.stop.setEnabled(False)

    def _on_progress(self, ticket: Ticket, done: int, total: int) -> None:
        if ticket is self._ticket:
            self.form.busy.setValue(done)

    def _show_times(self, times: jobs.Times) -> None:
        self._ticket = None
        self._times = times
        self.list.show_times(times)
        self._say()
        (self.list.table if self.list.table.rowCount() else self.form.weekday).setFocus()

    def _failed(self, error: Exception) -> None:
        self._ticket = None
        if self._ways.leave_file(error):
            self._without = self._desk.speech.error(error)
            self._read()
            return
        if not isinstance(error, Stopped):
            self._error = error
        self._say()
        if self.empty.first.isVisible():
            self.empty.first.setFocus()

    def _look(self) -> None:
        times, number = self._times, self.list.chosen()
        if times is not None:
            shown = times.shown[number] if number >= 0 else times.today
            self.sides.show_part(shown, shown.whole)
            self.sides.look_at(times.found.stop)
        self._say_chosen()

    # accepting

    def _accept(self) -> None:
        times, number = self._times, self.list.chosen()
        if times is None or number < 0 or not self.accept_.isEnabled():
            return
        try:
            asked_on = self.form.asked_day()
        except Unreadable as error:
            self._refused_words(str(error))
            error.field.setFocus()
            return
        self.accept_.setEnabled(False)
        self._desk.runner.run(
            jobs.accept_time,
            done=self._accepted,
            failed=self._refused,
            chosen=times.shown[number],
            slot_id=self._slot_id,
            contact_id=self.form.contact.currentData(),
            asked_on=asked_on,
            words=self.form.words.text().strip() or None,
            promised=self.knows.isChecked(),
            reason=self.tr("makes room for {name}, who asked for another time").format(name=self._name),
        )

    def _accepted(self, changes: Changes) -> None:
        number = self.list.chosen()
        on = self._on
        if self._times is not None and number >= 0:
            on = self._times.shown[number].from_day(self._slot_id)
        day = self._desk.speech.day(on)
        self.told.emit(self.tr("{name} has its new time from {day} on.").format(name=self._name, day=day))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._say_chosen()
        self._refused_words(self._desk.speech.error(error))

    def _refused_words(self, why: str) -> None:
        self.said.setText(why)
        set_tone(self.said, "bad")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list.sentences())
        self.said.setText(self.tr("Copied: what each of those touched is told."))
        QTimer.singleShot(3000, self, self._say_chosen)

    def _to_settings(self) -> None:
        self.reject()
        self.settings_asked.emit()

    # words

    def _say(self) -> None:
        stage, line, speech = self.stage(), self._line, self._desk.speech
        self.form.show_stage(searching=stage == "searching", ready=stage in ("ready", "found"))
        self.body.setCurrentIndex(1 if stage == "found" else 0)
        self.empty.show_stage(stage, True, self._error, speech)
        if line is not None:
            self._say_line(line)
        self._say_chosen()

    def _say_line(self, line: jobs.LineToMove) -> None:
        speech, book = self._desk.speech, line.book
        slot = book.slots.get(self._slot_id)
        if slot is None:
            self.empty.say(
                self.tr("This fixed visit is not on the line then"),
                self.tr(
                    "It ends before that day, or its rhythm does not divide the cycle. Choose another day."
                ),
                "",
            )
            return
        self._facts.setText(visit_words(slot, book, speech))

    def _say_chosen(self) -> None:
        number = self.list.chosen() if self._times is not None else -1
        self.accept_.setEnabled(number >= 0)
        self.copy.setEnabled(number >= 0)
        self.knows.setEnabled(number >= 0)
        set_tone(self.said, "warn" if self._without else "text2")
        said = self._without
        if self._times is not None and number >= 0 and not said:
            said = self.tr(
                "Everything promised to others stays. The checker finds no fault. One step back undoes it."
            )
            said = later_words(self._times.shown[number], self._desk.speech) + said
        self.said.setText(said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.form.retranslate()
            self.retranslate()

    def retranslate(self) -> None:
        title = self.tr("{name}: another time").format(name=self._name)
        self.setWindowTitle(title)
        self._heading.setText(title)
        self.knows.setText(self.tr("The customer knows the new time: promised"))
        self.copy.set_label(self.tr("Copy what to tell"))
        self.close_.set_label(self.tr("Close"), "Esc")
        self.accept_.set_label(self.tr("Accept this time"), "Ctrl+Enter")
        self._say()
