"""How the book stands: whose it is, when it was last written and copied."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account
from kamdesk.operations.copies import make_copy
from kamdesk.reads.book_state import book_state, last_copy
from tests.books import NOW


def test_a_book_that_was_never_copied(book: Store, tmp_path: Path) -> None:
    state = book_state(book, backups=tmp_path / "backups")
    assert (state.rep, state.zone, state.copied_at) == ("林岚", "Asia/Shanghai", None)
    assert state.changed_at == NOW


def test_a_copy_is_told_by_its_moment(book: Store, tmp_path: Path) -> None:
    later = NOW + timedelta(hours=3)
    add_account(book, name="海川建材", now=NOW + timedelta(hours=1))
    made = make_copy(book, folder=tmp_path / "backups", now=later)
    assert made.exists()
    state = book_state(book, backups=tmp_path / "backups")
    assert (state.copied_at, state.changed_at) == (later, NOW + timedelta(hours=1))


def test_files_of_others_are_no_copies(tmp_path: Path) -> None:
    book = tmp_path / "book.kam"
    for name in ("book-notes.kam", "other-abcdef-20261124T090000Z.kam", "book-abcdef-20269924T090000Z.txt"):
        (tmp_path / name).write_text("")
    assert last_copy(book, tmp_path) is None
    (tmp_path / "book-abcdef-20261124T090000Z-2.kam").write_text("")
    assert last_copy(book, tmp_path) == datetime(2026, 11, 24, 9, tzinfo=UTC)
