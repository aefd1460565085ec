"""A copy of the book, made while the window has it open."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from kamdesk.db.opening import check_book
from kamdesk.db.store import Store
from kamdesk.operations.copies import make_copies, make_copy
from tests.books import NOW


def test_a_copy_is_made_while_the_window_has_the_book(book: Store, tmp_path: Path) -> None:
    book.hold()
    copy = make_copy(book, folder=tmp_path / "copies", now=NOW)
    assert check_book(copy) == []


def test_two_places_and_a_stick_that_is_not_there(book: Store, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    without = make_copies(book, folder=tmp_path / "copies", second=stick, now=NOW)
    assert without.path.exists()
    assert without.second is None
    assert without.problem is not None
    assert without.problem.code == "second_place_missing"
    stick.mkdir()
    both = make_copies(book, folder=tmp_path / "copies", second=stick, now=NOW)
    assert both.problem is None
    assert both.second is not None
    assert both.second.parent == stick
    assert both.second.read_bytes()[:15] == b"SQLite format 3"


def test_as_many_of_the_newest_are_kept_as_was_chosen(book: Store, tmp_path: Path) -> None:
    for minute in range(8):
        make_copy(book, folder=tmp_path / "copies", now=NOW + timedelta(minutes=minute), keep=3)
    assert len(list((tmp_path / "copies").glob("book-*.kam"))) == 3
