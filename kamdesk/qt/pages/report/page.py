"""The page of a visit report: written, kept as a draft while it is written, saved; or why the visit did not happen."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QWidget

from kamdesk.domain.visit import report_closed
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.pages.report.beside import WIDTH, ReportBeside
from kamdesk.qt.pages.report.closed import ClosedPart
from kamdesk.qt.pages.report.drafts import ReportDrafts
from kamdesk.qt.pages.report.early import EarlyQuestion
from kamdesk.qt.pages.report.form import ReportForm
from kamdesk.qt.pages.report.head import ReportHead
from kamdesk.qt.pages.report.missed import MissedPart
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row, rule
from kamdesk.qt.widgets.segments import Segments
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from datetime import date

    from kamdesk.domain.changes import Changes
    from kamdesk.qt.jobs import ReportView

DRAFT_MS = 1200
TOOK_PLACE, MISSED, CLOSED = 0, 1, 2


class ReportPage(Page):
    """``left`` when it is done with, ``told`` says what was saved, ``asked`` wants a dialog about the account."""

    left = Signal()
    told = Signal(str)
    asked = Signal(str, str, str)
    """Deed, account, key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._subject: Subject | None = None
        self._view: ReportView | None = None
        self._dirty = False
        self.head = ReportHead(desk)
        self.took_place = Segments(theme, 2)
        self.form = ReportForm(desk)
        self.missed = MissedPart(desk)
        self.closed = ClosedPart(desk)
        self.note = QLineEdit()
        self._note_name = label(theme, "strong")
        self._note = QWidget()
        self._note.setLayout(row(self._note_name, (self.note, 1)))
        self._note.hide()
        self._amending = False
        self.early = EarlyQuestion(desk)
        self.beside = ReportBeside(desk)
        self._error = label(theme, "caption", "bad", wrap=True)
        self._leave = Button(theme)
        self.save_button = Button(theme, kind="primary", icon="check")
        self._stack = QStackedWidget()
        self._stack.addWidget(_scrolled(self.form))
        self._stack.addWidget(self.missed)
        self._stack.addWidget(_scrolled(self.closed))
        foot = row((self._error, 1), self._leave, self.save_button)
        above = row(self.took_place, None)
        parts = column(above, self._note, (self._stack, 1), self.early, rule(), foot, gap=10)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._body.addWidget(frame(parts, "card", (16, 12, 14, 12)), 1)
        self._body.addWidget(self.beside)
        self.setLayout(column(self.head, (self._body, 1), gap=12, margins=self.density.margins()))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._connect()
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        self.head.back_asked.connect(self.left)
        self._leave.clicked.connect(self.left)
        self.save_button.clicked.connect(self.save)
        self.note.textEdited.connect(self._edited)
        self.took_place.picked.connect(self._show_part)
        self.form.edited.connect(self._edited)
        self.form.contact_asked.connect(lambda: self._ask("add_contact", ""))
        self.beside.kept.connect(lambda key: self._ask("keep_promise", key))
        self.beside.settle.connect(lambda key: self._ask("break_promise", key))
        self.missed.chosen.connect(self._error.clear)
        self.early.answered.connect(self._save_as)
        self._timer.timeout.connect(self.keep_draft)
        self._unkept = ReportDrafts(self.desk, self.head.show_draft)
        deeds: dict[str, Callable[[], object]] = {
            "Ctrl+Return": self.save,
            "Ctrl+Enter": self.save,
            "F2": self.form.stamp,
            "Esc": self.left.emit,
        }
        for keys, act in deeds.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _ask(self, deed: str, key: str) -> None:
        if self._subject is not None:
            self.asked.emit(deed, self._subject.account_id, key)

    # reading

    def show_visit(self, subject: Subject) -> None:
        self._subject, self._view = subject, None
        self._dirty = self._amending = False
        self._error.clear()
        self.early.forget()
        self.missed.clear()
        self.note.clear()
        self.head.show_draft(None)
        self.took_place.set_choice(MISSED if subject.missed else TOOK_PLACE)
        self._show_part(self.took_place.choice())
        self._stack.setFocus()  # until the visit is read no key may press a button, Back least of all
        self._read(self._show)

    def _read(self, done: Callable[[ReportView], None]) -> None:
        subject = self._subject
        if subject is not None:
            self.desk.runner.read(
                jobs.report_view,
                done=done,
                account_id=subject.account_id,
                ref=subject.ref(),
                day=subject.day,
                unplanned=subject.unplanned,
                today=self.desk.today(),
                now=self.desk.now(),
            )

    def take_changes(self, changes: Changes) -> None:
        """People and promises may have changed; what is being written stays."""
        self._read(self._show_again)

    def _show(self, view: ReportView) -> None:
        self._view = view
        subject, past, today = view.subject, view.subject.past, self.desk.today()
        day = past.visited_on if past and past.visited_on else subject.day
        people = view.view.page.people
        self.form.show_visit(people, view.form.counts, view.form.products, min(day, today), past, view.form)
        self.closed.show_view(view)
        kept = self._unkept.of(subject.key)
        self._dirty = bool(kept)
        if kept is None and view.form.draft is not None:
            kept = json.loads(view.form.draft.content)
        if kept is not None:
            self.form.restore(kept)
            self.note.setText(str(kept.get("amendment", "")))
            self._amending = self.is_closed()
            self.head.show_draft(view.form.draft.saved_at if view.form.draft else None)
        elif past is None or past.state != "done":
            self._begin()
        self.beside.show_view(view, today)
        self.took_place.setVisible(subject.ref is not None and (past is None or past.state != "done"))
        self._say_head()
        self._show_part(self.took_place.choice())
        self._say_save()
        if self.is_closed():
            (self.note if self._amending else self.save_button).setFocus()
        elif self.took_place.choice() == TOOK_PLACE:
            self.form.focus_first()
        else:
            next(iter(self.missed.reasons.values())).setFocus()

    def _begin(self) -> None:
        """A new report: what is known at the door is written down at once, and kept."""
        subject = self._subject
        if subject is None or subject.missed:
            return
        self.form.begin(subject.arrived, subject.companions, now=subject.start)
        if subject.start or subject.arrived is not None or subject.companions:
            self._dirty = True
            self.keep_draft()

    def _show_again(self, view: ReportView) -> None:
        if self._subject is None:
            return
        self._view = view
        self.closed.show_view(view)
        self.form.show_people(view.view.page.people)
        self.beside.show_view(view, self.desk.today())

    # writing

    def _edited(self) -> None:
        self._dirty = True
        self._timer.start()
        self.early.forget()
        self._say_head()

    def keep_draft(self) -> None:
        """Write down what has been typed so far; a crash loses nothing."""
        self._timer.stop()
        if not self._dirty or self._view is None:
            return
        self._dirty = False
        key = self._view.subject.key
        self._unkept.keep(
            key, {**self.form.snapshot(), **({"amendment": self.note.text()} if self._amending else {})}
        )

    def save(self) -> None:
        view = self._view
        if view is None:
            return
        if self.is_closed() and not self._amending:
            self.amend()
            return
        if self.took_place.choice() == MISSED and view.subject.ref is not None:
            self._save_missed(view.subject, view.subject.ref)
            return
        try:
            fields = self.form.fields()
        except Unreadable as wrong:
            self._fail(str(wrong))
            wrong.field.setFocus()
            return
        if fields == jobs.ReportFields(visited_on=fields.visited_on):
            said = self.tr(
                "Write down when you arrived, whom you met or how it ended. Nothing has been saved yet."
            )
            self._fail(said)
            self.form.arrived.setFocus()
            return
        if self._amending and view.subject.past is not None:
            self._save_amended(view, view.subject.past.id, fields)
        elif _made_before(view.subject, fields.visited_on):
            self._error.clear()
            self.early.ask(fields.visited_on, view.subject.day)
        else:
            self._save_report(view, view.subject.ref, fields)

    def _save_as(self, planned: bool) -> None:
        """The report is of a day before the planned one: of that visit all the same, or of one beside it."""
        if self._view is not None:
            self._save_report(self._view, self._view.subject.ref if planned else None, self.form.fields())

    def _save_report(self, view: ReportView, ref: jobs.VisitRef | None, fields: jobs.ReportFields) -> None:
        self._timer.stop()
        self._dirty = False
        self.desk.runner.run(
            jobs.report_visit,
            done=lambda _: self._finished(self.tr("The report on {name} is saved.")),
            failed=self._refused,
            account_id=view.subject.account_id,
            ref=ref,
            fields=fields,
            subject=view.subject.key,
        )

    def is_closed(self) -> bool:
        """Whether the report's week is over, so that it is read, and put right only with a note."""
        past = self._view.subject.past if self._view else None
        if past is None or past.state != "done" or past.visited_on is None:
            return False
        return report_closed(past.visited_on, self.desk.today())

    def amend(self) -> None:
        """From reading to putting right: first why, then what."""
        self._amending = True
        self._show_part(TOOK_PLACE)
        self._say_save()
        self.note.setFocus()

    def _save_amended(self, view: ReportView, visit_id: str, fields: jobs.ReportFields) -> None:
        if not self.note.text().strip():
            self._fail(self.desk.speech.text("error.note_empty"))
            self.note.setFocus()
            return
        self._timer.stop()
        self._dirty = False
        self.desk.runner.run(
            jobs.amend_report,
            done=lambda _: self._finished(self.tr("The report on {name} is amended.")),
            failed=self._refused,
            visit_id=visit_id,
            fields=fields,
            note=self.note.text(),
            subject=view.subject.key,
        )

    def _say_save(self) -> None:
        reading = self.is_closed() and not self._amending
        if reading:
            self.save_button.set_label(self.tr("Amend…"), "Ctrl+Enter")
        elif self._amending:
            self.save_button.set_label(self.tr("Save the amendment"), "Ctrl+Enter")
        else:
            self.save_button.set_label(self.tr("Save"), "Ctrl+Enter")
        self.save_button.set_icon("pencil" if reading else "check")
        self._leave.set_label(self.tr("Back") if reading else self.tr("Leave as a draft"), "Esc")

    def _save_missed(self, subject: jobs.ReportSubject, ref: jobs.VisitRef) -> None:
        reason = self.missed.reason()
        if reason is None:
            self._fail(self.tr("Say why it did not take place. Nothing has been saved yet."))
            return
        self._timer.stop()
        self._dirty = False
        self.desk.runner.run(
            jobs.miss_visit,
            done=lambda _: self._finished(self.tr("It is recorded why {name} was not visited.")),
            failed=self._refused,
            ref=ref,
            reason=reason,
            reason_text=self.missed.text(),
            subject=subject.key,
        )

    def _finished(self, said: str) -> None:
        name = self._view.view.page.name if self._view else ""
        if self._view is not None:
            self._unkept.drop(self._view.subject.key)
        self._subject = self._view = None  # a field that is left last says its day anew: that is no draft
        self.left.emit()
        self.told.emit(said.format(name=name))

    def _refused(self, error: Exception) -> None:
        """What was typed stays, and is kept as a draft."""
        self._dirty = True
        self.keep_draft()
        self._fail(self.desk.speech.error(error))

    def _fail(self, why: str) -> None:
        self._error.setText(why)
        self._error.setAccessibleName(why)

    def error(self) -> str:
        """What stands in the way of saving; empty for nothing."""
        return self._error.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose the outcome wherever nothing is being typed."""
        if event.text().isdigit() and self._stack.currentIndex() == TOOK_PLACE:
            self.form.choose_outcome(int(event.text()))
        else:
            super().keyPressEvent(event)

    # its looks and words

    def _show_part(self, part: int) -> None:
        if part == TOOK_PLACE and self.is_closed() and not self._amending:
            part = CLOSED
        self._stack.setCurrentIndex(part)
        self.early.forget()
        self._note.setVisible(self._amending)
        self.beside.setVisible(part != MISSED and self.beside.tells())
        self._say_head()

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        down = density.narrow
        self._stack.setMinimumHeight(340 if down else 0)
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        )
        if down:
            self.beside.setMinimumWidth(0)
            self.beside.setMaximumWidth(16777215)
            self.beside.setFixedHeight(150)
        else:
            self.beside.setMinimumHeight(0)
            self.beside.setMaximumHeight(16777215)
            self.beside.setFixedWidth(WIDTH)
        self.form.points.setFixedHeight(52 if density.compact else 74)

    def _say_head(self) -> None:
        if self._view is None:
            return
        took_place = self._stack.currentIndex() != MISSED
        self.head.show_view(self._view, *(self.form.came() if took_place else (None, None)))

    def retranslate(self) -> None:
        self.took_place.set_labels(self.tr("Took place"), self.tr("Did not take place"))
        self._say_save()
        self._note_name.setText(self.tr("Why it is amended"))
        self.note.setAccessibleName(self.tr("Why it is amended"))
        self.note.setPlaceholderText(self.tr("who noticed what, in a sentence; the day is kept with it"))
        self.form.retranslate()
        self.closed.retranslate()
        self.early.retranslate()
        self.missed.retranslate()
        self.head.retranslate()
        self._say_head()
        if self._view is not None:
            self.beside.show_view(self._view, self.desk.today())


def _made_before(subject: jobs.ReportSubject, day: date) -> bool:
    """Whether a report is of a day before its visit is planned, and was not so already."""
    known = subject.past.visited_on if subject.past else None
    return subject.ref is not None and day < subject.day and day != known


def _scrolled(body: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.viewport().setObjectName("formBody")
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    body.setObjectName("formBody")
    scroll.setWidget(body)
    return scroll
