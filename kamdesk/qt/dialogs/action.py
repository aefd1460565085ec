"""Something to do for a goal or for a step of the development plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import goals as jobs
from kamdesk.qt.widgets.fields import Combo, DayField

if TYPE_CHECKING:
    from kamdesk.reads.goal_page.beside import Deed
    from kamdesk.reads.goal_page.view import GoalView


class ActionDialog(FormDialog):
    form: RowsForm

    def __init__(
        self, desk: Desk, parent: QWidget | None, view: GoalView, deed: Deed | None = None, plan_id: str = ""
    ) -> None:
        self.what, self.owner, self.due_on, self.serves = QLineEdit(), QLineEdit(), DayField(), Combo()
        for name in ("what", "owner", "due_on", "serves"):
            getattr(self, name).setObjectName(name)
        super().__init__(desk, RowsForm((self.what, self.due_on, self.owner, self.serves)), parent)
        self._view, self._deed = view, deed
        self.due_on.set_today(desk.today())
        self.retranslate()
        if deed is not None:
            self.what.setText(deed.what)
            self.owner.setText(deed.owner or "")
            self.due_on.set_day(deed.due_on)
            self.serves.choose(deed.plan_id)
        elif plan_id:
            self.serves.choose(plan_id)
        self.fit(520)
        self.what.setFocus()

    def subject(self) -> str:
        return self._deed.id if self._deed else "new"

    def save(self) -> None:
        what = text_of(self.what.text())
        if what is None:
            self.fail(self.desk.speech.text("error.what_empty"), self.what)
            return
        plan = next((plan for plan in self._view.plans if plan.id == self.serves.currentData()), None)
        target = self._view.target
        self.run(
            jobs.save_action,
            action_id=self._deed.id if self._deed else None,
            what=what,
            owner=text_of(self.owner.text()),
            due_on=self.due_on.day(),
            plan_id=plan.id if plan else None,
            target_id=None if plan or target is None else target.id,
            account_id=plan.account_id if plan else None,
        )

    def retranslate(self) -> None:
        speech = self.desk.speech
        self.say(self.tr("An action for the goal"), self.tr("Save"))
        self.form.say(self.tr("What to do"), self.tr("Until when"), self.tr("Who"), self.tr("Serves"))
        plans = [
            (f"{plan.account} → {speech.choice('stage', plan.to_stage)}", plan.id)
            for plan in self._view.plans
            if plan.state == "open" or (self._deed and self._deed.plan_id == plan.id)
        ]
        goal = [(self.tr("the goal in view"), None)] if self._view.target is not None else []
        fill_choices(self.serves, [*goal, *plans])
