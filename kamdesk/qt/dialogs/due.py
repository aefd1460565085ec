"""Another due day for promises, with who wanted it and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.domain.promises_kept import DueMover
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.forms.due_form import Ui_DueForm

if TYPE_CHECKING:
    from kamdesk.reads.history import PastPromise
    from kamdesk.reads.promises import PromiseRow

    AnyPromise = PastPromise | PromiseRow


class DueDialog(FormDialog):
    """The first due day stays in the history; moved by us it still decides what is late."""

    form: Ui_DueForm

    def __init__(self, desk: Desk, parent: QWidget | None, promises: Sequence[AnyPromise]) -> None:
        super().__init__(desk, Ui_DueForm(), parent)
        self._promises = tuple(promises)
        self.form.due_on.set_today(desk.today())
        if len({promise.due_on for promise in promises}) == 1:
            self.form.due_on.set_day(promises[0].due_on)
        self.retranslate()
        self.fit(520)
        self.form.due_on.setFocus()
        self.form.due_on.selectAll()

    def subject(self) -> str:
        return " ".join(promise.id for promise in self._promises)

    def save(self) -> None:
        form = self.form
        due_on = form.due_on.day()
        if due_on is None:
            self.fail(self.tr("Say which day the promise is due now."), form.due_on)
            return
        if form.asked_by.currentData() is None:
            self.fail(self.tr("Say who wanted another day: the customer or us."), form.asked_by)
            return
        reason = text_of(form.reason.text())
        if reason is None:
            self.fail(self.desk.speech.text("error.due_reason_empty"), form.reason)
            return
        self.run(
            jobs.move_due,
            promise_ids=tuple(promise.id for promise in self._promises),
            due_on=due_on,
            asked_by=form.asked_by.currentData(),
            reason=reason,
        )

    def retranslate(self) -> None:
        several = len(self._promises)
        what = self._promises[0].what if several == 1 else self.tr("%n promises", "", several)
        self.say(self.tr("Another due day"), self.tr("Save"), what)
        choices: list[tuple[str, object]] = [
            (self.tr("choose"), None),
            (self.tr("the customer: the new day counts"), DueMover.CUSTOMER.value),
            (self.tr("us: the first day goes on counting"), DueMover.US.value),
            (self.tr("nobody, it was written down wrongly"), DueMover.CORRECTION.value),
        ]
        fill_choices(self.form.asked_by, choices)
