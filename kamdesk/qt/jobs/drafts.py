"""Drafts of the dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from kamdesk.db.store import Store
    from kamdesk.reads.drafts import Draft


def read_draft(store: Store, **arguments: Any) -> Draft | None:
    from kamdesk.reads.drafts import read_draft

    return read_draft(store, **arguments)


def keep_draft(store: Store, **arguments: Any) -> datetime:
    from kamdesk.operations.drafts import keep_draft

    return keep_draft(store, **arguments)


def drop_draft(store: Store, **arguments: Any) -> None:
    from kamdesk.operations.drafts import drop_draft

    drop_draft(store, **arguments)
