"""What was accepted of a planned line, written as one step: visits moved, visits begun, single visits put elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.contact import Contact
from kamdesk.domain.errors import RuleError
from kamdesk.domain.line import Asker, SlotChange, VisitLine, VisitSlot
from kamdesk.domain.schedule import check_change, check_slot, follows_from, moved_slot
from kamdesk.operations.book import book_day
from kamdesk.operations.fields import require
from kamdesk.operations.line import begin_leave, the_line
from kamdesk.operations.visits import Occurrence, move_one


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


@dataclass(frozen=True, slots=True)
class Wish:
    """The customer's wish for another time of one visit: who asked, when, in which words; ``promised``: the customer
    knows the new time.
    """

    slot_id: str
    contact_id: str | None = None
    asked_on: date | None = None
    words: str | None = None
    promised: bool | None = None


def accept_plan(
    store: Store,
    *,
    moves: Sequence[Move] = (),
    begins: Sequence[Begin] = (),
    effective_from: date,
    reason: str,
    now: datetime,
    wish: Wish | None = None,
) -> Changes:
    """Writes what was accepted, in one transaction, so that one step back takes all of it back.

    A visit that begins after ``effective_from`` is in its new place from its own first week on. ``wish`` is that of the
    customer who asked; every other move we ask for, with the reason. Raises RuleError ``plan_promised`` where a
    promised visit would move that its customer did not ask for, else as `moved_slot` and `check_slot` do.
    """
    with store.write("line.accept_plan" if wish is None else "line.accept_wish", now=now) as tx:
        for move in moves:
            own = wish if wish is not None and wish.slot_id == move.slot_id else None
            _move(tx, move, effective_from, reason, own)
        for begin in begins:
            _begin(tx, begin, effective_from)
    return tx.changes()


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A visit that can't take place on its day, and when it is made up for."""

    visit: Occurrence
    to_date: date
    to_start: int


def make_up(
    store: Store,
    *,
    visits: Sequence[MadeUp],
    reason: str,
    now: datetime,
    leave: tuple[date, date] | None = None,
) -> Changes:
    """Single visits put on other days, as one step; the line stays as it is.

    ``leave``: from when to when the rep is away, recorded with it. Raises RuleError as `move_visit` and `add_leave` do.
    """
    why = require(reason, "reason")
    with store.write("line.make_up", now=now) as tx:
        if leave is not None:
            begin_leave(tx, first_day=leave[0], last_day=leave[1], reason=why)
        for each in visits:
            move_one(tx, each.visit, Asker.US, each.to_date, each.to_start, why)
    return tx.changes()


def _move(tx: Transaction, move: Move, effective_from: date, reason: str, wish: Wish | None) -> None:
    slot = tx.get(VisitSlot, move.slot_id)
    begins, changed = follows_from(slot, effective_from), max(effective_from, slot.valid_from)
    if slot.promised and wish is None:
        raise RuleError("plan_promised", name=tx.get(Account, slot.account_id).name)
    if wish is not None and wish.contact_id is not None:
        tx.get(Contact, wish.contact_id)
    new = moved_slot(
        slot,
        new_id=tx.new_id(),
        effective_from=changed,
        cycle_weeks=tx.get(VisitLine, slot.line_id).cycle_weeks,
        weekday=move.weekday,
        start=move.start,
        week_offset=move.week_offset,
    )
    new.valid_from = begins
    if wish is not None and wish.promised is not None:
        new.promised = wish.promised
    slot.valid_to = check_change(slot, changed)
    change = SlotChange(
        id=tx.new_id(),
        from_slot_id=slot.id,
        to_slot_id=new.id,
        asked_by=Asker.US if wish is None else Asker.CUSTOMER,
        contact_id=wish.contact_id if wish else None,
        asked_on=(wish.asked_on if wish else None) or book_day(tx),
        effective_from=begins,
        reason=wish.words if wish else require(reason, "reason"),
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
