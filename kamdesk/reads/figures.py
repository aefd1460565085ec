"""The figures of a week, or of any period, counted from the book."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select, true

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.facts import Period, PromiseFact, SlotChangeFact, SlotFact, VisitFact
from kamdesk.domain.figures import Figure, all_figures
from kamdesk.domain.schedule import due_dates
from kamdesk.domain.visit import Outcome, VisitOrigin
from kamdesk.domain.walltime import local_day
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.days import read_customer_days, read_leave
from kamdesk.reads.due import (
    DueVisit,
    SlotRow,
    each_once,
    of_own,
    planned_between,
    read_slots,
    slots_in_force,
    visits_where,
)
from kamdesk.reads.rep import RepCard, read_rep
from kamdesk.reads.units import Units, read_units


def week_figures(store: Store, *, monday: date, now: datetime) -> tuple[Figure, ...]:
    """Every figure of the week from ``monday`` as it stands at ``now``, in the order in which they are printed."""
    return period_figures(store, first=monday, last=monday + timedelta(days=6), now=now)


def period_figures(store: Store, *, first: date, last: date, now: datetime) -> tuple[Figure, ...]:
    """Every figure of the days from ``first`` to ``last``. Raises NotFound in a book that was not set up."""
    with store.read() as connection:
        return read_figures(connection, Period(first, last), now)


def account_figures(
    store: Store, *, account_id: str, first: date, last: date, now: datetime
) -> tuple[Figure, ...]:
    """The same of one account and those merged into it."""
    with store.read() as connection:
        ids = read_aliases(connection).ids(account_id)
        return read_figures(connection, Period(first, last), now, ids)


def read_figures(
    connection: Connection, period: Period, now: datetime, ids: Collection[str] | None = None
) -> tuple[Figure, ...]:
    """`period_figures` within a read that is under way; with ``ids``, of these accounts alone."""
    rep, units = read_rep(connection), read_units(connection)
    slots = slots_in_force(connection, period.first, period.last)
    if ids is not None:
        slots = {key: slot for key, slot in slots.items() if slot.account_id in ids}
    changes, lineage = _changes(connection, slots, period)
    if ids is not None:
        lineage = {key: slot for key, slot in lineage.items() if slot.account_id in ids}
        changes = [c for c in changes if c.from_slot_id in lineage]
    return all_figures(
        visits=_visit_facts(connection, rep, units, slots, period, ids),
        slots=[_slot_fact(slot, units) for slot in lineage.values()],
        changes=changes,
        promises=_promises(connection, ids),
        period=period,
        today=local_day(now, rep.zone),
        tolerance=rep.tolerance,
    )


def _slot_fact(slot: SlotRow, units: Units) -> SlotFact:
    due = next(due_dates(replace(slot, valid_to=None), slot.anchor_monday, slot.valid_from, date.max), None)
    return SlotFact(slot.id, units.of(slot.account_id), slot.valid_from, slot.valid_to, due)


def _visit_facts(
    connection: Connection,
    rep: RepCard,
    units: Units,
    slots: dict[str, SlotRow],
    period: Period,
    ids: Collection[str] | None = None,
) -> list[VisitFact]:
    made = visits_where(
        connection,
        of_own(connection, t.visit.c.rep_id) & t.visit_report.c.visited_on.between(period.first, period.last),
    )
    planned = planned_between(connection, slots, period.first, period.last)
    mine = [visit for visit in (*planned, *made) if ids is None or visit.account_id in ids]
    visits = each_once(_whole_chains(connection, mine))
    if not visits:
        return []
    aliases = read_aliases(connection)
    customers = read_customer_days(connection, aliases, {aliases.of(v.account_id) for v in visits})
    away = read_leave(connection, min(v.date for v in visits), max(v.date for v in visits))
    ordered = _with_orders(connection, [v.visit_id for v in visits if v.visit_id])
    return [
        VisitFact(
            id=visit.key,
            unit_id=units.of(visit.account_id),
            planned=visit.origin == VisitOrigin.PLANNED,
            planned_date=visit.date,
            planned_start=visit.start,
            state=visit.state,
            state_by=visit.state_by,
            reason=visit.reason,
            moved_to=visit.moved_to,
            excused=visit.date in away
            or customers.closed_for(aliases.of(visit.account_id), visit.date) is not None,
            visited_on=visit.visited_on,
            arrived=visit.arrived,
            with_order=visit.outcome == Outcome.ORDER or visit.visit_id in ordered,
        )
        for visit in visits
    ]


def _whole_chains(connection: Connection, visits: Iterable[DueVisit]) -> list[DueVisit]:
    """The visits, each once, with all that they were moved from and moved to, however often."""
    found = {visit.key: visit for visit in visits}
    fresh = set(found)
    while fresh:
        ids = {found[key].visit_id for key in fresh} - {None}
        targets = {found[key].moved_to for key in fresh} - {None}
        v = t.visit.c
        linked = visits_where(connection, v.moved_to.in_(ids) | v.id.in_(targets)) if ids or targets else []
        fresh = {visit.key for visit in linked} - found.keys()
        found |= {visit.key: visit for visit in linked if visit.key in fresh}
    return list(found.values())


def _with_orders(connection: Connection, visits: Iterable[str]) -> set[str]:
    """Those of ``visits`` on which an order was taken."""
    order = t.order.c
    chosen = select(order.visit_id).where(order.visit_id.in_(visits), order.deleted_at.is_(None))
    return set(connection.scalars(chosen))


def _changes(
    connection: Connection, slots: dict[str, SlotRow], period: Period
) -> tuple[list[SlotChangeFact], dict[str, SlotRow]]:
    """The changes of slots, and the slots in force with those that a change in the period ended."""
    change = t.slot_change.c
    rows = connection.execute(
        select(change.from_slot_id, change.to_slot_id, change.asked_by, change.effective_from)
        .where(change.deleted_at.is_(None))
        .order_by(change.id)
    )
    changes = [SlotChangeFact(*row) for row in rows]
    ended = {c.from_slot_id for c in changes if c.effective_from in period and c.from_slot_id not in slots}
    slots = {**slots, **read_slots(connection, t.visit_slot.c.id.in_(ended))}
    return [c for c in changes if c.from_slot_id in slots or c.effective_from not in period], slots


def _promises(connection: Connection, ids: Collection[str] | None = None) -> list[PromiseFact]:
    p = t.promise.c
    mine = true() if ids is None else p.account_id.in_(ids)
    rows = connection.execute(
        select(p.state, p.made_on, p.due_on, p.settled_on)
        .join(t.account, p.account_id == t.account.c.id)
        .where(p.deleted_at.is_(None), t.account.c.deleted_at.is_(None), mine)
    )
    return [PromiseFact(*row) for row in rows]
