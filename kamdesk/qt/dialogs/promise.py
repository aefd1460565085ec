"""A promise: recorded, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.forms.promise_form import Ui_PromiseForm

if TYPE_CHECKING:
    from kamdesk.reads.account import AccountPage
    from kamdesk.reads.history import PastPromise

RISKS = (1, 2, 3, 4, 5)


class PromiseDialog(FormDialog):
    """``field`` names the one that takes the keys first."""

    form: Ui_PromiseForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        page: AccountPage,
        promise: PastPromise | None = None,
        field: str = "",
    ) -> None:
        super().__init__(desk, Ui_PromiseForm(), parent)
        self._page, self._promise = page, promise
        for day in (self.form.made_on, self.form.due_on):
            day.set_today(desk.today())
        self.form.made_on.set_day(desk.today())
        self.retranslate()
        if promise is not None:
            self._fill(promise)
        self.fit(620)
        first = promise is None or not field
        (self.form.what if first else getattr(self.form, field)).setFocus()

    def _fill(self, promise: PastPromise) -> None:
        form = self.form
        form.what.setPlainText(promise.what)
        form.by_whom.setText(promise.by_whom or "")
        form.expected_effect.setText(promise.expected_effect or "")
        form.made_on.set_day(promise.made_on)
        form.due_on.set_day(promise.due_on)
        if promise.due_on is not None:
            form.due_on.setReadOnly(True)
            form.due_on.setEnabled(False)
        form.contact.choose(promise.contact_id)
        form.churn_risk.choose(promise.churn_risk)

    def subject(self) -> str:
        return self._promise.id if self._promise else f"new@{self._page.id}"

    def save(self) -> None:
        form = self.form
        what = text_of(form.what.toPlainText())
        if what is None:
            self.fail(self.desk.speech.text("error.what_empty"), form.what)
            return
        made_on = form.made_on.day() or self.desk.today()
        fields = {
            "due_on": form.due_on.day(),
            "contact_id": form.contact.currentData(),
            "by_whom": text_of(form.by_whom.text()),
            "expected_effect": text_of(form.expected_effect.text()),
            "churn_risk": form.churn_risk.currentData(),
        }
        if self._promise is None:
            self.run(jobs.add_promise, account_id=self._page.id, what=what, made_on=made_on, **fields)
        else:
            self.run(jobs.change_promise, promise_id=self._promise.id, what=what, made_on=made_on, **fields)

    def retranslate(self) -> None:
        new = self._promise is None
        if self._promise is not None and self._promise.due_on is not None:
            self.form.due_on.setToolTip(
                self.tr("Another due day needs its reason: on the page of promises, Another due day.")
            )
        self.say(self.tr("New promise") if new else self.tr("Promise"), self.tr("Save"), self._page.name)
        people = [(p.name, p.id) for p in self._page.people if p.until is None]
        unknown = (self.tr("nobody in particular"), None)
        fill_choices(self.form.contact, [unknown, *people])
        words = (self.tr("none"), self.tr("small"), self.tr("some"), self.tr("high"), self.tr("we lose it"))
        risks = [(f"{risk}  {words[risk - 1]}", risk) for risk in RISKS]
        fill_choices(self.form.churn_risk, [(self.tr("not judged"), None), *risks])
