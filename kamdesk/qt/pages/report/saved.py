"""What the page of a report does with what stands in it: saved, put right with a note, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kamdesk.qt import jobs
from kamdesk.qt.pages.page import Page
from kamdesk.qt.pages.report.saving import is_closed, made_before
from kamdesk.qt.pages.report.sheet import MISSED, TOOK_PLACE
from kamdesk.qt.rival_mention import Mention
from kamdesk.qt.widgets.typed import Unreadable

if TYPE_CHECKING:
    from kamdesk.qt.jobs import ReportView
    from kamdesk.qt.pages.report.drafts import ReportDrafts
    from kamdesk.qt.pages.report.saving import ReportSaving
    from kamdesk.qt.pages.report.sheet import ReportSheet
    from kamdesk.qt.pages.report.subject import Subject


class SavedPage(Page):
    """``left`` when it is done with, ``told`` says what was saved. The page itself makes the parts."""

    left = Signal()
    told = Signal(str)
    mentioned = Signal(object)
    """A saved report speaks of competitors: the `Mention`."""
    last_mention: Mention | None = None
    sheet: ReportSheet
    saving: ReportSaving
    drafts: ReportDrafts
    _subject: Subject | None
    _view: ReportView | None
    _amending: bool

    def save(self) -> None:
        view = self._view
        if view is None:
            return
        if self.sheet.older.kept is not None:
            self.sheet.say_error(
                self.tr("Say first what becomes of the older draft. Nothing has been saved yet.")
            )
            self.sheet.older.take.setFocus()
            return
        if self.is_closed() and not self._amending:
            self.amend()
            return
        if self.sheet.took_place.choice() == MISSED and view.subject.ref is not None:
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
            self.sheet.form.arrived.setFocus()
            return
        if self._amending and view.subject.past is not None:
            self._save_amended(view, view.subject.past.id, fields)
        elif made_before(view.subject, fields.visited_on):
            self.sheet.say_error("")
            self.sheet.early.ask(fields.visited_on, view.subject.day)
        else:
            self.saving.report(view.subject, view.subject.ref, fields)

    def _save_as(self, planned: bool) -> None:
        """The report is of a day before the planned one: of that visit all the same, or of one beside it."""
        if self._view is not None:
            subject = self._view.subject
            self.saving.report(subject, subject.ref if planned else None, self.sheet.form.fields())

    def is_closed(self) -> bool:
        """Whether the report's week is over, so that it is read, and put right only with a note."""
        return self._view is not None and is_closed(self._view.subject, self.desk.today())

    def amend(self) -> None:
        """From reading to putting right: first why, then what."""
        self._amending = True
        self._show_part(TOOK_PLACE)
        self._say_save()
        self.sheet.note.setFocus()

    def _save_amended(self, view: ReportView, visit_id: str, fields: jobs.ReportFields) -> None:
        if not self.sheet.note.text().strip():
            self.sheet.say_error(self.desk.speech.text("error.note_empty"))
            self.sheet.note.setFocus()
            return
        self.saving.amend(view.subject, visit_id, fields, self.sheet.note.text())

    def _say_save(self) -> None:
        self.sheet.say_save(reading=self.is_closed() and not self._amending, amending=self._amending)

    def _save_missed(self, subject: jobs.ReportSubject, ref: jobs.VisitRef) -> None:
        reason = self.sheet.missed.reason()
        if reason is None:
            self.sheet.say_error(self.tr("Say why it did not take place. Nothing has been saved yet."))
            return
        self.saving.miss(subject, ref, reason, self.sheet.missed.text())

    def _finished(self, said: str) -> None:
        name = self._view.view.page.name if self._view else ""
        self.last_mention = self.mention() if self.sheet.part() == TOOK_PLACE else None
        if self._view is not None:
            self.drafts.drop(self._view.subject.key)
        self._subject = self._view = None  # a field that is left last says its day anew: that is no draft
        self.left.emit()
        self.told.emit(said.format(name=name))
        if self.last_mention is not None:
            self.mentioned.emit(self.last_mention)

    def mention(self) -> Mention | None:
        """What stands in the form of competitors."""
        text = self.sheet.form.rival.text().strip()
        if self._view is None or not text:
            return None
        page, (_, day) = self._view.view.page, self.sheet.form.times.came()
        return Mention(page.id, page.name, day or self.desk.today(), text)

    def _refused(self, error: Exception) -> None:
        """What was typed stays, and is kept as a draft."""
        self.drafts.keep_at_once()
        self.sheet.say_error(self.desk.speech.error(error))

    def error(self) -> str:
        """What stands in the way of saving; empty for nothing."""
        return self.sheet.error()

    def _show_part(self, part: int) -> None:
        raise NotImplementedError
