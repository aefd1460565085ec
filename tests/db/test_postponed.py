"""A large write leaves the search index for later; in the end it is the one that would have been made."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kamdesk.db import marking, transaction
from kamdesk.db.index import building, postponed
from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountTag
from kamdesk.domain.changes import Changes
from kamdesk.domain.contact import Contact, ContactPost
from kamdesk.domain.note import Note
from kamdesk.operations import accounts
from kamdesk.operations.indexing import build_piece
from kamdesk.operations.undo import undo
from kamdesk.reads.search import search_kind
from tests.books import NOW, TODAY, only
from tests.db.index_check import assert_index_is_true
from tests.operations.replay import check_log, content


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transaction, "MANY", 10)
    monkeypatch.setattr(postponed, "PIECE", 25)
    monkeypatch.setattr(marking, "_AT_ONCE", 40)


def brought(book: Store, firms: int = 6, flush: bool = True) -> Changes:
    """As an import writes: a firm with a tag, a person and a note, flushed after each second."""
    with book.write("import.lists", now=NOW) as tx:
        for number in range(firms):
            made = tx.make(Account, id=tx.new_id(), name=f"海川建材{number}")
            tx.make(AccountTag, id=tx.new_id(), account_id=made.id, tag="重点", rank=0)
            person = tx.make(Contact, id=tx.new_id(), name="尉迟敏")
            tx.make(ContactPost, id=tx.new_id(), account_id=made.id, contact_id=person.id, rank=0)
            tx.make(Note, id=tx.new_id(), account_id=made.id, text="月底催款", noted_on=TODAY)
            if flush and number % 2:
                tx.flush()
    return tx.changes()


def finish(book: Store) -> list[float]:
    shares = []
    while not (piece := build_piece(book)).ready:
        shares.append(piece.done / piece.total)
    return shares


def found(book: Store, typed: str) -> int:
    return len(search_kind(book, typed=typed, kind="account").hits)


def test_what_a_large_write_brought_is_found_once_the_pieces_are_read(book: Store) -> None:
    changes = brought(book)
    assert not building_state(book).ready
    assert found(book, "海川") == 0
    shares = finish(book)
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert shares[-1] < 1
    assert found(book, "海川") == 6
    assert {len(ids) for ids in changes.rows.values()} == {6}
    assert_index_is_true(book)


def building_state(book: Store) -> building.Building:
    with book.read() as connection:
        return building.state(connection)


def test_what_is_written_between_two_pieces_is_found_at_once(book: Store) -> None:
    changes = brought(book)
    build_piece(book)
    own = only(accounts.add_account(book, name="岩屿", now=NOW), "account")
    assert [hit.id for hit in search_kind(book, typed="岩屿", kind="account").hits] == [own]
    renamed = sorted(changes.of("account"))[-1]
    accounts.change_account(book, account_id=renamed, name="岩屿二", now=NOW)
    more = brought(book, firms=3)
    assert more.operation_id
    finish(book)
    assert (found(book, "海川"), found(book, "岩屿")) == (8, 2)
    assert_index_is_true(book)


def test_undone_before_and_after_it_is_read(book: Store) -> None:
    changes = brought(book)
    build_piece(book)
    assert changes.operation_id
    gone = undo(book, operation_id=changes.operation_id, now=NOW)
    finish(book)
    assert found(book, "海川") == 0
    assert gone.operation_id
    undo(book, operation_id=gone.operation_id, now=NOW + timedelta(hours=1))
    finish(book)
    assert found(book, "海川") == 6
    assert_index_is_true(book)


def test_an_index_that_is_being_made_begins_again(book: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "PIECE", 2)
    brought(book, firms=3)
    finish(book)
    with book.write_local() as connection:
        building.begin_anew(connection)
        for _ in range(4):
            building.build_piece(connection)
    brought(book)
    finish(book)
    assert found(book, "海川") == 9
    assert_index_is_true(book)


def test_a_large_import_goes_back_and_comes_again_as_it_was(book: Store) -> None:
    with book.read() as connection:
        before = content(connection)
    changes = brought(book)
    with book.read() as connection:
        after = content(connection)
    assert changes.operation_id
    gone = undo(book, operation_id=changes.operation_id, now=NOW)
    assert {table: set(ids) for table, ids in gone.rows.items()} == {
        table: set(ids) for table, ids in changes.rows.items()
    }
    with book.read() as connection:
        assert content(connection) == before
        check_log(connection)
    assert gone.operation_id
    undo(book, operation_id=gone.operation_id, now=NOW + timedelta(hours=1))
    with book.read() as connection:
        assert content(connection) == after
        check_log(connection)
