"""The page of a visit report: written, kept as a draft while it is written, saved; or why the visit did not happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from kamdesk.qt import jobs
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.pages.report.beside import ReportBeside
from kamdesk.qt.pages.report.drafts import ReportDrafts
from kamdesk.qt.pages.report.head import ReportHead
from kamdesk.qt.pages.report.saving import ReportSaving, is_closed, made_before
from kamdesk.qt.pages.report.sheet import CLOSED, MISSED, TOOK_PLACE, ReportSheet, SheetAndBeside
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.jobs import ReportView


class ReportPage(Page):
    """``left`` when it is done with, ``told`` says what was saved, ``asked`` wants a dialog about the account."""

    left = Signal()
    told = Signal(str)
    asked = Signal(str, str, str)
    """Deed, account, key."""

    def build(self) -> Iterator[None]:
        desk = self.desk
        self._subject: Subject | None = None
        self._view: ReportView | None = None
        self._amending, self.head = False, ReportHead(desk)
        self.sheet = ReportSheet()
        yield from self.sheet.build(desk)
        self.form, self.missed, self.closed = self.sheet.form, self.sheet.missed, self.sheet.closed
        self.took_place, self.note, self.early = self.sheet.took_place, self.sheet.note, self.sheet.early
        self.save_button = self.sheet.save_button
        self.saving = ReportSaving(desk, self)
        self.beside = ReportBeside(desk)
        self._body = SheetAndBeside(self.sheet, self.beside)
        self.setLayout(column(self.head, (self._body, 1), gap=12, margins=self.density.margins()))
        self.drafts = ReportDrafts(desk, self, self._typed, self.head.show_draft)
        yield
        self._connect()
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        self.head.back_asked.connect(self.left)
        self.sheet.left.connect(self.left)
        self.save_button.clicked.connect(self.save)
        self.note.textEdited.connect(self._edited)
        self.took_place.picked.connect(self._show_part)
        self.form.edited.connect(self._edited)
        self.form.asked.connect(lambda deed: self._ask(deed, ""))
        self.beside.kept.connect(lambda key: self._ask("keep_promise", key))
        self.beside.settle.connect(lambda key: self._ask("break_promise", key))
        self.missed.chosen.connect(lambda: self.sheet.say_error(""))
        self.missed.edited.connect(self._edited)
        self.early.answered.connect(self._save_as)
        self.saving.begun.connect(self.drafts.begin)
        self.saving.saved.connect(self._finished)
        self.saving.refused.connect(self._refused)
        deeds: dict[str, Callable[[], object]] = {
            "Ctrl+Return": self.save,
            "Ctrl+Enter": self.save,
            "F2": self.form.times.stamp,
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
        self._amending = False
        self.drafts.begin()
        self.sheet.clear()
        self.head.show_draft(None)
        self.took_place.set_choice(MISSED if subject.missed else TOOK_PLACE)
        self._show_part(self.took_place.choice())
        self.sheet.parts.setFocus()  # until the visit is read no key may press a button, Back least of all
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
        kept = self.drafts.resume(subject.key, view.form.draft)
        if kept is not None:
            self.form.restore(kept)
            self.note.setText(str(kept.get("amendment", "")))
            if "missed" in kept and subject.ref is not None:
                self.missed.restore(kept["missed"])
                self.took_place.set_choice(MISSED)
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
            self.drafts.keep_at_once()

    def _show_again(self, view: ReportView) -> None:
        if self._subject is None:
            return
        self._view = view
        self.closed.show_view(view)
        self.form.show_people(view.view.page.people, view.form.products)
        self.beside.show_view(view, self.desk.today())

    # writing

    def _edited(self) -> None:
        self.drafts.edited()
        self.early.forget()
        self.sheet.forgive()
        self._say_head()

    def keep_draft(self) -> None:
        """Write down what has been typed so far; a crash loses nothing."""
        self.drafts.keep()

    def _typed(self) -> tuple[str, dict[str, object]] | None:
        """The report in view and all that stands in it."""
        if self._view is None:
            return None
        typed: dict[str, object] = self.form.snapshot()
        if self._amending:
            typed["amendment"] = self.note.text()
        if self.sheet.part() == MISSED:
            typed["missed"] = self.missed.snapshot()
        return self._view.subject.key, typed

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
            fields = self.sheet.fields()
        except Unreadable as wrong:
            self.sheet.say_unreadable(wrong)
            return
        if fields == jobs.ReportFields(visited_on=fields.visited_on):
            said = self.tr(
                "Write down when you arrived, whom you met or how it ended. Nothing has been saved yet."
            )
            self.sheet.say_error(said)
            self.form.arrived.setFocus()
            return
        if self._amending and view.subject.past is not None:
            self._save_amended(view, view.subject.past.id, fields)
        elif made_before(view.subject, fields.visited_on):
            self.sheet.say_error("")
            self.early.ask(fields.visited_on, view.subject.day)
        else:
            self.saving.report(view.subject, view.subject.ref, fields)

    def _save_as(self, planned: bool) -> None:
        """The report is of a day before the planned one: of that visit all the same, or of one beside it."""
        if self._view is not None:
            subject = self._view.subject
            self.saving.report(subject, subject.ref if planned else None, self.form.fields())

    def is_closed(self) -> bool:
        """Whether the report's week is over, so that it is read, and put right only with a note."""
        return self._view is not None and is_closed(self._view.subject, self.desk.today())

    def amend(self) -> None:
        """From reading to putting right: first why, then what."""
        self._amending = True
        self._show_part(TOOK_PLACE)
        self._say_save()
        self.note.setFocus()

    def _save_amended(self, view: ReportView, visit_id: str, fields: jobs.ReportFields) -> None:
        if not self.note.text().strip():
            self.sheet.say_error(self.desk.speech.text("error.note_empty"))
            self.note.setFocus()
            return
        self.saving.amend(view.subject, visit_id, fields, self.note.text())

    def _say_save(self) -> None:
        self.sheet.say_save(reading=self.is_closed() and not self._amending, amending=self._amending)

    def _save_missed(self, subject: jobs.ReportSubject, ref: jobs.VisitRef) -> None:
        reason = self.missed.reason()
        if reason is None:
            self.sheet.say_error(self.tr("Say why it did not take place. Nothing has been saved yet."))
            return
        self.saving.miss(subject, ref, reason, self.missed.text())

    def _finished(self, said: str) -> None:
        name = self._view.view.page.name if self._view else ""
        if self._view is not None:
            self.drafts.drop(self._view.subject.key)
        self._subject = self._view = None  # a field that is left last says its day anew: that is no draft
        self.left.emit()
        self.told.emit(said.format(name=name))

    def _refused(self, error: Exception) -> None:
        """What was typed stays, and is kept as a draft."""
        self.drafts.keep_at_once()
        self.sheet.say_error(self.desk.speech.error(error))

    def error(self) -> str:
        """What stands in the way of saving; empty for nothing."""
        return self.sheet.error()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose the outcome wherever nothing is being typed."""
        if event.text().isdigit() and self.sheet.part() == TOOK_PLACE:
            self.form.outcomes.choose_number(int(event.text()))
        else:
            super().keyPressEvent(event)

    # its looks and words

    def _show_part(self, part: int) -> None:
        if part == TOOK_PLACE and self.is_closed() and not self._amending:
            part = CLOSED
        self.sheet.show_part(part, amending=self._amending)
        self.beside.setVisible(part != MISSED and self.beside.tells())
        self._say_head()

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self._body.set_dense(down=density.narrow, compact=density.compact)

    def _say_head(self) -> None:
        if self._view is None:
            return
        took_place = self.sheet.part() != MISSED
        self.head.show_view(self._view, *(self.form.times.came() if took_place else (None, None)))

    def retranslate(self) -> None:
        self.sheet.retranslate()
        self._say_save()
        self.head.retranslate()
        self._say_head()
        if self._view is not None:
            self.beside.show_view(self._view, self.desk.today())
