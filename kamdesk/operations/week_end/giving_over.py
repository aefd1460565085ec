"""The office lets another rep look after an account from now on: it goes to the one's book and leaves the other's."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.knowledge.team import HandoverReason
from kamdesk.operations.knowledge.handing_over import record_handover
from kamdesk.operations.week_end.identity import own_card_in
from kamdesk.operations.week_end.peers import peers_in
from kamdesk.reads.aliases import read_aliases
from kamdesk.sync.book.scope import is_office, own


def give_over(store: Store, *, account_id: str, rep: str, day: date, now: datetime) -> Changes:
    """The account, what is merged into it, and what stands below it and is the same reps', becomes the rep's.

    It is recorded as a hand-over of ``day`` by whoever had it. Whose it is follows for good: undo takes the record back
    alone. Raises RuleError in a book that is no office's, NotFound for a name that no enrolled rep has.
    """
    with store.write("handover.record", now=now, summary=rep) as tx:
        connection = tx.connection
        if not is_office(connection):
            raise RuleError("give_no_office")
        if not any(
            peer.card.rep == rep and peer.card.role != "office" and peer.removed_at is None
            for peer in peers_in(connection)
        ):
            raise NotFound("peer_missing", name=rep)
        before = _owners(connection, account_id)
        for account in _with_all_below(connection, account_id):
            owners = _owners(connection, account)
            if account != account_id and owners != before:
                continue
            ids = read_aliases(connection).ids(account)
            record_handover(
                tx,
                account,
                given_by=", ".join(sorted(owners)) or own_card_in(connection).card.rep,
                taken_by=rep,
                reason=HandoverReason.TRANSFER,
                handed_on=day,
            )
            marks = ",".join("?" * len(ids))
            connection.exec_driver_sql(f"DELETE FROM sync_owner WHERE account IN ({marks})", ids)
            own(connection, rep, list(ids))
    return tx.changes()


def _owners(connection: Connection, account: str) -> set[str]:
    return {
        row.rep for row in plain.rows(connection, "SELECT rep FROM sync_owner WHERE account = ?", (account,))
    }


def _with_all_below(connection: Connection, account: str) -> list[str]:
    found = [account]
    for each in found:
        below = select(t.account.c.id).where(
            t.account.c.parent_id == each, t.account.c.deleted_at.is_(None), t.account.c.merged_into.is_(None)
        )
        found += [row for row in connection.scalars(below.order_by(t.account.c.id)) if row not in found]
    return found
