"""Files kept with rows: content once, names harmless, each step undone."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.note import LARGEST
from kamdesk.operations import accounts
from kamdesk.operations.attachments import attach, remove_attachment, rename_attachment
from kamdesk.operations.undo import undo
from kamdesk.reads.attachments import attachment_content, attachments
from tests.books import NOW, only


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="海川建材", now=NOW), "account")


def stored(book: Store) -> int:
    with book.read() as connection:
        return connection.scalar(select(func.count()).select_from(t.attachment_content)) or 0


def names(book: Store, account: str) -> list[str]:
    return [file.name for file in attachments(book, account_id=account)]


def test_content_is_stored_once_and_stays_for_undo(book: Store, account: str) -> None:
    step = attach(
        book, subject="account", subject_id=account, files=[("../../x", b"same"), ("y.png", b"same")], now=NOW
    )
    assert stored(book) == 1
    files = attachments(book, account_id=account)
    assert sorted((file.name, file.media_type, file.size) for file in files) == [
        ("x", None, 4),
        ("y.png", "image/png", 4),
    ]
    assert attachment_content(book, sha256=files[0].sha256) == b"same"
    again = undo(book, operation_id=str(step.operation_id), now=NOW)
    assert (names(book, account), stored(book)) == ([], 1)
    undo(book, operation_id=str(again.operation_id), now=NOW)
    assert len(names(book, account)) == 2


@pytest.mark.parametrize(("content", "code"), [(b"", "file_empty"), (bytes(LARGEST + 1), "file_too_large")])
def test_empty_or_too_large_none_is_kept(book: Store, account: str, content: bytes, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        attach(book, subject="account", subject_id=account, files=[("a", b"a"), ("b", content)], now=NOW)
    assert (names(book, account), stored(book)) == ([], 0)


def test_renamed_keeps_its_ending_and_removed_comes_back(book: Store, account: str) -> None:
    added = attach(book, subject="account", subject_id=account, files=[("a.pdf", b"a")], now=NOW)
    row = only(added, "attachment")
    rename_attachment(book, attachment_id=row, name=" 合同 ", now=NOW)
    assert names(book, account) == ["合同.pdf"]
    with pytest.raises(RuleError, match="name_empty"):
        rename_attachment(book, attachment_id=row, name="  ", now=NOW)
    removed = remove_attachment(book, attachment_id=row, now=NOW)
    assert names(book, account) == []
    undo(book, operation_id=str(removed.operation_id), now=NOW)
    assert names(book, account) == ["合同.pdf"]


def test_only_to_rows_that_are_there(book: Store, account: str) -> None:
    with pytest.raises(NotFound):
        attach(book, subject="promise", subject_id=account, files=[("a", b"a")], now=NOW)
    with pytest.raises(ValueError, match="nothing is attached"):
        attach(book, subject="contact", subject_id=account, files=[("a", b"a")], now=NOW)
    with pytest.raises(NotFound):
        attachment_content(book, sha256="0" * 64)
    assert stored(book) == 0
