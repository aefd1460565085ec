"""Drafts are kept beside the log: no operation, no undo, gone when they are dropped."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account
from kamdesk.operations.drafts import drop_draft, keep_draft
from kamdesk.operations.undo import last_done
from kamdesk.reads.visit_form import visit_form
from tests.books import NOW, TODAY, only

FORM = "visit_report"


def kept(book: Store, account_id: str, subject: str):
    return visit_form(book, account_id=account_id, on=TODAY, subject=subject).draft


def test_the_last_draft_stands_and_is_dropped(book: Store) -> None:
    account_id = only(add_account(book, name="海川建材", now=NOW), "account")
    assert kept(book, account_id, "a") is None
    keep_draft(book, form=FORM, subject="a", content='{"points": "x"}', now=NOW)
    later = NOW + timedelta(minutes=1)
    keep_draft(book, form=FORM, subject="a", content='{"points": "y"}', now=later)
    keep_draft(book, form=FORM, subject="b", content="{}", now=NOW)
    draft = kept(book, account_id, "a")
    assert draft is not None
    assert (draft.content, draft.saved_at) == ('{"points": "y"}', later)
    drop_draft(book, form=FORM, subject="a")
    assert kept(book, account_id, "a") is None
    assert kept(book, account_id, "b") is not None
    with book.read() as connection:
        done = last_done(connection)
    assert done is not None
    assert done.name == "account.add", "a draft is no operation"


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_whatever_is_typed_reads_back(book: Store, text: str) -> None:
    keep_draft(book, form=FORM, subject="a", content=text, now=NOW)
    draft = kept(book, "no account", "a")
    assert draft is not None
    assert draft.content == text
