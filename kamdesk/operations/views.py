"""Views of a table: saved under a name, renamed, put in order, removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.view import SavedView
from kamdesk.operations.fields import assign, require


def save_view(
    store: Store, *, table: str, name: str, content: str, now: datetime, view_id: str | None = None
) -> Changes:
    """Keeps ``content`` as a new view of ``table``, the last in order, or as the new content of ``view_id``.

    Raises RuleError for an empty name and for one that another view of the table has.
    """
    name = require(name, "name")
    with store.write("view.change" if view_id else "view.save", now=now, summary=name) as tx:
        others = tx.every(SavedView, table=table)
        if any(other.name == name and other.id != view_id for other in others):
            raise RuleError("view_name_taken", name=name)
        if view_id:
            assign(tx.get(SavedView, view_id), {"name": name, "content": content})
        else:
            rank = max((other.rank for other in others), default=-1) + 1
            tx.add(SavedView(id=tx.new_id(), table=table, name=name, content=content, rank=rank))
    return tx.changes()


def rename_view(store: Store, *, view_id: str, name: str, now: datetime) -> Changes:
    """Another name for a view. Raises RuleError as `save_view` does."""
    name = require(name, "name")
    with store.write("view.rename", now=now, summary=name) as tx:
        view = tx.get(SavedView, view_id)
        if any(other.name == name and other is not view for other in tx.every(SavedView, table=view.table)):
            raise RuleError("view_name_taken", name=name)
        assign(view, {"name": name})
    return tx.changes()


def order_views(store: Store, *, view_ids: Sequence[str], now: datetime) -> Changes:
    """Puts the views into this order."""
    with store.write("view.order", now=now) as tx:
        for rank, view_id in enumerate(view_ids):
            assign(tx.get(SavedView, view_id), {"rank": rank})
    return tx.changes()


def remove_view(store: Store, *, view_id: str, now: datetime) -> Changes:
    """Takes a view back; the accounts in it are not touched."""
    with store.write("view.remove", now=now) as tx:
        tx.take_back(tx.get(SavedView, view_id))
    return tx.changes()
