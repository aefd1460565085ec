"""A change of the line on its way: what it is about, from when, and which operation carries it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kamdesk.domain.schedule import monday_of
from kamdesk.qt import jobs
from kamdesk.qt.pages.line.asked import Answer, Question

if TYPE_CHECKING:
    from kamdesk.reads.stops import Stop


def effective_from(today: date, old: date, new: date, valid_from: date, *, settled: bool) -> date:
    """The first day of a change, as it is proposed: in the week shown where nothing of it is past, else the next week.

    ``old`` is the day from which the stop is carried to ``new``. ``settled``: something is recorded of that visit
    already, so it stays where it was.
    """
    first = min(old, new)
    if settled or first < today:
        first = max(monday_of(old), monday_of(today)) + timedelta(days=7)
    return max(first, valid_from)


@dataclass(frozen=True, slots=True)
class Change:
    """What waits for an answer: the stop (None: a slot that rests this week) or its slot.

    ``source`` and ``target`` are the Mondays of the weeks from which and to which the stop is carried.
    """

    key: str
    account_id: str
    slot_id: str | None
    stop: Stop | None
    question: Question
    source: date
    target: date

    def operation(self, answer: Answer) -> Callable[..., Any]:
        if answer.once:
            return jobs.move_visit
        return jobs.move_slot if self.question.to else jobs.end_slot

    def arguments(self, answer: Answer) -> dict[str, Any]:
        """What the operation is given."""
        to = self.question.to
        if answer.once:
            assert self.stop is not None
            assert to is not None
            visit = jobs.VisitRef(self.stop.visit_id, self.slot_id, self.stop.date)
            return {
                "visit": visit,
                "asked_by": answer.asked_by,
                "to_date": self.target + timedelta(days=to.weekday),
                "to_start": to.start,
                "reason_text": answer.reason,
            }
        first_day = answer.first_day or self.question.first_day
        common = {
            "slot_id": self.slot_id,
            "asked_by": answer.asked_by,
            "asked_on": answer.asked_on,
            "contact_id": answer.contact_id,
            "reason": answer.reason,
            "effective_from": first_day,
        }
        if to is None:
            return common
        return {
            **common,
            "weekday": to.weekday,
            "start": to.start,
            "minutes": to.minutes,
            "every_weeks": to.every_weeks or None,
            "week_offset": to.week_offset if to.every_weeks else None,
            "promised": answer.promised,
        }
