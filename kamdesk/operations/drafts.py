"""Drafts: a form as it stands while it is filled in, kept in this copy of the book so that a crash loses nothing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete
from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.db.store import Store


def keep_draft(store: Store, *, form: str, subject: str, content: str, now: datetime) -> datetime:
    """Keeps ``content`` (JSON) of the form about ``subject``, in place of what was kept before; returns ``now``."""
    with store.write_local() as connection:
        put_draft(connection, form=form, subject=subject, content=content, now=now)
    return now


def put_draft(connection: Connection, *, form: str, subject: str, content: str, now: datetime) -> None:
    """`keep_draft` within a change that is under way."""
    statement = insert(t.draft).values(form=form, subject=subject, content=content, saved_at=now)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["form", "subject"], set_={"content": content, "saved_at": now}
        )
    )


def drop_draft(store: Store, *, form: str, subject: str) -> None:
    """The form was saved or given up."""
    with store.write_local() as connection:
        connection.execute(delete(t.draft).where(t.draft.c.form == form, t.draft.c.subject == subject))
