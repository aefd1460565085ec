"""WeekClosing 周结 and AccountShare 共同负责: a week that is done with, an account that a colleague looks after too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kamdesk.domain.row import Row


@dataclass(kw_only=True, eq=False)
class WeekClosing(Row):
    """The rep is done with the week from ``monday`` on the line, until it is reopened; closed again it has another row.

    ``closed_by`` and ``reopened_by`` are names as they were then.
    """

    line_id: str
    monday: date
    closed_at: datetime
    closed_by: str | None = None
    reopened_at: datetime | None = None
    reopened_by: str | None = None


@dataclass(kw_only=True, eq=False)
class AccountShare(Row):
    """The colleague looks after the account too, from ``since`` to ``until``, both included (None: further notice).

    ``colleague`` and ``shared_by`` are the reps' names as their cards have them, ``purpose`` is what it is for.
    """

    account_id: str
    colleague: str
    shared_by: str
    since: date
    until: date | None = None
    purpose: str | None = None


def in_force(since: date, until: date | None, day: date) -> bool:
    """Whether an account is shared on ``day``."""
    return since <= day and (until is None or day <= until)
