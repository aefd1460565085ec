"""Accounts that a colleague looks after too: what hangs on them goes to the colleague with the next package."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.week_end import AccountShare, in_force
from kamdesk.operations.fields import assign, require
from kamdesk.operations.week_end.identity import LONGEST, own_card_in
from kamdesk.operations.week_end.peers import peers_in
from kamdesk.reads.aliases import read_aliases


def share_account(
    store: Store,
    *,
    account_id: str,
    colleague: str,
    since: date,
    now: datetime,
    until: date | None = None,
    purpose: str | None = None,
) -> Changes:
    """From ``since`` on the rep called ``colleague`` on the card looks after the account too (merged: after its whole).

    Shared already, it is from now on shared as said here. The colleague need not be enrolled in this book: the office
    knows the name. Raises RuleError for a name that is empty, too long or one's own, and for days the wrong way round.
    """
    colleague = " ".join(require(colleague, "name").split())
    if len(colleague) > LONGEST:
        raise RuleError("identity_name", limit=LONGEST)
    if until is not None and until < since:
        raise RuleError("share_days")
    with store.write("share.begin", now=now, summary=colleague) as tx:
        account = tx.get(Account, account_id)
        account = tx.get(Account, read_aliases(tx.connection).of(account.id))
        own = own_card_in(tx.connection).card.rep
        if colleague == own:
            raise RuleError("share_self", name=colleague)
        if any(peer.card.role == "office" and peer.card.rep == colleague for peer in peers_in(tx.connection)):
            raise RuleError("share_office", name=colleague)
        values = {"since": since, "until": until, "purpose": (purpose or "").strip() or None}
        for share in tx.every(AccountShare, account_id=account.id, colleague=colleague, shared_by=own):
            if share.until is None or share.until >= since:
                assign(share, {**values, "since": min(since, share.since)})
                break
        else:
            row = AccountShare(
                id=tx.new_id(), account_id=account.id, colleague=colleague, shared_by=own, since=since
            )
            assign(row, values)
            tx.add(row)
    return tx.changes()


def end_sharing(store: Store, *, account_id: str, colleague: str, today: date, now: datetime) -> Changes:
    """From ``today`` on the colleague looks after the account no more; what was written together stays with both.

    Raises NotFound where it isn't shared with that name.
    """
    colleague = " ".join(colleague.split())
    with store.write("share.end", now=now, summary=colleague) as tx:
        shares = [
            share
            for share in tx.every(AccountShare, account_id=account_id, colleague=colleague)
            if in_force(share.since, share.until, today) or share.since > today
        ]
        if not shares:
            raise NotFound("share_missing", name=colleague)
        for share in shares:
            if share.since >= today:
                tx.take_back(share)
            else:
                share.until = today - timedelta(days=1)
    return tx.changes()
