"""The chosen promise in words: what, to whom, how it stands, and everything that was done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kamdesk.domain.promises_kept import OPEN, DueMover
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.promises import PromisesModel
from kamdesk.qt.widgets.details import Fact
from kamdesk.qt.widgets.promise_cells import chip_of

if TYPE_CHECKING:
    from kamdesk.reads.promise_log import FieldStep, PromiseStep
    from kamdesk.reads.promises import PromiseRow

MOST_NAMED = 12


class Telling(QObject):
    """Puts promises into words for the panel."""

    def __init__(self, desk: Desk, model: PromisesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model

    def facts(self, row: PromiseRow, steps: tuple[PromiseStep, ...] | None) -> list[Fact]:
        """One promise; ``steps`` is its past, None while that is being read."""
        speech, today = self._desk.speech, self._desk.today()
        made = speech.day_or_year(row.made_on, today)
        if row.visited_on is not None:
            made = self.tr("{day}, at the visit of {visit}").format(
                day=made, visit=speech.day_or_year(row.visited_on, today)
            )
        cause = speech.raised(speech.choice("promise.cause", row.cause)) if row.cause else ""
        parts = [
            Fact(self.tr("Account"), row.account),
            Fact(self.tr("To whom"), row.contact or self.tr("nobody in particular")),
            Fact(self.tr("Who sees to it"), row.by_whom or ""),
            Fact(self.tr("Promised"), made),
            Fact(self.tr("Due"), self._due(row), chip_of(row.standing)[0], strong=row.standing in OPEN),
            Fact(self.tr("How it ended"), self._end(row), chip_of(row.standing)[0], strong=True),
            Fact(self.tr("Cause"), speech.joined((cause, row.cause_text or ""))),
            Fact(self.tr("What we did instead"), row.workaround or ""),
            Fact(self.tr("Risk of losing the customer"), self._risk(row)),
            Fact(self.tr("Effect expected"), row.expected_effect or ""),
            Fact(self.tr("Effect seen"), row.effect_seen or ""),
        ]
        for number, step in enumerate(reversed(steps or ())):
            parts.append(Fact(self.tr("History") if number == 0 else "", self._step(step), "text2"))
        return parts

    def several(self, rows: list[PromiseRow]) -> list[Fact]:
        parts = [Fact(row.account, row.what) for row in rows[:MOST_NAMED]]
        if len(rows) > MOST_NAMED:
            parts.append(Fact("", self.tr("and %n more", "", len(rows) - MOST_NAMED), "text2"))
        return parts

    def _due(self, row: PromiseRow) -> str:
        speech, today = self._desk.speech, self._desk.today()
        if row.due_on is None:
            return self.tr("no due day")
        said = f"{speech.day_or_year(row.due_on, today)} {speech.weekday(row.due_on)}"
        if row.standing == "overdue":
            said = speech.joined((said, self._model.state_said(row)))
        if row.first_due is not None:
            first = self.tr("first promised for {day}")
            said = speech.joined((said, first.format(day=speech.day_or_year(row.first_due, today))))
        return said

    def _end(self, row: PromiseRow) -> str:
        if row.standing in OPEN:
            return ""
        speech = self._desk.speech
        word = speech.raised(speech.choice("promise.state", row.state))
        day = speech.day_or_year(row.settled_on, self._desk.today()) if row.settled_on else ""
        return speech.joined((word, day))

    def _risk(self, row: PromiseRow) -> str:
        if row.churn_risk is None:
            return ""
        words = (self.tr("none"), self.tr("small"), self.tr("some"), self.tr("high"), self.tr("we lose it"))
        word = words[row.churn_risk - 1] if 1 <= row.churn_risk <= len(words) else ""
        return self.tr("{n} of 5, {word}").format(n=row.churn_risk, word=word)

    # its past

    def _step(self, step: PromiseStep) -> str:
        speech, zone = self._desk.speech, self._desk.local_now().tzinfo
        at = step.at.astimezone(zone)
        when = f"{speech.day_or_year(at.date(), self._desk.today())} {at:%H:%M}"
        if step.made:
            return self.tr("{when}: recorded").format(when=when)
        said = [text for field in step.fields if (text := self._field(field))]
        mover = {
            f"promise.due_{DueMover.CUSTOMER}": self.tr("the customer wanted it"),
            f"promise.due_{DueMover.US}": self.tr("we wanted it"),
            f"promise.due_{DueMover.CORRECTION}": self.tr("it had been written down wrongly"),
        }.get(step.operation)
        if mover is not None:
            said.append(speech.joined((mover, step.reason or "")))
        what = speech.joined(said) or speech.choice("operation", step.operation)
        return self.tr("{when}: {what}").format(when=when, what=what)

    def _field(self, step: FieldStep) -> str:
        speech = self._desk.speech
        if step.field == "state":
            return speech.choice("promise.state", str(step.new))
        if step.field == "deleted_at":
            return self.tr("taken back") if step.new else self.tr("brought back")
        if step.field == "due_on":
            old, new = str(step.old or "—"), str(step.new or "—")
            return self.tr("due {old} → {new}").format(old=old, new=new)
        names = {
            "what": self.tr("what was promised"),
            "made_on": self.tr("day of the promise"),
            "contact_id": self.tr("to whom"),
            "by_whom": self.tr("who sees to it"),
            "expected_effect": self.tr("effect expected"),
            "effect_seen": self.tr("effect seen"),
            "churn_risk": self.tr("risk"),
        }
        if step.field not in names:
            return ""
        if step.old is None or step.field == "contact_id":
            return self.tr("{field} changed").format(field=names[step.field])
        return self.tr("{field} was {old}").format(field=names[step.field], old=step.old)
