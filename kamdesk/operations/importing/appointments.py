"""What the question about an appointment keeps of it, made into a fixed visit or a planned one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, update

from kamdesk.db import tables as t
from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.line import VisitLine, VisitSlot
from kamdesk.domain.schedule import check_slot, monday_of
from kamdesk.domain.visit import Visit, VisitOrigin
from kamdesk.domain.walltime import parse_clock
from kamdesk.operations.importing.pending import answered
from kamdesk.operations.own import reps as own_first

KIND = "visits"


def make_slot(line: VisitLine | None, slot_id: str, account_id: str, when: Mapping[str, Any]) -> VisitSlot:
    """The fixed visit that a question speaks of. Raises RuleError as `check_slot` does."""
    if line is None:
        raise NotFound("line_missing")
    day, _, clock = str(when["DTSTART"]).partition(" ")
    first, weeks = date.fromisoformat(day), int(str(when["RRULE"]).split()[0])
    away = (monday_of(first) - line.anchor_monday).days // 7
    slot = VisitSlot(
        id=slot_id,
        line_id=line.id,
        account_id=account_id,
        weekday=first.weekday(),
        start=parse_clock(clock),
        minutes=int(when["MINUTES"]),
        every_weeks=weeks,
        week_offset=away % weeks,
        valid_from=first,
        valid_to=date.fromisoformat(str(when["UNTIL"])) if when.get("UNTIL") else None,
    )
    check_slot(slot, line.cycle_weeks)
    return slot


def add_visit(tx: Transaction, account_id: str, when: Mapping[str, Any]) -> None:
    """Plans the single visit that an event speaks of; what it is called is what the visit is to bring about."""
    day, _, clock = str(when["DTSTART"]).partition(" ")
    reps = own_first(tx)
    if not reps:
        raise NotFound("line_missing")
    tx.add(
        Visit(
            id=tx.new_id(),
            account_id=tx.get(Account, account_id).id,
            rep_id=reps[0].id,
            zone=reps[0].zone,
            planned_date=date.fromisoformat(day),
            planned_start=parse_clock(clock),
            planned_minutes=int(when["MINUTES"]),
            origin=VisitOrigin.AD_HOC,
            objective=str(when.get("SUMMARY") or "") or None,
        )
    )


def take_visit(store: Store, pending: Row[Any], *, account_id: str | None, now: datetime) -> Changes:
    """What an appointment comes to for the account it is of: a fixed visit, or a planned one.

    Raises NotFound where the account is gone, RuleError where none is named or the line can't have the visit.
    """
    if account_id is None:
        raise RuleError("import_answer_whose")
    when = json.loads(pending.content)["asked"]
    with store.write("import.answer", now=now, summary=when.get("SUMMARY")) as tx:
        tx.get(Account, account_id)
        if "RRULE" in when:
            lines = tx.every(VisitLine)
            tx.add(make_slot(lines[0] if lines else None, tx.new_id(), account_id, when))
        else:
            add_visit(tx, account_id, when)
        tx.flush()
        tx.connection.execute(
            update(t.import_pending)
            .where(t.import_pending.c.id == pending.id)
            .values(state=answered(tx.changes().operation_id or "", account_id))
        )
    return tx.changes()
