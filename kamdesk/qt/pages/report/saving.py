"""What is written of a visit: its report, why it did not take place, what was put right in a closed one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from kamdesk.domain.visit import report_closed
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk


class ReportSaving(QObject):
    """``begun``: what was typed is on its way into the book. ``saved`` gives the sentence to tell, with ``{name}`` for
    the account's; ``refused`` the exception.
    """

    begun = Signal()
    saved = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def report(
        self, subject: jobs.ReportSubject, ref: jobs.VisitRef | None, fields: jobs.ReportFields
    ) -> None:
        """The visit was made; ``ref`` is the planned visit that it was, None for one beside it."""
        self.begun.emit()
        self._desk.runner.run(
            jobs.report_visit,
            done=lambda _: self.saved.emit(self.tr("The report on {name} is saved.")),
            failed=self.refused.emit,
            account_id=subject.account_id,
            ref=ref,
            fields=fields,
            subject=subject.key,
        )

    def amend(self, subject: jobs.ReportSubject, visit_id: str, fields: jobs.ReportFields, note: str) -> None:
        """A report of a week that is over is put right; ``note`` says why."""
        self.begun.emit()
        self._desk.runner.run(
            jobs.amend_report,
            done=lambda _: self.saved.emit(self.tr("The report on {name} is amended.")),
            failed=self.refused.emit,
            visit_id=visit_id,
            fields=fields,
            note=note,
            subject=subject.key,
        )

    def miss(self, subject: jobs.ReportSubject, ref: jobs.VisitRef, reason: str, words: str | None) -> None:
        """The visit did not take place."""
        self.begun.emit()
        self._desk.runner.run(
            jobs.miss_visit,
            done=lambda _: self.saved.emit(self.tr("It is recorded why {name} was not visited.")),
            failed=self.refused.emit,
            ref=ref,
            reason=reason,
            reason_text=words,
            subject=subject.key,
        )


def is_closed(subject: jobs.ReportSubject, today: date) -> bool:
    """Whether the report's week is over, so that it is read, and put right only with a note."""
    past = subject.past
    if past is None or past.state != "done" or past.visited_on is None:
        return False
    return report_closed(past.visited_on, today)


def made_before(subject: jobs.ReportSubject, day: date) -> bool:
    """Whether a report is of a day before its visit is planned, and was not so already."""
    known = subject.past.visited_on if subject.past else None
    return subject.ref is not None and day < subject.day and day != known
