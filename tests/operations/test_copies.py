"""A copy of the book, made while the window has it open."""

from __future__ import annotations

from pathlib import Path

from kamdesk.db.opening import check_book
from kamdesk.db.store import Store
from kamdesk.operations.copies import make_copy
from tests.books import NOW


def test_a_copy_is_made_while_the_window_has_the_book(book: Store, tmp_path: Path) -> None:
    book.hold()
    copy = make_copy(book, folder=tmp_path / "copies", now=NOW)
    assert check_book(copy) == []
