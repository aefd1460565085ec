"""Drafts: what was typed into a form and not saved yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it was left, and when."""

    content: str
    saved_at: datetime


def find_draft(connection: Connection, *, form: str, subject: str) -> Draft | None:
    """What is kept of the form about ``subject``; None for nothing."""
    d = t.draft.c
    row = connection.execute(
        select(d.content, d.saved_at).where(d.form == form, d.subject == subject)
    ).first()
    return Draft(*row) if row else None


def read_draft(store: Store, *, form: str, subject: str) -> Draft | None:
    """`find_draft` in a snapshot of its own."""
    with store.read() as connection:
        return find_draft(connection, form=form, subject=subject)
