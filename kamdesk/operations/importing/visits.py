"""Appointments of a calendar: single ones to come are planned, weekly ones asked about, all others told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Transaction
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.line import VisitLine, VisitSlot
from kamdesk.domain.schedule import MINUTES_A_DAY, monday_of
from kamdesk.domain.visit import Visit
from kamdesk.domain.walltime import clock_text, local_time
from kamdesk.exchange.events.reading import DAYS, Event
from kamdesk.exchange.records import Origin, Problem, Verdict
from kamdesk.exchange.source import Source
from kamdesk.exchange.values.names import near_key, same_key
from kamdesk.operations.importing.appointments import KIND, add_visit, make_slot
from kamdesk.operations.importing.index import AccountIndex
from kamdesk.operations.importing.pending import Pending, PendingBox, make_pending
from kamdesk.operations.importing.report import Ledger
from kamdesk.operations.own import reps as own_first

_SHORTEST = 3
MENDED = frozenset({"event_no_account", "event_unclear", "event_cut", "event_whole_day", "event_rhythm"})
"""Why an event goes back to be mended; others need no mending: they are over, called off, or part of another."""


class Visits:
    """Takes the events of one calendar after the other; ``refused`` are those that go back, by number."""

    def __init__(self, tx: Transaction, index: AccountIndex, box: PendingBox, ledger: Ledger) -> None:
        self._tx = tx
        self._box = box
        self._ledger = ledger
        self.refused: dict[int, Problem] = {}
        self._rep = next(iter(own_first(tx)), None)
        lines = tx.every(VisitLine)
        self._line = next((line for line in lines if self._rep and line.rep_id == self._rep.id), None)
        self._names = _names(tx, index)
        self._slots = [
            slot for slot in tx.every(VisitSlot) if slot.valid_to is None or slot.valid_to >= self._today
        ]

    @property
    def _zone(self) -> str:
        return self._rep.zone if self._rep else "UTC"

    @property
    def _today(self) -> date:
        return local_time(self._tx.now, self._zone).date()

    def take(self, source: Source, events: Sequence[Event]) -> None:
        """Plans what is certain, asks what is not, and tells why anything else is left."""
        if self._rep is None or self._line is None:
            raise NotFound("line_missing")
        for event in events:
            origin = Origin(source.name, "", event.number)
            doubt = event.doubt or self._past(event)
            found = self._accounts_of(event)
            if doubt is None and not found:
                doubt = "event_no_account"
            if doubt is not None or event.start is None:
                self._tell(event, origin, doubt or "event_unclear")
            elif event.rhythm is None:
                self._single(event, origin, found, source.sha256)
            else:
                self._weekly(event, origin, found, source.sha256)

    def _tell(self, event: Event, origin: Origin, reason: str) -> None:
        said = ", ".join(filter(None, (event.summary, event.location)))
        if event.start is not None:
            said = f"{said} {event.start.local(self._zone):%Y-%m-%d %H:%M}"
        verdict = Verdict.REJECTED if reason in MENDED else Verdict.REMARK
        problem = Problem(origin, KIND, reason, verdict, "SUMMARY", said.strip() or event.uid)
        self._ledger.note([problem])
        if verdict is Verdict.REJECTED:
            self.refused[event.number] = problem

    def _past(self, event: Event) -> str | None:
        now = local_time(self._tx.now, self._zone).replace(tzinfo=None)
        if event.start is None:
            return None
        if event.rhythm is None:
            return "event_past" if event.start.local(self._zone) < now else None
        last = _last_day(event, self._zone)
        return "event_past" if last is not None and last < now.date() else None

    def _accounts_of(self, event: Event) -> list[str]:
        """Whose names the event says, the longest first found; those that lie in a longer name don't count."""
        text = same_key(" ".join((event.summary, event.location, *event.people)))
        named = [(key, ids) for key, ids in self._names.items() if key in text]
        longest = [
            (key, ids) for key, ids in named if not any(key != other and key in other for other, _ in named)
        ]
        return sorted({account for _, ids in longest for account in ids})

    def _asked(
        self, event: Event, when: Mapping[str, str], origin: Origin, found: list[str], sha256: str
    ) -> Pending:
        reason = "event_weekly" if "RRULE" in when else "event_whose"
        asked = {"SUMMARY": event.summary, "LOCATION": event.location, **when}
        return make_pending(
            sha256=sha256, kind=KIND, origin=origin, reason=reason, asked=asked, like=tuple(found[:8])
        )

    def _single(self, event: Event, origin: Origin, found: list[str], sha256: str) -> None:
        assert event.start is not None
        at = event.start.local(self._zone)
        when = {"DTSTART": f"{at:%Y-%m-%d %H:%M}", "MINUTES": str(_minutes(event, at))}
        pending = self._asked(event, when, origin, found, sha256)
        answer = self._box.answer(pending.id)
        if answer is not None:
            self._ledger.count(KIND, "unchanged")
        elif len(found) > 1:
            self._ask(pending, event)
        elif self._planned(found[0], at):
            self._ledger.count(KIND, "unchanged")
        else:
            add_visit(self._tx, found[0], {"SUMMARY": event.summary, **when})
            self._box.settle(pending, found[0])
            self._ledger.count(KIND, "created")

    def _ask(self, pending: Pending, event: Event) -> None:
        problem = Problem(
            pending.origin,
            KIND,
            pending.reason,
            Verdict.TO_DECIDE,
            "SUMMARY",
            event.summary or event.location,
        )
        self._ledger.note([problem])
        self._box.keep(pending)

    def _planned(self, account_id: str, at: datetime) -> bool:
        there = self._tx.every(Visit, account_id=account_id, planned_date=at.date())
        return any(visit.planned_start == at.hour * 60 + at.minute for visit in there)

    def _weekly(self, event: Event, origin: Origin, found: list[str], sha256: str) -> None:
        for when in _times(event, self._zone, self._today):
            pending = self._asked(event, when, origin, found, sha256)
            if self._box.answer(pending.id) is not None:
                self._ledger.count(KIND, "unchanged")
                continue
            try:
                slot = make_slot(self._line, "", "", when)
            except RuleError:
                self._tell(event, origin, "event_rhythm")
                continue
            if len(found) == 1 and any(_same(slot, held, found[0]) for held in self._slots):
                self._ledger.count(KIND, "unchanged")
            else:
                self._ask(pending, event)


def _names(tx: Transaction, index: AccountIndex) -> dict[str, list[str]]:
    """By what an event may name an account: its name, its short name, a contact's address of mail."""
    names: dict[str, list[str]] = {}
    account, contact, post = t.account.c, t.contact.c, t.contact_post.c
    for row in tx.connection.execute(
        select(account.id, account.name, account.short_name).where(account.deleted_at.is_(None))
    ):
        keys = {same_key(text) for text in (row.name, row.short_name) if text} | {near_key(row.name)}
        for key in keys:
            if len(key) >= _SHORTEST or (len(key) == 2 and ord(key[0]) > 0x2E80):
                names.setdefault(key, []).append(row.id)
    mails = select(contact.email, post.account_id).join_from(
        t.contact, t.contact_post, post.contact_id == contact.id
    )
    for row in tx.connection.execute(
        mails.where(contact.email.is_not(None), contact.deleted_at.is_(None), post.deleted_at.is_(None))
    ):
        if "@" in row.email and row.account_id in index.live:
            names.setdefault(same_key(row.email), []).append(row.account_id)
    return names


def _minutes(event: Event, at: datetime) -> int:
    """A visit ends on its day."""
    return max(1, min(event.minutes, MINUTES_A_DAY - at.hour * 60 - at.minute))


def _last_day(event: Event, zone: str) -> date | None:
    """The last day of a rhythm; None for one without an end."""
    assert event.start is not None
    assert event.rhythm is not None
    ends = [event.rhythm.until.local(zone).date()] if event.rhythm.until else []
    if event.rhythm.count is not None:
        rounds = -(-event.rhythm.count // len(event.rhythm.days))
        weeks = min(event.rhythm.weeks * max(rounds - 1, 0), 6_000)
        monday = monday_of(event.start.local(zone).date()) + timedelta(weeks=weeks)
        ends.append(monday + timedelta(days=6))
    return min(ends, default=None)


def _times(event: Event, zone: str, today: date) -> Iterator[dict[str, str]]:
    """Each weekday of a rhythm with its first day from today on, as the question keeps it."""
    assert event.start is not None
    assert event.rhythm is not None
    at = event.start.local(zone)
    turned = (at.date() - event.start.at.date()).days
    last = _last_day(event, zone)
    weeks = event.rhythm.weeks
    for weekday in sorted((day + turned) % 7 for day in event.rhythm.days):
        day = monday_of(at.date()) + timedelta(days=weekday)
        late = max(0, (max(at.date(), today) - day).days)
        day += timedelta(weeks=-(-late // (7 * weeks)) * weeks)
        if last is not None and day > last:
            continue
        out = [each.local(zone).date() for each in event.except_on]
        yield {
            "DTSTART": f"{day} {clock_text(at.hour * 60 + at.minute)}",
            "MINUTES": str(_minutes(event, at)),
            "RRULE": f"{weeks} {DAYS[weekday]}",
            **({"UNTIL": str(last)} if last else {}),
            **({"EXDATE": " ".join(str(each) for each in sorted(out) if each >= today)[:200]} if out else {}),
        }


def _same(slot: VisitSlot, held: VisitSlot, account_id: str) -> bool:
    return held.account_id == account_id and all(
        getattr(slot, name) == getattr(held, name)
        for name in ("weekday", "start", "every_weeks", "week_offset")
    )
