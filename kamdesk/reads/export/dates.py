"""The dates of the line: each fixed visit with what became of its days, and the single visits ahead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from kamdesk.db import tables as t
from kamdesk.db.own import own_reps
from kamdesk.domain.account import Datum
from kamdesk.domain.people import holds
from kamdesk.domain.schedule import due_dates, falls_due, next_due
from kamdesk.domain.visit import VisitState
from kamdesk.domain.walltime import local_day
from kamdesk.exchange.out.calendar import DateEntry, Occurrence
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.days import Holidays
from kamdesk.reads.due import SlotRow, read_slots
from kamdesk.reads.export.rows import Rows, read_rows
from kamdesk.reads.export.spoken import phones_text
from kamdesk.reads.line import read_week_line
from kamdesk.reads.rep import read_rep
from kamdesk.words import Words

PEOPLE = 3
HOUR = 60
_TABLES = ("account", "contact", "contact_post", "contact_phone", "visit")


def line_dates(connection: Connection, *, words: Words, now: datetime) -> list[DateEntry]:
    """Every fixed visit there is or was, those that ended too, so that a calendar ends them as well."""
    rows = read_rows(connection, _TABLES)
    today = local_day(now, read_rep(connection).zone)
    places = _Places(connection, rows, words, today)
    own = own_reps(connection)
    visits = [
        row for row in rows["visit"].values() if row.deleted_at is None and (own is None or row.rep_id in own)
    ]
    by_slot: dict[str, list[Row[Any]]] = defaultdict(list)
    for visit in visits:
        if visit.slot_id:
            by_slot[visit.slot_id].append(visit)
    writes = _writes(connection)
    entries = [
        _series(slot, by_slot[slot.id], rows, places, writes, today)
        for slot in read_slots(connection).values()
    ]
    return [*entries, *_singles(visits, rows, places, writes, today)]


def week_dates(
    connection: Connection, *, monday: date, words: Words, now: datetime, holidays: Holidays
) -> list[DateEntry]:
    """The visits of one week, each by itself, as the week's plan has them."""
    line = read_week_line(connection, monday=monday, now=now, holidays=holidays)
    places = _Places(connection, read_rows(connection, _TABLES), words, line.today)
    writes = _writes(connection)
    return [
        places.entry(
            stop.account.id,
            uid=f"{stop.slot.id}-{stop.date:%Y%m%d}" if stop.slot else str(stop.visit_id),
            zone=line.rep.zone,
            first=Occurrence(stop.date, stop.start, stop.minutes or HOUR, stop.objective or ""),
            sequence=writes.get(stop.visit_id or "", 0),
        )
        for stop in line.stops
        if stop.stands
    ]


def _writes(connection: Connection) -> Mapping[str, int]:
    """How often each slot and visit was written: what a calendar takes for the number of its edition."""
    change = t.change.c
    found = connection.execute(
        select(change.row, func.count(change.operation.distinct()).label("count"))
        .where(change.table.in_(("visit_slot", "visit")))
        .group_by(change.row)
    )
    return {each.row: each._mapping["count"] for each in found}


def _series(
    slot: SlotRow, visits: list[Row[Any]], rows: Rows, places: _Places, writes: Mapping[str, int], today: date
) -> DateEntry:
    first = next_due(slot, slot.anchor_monday, slot.valid_from)
    never = first is None
    if first is None:
        # Given up before its first day: the day it would have been says to a calendar that it is off.
        endless = _Open(slot.weekday, slot.every_weeks, slot.week_offset, slot.valid_from)
        first = next(due_dates(endless, slot.anchor_monday, slot.valid_from, date.max), slot.valid_from)
    excluded: list[date] = []
    moved: list[Occurrence] = []
    for visit in () if never else visits:
        if not falls_due(slot, slot.anchor_monday, visit.planned_date):
            continue
        kept = _kept(visit, rows)
        if kept is None:
            excluded.append(visit.planned_date)
        elif _differs(kept, visit, slot, today):
            moved.append(
                Occurrence(
                    kept.planned_date,
                    slot.start if kept.planned_start is None else kept.planned_start,
                    kept.planned_minutes or slot.minutes,
                    kept.objective or visit.objective or "",
                    visit.planned_date,
                )
            )
    return places.entry(
        slot.account_id,
        uid=slot.id,
        zone=slot.zone,
        first=Occurrence(first, slot.start, slot.minutes),
        every_weeks=slot.every_weeks,
        last=slot.valid_to,
        cancelled=never,
        excluded=tuple(sorted(set(excluded))),
        moved=tuple(sorted({each.instead_of: each for each in moved}.values(), key=lambda each: each.day)),
        sequence=writes.get(slot.id, 0) + sum(writes.get(visit.id, 0) for visit in visits),
    )


@dataclass(frozen=True)
class _Open:
    """A slot as if it had no end."""

    weekday: int
    every_weeks: int
    week_offset: int
    valid_from: date
    valid_to: date | None = None


def _kept(visit: Row[Any], rows: Rows) -> Row[Any] | None:
    """The visit itself, or the one that it was moved to in the end; None where there is none any more."""
    passed: set[str] = set()
    while visit.state == VisitState.RESCHEDULED:
        passed.add(visit.id)
        following = rows["visit"].get(visit.moved_to or "")
        if following is None or following.deleted_at is not None or following.id in passed:
            return None
        visit = following
    return None if visit.state == VisitState.CANCELLED else visit


def _differs(kept: Row[Any], visit: Row[Any], slot: SlotRow, today: date) -> bool:
    """Whether a visit is another than the series says; what was the aim of one that is past needs no entry."""
    return (
        kept.id != visit.id
        or kept.planned_start not in (None, slot.start)
        or kept.planned_minutes not in (None, slot.minutes)
        or (kept.planned_date >= today and bool(kept.objective))
    )


def _singles(
    visits: list[Row[Any]], rows: Rows, places: _Places, writes: Mapping[str, int], today: date
) -> Iterator[DateEntry]:
    """The visits ahead that belong to no slot and stand for no day of one."""
    targets = {visit.moved_to for visit in visits if visit.moved_to}
    for visit in visits:
        if visit.slot_id or visit.id in targets or rows["account"][visit.account_id].deleted_at:
            continue
        kept = _kept(visit, rows)
        if kept is not None and kept.state == VisitState.PLANNED and kept.planned_date >= today:
            yield places.entry(
                visit.account_id,
                uid=visit.id,
                zone=visit.zone,
                first=Occurrence(
                    kept.planned_date, kept.planned_start, kept.planned_minutes or HOUR, kept.objective or ""
                ),
                sequence=writes.get(visit.id, 0) + (writes.get(kept.id, 0) if kept is not visit else 0),
            )


class _Places:
    """Where an account is and whom to see there."""

    def __init__(self, connection: Connection, rows: Rows, words: Words, today: date) -> None:
        self._rows, self._words, self._today = rows, words, today
        self._aliases = read_aliases(connection)
        self._posts: dict[str, list[Row[Any]]] = defaultdict(list)
        self._phones: dict[str, list[Row[Any]]] = defaultdict(list)
        for post in sorted(rows["contact_post"].values(), key=lambda row: (row.rank, row.id)):
            if post.deleted_at is None and holds(post.since, post.until, today):
                self._posts[self._aliases.of(post.account_id)].append(post)
        for phone in sorted(rows["contact_phone"].values(), key=lambda row: (row.rank, row.id)):
            if phone.deleted_at is None:
                self._phones[phone.contact_id].append(phone)

    def entry(self, account_id: str, *, uid: str, **values: Any) -> DateEntry:
        """The entry of a visit to an account."""
        account = self._rows["account"][self._aliases.of(account_id)]
        parts = (account.province, account.city, account.district, account.address)
        sign = "" if self._words.language == "zh" else ", "
        north, east = account.latitude, account.longitude
        place = None if north is None or east is None or account.datum == Datum.TOWN else (north, east)
        return DateEntry(
            uid=f"{uid}@kamdesk",
            account=account.name,
            location=sign.join(dict.fromkeys(part for part in parts if part)),
            place=place,
            people="\n".join(self._people(account.id)),
            **values,
        )

    def _people(self, account_id: str) -> Iterator[str]:
        for post in self._posts[account_id][:PEOPLE]:
            person = self._rows["contact"][post.contact_id]
            phones = phones_text(self._phones[person.id][:1], self._words)
            yield " ".join(part for part in (person.name, post.title, phones) if part)
