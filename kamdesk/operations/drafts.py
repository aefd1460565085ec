"""Drafts: a form as it stands while it is filled in, kept in this copy of the book so that a crash loses nothing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.db.store import Store


def keep_draft(store: Store, *, form: str, subject: str, content: str, now: datetime) -> datetime:
    """Keeps ``content`` (JSON) of the form about ``subject``, in place of what was kept before; returns ``now``."""
    row = {"form": form, "subject": subject, "content": content, "saved_at": now}
    with store.write_local() as connection:
        statement = insert(t.draft).values(**row)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["form", "subject"], set_={"content": content, "saved_at": now}
            )
        )
    return now


def drop_draft(store: Store, *, form: str, subject: str) -> None:
    """The form was saved or given up."""
    with store.write_local() as connection:
        connection.execute(delete(t.draft).where(t.draft.c.form == form, t.draft.c.subject == subject))
