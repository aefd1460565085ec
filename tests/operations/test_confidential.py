"""The lock in front of the informants, and what is written behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.key import Passphrase
from kamdesk.db.opening import new_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.operations import accounts, confidential, contacts
from kamdesk.operations.book import set_up
from kamdesk.operations.undo import last_done, last_undone, undo
from kamdesk.reads.confidential import informants, lock_state
from kamdesk.words import Words
from tests.books import NOW, only

SECRET = "三月初七出货"


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="海川建材", now=NOW), "account")


@pytest.fixture
def contact(book: Store, account: str) -> str:
    return only(contacts.add_contact(book, account_id=account, name="周敏", now=NOW), "contact")


@pytest.fixture
def encrypted(tmp_path: Path) -> Iterator[Store]:
    store = new_book(tmp_path / "locked.kam", Passphrase(SECRET), now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    yield store
    store.close()


def refused(store: Store, passphrase: str, *, after: float = 0) -> str:
    with pytest.raises(RuleError) as told:
        confidential.unlock(store, passphrase=passphrase, now=NOW + timedelta(seconds=after))
    return told.value.code


def test_an_open_book_is_given_a_passphrase_of_its_own_once(book: Store) -> None:
    assert lock_state(book).is_set is False
    assert refused(book, SECRET) == "lock_wrong", "nothing opens what was never set"
    with pytest.raises(RuleError, match="lock_short"):
        confidential.set_lock(book, passphrase=" 12 ", now=NOW)
    confidential.set_lock(book, passphrase=SECRET, now=NOW)
    assert lock_state(book).is_set
    confidential.unlock(book, passphrase=SECRET, now=NOW)
    assert refused(book, f"{SECRET}x") == "lock_wrong"
    with pytest.raises(RuleError, match="lock_there"):
        confidential.set_lock(book, passphrase="something else", now=NOW)
    with book.read() as connection:
        kept = "".join(connection.scalars(select(t.book.c.value)))
    assert SECRET not in kept
    assert '"n": 32768,' in kept, "a tenth of a second a try, whatever tests take"


def test_wrong_tries_wait_longer_and_longer_and_a_right_one_ends_that(book: Store) -> None:
    confidential.set_lock(book, passphrase=SECRET, now=NOW, cost=2)
    codes = [refused(book, "wrong one") for _ in range(4)]
    assert codes == ["lock_wrong", "lock_wrong", "lock_wrong_wait", "lock_wait"]
    assert refused(book, SECRET, after=4) == "lock_wait", "even the right one is not looked at too soon"
    assert refused(book, "wrong one", after=6) == "lock_wrong_wait"
    assert refused(book, SECRET, after=15) == "lock_wait", "now it is ten seconds"
    confidential.unlock(book, passphrase=SECRET, now=NOW + timedelta(seconds=17))
    assert refused(book, "wrong one", after=18) == "lock_wrong"


def test_a_clock_set_back_does_not_lock_the_rep_out(book: Store) -> None:
    confidential.set_lock(book, passphrase=SECRET, now=NOW, cost=2)
    for _ in range(3):
        refused(book, "wrong one")
    confidential.unlock(book, passphrase=SECRET, now=NOW - timedelta(days=2))


def test_an_encrypted_book_asks_for_its_own_passphrase(encrypted: Store) -> None:
    lock = lock_state(encrypted)
    assert (lock.of_book, lock.is_set) == (True, True)
    confidential.unlock(encrypted, passphrase=SECRET, now=NOW)
    assert refused(encrypted, "wrong one") == "lock_wrong"
    assert refused(encrypted, "") == "lock_wrong"
    with pytest.raises(RuleError, match="lock_there"):
        confidential.set_lock(encrypted, passphrase="something else", now=NOW)


def test_recorded_changed_ended_each_with_its_undo(book: Store, account: str, contact: str) -> None:
    def seen() -> list[tuple[str, str | None, date | None, date | None]]:
        return [
            (row.name, row.told, row.last_heard, row.until) for row in informants(book, account_id=account)
        ]

    heard, today = date(2026, 11, 20), date(2026, 11, 24)
    record = confidential.record_informant(
        book, contact_id=contact, account_id=account, told="年底换供应商", last_heard=heard, now=NOW
    )
    row = only(record, "informant_assignment")
    with pytest.raises(RuleError, match="informant_there"):
        confidential.record_informant(book, contact_id=contact, account_id=account, now=NOW)
    change = confidential.change_informant(book, assignment_id=row, told="定了", last_heard=today, now=NOW)
    end = confidential.end_informant(book, assignment_id=row, now=NOW)
    assert seen() == [("周敏", "定了", today, today)]
    again = confidential.record_informant(book, contact_id=contact, account_id=account, now=NOW)
    assert [until for *_, until in seen()] == [None, today], "those of today first"
    for step, left in (
        (again, [("周敏", "定了", today, today)]),
        (end, [("周敏", "定了", today, None)]),
        (change, [("周敏", "年底换供应商", heard, None)]),
        (record, []),
    ):
        undo(book, operation_id=str(step.operation_id), now=NOW)
        assert seen() == left


def test_its_name_and_the_list_of_operations_tell_nothing(book: Store, account: str, contact: str) -> None:
    confidential.record_informant(book, contact_id=contact, account_id=account, told="年底换供应商", now=NOW)
    with book.read() as connection:
        row = connection.execute(select(t.operation).order_by(t.operation.c.number.desc())).first()
    assert row is not None
    assert (row.name, row.summary) == (confidential.NAME, None)
    for language, word in (("zh", "信息员"), ("en", "informant")):
        assert word not in Words(language).text(f"operation.{row.name}")  # type: ignore[arg-type]


def test_locked_undo_and_redo_pass_over_what_is_behind_the_lock(
    book: Store, account: str, contact: str
) -> None:
    hidden = (confidential.NAME,)
    note = accounts.change_account(book, account_id=account, city="台州市", now=NOW)
    secret = confidential.record_informant(book, contact_id=contact, account_id=account, now=NOW)
    with book.read() as connection:
        locked, opened = last_done(connection, hidden), last_done(connection)
    assert locked is not None
    assert opened is not None
    assert (locked.operation_id, opened.operation_id) == (note.operation_id, secret.operation_id)
    undo(book, operation_id=locked.operation_id, now=NOW)
    assert len(informants(book, account_id=account)) == 1, "what is hidden stays as it is"
    with book.read() as connection:
        redo = last_undone(connection, hidden)
    assert redo is not None
    assert redo.name == "account.change"
    undo(book, operation_id=redo.operation_id, now=NOW)
    undo(book, operation_id=str(secret.operation_id), now=NOW)
    with book.read() as connection:
        assert last_undone(connection, hidden) is None
        assert (last_undone(connection) or redo).name == confidential.NAME
