"""Accounts that pass from one owner to another, with all that is known of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.knowledge.team import AccountTeam, Part
from kamdesk.operations.entrusting import hand_on
from kamdesk.operations.fields import assign, require
from kamdesk.operations.knowledge.records import add_record


def hand_over(
    store: Store,
    *,
    account_ids: Collection[str],
    given_by: str,
    taken_by: str,
    reason: str,
    handed_on: date,
    now: datetime,
    to_rep_id: str | None = None,
    introduced_on: date | None = None,
    said: str | None = None,
    entries: Collection[str] = (),
) -> Changes:
    """Hands accounts over in one step: each has its handover, the old owner's time ends, the new one's begins.

    Everything recorded stays where it is. ``to_rep_id``: the rep who is in this book already. ``entries`` are those of
    who informs us that go along, sealed to the new owner: no other does. Raises NotFound, and nothing is changed, where
    there are any and the new owner's card is not known.
    """
    given_by, taken_by = require(given_by, "name"), require(taken_by, "name")
    with store.write("handover.record", now=now, summary=taken_by) as tx:
        for account_id in account_ids:
            record_handover(
                tx,
                account_id,
                given_by=given_by,
                taken_by=taken_by,
                reason=reason,
                handed_on=handed_on,
                to_rep_id=to_rep_id,
                introduced_on=introduced_on,
                said=said,
            )
        hand_on(tx, assignment_ids=entries, name=taken_by)
    return tx.changes()


def record_handover(
    tx: Transaction,
    account_id: str,
    *,
    given_by: str,
    taken_by: str,
    reason: str,
    handed_on: date,
    to_rep_id: str | None = None,
    introduced_on: date | None = None,
    said: str | None = None,
) -> None:
    """As `hand_over` of one account, in a step that is under way."""
    account = tx.get(Account, account_id)
    add_record(
        tx,
        "handover",
        {
            "account_id": account_id,
            "given_by": given_by,
            "taken_by": taken_by,
            "to_rep_id": to_rep_id,
            "reason": reason,
            "handed_on": handed_on,
            "introduced_on": introduced_on,
            "state": "done",
            "said": said,
        },
    )
    for row in tx.every(AccountTeam, account_id=account_id, part=Part.OWNER):
        if row.until is None or row.until >= handed_on:
            assign(row, {"until": max(row.since, handed_on - timedelta(days=1))})
    add_record(
        tx,
        "account_team",
        {
            "account_id": account_id,
            "name": taken_by,
            "function": "sales",
            "part": Part.OWNER,
            "rep_id": to_rep_id,
            "since": handed_on,
        },
    )
    if to_rep_id is not None:
        assign(account, {"owner_id": to_rep_id})
