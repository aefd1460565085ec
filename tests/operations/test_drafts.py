"""Drafts: a form as it stands while it is filled in."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.drafts import drop_draft, keep_draft
from tests.books import NOW


def kept(book: Store) -> list[tuple[str, str, str]]:
    with book.read() as connection:
        found = connection.execute(select(t.draft).order_by(t.draft.c.form, t.draft.c.subject))
        return [(row.form, row.subject, row.content) for row in found]


def operations(book: Store) -> int:
    with book.read() as connection:
        return connection.scalar(select(func.count()).select_from(t.operation)) or 0


def test_a_draft_takes_the_place_of_the_one_before_and_is_no_operation(book: Store) -> None:
    before = operations(book)
    keep_draft(book, form="report", subject="a", content="1", now=NOW)
    keep_draft(book, form="report", subject="b", content="2", now=NOW)
    later = NOW + timedelta(minutes=1)
    assert keep_draft(book, form="report", subject="a", content="3", now=later) == later
    assert kept(book) == [("report", "a", "3"), ("report", "b", "2")]
    drop_draft(book, form="report", subject="a")
    drop_draft(book, form="report", subject="never kept")
    assert kept(book) == [("report", "b", "2")]
    assert operations(book) == before
