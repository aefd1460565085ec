"""The line: a slot given, moved, given up; the rep's leave. Whoever asked is written down with each change."""

from __future__ import annotations

from datetime import date, datetime

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.contact import Contact
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.line import Asker, Leave, SlotChange, VisitLine, VisitSlot
from kamdesk.domain.schedule import check_change, check_slot, moved_slot
from kamdesk.operations.fields import assign, require
from kamdesk.operations.own import reps as own_first


def the_line(tx: Transaction) -> VisitLine:
    """The book's line. Raises NotFound in a book that was not set up."""
    lines = tx.every(VisitLine)
    if not lines:
        raise NotFound("line_missing")
    own = own_first(tx)[:1]
    return next((line for line in lines if own and line.rep_id == own[0].id), lines[0])


def add_slot(
    store: Store,
    *,
    account_id: str,
    weekday: int,
    start: int,
    minutes: int,
    valid_from: date,
    now: datetime,
    every_weeks: int = 1,
    week_offset: int = 0,
    promised: bool = False,
) -> Changes:
    """A fixed visit for an account; an account may have several. Raises RuleError as `check_slot` does."""
    with store.write("line.add_slot", now=now) as tx:
        tx.get(Account, account_id)
        line = the_line(tx)
        slot = VisitSlot(
            id=tx.new_id(),
            line_id=line.id,
            account_id=account_id,
            weekday=weekday,
            start=start,
            minutes=minutes,
            every_weeks=every_weeks,
            week_offset=week_offset,
            valid_from=valid_from,
            promised=promised,
        )
        check_slot(slot, line.cycle_weeks)
        tx.add(slot)
    return tx.changes()


def move_slot(
    store: Store,
    *,
    slot_id: str,
    asked_by: str,
    asked_on: date,
    effective_from: date,
    now: datetime,
    contact_id: str | None = None,
    reason: str | None = None,
    weekday: int | None = None,
    start: int | None = None,
    minutes: int | None = None,
    every_weeks: int | None = None,
    week_offset: int | None = None,
    promised: bool | None = None,
) -> Changes:
    """Changes a slot from ``effective_from`` on; what is not given stays.

    The old slot ends, a new one begins, and a SlotChange says who asked: the customer (whom, when) or us (why).
    Raises RuleError where that is left open or the new slot breaks a rule.
    """
    with store.write("line.move_slot", now=now) as tx:
        slot = tx.get(VisitSlot, slot_id)
        new = moved_slot(
            slot,
            new_id=tx.new_id(),
            effective_from=effective_from,
            cycle_weeks=tx.get(VisitLine, slot.line_id).cycle_weeks,
            weekday=weekday,
            start=start,
            minutes=minutes,
            every_weeks=every_weeks,
            week_offset=week_offset,
        )
        if promised is not None:
            new.promised = promised
        slot.valid_to = check_change(slot, effective_from)
        tx.add(new, _change(tx, slot, new.id, asked_by, asked_on, effective_from, contact_id, reason))
    return tx.changes()


def end_slot(
    store: Store,
    *,
    slot_id: str,
    asked_by: str,
    asked_on: date,
    effective_from: date,
    now: datetime,
    contact_id: str | None = None,
    reason: str | None = None,
) -> Changes:
    """Gives a slot up from ``effective_from`` on, with who asked."""
    with store.write("line.end_slot", now=now) as tx:
        slot = tx.get(VisitSlot, slot_id)
        slot.valid_to = check_change(slot, effective_from)
        slot.end_reason = reason
        tx.add(_change(tx, slot, None, asked_by, asked_on, effective_from, contact_id, reason))
    return tx.changes()


def _change(
    tx: Transaction,
    slot: VisitSlot,
    to_slot_id: str | None,
    asked_by: str,
    asked_on: date,
    effective_from: date,
    contact_id: str | None,
    reason: str | None,
) -> SlotChange:
    if asked_by not in (Asker.CUSTOMER, Asker.US):
        raise RuleError("asker_open")
    if asked_by == Asker.US:
        require(reason, "reason")
    if contact_id is not None:
        tx.get(Contact, contact_id)
    return SlotChange(
        id=tx.new_id(),
        from_slot_id=slot.id,
        to_slot_id=to_slot_id,
        asked_by=asked_by,
        contact_id=contact_id,
        asked_on=asked_on,
        effective_from=effective_from,
        reason=reason,
    )


def add_leave(
    store: Store,
    *,
    first_day: date,
    last_day: date,
    now: datetime,
    reason: str | None = None,
    substitute: str | None = None,
) -> Changes:
    """Days on which the rep is away; visits due then don't count as due.

    ``substitute`` is who goes instead, in words: name and telephone. Raises RuleError ``days_backwards``, and
    ``leave_overlaps`` where one of the days is leave already.
    """
    with store.write("line.leave", now=now) as tx:
        begin_leave(tx, first_day=first_day, last_day=last_day, reason=reason, substitute=substitute)
    return tx.changes()


def begin_leave(
    tx: Transaction,
    *,
    first_day: date,
    last_day: date,
    reason: str | None = None,
    substitute: str | None = None,
) -> None:
    """What `add_leave` does, within a change that is under way."""
    reps = own_first(tx)
    if not reps:
        raise NotFound("line_missing")
    _check_leave(tx, first_day, last_day)
    tx.add(
        Leave(
            id=tx.new_id(),
            rep_id=reps[0].id,
            first_day=first_day,
            last_day=last_day,
            reason=reason,
            substitute=substitute,
        )
    )


def change_leave(
    store: Store,
    *,
    leave_id: str,
    first_day: date,
    last_day: date,
    now: datetime,
    reason: str | None = None,
    substitute: str | None = None,
) -> Changes:
    """Writes a leave anew. Raises NotFound, and RuleError as `add_leave` does."""
    with store.write("line.change_leave", now=now) as tx:
        leave = tx.get(Leave, leave_id)
        _check_leave(tx, first_day, last_day, but=leave_id)
        assign(
            leave,
            {"first_day": first_day, "last_day": last_day, "reason": reason, "substitute": substitute},
        )
    return tx.changes()


def remove_leave(store: Store, *, leave_id: str, now: datetime) -> Changes:
    """Takes a leave back: the rep is there after all. Raises NotFound."""
    with store.write("line.remove_leave", now=now) as tx:
        tx.take_back(tx.get(Leave, leave_id))
    return tx.changes()


def _check_leave(tx: Transaction, first_day: date, last_day: date, but: str = "") -> None:
    if last_day < first_day:
        raise RuleError("days_backwards")
    for other in tx.every(Leave):
        if other.id != but and other.first_day <= last_day and first_day <= other.last_day:
            raise RuleError("leave_overlaps", first=other.first_day, last=other.last_day)


def rename_line(store: Store, *, name: str, now: datetime) -> Changes:
    """What the line is called on papers. Raises RuleError ``name_empty``, NotFound in a book that was not set up."""
    with store.write("line.rename", now=now) as tx:
        assign(the_line(tx), {"name": require(name, "name")})
    return tx.changes()
