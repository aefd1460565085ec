"""Letting a manager read who informs us: one entry, one manager, by name. Its operations' name tells nothing."""

from __future__ import annotations

from datetime import datetime

from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.contact import InformantAssignment, InformantShare
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.confidential import NAME
from kamdesk.operations.week_end.peers import managers_in


def share_informant(store: Store, *, assignment_id: str, manager: str, now: datetime) -> Changes:
    """The manager of this name reads the entry too, from the next package on: as it is then, and as it is changed.

    Raises NotFound where no manager of that name is known, RuleError where it is shared with the manager already.
    """
    with store.write(NAME, now=now) as tx:
        tx.get(InformantAssignment, assignment_id)
        if manager not in managers_in(tx.connection):
            raise NotFound("manager_missing", name=manager)
        if tx.every(InformantShare, assignment_id=assignment_id, manager=manager):
            raise RuleError("informant_shared", name=manager)
        tx.add(InformantShare(id=tx.new_id(), assignment_id=assignment_id, manager=manager))
    return tx.changes()


def end_informant_share(store: Store, *, share_id: str, now: datetime) -> Changes:
    """With the next package it leaves the manager's book; what was read cannot be called back."""
    with store.write(NAME, now=now) as tx:
        tx.take_back(tx.get(InformantShare, share_id))
    return tx.changes()
