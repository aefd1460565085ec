"""A new book's first rows: the rep, the working week, an empty line, the unit rule."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import AccountLevel, UnitRule
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.line import VisitLine
from kamdesk.domain.rep import Rep, WorkingHours
from kamdesk.domain.walltime import local_day, zone_of
from kamdesk.operations.fields import assign, require
from kamdesk.operations.own import reps as own_first
from kamdesk.operations.week_end.identity import LONGEST

SET_UP = "book.set_up"
WORKING_DAYS = range(5)
BEGINS, ENDS = 8 * 60 + 30, 17 * 60 + 30


def set_up(
    store: Store,
    *,
    rep_name: str,
    now: datetime,
    company: str | None = None,
    phone: str | None = None,
    zone: str = "Asia/Shanghai",
) -> Changes:
    """Gives an empty book its rep, working hours from Monday to Friday, and a line.

    The line's cycles count from the Monday of the week of ``now`` in ``zone``. Each of these can be changed later.
    Raises RuleError where the book has a rep already.
    """
    today = local_day(now, zone)
    rep_name = _called(rep_name)
    with store.write(SET_UP, now=now) as tx:
        if tx.every(Rep):
            raise RuleError("book_set_up_already")
        rep = Rep(id=tx.new_id(), name=rep_name, company=company, phone=phone, zone=zone)
        tx.add(rep)
        for weekday in WORKING_DAYS:
            tx.add(WorkingHours(id=tx.new_id(), rep_id=rep.id, weekday=weekday, begins=BEGINS, ends=ENDS))
        monday = today - timedelta(days=today.weekday())
        tx.add(VisitLine(id=tx.new_id(), rep_id=rep.id, name=rep_name, zone=zone, anchor_monday=monday))
        tx.add(UnitRule(id=tx.new_id(), level=AccountLevel.COMPANY, set_on=today))
    return tx.changes()


def change_rep(store: Store, *, rep_id: str, now: datetime, **fields: object) -> Changes:
    """Writes the given fields of the rep (name, company, phone, zone, tolerance, lunch, home)."""
    if "name" in fields:
        fields["name"] = _called(str(fields["name"] or ""))
    if "zone" in fields:
        zone_of(str(fields["zone"]))
    with store.write("rep.change", now=now) as tx:
        assign(tx.get(Rep, rep_id), fields)
    return tx.changes()


def _called(name: str) -> str:
    """A rep's name, as long as one on a card may be."""
    name = require(name, "name")
    if len(name) > LONGEST:
        raise RuleError("identity_name", limit=LONGEST)
    return name


def book_day(tx: Transaction) -> date:
    """Which day it is for the rep: the local day of the transaction's moment in the rep's zone."""
    reps = own_first(tx)
    return local_day(tx.now, reps[0].zone if reps else "UTC")
