"""Which visit a report is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.qt import jobs


@dataclass(frozen=True, slots=True)
class Subject:
    """A visit to an account: a known one, a slot's due day, or (neither) one to be found or unplanned.

    ``missed``: it is to be recorded why the visit did not take place. ``start``: the rep stands at the door now.
    ``unplanned``: no slot and no planned visit is meant, whatever is planned that day; ``companions`` came along,
    ``arrived`` is the minute of the day where it is known already.
    """

    account_id: str
    visit_id: str | None = None
    slot_id: str | None = None
    day: date | None = None
    missed: bool = False
    start: bool = False
    unplanned: bool = False
    companions: tuple[str, ...] = ()
    arrived: int | None = None

    def ref(self) -> jobs.VisitRef | None:
        if self.visit_id is None and self.slot_id is None:
            return None
        return jobs.VisitRef(self.visit_id, self.slot_id, self.day)
