"""How promises ended: kept, late, in another way, broken, withdrawn; one, or several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from kamdesk.domain.promise import PromiseCause, PromiseState
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.forms.settle_form import Ui_SettleForm
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import FlowLayout

if TYPE_CHECKING:
    from kamdesk.reads.history import PastPromise
    from kamdesk.reads.promises import PromiseRow

    AnyPromise = PastPromise | PromiseRow

ENDS = (
    PromiseState.KEPT,
    PromiseState.KEPT_LATE,
    PromiseState.SUBSTITUTED,
    PromiseState.BROKEN,
    PromiseState.WITHDRAWN,
)
NEED_CAUSE = (PromiseState.SUBSTITUTED, PromiseState.BROKEN)
NAMED = 4
"""How many of several promises are named."""


class SettleDialog(FormDialog):
    """How a promise ended; not kept as given, its cause must be said."""

    form: Ui_SettleForm

    def __init__(self, desk: Desk, parent: QWidget | None, promise: AnyPromise, *others: AnyPromise) -> None:
        super().__init__(desk, Ui_SettleForm(), parent)
        self._promises = (promise, *others)
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
        late = all(p.due_on is not None and p.due_on < desk.today() for p in self._promises)
        self._ends[PromiseState.KEPT_LATE if late else PromiseState.KEPT].setChecked(True)
        self.retranslate()
        if not others and promise.state in self._ends:
            self._fill(promise)
        self._show_needed()
        self._begin()
        self.fit(560)

    def _fill(self, promise: AnyPromise) -> None:
        """What was said of its end before."""
        form = self.form
        self._ends[PromiseState(promise.state)].setChecked(True)
        form.settled_on.set_day(promise.settled_on)
        form.cause.choose(promise.cause)
        form.cause_text.setText(promise.cause_text or "")
        form.workaround.setText(promise.workaround or "")
        form.effect_seen.setText(promise.effect_seen or "")

    def choose(self, state: PromiseState) -> None:
        self._ends[state].click()
        self._begin()

    def _begin(self) -> None:
        """The keys begin where something is still to be said: the cause, else how it ended."""
        open_cause = self.state() in NEED_CAUSE and self.form.cause.currentData() is None
        (self.form.cause if open_cause else self._ends[self.state()]).setFocus()

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
        return " ".join(promise.id for promise in self._promises)

    def save(self) -> None:
        form, state = self.form, self.state()
        settled_on = form.settled_on.day() or self.desk.today()
        cause = form.cause.currentData() if form.cause.isVisibleTo(self) else None
        if state in NEED_CAUSE and cause is None:
            self.fail(self.desk.speech.text("error.cause_open"), form.cause)
            return
        workaround = text_of(form.workaround.text()) if state == PromiseState.SUBSTITUTED else None
        if state == PromiseState.SUBSTITUTED and workaround is None:
            self.fail(self.desk.speech.text("error.workaround_empty"), form.workaround)
            return
        self.run(
            jobs.settle_promises,
            promise_ids=tuple(promise.id for promise in self._promises),
            state=state.value,
            settled_on=settled_on,
            cause=cause,
            cause_text=text_of(form.cause_text.text()) if cause else None,
            workaround=workaround,
            effect_seen=text_of(form.effect_seen.text()),
        )

    def retranslate(self) -> None:
        speech = self.desk.speech
        several = len(self._promises)
        heading = self.tr("How did the promise end?")
        if several > 1:
            heading = self.tr("How did these %n promises end?", "", several)
        self.say(heading, self.tr("Save"))
        named = [promise.what for promise in self._promises[:NAMED]]
        if several > NAMED:
            named.append(self.tr("and %n more", "", several - NAMED))
        self._what.setText("\n".join(named))
        for state, button in self._ends.items():
            button.set_label(speech.raised(speech.choice("promise.state", state)))
        causes = [(speech.raised(speech.choice("promise.cause", c)), c.value) for c in PromiseCause]
        fill_choices(self.form.cause, [(self.tr("choose a cause"), None), *causes])
