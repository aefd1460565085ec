"""The passphrase of a book that exists, and the lock before the informants that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kamdesk.db.key import Passphrase
from kamdesk.db.opening import new_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import InputError, RuleError
from kamdesk.operations.book import set_up
from kamdesk.operations.book_key import change_passphrase
from kamdesk.operations.confidential import asks_for_book, set_lock, unlock
from tests.books import NOW


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Store]:
    store = new_book(tmp_path / "plain.kam", None, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    yield store
    store.close()


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Store]:
    store = new_book(tmp_path / "locked.kam", Passphrase("old one"), now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    yield store
    store.close()


def test_the_old_one_must_fit(locked: Store) -> None:
    key = locked.key
    for wrong in (None, "", "old", "Old one"):
        with pytest.raises(RuleError, match="passphrase_wrong"):
            change_passphrase(locked, old=wrong, new="new one", now=NOW)
    assert locked.key == key
    assert not change_passphrase(locked, old="old one", new="new one", now=NOW)
    assert locked.key != key
    with pytest.raises(RuleError, match="passphrase_wrong"):
        change_passphrase(locked, old="old one", new=None, now=NOW)


def test_an_empty_new_one_is_none_at_all(plain: Store) -> None:
    with pytest.raises(InputError, match="passphrase_empty"):
        change_passphrase(plain, old=None, new="", now=NOW)
    with pytest.raises(RuleError, match="passphrase_none"):
        change_passphrase(plain, old=None, new=None, now=NOW)
    assert plain.key is None


def test_the_informants_lock_follows_the_book(plain: Store) -> None:
    set_lock(plain, passphrase="of the lock", now=NOW)
    change_passphrase(plain, old=None, new="of the book", now=NOW)
    assert asks_for_book(plain)
    unlock(plain, passphrase="of the book", now=NOW)
    change_passphrase(plain, old="of the book", new="another", now=NOW)
    unlock(plain, passphrase="another", now=NOW)
    with pytest.raises(RuleError, match="lock_wrong"):
        unlock(plain, passphrase="of the lock", now=NOW)


def test_taken_away_it_still_keeps_the_informants(locked: Store) -> None:
    change_passphrase(locked, old="old one", new=None, now=NOW)
    assert locked.key is None
    with pytest.raises(RuleError, match="lock_there"):
        set_lock(locked, passphrase="somebody else's", now=NOW)
    with pytest.raises(RuleError, match="lock_wrong"):
        unlock(locked, passphrase="somebody else's", now=NOW)
    unlock(locked, passphrase="old one", now=NOW)
