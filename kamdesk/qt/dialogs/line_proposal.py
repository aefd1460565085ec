"""A line proposed: searched for as long as wanted, seen beside today's, accepted as a whole, in part or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.domain.errors import InputError, Stopped
from kamdesk.domain.schedule import monday_of
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.kept_dialog import KeptDialog
from kamdesk.qt.dialogs.opening import fill_window
from kamdesk.qt.dialogs.proposal_empty import ProposalEmpty
from kamdesk.qt.dialogs.proposal_list import ProposalList
from kamdesk.qt.dialogs.proposal_search import AFRESH, EXTEND, ProposalSearch
from kamdesk.qt.dialogs.proposal_sides import ProposalSides
from kamdesk.qt.dialogs.proposal_words import facts_words, part_words, placed
from kamdesk.qt.dialogs.ways_choice import Ways
from kamdesk.qt.jobs import line_plan as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label, set_tone
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.ticket import Ticket
    from kamdesk.reads.line_parts import Part
    from kamdesk.reads.line_problem import BookProblem


class LineProposalDialog(KeptDialog):
    """``told`` says what was accepted; the other signals lead to what is missing. Nothing is written before that."""

    told = Signal(str)
    settings_asked = Signal()
    import_asked = Signal()

    def __init__(
        self, desk: Desk, parent: QWidget | None, ways: Ways, detour: jobs.Detour | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, theme = desk, desk.theme
        self._thinker = desk.runner.thinker
        self._ways, self._detour = ways, detour
        self._on = monday_of(desk.today()) + timedelta(weeks=1)
        self._book: BookProblem | None = None
        self._found: jobs.LineProposal | None = None
        self._part: Part | None = None
        self._ticket: Ticket | None = None
        self._error: Exception | None = None
        self._stopped = False
        self._heading = label(theme, "heading")
        self._facts = Elided(theme, "caption", "text2")
        self.bar = ProposalSearch(theme, ways, desk.speech)
        self.list, self.sides = ProposalList(desk), ProposalSides(desk)
        self.empty = ProposalEmpty(theme)
        found = QWidget()
        found.setLayout(row((self.list, 5), (self.sides, 8), gap=14))
        self.body = QStackedWidget()
        self.body.addWidget(self.empty)
        self.body.addWidget(found)
        self.said = label(theme, "body", wrap=True)
        self.said.setMinimumHeight(38)
        self.take_along = Button(theme, kind="link", icon="plus")
        self.copy = Button(theme, icon="copy")
        self.close_ = Button(theme)
        self.accept_ = Button(theme, kind="primary", icon="check")
        for button in (self.take_along, self.copy, self.close_, self.accept_):
            button.setAutoDefault(False)
        self.setLayout(
            column(
                row(self._heading, 4, (self._facts, 1)), self.bar, (self.body, 1),
                row(self.copy, (self.said, 1), self.take_along, self.close_, self.accept_, gap=10),
                gap=8, margins=(20, 14, 20, 14),
            )
        )  # fmt: skip
        fill_window(self, parent)
        self._connect()
        self.bar.first_day.set_today(desk.today())
        self.bar.first_day.set_day(self._on)
        self.retranslate()
        self._read()

    def _connect(self) -> None:
        self.bar.begun.connect(self.begin)
        self.bar.stop_asked.connect(self._stop)
        self.bar.first_day.changed.connect(self._hold_from)
        for choice in (self.bar.ways, self.bar.rhythms):
            choice.changed.connect(self._read)
        self.list.chosen_changed.connect(self._look_at_part)
        self.list.looked_at.connect(self.sides.look_at)
        self.sides.picked.connect(self.list.pick)
        for button, act in (
            (self.take_along, self._take_along), (self.copy, self._copy),
            (self.close_, self.reject), (self.accept_, self._accept),
        ):  # fmt: skip
            button.clicked.connect(act)
        self.empty.first.clicked.connect(self._help)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept_.click)
        self._thinker.progressed.connect(self._on_progress)
        self.finished.connect(lambda result: self._stop())

    # searching

    def stage(self) -> str:
        """``reading``, ``empty``, ``ready``, ``searching`` or ``found``."""
        if self._ticket is not None:
            return "searching"
        if self._found is not None:
            return "found"
        if self._error is not None or (self._book is not None and not placed(self._book)):
            return "empty"
        return "reading" if self._book is None else "ready"

    def _read(self) -> None:
        self._desk.runner.read(
            jobs.line_to_plan, done=self._show_book, failed=self._failed, latest=True, on=self._on,
            own=self._ways.own, file=self._ways.path(), often=self.bar.rhythms.chosen(),
        )  # fmt: skip

    def _hold_from(self, day: date | None) -> None:
        """Another first day: what was found stays only where the line is the same then."""
        if day is None or day < self._desk.today():
            self.bar.refuse_day()
            return
        if day != self._on:
            self._on = day
            self._part = None
            self._say_part()
            self._read()

    def _show_book(self, book: BookProblem) -> None:
        found = self._found
        self.bar.ways.show_roads(book.roads)
        self.bar.rhythms.show_waiting(book.waiting(), book.problem.cycle_weeks)
        if self._book is not None:
            same = (self._book.problem, self._book.meanwhile) == (book.problem, book.meanwhile)
            self._book = book
            self._found = replace(found, book=book, on=self._on) if found is not None and same else None
            self._say()
            if self._found is not None:
                self.list.show_again(self._found)
            return
        self._book = book
        waiting = len(book.problem.stops) - len(book.slots)
        self.bar.choose(EXTEND if waiting else AFRESH)
        self._say()
        (self.bar.search if placed(self._book) else self.empty.first).setFocus()

    def begin(self) -> None:
        """Search; what was found before goes."""
        if self.stage() not in ("ready", "found"):
            return
        assert self._book is not None
        self._found = self._part = None
        self._stopped = False
        self.bar.busy.setValue(0)
        self._ticket = self._thinker.begin(
            jobs.propose_line, done=self._show_found, failed=self._failed,
            book=self._book, on=self._on, detour=self._detour,
            afresh=self.bar.afresh(), seconds=float(self.bar.seconds.value()),
        )  # fmt: skip
        self._say()
        self.bar.stop.setFocus()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._stopped = True
            self._ticket.stop()
            self.bar.stop.setEnabled(False)

    def _on_progress(self, ticket: Ticket, done: int, total: int) -> None:
        if ticket is self._ticket:
            self.bar.busy.setValue(done)

    def _show_found(self, found: jobs.LineProposal) -> None:
        self._ticket = None
        self.found_anew()
        self._found, self._book, self._part = found, found.book, found.whole
        self.sides.show_part(found, found.whole)
        self.list.show_found(found)
        self._say()
        (self.list.table if self.list.table.rowCount() else self.bar.search).setFocus()

    def _failed(self, error: Exception) -> None:
        self._ticket = None
        if isinstance(error, InputError) and self._ways.file:
            self.bar.refuse_file(self._desk.speech.error(error))
            return
        self._error = None if isinstance(error, Stopped) else error
        self._say()
        if self.empty.first.isVisible():
            self.empty.first.setFocus()

    # accepting

    def _look_at_part(self) -> None:
        """The checker looks at what is chosen; until it has, nothing can be accepted."""
        if self._found is None:
            return
        self._part = None
        self._say_part()
        self._thinker.begin(
            jobs.part_of_line, done=self._show_part, failed=self._refused,
            found=self._found, chosen=self.list.chosen(),
        )  # fmt: skip

    def _show_part(self, part: Part) -> None:
        if self._found is None or part.chosen != self.list.chosen():
            return
        self._part = part
        self._found = replace(self._found, on=part.since or self._on)
        self.list.hold_from(self._found)
        self.sides.show_part(self._found, part)
        self._say_part()

    def _take_along(self) -> None:
        if self._part is not None:
            self.list.choose(self._part.chosen | frozenset(self._part.needed))
            self.list.table.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list.sentences())
        self.said.setText(self.tr("Copied: what is to be asked of each of those chosen."))
        QTimer.singleShot(3000, self, self._say_part)

    def _accept(self) -> None:
        part = self._part
        if self._found is None or part is None or part.faults or not part.chosen:
            return
        self.accept_.setEnabled(False)
        self._desk.runner.run(
            jobs.accept_line,
            done=self._accepted,
            failed=self._refused,
            found=self._found,
            chosen=part.chosen,
            reason=self._desk.speech.text("planning.said.reason"),
        )

    def _accepted(self, changes: Changes) -> None:
        number = len(self._part.chosen) if self._part is not None else 0
        day = self._desk.speech.day(self._found.on if self._found else self._on)
        self.told.emit(self.tr("%n changes of the line hold from {day} on.", "", number).format(day=day))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._say_part()
        self.said.setText(self._desk.speech.error(error))
        set_tone(self.said, "bad")

    def holds(self) -> bool:
        return self.stage() == "found" and bool(self.list.offered())

    def _help(self) -> None:
        """To where the missing can be given."""
        self.reject()
        if self._error is not None:
            self.settings_asked.emit()
        else:
            self.import_asked.emit()

    # words

    def _say(self) -> None:
        stage, book = self.stage(), self._book
        self.bar.show_stage(stage, self._stopped)
        if book is not None:
            road = self._detour.said if self._detour else ""
            self._facts.setText(facts_words(book, road, self._desk.speech))
        self.body.setCurrentIndex(1 if stage == "found" and self.list.table.rowCount() else 0)
        some = book is not None and bool(book.problem.stops)
        self.empty.show_stage(stage, some, self._error, self._desk.speech)
        self._say_part()

    def _say_part(self) -> None:
        found, part = self._found, self._part
        chosen = len(self.list.chosen()) if found is not None else 0
        sound = part is not None and not part.faults and part.chosen == self.list.chosen()
        self.accept_.set_label(self.tr("Accept %n changes", "", chosen), "Ctrl+Enter")
        self.accept_.setEnabled(found is not None and sound and chosen > 0)
        self.copy.setEnabled(chosen > 0)
        self.take_along.setVisible(part is not None and bool(part.faults) and bool(part.needed))
        set_tone(self.said, "text" if part is None or not part.faults else "warn")
        stopped = self._stopped
        self.said.setText(part_words(found, part, self._desk.speech, stopped=stopped) if found else "")

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Propose a line"))
        self._heading.setText(self.tr("Propose a line"))
        self.bar.retranslate()
        self.take_along.set_label(self.tr("Choose those too"))
        self.copy.set_label(self.tr("Copy what to ask"))
        self.close_.set_label(self.tr("Close"), "Esc")
        self._say()
