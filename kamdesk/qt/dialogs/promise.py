"""A promise: recorded, corrected, settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from kamdesk.domain.promise import PromiseCause, PromiseState
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.forms.promise_form import Ui_PromiseForm
from kamdesk.qt.forms.settle_form import Ui_SettleForm
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import FlowLayout

if TYPE_CHECKING:
    from kamdesk.reads.account import AccountPage
    from kamdesk.reads.history import PastPromise

RISKS = (1, 2, 3, 4, 5)
ENDS = (
    PromiseState.KEPT,
    PromiseState.KEPT_LATE,
    PromiseState.SUBSTITUTED,
    PromiseState.BROKEN,
    PromiseState.WITHDRAWN,
)
NEED_CAUSE = (PromiseState.SUBSTITUTED, PromiseState.BROKEN)


class PromiseDialog(FormDialog):
    form: Ui_PromiseForm

    def __init__(
        self, desk: Desk, parent: QWidget | None, page: AccountPage, promise: PastPromise | None = None
    ) -> None:
        super().__init__(desk, Ui_PromiseForm(), parent)
        self._page, self._promise = page, promise
        for field in (self.form.made_on, self.form.due_on):
            field.set_today(desk.today())
        self.form.made_on.set_day(desk.today())
        self.retranslate()
        if promise is not None:
            self._fill(promise)
        self.fit(620)
        self.form.what.setFocus()

    def _fill(self, promise: PastPromise) -> None:
        form = self.form
        form.what.setPlainText(promise.what)
        form.by_whom.setText(promise.by_whom or "")
        form.expected_effect.setText(promise.expected_effect or "")
        form.made_on.set_day(promise.made_on)
        form.due_on.set_day(promise.due_on)
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
        days = {}
        for name in ("made_on", "due_on"):
            field = getattr(form, name)
            try:
                days[name] = field.day()
            except ValueError:
                self.fail(self.tr("One of the days can't be read: write 11-25, 2026-11-25 or +7."), field)
                return
        fields = {
            "due_on": days["due_on"],
            "contact_id": form.contact.currentData(),
            "by_whom": text_of(form.by_whom.text()),
            "expected_effect": text_of(form.expected_effect.text()),
            "churn_risk": form.churn_risk.currentData(),
        }
        made_on = days["made_on"] or self.desk.today()
        if self._promise is None:
            self.run(jobs.add_promise, account_id=self._page.id, what=what, made_on=made_on, **fields)
        else:
            self.run(jobs.change_promise, promise_id=self._promise.id, what=what, made_on=made_on, **fields)

    def retranslate(self) -> None:
        new = self._promise is None
        self.say(self.tr("New promise") if new else self.tr("Promise"), self.tr("Save"), self._page.name)
        people = [(p.name, p.id) for p in self._page.people if p.until is None]
        unknown = (self.tr("nobody in particular"), None)
        fill_choices(self.form.contact, [unknown, *people])
        words = (self.tr("none"), self.tr("small"), self.tr("some"), self.tr("high"), self.tr("we lose it"))
        risks = [(f"{risk}  {words[risk - 1]}", risk) for risk in RISKS]
        fill_choices(self.form.churn_risk, [(self.tr("not judged"), None), *risks])


class SettleDialog(FormDialog):
    """How a promise ended; not kept as given, its cause must be said."""

    form: Ui_SettleForm

    def __init__(self, desk: Desk, parent: QWidget | None, promise: PastPromise) -> None:
        super().__init__(desk, Ui_SettleForm(), parent)
        self._promise = promise
        self._what = label(desk.theme, "body", wrap=True)
        self._question = label(desk.theme, "caption", "text2")
        self._ends: dict[PromiseState, Button] = {state: Button(desk.theme, kind="toggle") for state in ENDS}
        self._group = QButtonGroup(self)
        flow = FlowLayout(6)
        for state, button in self._ends.items():
            button.setObjectName(f"end_{state.value}")
            self._group.addButton(button)
            flow.addWidget(button)
        self._group.buttonClicked.connect(self._show_needed)
        box = self.layout()
        assert box is not None
        inside = self.body.parentWidget().layout()
        assert inside is not None
        inside.insertWidget(0, self._what)  # type: ignore[attr-defined]
        inside.insertLayout(1, flow)  # type: ignore[attr-defined]
        self.form.settled_on.set_today(desk.today())
        self.form.settled_on.set_day(desk.today())
        late = promise.due_on is not None and promise.due_on < desk.today()
        self._ends[PromiseState.KEPT_LATE if late else PromiseState.KEPT].setChecked(True)
        self.retranslate()
        self._show_needed()
        self.fit(560)

    def choose(self, state: PromiseState) -> None:
        self._ends[state].click()

    def state(self) -> PromiseState:
        return next(state for state, button in self._ends.items() if button.isChecked())

    def _show_needed(self) -> None:
        """Cause and workaround only where they are asked for."""
        state, form = self.state(), self.form
        cause = state in (*NEED_CAUSE, PromiseState.KEPT_LATE)
        for widget in (form.cause, form.cause_label, form.cause_text, form.cause_text_label):
            widget.setVisible(cause)
        for widget in (form.workaround, form.workaround_label):
            widget.setVisible(state == PromiseState.SUBSTITUTED)

    def subject(self) -> str:
        return self._promise.id

    def save(self) -> None:
        form, state = self.form, self.state()
        try:
            settled_on = form.settled_on.day() or self.desk.today()
        except ValueError:
            self.fail(self.tr("The day can't be read: write 11-25, 2026-11-25 or +7."), form.settled_on)
            return
        cause = form.cause.currentData() if form.cause.isVisibleTo(self) else None
        if state in NEED_CAUSE and cause is None:
            self.fail(self.desk.speech.text("error.cause_open"), form.cause)
            return
        workaround = text_of(form.workaround.text()) if state == PromiseState.SUBSTITUTED else None
        if state == PromiseState.SUBSTITUTED and workaround is None:
            self.fail(self.desk.speech.text("error.workaround_empty"), form.workaround)
            return
        self.run(
            jobs.settle_promise,
            promise_id=self._promise.id,
            state=state.value,
            settled_on=settled_on,
            cause=cause,
            cause_text=text_of(form.cause_text.text()) if cause else None,
            workaround=workaround,
            effect_seen=text_of(form.effect_seen.text()),
        )

    def retranslate(self) -> None:
        speech = self.desk.speech
        self.say(self.tr("How did the promise end?"), self.tr("Save"))
        self._what.setText(self._promise.what)
        for state, button in self._ends.items():
            button.set_label(speech.raised(speech.choice("promise.state", state)))
        causes = [(speech.raised(speech.choice("promise.cause", c)), c.value) for c in PromiseCause]
        fill_choices(self.form.cause, [(self.tr("choose a cause"), None), *causes])
