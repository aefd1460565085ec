"""What was accepted of a planned line, written as one step: visits moved, visits begun, single visits put elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.line import Asker, SlotChange, VisitLine, VisitSlot
from kamdesk.domain.schedule import check_change, check_slot, moved_slot
from kamdesk.operations.fields import require
from kamdesk.operations.line import the_line


@dataclass(frozen=True, slots=True)
class Move:
    """Another place for a fixed visit; ``weekday`` 0 is Monday, ``start`` a minute of the day."""

    slot_id: str
    weekday: int
    start: int
    week_offset: int


@dataclass(frozen=True, slots=True)
class Begin:
    """A fixed visit for an account that had none."""

    account_id: str
    weekday: int
    start: int
    minutes: int
    every_weeks: int
    week_offset: int


def accept_plan(
    store: Store,
    *,
    moves: Sequence[Move] = (),
    begins: Sequence[Begin] = (),
    effective_from: date,
    asked_by: str,
    reason: str,
    now: datetime,
    asked_slot: str | None = None,
) -> Changes:
    """Writes what was accepted, in one transaction, so that one step back takes all of it back.

    ``asked_slot`` is the visit whose move the customer asked for; every other one we ask for, with the reason. Raises
    RuleError ``plan_promised`` where a promised visit would move that its customer did not ask for, else as
    `moved_slot` and `check_slot` do.
    """
    with store.write("line.accept_plan", now=now) as tx:
        for move in moves:
            by = asked_by if move.slot_id == asked_slot else Asker.US
            _move(tx, move, effective_from, by, reason)
        for begin in begins:
            _begin(tx, begin, effective_from)
    return tx.changes()


def _move(tx: Transaction, move: Move, effective_from: date, asked_by: str, reason: str) -> None:
    slot = tx.get(VisitSlot, move.slot_id)
    if slot.promised and asked_by != Asker.CUSTOMER:
        raise RuleError("plan_promised", name=tx.get(Account, slot.account_id).name)
    new = moved_slot(
        slot,
        new_id=tx.new_id(),
        effective_from=effective_from,
        cycle_weeks=tx.get(VisitLine, slot.line_id).cycle_weeks,
        weekday=move.weekday,
        start=move.start,
        week_offset=move.week_offset,
    )
    slot.valid_to = check_change(slot, effective_from)
    change = SlotChange(
        id=tx.new_id(),
        from_slot_id=slot.id,
        to_slot_id=new.id,
        asked_by=asked_by,
        asked_on=effective_from,
        effective_from=effective_from,
        reason=require(reason, "reason"),
    )
    tx.add(new, change)


def _begin(tx: Transaction, begin: Begin, effective_from: date) -> None:
    tx.get(Account, begin.account_id)
    line = the_line(tx)
    slot = VisitSlot(
        id=tx.new_id(),
        line_id=line.id,
        account_id=begin.account_id,
        weekday=begin.weekday,
        start=begin.start,
        minutes=begin.minutes,
        every_weeks=begin.every_weeks,
        week_offset=begin.week_offset,
        valid_from=effective_from,
    )
    check_slot(slot, line.cycle_weeks)
    tx.add(slot)
