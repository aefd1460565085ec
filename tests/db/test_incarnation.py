"""A copy of the file is noticed when it is opened, a move is none."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kamdesk.db import incarnation
from kamdesk.db import tables as t
from kamdesk.db.key import Passphrase
from kamdesk.db.opening import new_book, open_book
from kamdesk.db.rekeying import change_key
from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account
from tests.books import NOW, make_book


def replicas(store: Store) -> list[str]:
    with store.read() as connection:
        return list(connection.scalars(select(t.replica.c.id).order_by(t.replica.c.number)))


def reopened(path: Path) -> list[str]:
    store = open_book(path, backups=path.parent / "backups", now=NOW)
    found = replicas(store)
    store.close()
    return found


def test_a_book_opened_again_where_it_lies_stays_who_it_is(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    before = replicas(store)
    store.close()
    assert reopened(store.path) == before


def test_a_copy_is_another_and_the_book_stays_who_it_is(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    before = replicas(store)
    store.close()
    copy = tmp_path / "copy.kam"
    shutil.copy(store.path, copy)
    assert reopened(copy)[:-1] == before
    assert len(reopened(copy)) == len(before) + 1
    assert reopened(store.path) == before


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="the system has no attributes of files")
def test_an_older_state_put_into_the_books_own_file_is_another(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    before = replicas(store)
    store.close()
    older = tmp_path / "older"
    shutil.copy(store.path, older)
    store = open_book(store.path, backups=tmp_path / "backups", now=NOW)
    add_account(store, name="岩屿", now=NOW)
    store.close()
    number = store.path.stat().st_ino
    shutil.copyfile(older, store.path)
    assert store.path.stat().st_ino == number
    after = reopened(store.path)
    assert after[:-1] == before
    assert reopened(store.path) == after


def test_a_moved_file_is_no_copy(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    before = replicas(store)
    store.close()
    place = tmp_path / "elsewhere.kam"
    store.path.rename(place)
    assert reopened(place) == before


def test_a_book_brought_to_another_computer_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_book(tmp_path)
    before = replicas(store)
    store.close()
    monkeypatch.setattr(incarnation.platform, "node", lambda: "the other laptop")
    assert reopened(store.path)[:-1] == before


def test_a_new_passphrase_makes_no_copy(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    before = replicas(store)
    change_key(store, Passphrase("晴天走线"))
    store.close()
    store = open_book(store.path, Passphrase("晴天走线"), backups=tmp_path / "backups", now=NOW)
    assert replicas(store) == before
    store.close()


def test_noticing_a_copy_leaves_no_connection_open(tmp_path: Path) -> None:
    """A connection left behind would keep the file from being replaced, and the log beside it from being folded in."""
    first = make_book(tmp_path / "first")
    first.close()
    copy = tmp_path / "copy.kam"
    shutil.copy(first.path, copy)
    store = open_book(copy, backups=tmp_path / "backups", now=NOW)
    pool: Any = store.engine.pool
    assert (pool.checkedin(), pool.checkedout()) == (0, 0)
    store.close()


def test_a_copy_that_only_took_in_is_another_too(tmp_path: Path) -> None:
    """Others count what it has by its replica, whether it ever wrote itself or not."""
    store = new_book(tmp_path / "book.kam", now=NOW)
    before = replicas(store)
    with store.write_local() as connection:
        connection.exec_driver_sql("INSERT INTO book (name, value) VALUES ('sync.sequence', '3')")
    store.close()
    copy = tmp_path / "copy.kam"
    shutil.copy(store.path, copy)
    assert reopened(copy) != before
