"""Carries out what the page of goals asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.from_afar import FROM_AFAR
from kamdesk.qt.jobs import goals as jobs
from kamdesk.qt.jobs.today import finish_action
from kamdesk.qt.pages.goals.page import GOAL_DEEDS

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.main_window import MainWindow

EDITED = {"edit_cause": "target_cause", "edit_reason": "target_reason", "edit_plan": "development_plan"}
ANSWERS = {"G2": "edit_target", "G3": "explain_gap", "G4": "add_goal_reason", "G5": "add_plan"}
"""What answers each question of the page once there is a goal; before, that comes first."""


class GoalsDesk(QObject):
    """Dialogs are imported when they are first opened."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        for name in set(GOAL_DEEDS).difference(FROM_AFAR):
            window.actions_.on(name, lambda name=name: self.carry_out(name, ""))

    def carry_out(self, deed: str, key: str) -> None:
        """Do what a button, a line or an action of the page stands for; ``key`` names the row."""
        if deed in ("today", "promises"):
            self._window.go(deed)
        elif deed in ("prospects", "policies"):
            self._window.show_market("map" if deed == "policies" else deed)
        elif deed == "finish_action":
            self._finish(key)
        elif deed == "act:edit_plan":
            self._reach(key)
        elif deed == "edit_action":
            self._action(key)
        elif deed == "explain_product":
            self._explain({"product_id": key})
        elif deed in EDITED:
            self._window.records.amend(EDITED[deed], key)
        else:
            {
                "set_target": lambda: self._target(new=True),
                "edit_target": lambda: self._target(new=False),
                "remove_target": self._remove,
                "explain_gap": lambda: self._explain({}),
                "add_goal_action": lambda: self._action(""),
                "add_goal_reason": self._reason,
                "add_plan": lambda: self._window.records.record("development_plan", {}),
            }[deed]()

    def answer(self, deed: str, question_id: str) -> None:
        """What a question's link asks for: its form, that there is nothing, or the records it rests on."""
        asked = self._window.goals.beside.questions.question(question_id)
        if asked is None:
            return
        if deed == "record":
            view = self._window.goals.view()
            there = question_id == "G5" or (view is not None and view.target is not None)
            self.carry_out(ANSWERS.get(question_id, "set_target") if there else "set_target", "")
        elif deed == "evidence":
            self._window.goals.show_evidence(question_id)
        else:
            self._window.records.check(asked.id, asked.ask, deed)

    # targets

    def _target(self, *, new: bool) -> None:
        from kamdesk.qt.dialogs.target import TargetDialog

        view = self._window.goals.view()
        target = None if new or view is None else view.target
        taken = {each.metric for each in view.targets} if view is not None else set()
        dialog = TargetDialog(self._desk, self._window, target, taken)
        open_dialog(dialog)

    def _remove(self) -> None:
        view = self._window.goals.view()
        if view is None or view.target is None:
            return
        self._desk.runner.run(
            jobs.take_back_target,
            done=self._tell(self.tr("The goal is taken back.")),
            target_id=view.target.id,
        )

    def _explain(self, start: Mapping[str, object]) -> None:
        """A cause of the gap in view; the part that nobody has explained stands in the form already."""
        page = self._window.goals
        view, measure = page.view(), page.measure()
        if view is None or view.target is None or view.card is None or measure is None:
            return
        if view.gap is None:
            self._window.teller.tell_plainly(page.gap.why_none())
            return
        rest = view.gap.unexplained
        field = "amount" if view.target.in_money else "quantity"
        given = {
            "first_day": view.card.period.first, "last_day": view.card.period.last, field: rest or None,
            "currency": view.target.currency, "unit": view.target.unit, **start,
        }  # fmt: skip
        sentence = self.tr(
            "{rest} of this period's gap is not explained yet: below zero is what lacks."
        ).format(rest=measure.full(rest))
        about = {"target_id": view.target.id}
        self._window.records.record("target_cause", about, start=given, sentence=sentence)

    def _reason(self) -> None:
        view = self._window.goals.view()
        if view is not None and view.target is not None:
            sides = {reason.for_whom for reason in view.reasons}
            missing = [side for side in ("company", "customer", "rep") if side not in sides]
            start = {"for_whom": missing[0]} if missing else {}
            self._window.records.record("target_reason", {"target_id": view.target.id}, start=start)

    # actions and plans

    def _action(self, key: str) -> None:
        from kamdesk.qt.dialogs.action import ActionDialog

        view = self._window.goals.view()
        if view is None:
            return
        deed = next((each for each in view.deeds if each.id == key), None)
        open_dialog(ActionDialog(self._desk, self._window, view, deed))

    def _finish(self, key: str) -> None:
        self._desk.runner.run(
            finish_action,
            done=self._tell(self.tr("The action is done.")),
            action_id=key,
            done_on=self._desk.today(),
        )

    def _reach(self, key: str) -> None:
        self._desk.runner.run(
            jobs.reach_plan,
            done=self._tell(self.tr("The step of the plan is reached.")),
            plan_id=key,
            day=self._desk.today(),
        )

    def _tell(self, said: str) -> Callable[[Changes], None]:
        def done(changes: Changes) -> None:
            self._window.teller.tell(said)

        return done
