"""The page of the day: the stops of today with what to have in mind at each, what is owed, what was left unfinished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Table, func, select

from kamdesk.calendars import day_kind, lunar_name
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.goals.agenda import Item
from kamdesk.domain.schedule import monday_of
from kamdesk.domain.walltime import local_day
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.day import OneDay, StopAhead, read_day, read_next_stop
from kamdesk.reads.days import Holidays
from kamdesk.reads.door import Door, read_doors
from kamdesk.reads.due import of_own
from kamdesk.reads.due_promises import PromiseDue, promises_until
from kamdesk.reads.follow_up import (
    DueAction,
    LateReport,
    NextStep,
    due_actions,
    late_reports,
    next_steps,
)
from kamdesk.reads.imports import count_pending
from kamdesk.reads.occasions import Occasions, read_occasions
from kamdesk.reads.open_drafts import OpenDraft, read_drafts
from kamdesk.reads.orders import orders_on
from kamdesk.reads.rep import RepCard, read_rep

# Actions due within this many days are told.
ACTION_DAYS = 7


@dataclass(frozen=True, slots=True)
class TodayBoard:
    """What must stand at once. ``doors`` is by account; ``next_stop`` the first one after today.

    ``accounts`` and ``slots`` count what the book holds: none, and there is something to do first.
    """

    today: date
    rep: RepCard
    day: OneDay
    doors: Mapping[str, Door]
    next_stop: StopAhead | None
    promises: tuple[PromiseDue, ...]
    drafts: tuple[OpenDraft, ...]
    orders: Mapping[str, int]
    accounts: int
    slots: int


@dataclass(frozen=True, slots=True)
class TodayBeside:
    """What may come a moment later. ``lunar`` is today as the lunar calendar calls it, 十月十七;
    ``questions`` counts those that lists left open. ``asked`` are requests and calls that are due, ``ahead`` the days
    that come near, both as on the agenda (`goals.agenda`).
    """

    late: tuple[LateReport, ...]
    actions: tuple[DueAction, ...]
    steps: tuple[NextStep, ...]
    occasions: Occasions
    lunar: str
    questions: int = 0
    asked: tuple[Item, ...] = ()
    ahead: tuple[Item, ...] = ()

    def due(self, today: date) -> int:
        """How many things besides visits and promises today asks for, as the agenda counts."""
        actions = sum(action.due_on is None or action.due_on <= today for action in self.actions)
        return len(self.late) + actions + len(self.asked)


def today_board(store: Store, *, now: datetime, holidays: Holidays = day_kind) -> TodayBoard:
    """The day as it stands at ``now``. Raises NotFound in a book that was not set up."""
    with store.read() as connection:
        rep, aliases = read_rep(connection), read_aliases(connection)
        today = local_day(now, rep.zone)
        day = read_day(connection, aliases, rep, day=today, today=today, holidays=holidays)
        stops = day.line.stops
        return TodayBoard(
            today=today,
            rep=rep,
            day=day,
            doors=read_doors(connection, aliases, (stop.account.id for stop in stops), today=today),
            next_stop=read_next_stop(connection, aliases, today=today),
            promises=promises_until(connection, aliases, monday_of(today) + timedelta(days=6)),
            drafts=read_drafts(connection, aliases),
            orders=orders_on(connection, [stop.visit_id for stop in stops if stop.visit_id]),
            accounts=_count(connection, t.account),
            slots=_count_own_slots(connection),
        )


def today_beside(store: Store, *, now: datetime, holidays: Holidays = day_kind) -> TodayBeside:
    """What is to be followed up, and the days ahead. Raises NotFound in a book that was not set up."""
    from kamdesk.reads.goals.ahead import read_ahead
    from kamdesk.reads.goals.asked import called, read_asked

    with store.read() as connection:
        rep, aliases = read_rep(connection), read_aliases(connection)
        today = local_day(now, rep.zone)
        occasions = read_occasions(connection, aliases, rep, today=today, holidays=holidays)
        names = called(connection)
        return TodayBeside(
            late=late_reports(connection, aliases, rep, today=today),
            actions=due_actions(connection, aliases, until=today + timedelta(days=ACTION_DAYS)),
            steps=next_steps(connection, aliases, today=today),
            occasions=occasions,
            lunar=lunar_name(today),
            questions=count_pending(connection),
            asked=tuple(read_asked(connection, aliases, names, today)),
            ahead=tuple(read_ahead(connection, aliases, names, today, occasions.birthdays)),
        )


def _count_own_slots(connection: Connection) -> int:
    slot, line = t.visit_slot.c, t.visit_line.c
    rows = (
        select(func.count())
        .join_from(t.visit_slot, t.visit_line, slot.line_id == line.id)
        .where(slot.deleted_at.is_(None), of_own(connection, line.rep_id))
    )
    return connection.scalar(rows) or 0


def _count(connection: Connection, table: Table) -> int:
    rows = select(func.count()).select_from(table).where(table.c.deleted_at.is_(None))
    return connection.scalar(rows) or 0
