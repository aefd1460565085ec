"""What is missing before a week can be closed. Nothing of it keeps the rep from handing over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kamdesk.calendars import day_kind
from kamdesk.db.store import Store
from kamdesk.domain.visit import MissedReason, VisitState
from kamdesk.domain.walltime import local_time
from kamdesk.domain.warnings import WarningCode
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.days import Holidays
from kamdesk.reads.due_promises import PromiseDue, promises_until
from kamdesk.reads.line import LineDay, WeekLine, read_week_line
from kamdesk.reads.open_drafts import OpenDraft, read_drafts
from kamdesk.reads.stops import Stop, StopAccount, read_accounts


class Gap(StrEnum):
    """What is missing, in the order in which it is asked for."""

    REPORT = "report"
    REASON = "reason"
    PROMISE = "promise"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing. ``what`` is the promise's text, ``start`` the minute at which the visit was planned.

    ``key`` tells it from all others of its kind; ``visit_id`` and ``slot_id`` say which visit is meant.
    """

    gap: Gap
    key: str
    account_id: str
    account: str
    value_class: str | None
    is_key: bool | None
    day: date
    start: int | None = None
    what: str = ""
    visit_id: str | None = None
    slot_id: str | None = None
    begun: bool = False


@dataclass(frozen=True, slots=True)
class WeekMissing:
    """The week from ``monday`` and what is missing in it; of its visits how many there were, were recorded, missed.

    ``ahead`` are visits that are still to come, ``coming`` promises that fall due on a later day of the week: nothing
    of them is missing yet.
    """

    monday: date
    today: date
    items: tuple[Missing, ...]
    visits: int = 0
    recorded: int = 0
    missed: int = 0
    ahead: int = 0
    coming: tuple[Missing, ...] = ()

    def of(self, gap: str) -> tuple[Missing, ...]:
        return tuple(item for item in self.items if item.gap == gap)


def week_missing(store: Store, *, monday: date, now: datetime, holidays: Holidays = day_kind) -> WeekMissing:
    """As it stands at ``now``. Raises NotFound in a book that was not set up."""
    with store.read() as connection:
        line = read_week_line(connection, monday=monday, now=now, holidays=holidays)
        aliases = read_aliases(connection)
        sunday = monday + timedelta(days=6)
        drafts = {draft.key: draft for draft in read_drafts(connection, aliases)}
        promises = promises_until(connection, aliases, sunday)
        others = [draft for draft in drafts.values() if monday <= draft.day <= sunday]
        accounts = read_accounts(
            connection, {*(p.account_id for p in promises), *(d.account_id for d in others)}
        )
    clock = local_time(now, line.rep.zone)
    minute = clock.hour * 60 + clock.minute
    past = [stop for stop in _stops(line) if _is_past(stop, line.today, minute)]
    items = [_of_stop(stop, drafts) for stop in past if _gap(stop)]
    told = {item.key for item in items}
    due = [_of_promise(promise, accounts.get(promise.account_id)) for promise in promises]
    items += [item for item in due if item.day <= line.today]
    for draft in others:
        if draft.key not in told:
            account = accounts.get(draft.account_id)
            items.append(
                Missing(
                    Gap.DRAFT, draft.key, draft.account_id, draft.account,
                    account.value_class if account else None, account.is_key if account else None,
                    draft.day, visit_id=draft.visit_id, slot_id=draft.slot_id,
                )
            )  # fmt: skip
    order = list(Gap)
    items.sort(key=lambda item: (order.index(item.gap), item.day, item.start or 0, item.key))
    stops = list(_stops(line))
    return WeekMissing(
        monday,
        line.today,
        tuple(items),
        visits=len(stops),
        recorded=sum(stop.state == VisitState.DONE for stop in stops),
        missed=sum(stop.state == VisitState.MISSED for stop in stops),
        ahead=sum(stop.state == VisitState.PLANNED and stop not in past for stop in stops),
        coming=tuple(item for item in due if item.day > line.today),
    )


def _stops(line: WeekLine) -> Iterator[Stop]:
    """The visits of the week that count: none on the rep's leave or on the customer's closed days."""
    for day in line.days:
        for stop in day.standing:
            if stop.state != VisitState.PLANNED or not _rests(stop, day):
                yield stop


def _rests(stop: Stop, day: LineDay) -> bool:
    closed = any(warning.code is WarningCode.CUSTOMER_CLOSED for warning in stop.warnings)
    return day.leave is not None or closed


def _is_past(stop: Stop, today: date, minute: int) -> bool:
    """Whether its time is over: of a visit of today without a time nobody can say."""
    if stop.date == today and stop.state == VisitState.PLANNED:
        return stop.start is not None and stop.start + (stop.minutes or 0) <= minute
    return stop.date <= today


def _gap(stop: Stop) -> Gap | None:
    if stop.state == VisitState.PLANNED:
        return Gap.REPORT
    unsaid = stop.reason is None or (stop.reason == MissedReason.OTHER and not stop.reason_text)
    return Gap.REASON if stop.state == VisitState.MISSED and unsaid else None


def _of_promise(promise: PromiseDue, account: StopAccount | None) -> Missing:
    return Missing(
        Gap.PROMISE, promise.id, promise.account_id, promise.account,
        account.value_class if account else None, account.is_key if account else None,
        promise.due_on, what=promise.what,
    )  # fmt: skip


def _of_stop(stop: Stop, drafts: dict[str, OpenDraft]) -> Missing:
    gap = _gap(stop)
    assert gap is not None
    return Missing(
        gap, stop.key, stop.account.id, stop.account.called, stop.account.value_class, stop.account.is_key,
        stop.date, start=stop.start, visit_id=stop.visit_id, slot_id=stop.slot.id if stop.slot else None,
        begun=stop.key in drafts,
    )  # fmt: skip
