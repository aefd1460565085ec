"""What papers are made from: frozen data, and the moment that is printed on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.papers.briefing import Briefing
    from kamdesk.papers.plan import WeekPlan
    from kamdesk.reads.days import Holidays


@dataclass(frozen=True, slots=True)
class PaperAccount:
    """An account as papers are chosen by it."""

    id: str
    name: str


def _local(store: Store, now: datetime) -> datetime:
    from kamdesk.domain.walltime import local_time
    from kamdesk.reads.rep import rep_card

    return local_time(now, rep_card(store).zone)


def plan_for_paper(
    store: Store, *, monday: date, now: datetime, holidays: Holidays
) -> tuple[WeekPlan, datetime]:
    """The plan of a week, and ``now`` in the rep's wall time."""
    from kamdesk.reads.plan import week_plan

    return week_plan(store, monday=monday, now=now, holidays=holidays), _local(store, now)


def briefing_for_paper(
    store: Store, *, account_id: str, now: datetime, holidays: Holidays
) -> tuple[Briefing, datetime]:
    """The briefing of an account, and ``now`` in the rep's wall time."""
    from kamdesk.reads.briefing import briefing

    return briefing(store, account_id=account_id, now=now, holidays=holidays), _local(store, now)


def accounts_called_on(
    store: Store, *, first: date, last: date, now: datetime, holidays: Holidays
) -> tuple[PaperAccount, ...]:
    """The accounts with a visit that stands from ``first`` to ``last``, in the order of the visits, each once."""
    from kamdesk.domain.schedule import monday_of
    from kamdesk.reads.line import week_line

    found: dict[str, PaperAccount] = {}
    monday = monday_of(first)
    while monday <= last:
        for stop in week_line(store, monday=monday, now=now, holidays=holidays).stops:
            if stop.stands and first <= stop.date <= last:
                found.setdefault(stop.account.id, PaperAccount(stop.account.id, stop.account.name))
        monday += timedelta(days=7)
    return tuple(found.values())
