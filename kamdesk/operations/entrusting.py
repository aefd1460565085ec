"""Letting another read who informs us, one entry by name: a manager, or a colleague whom it is handed on to.

Its operations' name tells nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.changes import Changes
from kamdesk.domain.contact import COLLEAGUE, MANAGER, InformantAssignment, InformantShare
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.confidential import NAME
from kamdesk.operations.week_end.identity import own_keys
from kamdesk.operations.week_end.peers import Reader, readers_in
from kamdesk.reads.entrusted import entrusted_in


def share_informant(
    store: Store, *, assignment_id: str, manager: str, now: datetime, role: str = MANAGER
) -> Changes:
    """The manager of this name reads the entry too, from the next package on: as it is then, and as it is changed. With
    ``role`` a colleague's the colleague of this name, who may take it over.

    Raises NotFound where nobody of that name is known, RuleError where it is shared already.
    """
    with store.write(NAME, now=now) as tx:
        tx.get(InformantAssignment, assignment_id)
        if Reader(manager, role) not in readers_in(tx.connection):
            raise NotFound("manager_missing" if role == MANAGER else "reader_missing", name=manager)
        if not _share(tx, assignment_id, manager, role):
            raise RuleError("informant_shared", name=manager)
    return tx.changes()


def hand_on(tx: Transaction, *, assignment_ids: Collection[str], name: str) -> None:
    """Within a hand-over: the one who takes the account over gets these. Raises NotFound where the card is unknown."""
    role = role_of(readers_in(tx.connection), name)
    if assignment_ids and role is None:
        raise NotFound("reader_missing", name=name)
    for each in assignment_ids:
        tx.get(InformantAssignment, each)
        _share(tx, each, name, role or COLLEAGUE)


def role_of(readers: Collection[Reader], name: str) -> str | None:
    """As what somebody is known who takes accounts over: as a colleague, else as a manager, else not."""
    return next((role for role in (COLLEAGUE, MANAGER) if Reader(name, role) in readers), None)


def _share(tx: Transaction, assignment_id: str, name: str, role: str) -> bool:
    """Whether it was not shared with that one already. A manager's has no role, as in older versions."""
    for share in tx.every(InformantShare, assignment_id=assignment_id, manager=name):
        if (share.role or MANAGER) == role:
            return False
    share = InformantShare(id=tx.new_id(), assignment_id=assignment_id, manager=name)
    if role != MANAGER:
        share.role = role
    tx.add(share)
    return True


def end_informant_share(store: Store, *, share_id: str, now: datetime) -> Changes:
    """With the next package it leaves the other's book; what was read or taken over cannot be called back."""
    with store.write(NAME, now=now) as tx:
        tx.take_back(tx.get(InformantShare, share_id))
    return tx.changes()


def take_over_informant(store: Store, *, rep: str, share_id: str, now: datetime) -> Changes:
    """What ``rep`` handed on becomes an entry of this book's own: what was told and when, and of whom it is.

    Raises NotFound where it is shared no more, RuleError where the account or the person has not come, or the person is
    recorded already.
    """
    keys = own_keys(store)
    with store.write(NAME, now=now) as tx:
        known = entrusted_in(tx.connection, keys)
        found = next((each for each in known if (each.rep, each.id) == (rep, share_id)), None)
        if found is None:
            raise NotFound("entrusted_missing")
        if found.mine:
            raise RuleError("informant_there")
        if found.account_id is None or found.contact_id is None:
            raise RuleError("entrusted_apart")
        tx.add(
            InformantAssignment(
                id=tx.new_id(),
                contact_id=found.contact_id,
                account_id=found.account_id,
                last_heard=found.last_heard,
                told=found.told,
                until=found.until,
                told_by=found.rep,
            )
        )
    return tx.changes()
