"""On which level of the tree accounts are counted."""

from __future__ import annotations

from datetime import datetime

from kamdesk.db.store import Store
from kamdesk.domain.account import AccountLevel, UnitRule
from kamdesk.domain.changes import Changes
from kamdesk.operations.book import book_day
from kamdesk.operations.own import reps


def set_unit_rule(store: Store, *, level: str, now: datetime, set_by: str | None = None) -> Changes:
    """The managed unit from today on. Setting the level that the book began with confirms it.

    Raises ValueError for a level that there isn't.
    """
    with store.write("unit_rule.set", now=now) as tx:
        by = set_by or next((rep.name for rep in reps(tx)), None)
        tx.add(UnitRule(id=tx.new_id(), level=AccountLevel(level), set_on=book_day(tx), set_by=by))
    return tx.changes()
