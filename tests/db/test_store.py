"""The store: a write happens whole or not at all, a read sees one state, threads take turns."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, insert, select

from kamdesk.db import tables as t
from kamdesk.db.driver import driver
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store, user_name
from kamdesk.domain.account import Account, AccountPhone
from kamdesk.domain.errors import BookError, NotFound, RuleError
from tests.books import NOW, make_book


def rows(book: Store, table: str) -> int:
    with book.read() as connection:
        return connection.scalar(select(func.count()).select_from(t.metadata.tables[table])) or 0


def counts(book: Store) -> dict[str, int]:
    return {name: rows(book, name) for name in t.metadata.tables}


def add(book: Store, name: str = "岩屿", now: datetime = NOW) -> str:
    with book.write("test.add", now=now) as tx:
        row = Account(id=tx.new_id(), name=name)
        tx.add(row)
    return row.id


def test_what_is_written_is_there_and_told(book: Store) -> None:
    with book.write("test.add", now=NOW, summary="岩屿") as tx:
        account = Account(id=tx.new_id(), name="岩屿")
        phone = AccountPhone(id=tx.new_id(), account_id=account.id, number="1")
        tx.add(phone, account)
    changes = tx.changes()
    assert (changes.operation, changes.rows) == (
        "test.add",
        {"account": {account.id}, "account_phone": {phone.id}},
    )
    with book.read() as connection:
        operation = connection.execute(
            select(t.operation).where(t.operation.c.id == changes.operation_id)
        ).one()
    assert (operation.name, operation.summary, operation.user, operation.at) == (
        "test.add",
        "岩屿",
        book.user,
        NOW,
    )


def test_an_operation_with_nothing_to_do_leaves_nothing(book: Store) -> None:
    account = add(book)
    before = counts(book)
    with book.write("test.same", now=NOW) as tx:
        tx.get(Account, account).name = "岩屿"
        tx.connection.execute(insert(t.book).values(name="a", value="b"))
    assert not tx.changes()
    assert counts(book) == before


def test_an_error_inside_leaves_nothing(book: Store) -> None:
    def half() -> None:
        with book.write("test", now=NOW) as tx:
            tx.add(Account(id=tx.new_id(), name="x"))
            tx.flush()
            tx.connection.execute(insert(t.book).values(name="a", value="b"))
            raise KeyError("a fault of the program")

    before = counts(book)
    with pytest.raises(KeyError, match="a fault"):
        half()
    assert counts(book) == before
    add(book)


def test_what_is_only_tried_is_seen_inside_and_leaves_nothing(book: Store) -> None:
    before = counts(book)
    said: list[str] = []
    with book.write("test.try", now=NOW, tried=True) as tx:
        raw = tx.connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(said.append)
        tx.add(Account(id="tried", name="岩屿"))
        tx.flush()
        assert tx.get(Account, "tried").name == "岩屿"
        assert tx.connection.scalar(select(func.count()).select_from(t.change))
    raw.set_trace_callback(None)
    assert counts(book) == before
    assert said
    assert not [line for line in said if "search_" in line], "nobody will ever search for it"


def test_a_link_to_nowhere_is_refused_at_the_end(book: Store) -> None:
    before = counts(book)
    with pytest.raises(NotFound) as told, book.write("test", now=NOW) as tx:
        tx.add(AccountPhone(id=tx.new_id(), account_id="nowhere", number="1"))
    assert told.value.code == "link_missing"
    assert counts(book) == before


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": None}, "value_missing"),
        ({"name": "x", "visit_minutes": 2**63}, "value_too_large"),
        ({"name": "\ud800"}, "value_unreadable"),
    ],
)
def test_values_no_book_can_hold_are_refused_in_words(book: Store, values: dict[str, Any], code: str) -> None:
    before = counts(book)
    with pytest.raises(RuleError) as told, book.write("test", now=NOW) as tx:
        tx.add(Account(id=tx.new_id(), **values))
    assert told.value.code == code
    assert counts(book) == before


def test_a_fault_of_the_program_stays_what_it_is(book: Store) -> None:
    with pytest.raises(Exception, match="no such table"), book.read() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_a_row_taken_back_is_missing(book: Store) -> None:
    account = add(book)
    with book.write("test", now=NOW) as tx:
        tx.take_back(tx.get(Account, account))
    with pytest.raises(NotFound) as told, book.write("test", now=NOW) as tx:
        tx.get(Account, account)
    assert (told.value.code, told.value.values["id"]) == ("row_missing", account)
    with book.write("test", now=NOW) as tx:
        assert tx.every(Account) == []
        found = tx.find(Account, account)
        assert found is not None
        assert found.deleted_at == NOW
        assert tx.find(Account, "nowhere") is None


def test_a_moment_without_its_zone_is_a_fault_of_the_program(book: Store) -> None:
    before = counts(book)
    with pytest.raises(Exception, match="offset"):
        add(book, now=datetime(2026, 1, 1))
    assert counts(book) == before


@given(st.lists(st.integers(-500, 500), min_size=1, max_size=8))
def test_the_clock_and_the_numbers_only_rise(book_once: Store, minutes: list[int]) -> None:
    for step in minutes:
        add(book_once, now=NOW + timedelta(minutes=step))
    with book_once.read() as connection:
        clocks = list(connection.scalars(select(t.operation.c.clock).order_by(t.operation.c.number)))
        counters = list(connection.scalars(select(t.change.c.counter).order_by(t.change.c.operation)))
    assert all(earlier < later for earlier, later in pairwise(clocks))
    assert counters == list(range(1, len(counters) + 1))


@pytest.mark.parametrize("year", [1970, 1999, 2200, 9999])
def test_a_clock_that_is_far_off_neither_stops_nor_spoils_the_book(book: Store, year: int) -> None:
    add(book, now=datetime(year, 12, 31, 23, 59, tzinfo=UTC))
    for _ in range(3):
        add(book)
    with book.read() as connection:
        clocks = list(connection.scalars(select(t.operation.c.clock).order_by(t.operation.c.number)))
    assert clocks == sorted(set(clocks))


def test_numbers_are_not_given_twice_after_a_write_that_failed(book: Store) -> None:
    def fail() -> None:
        with book.write("test", now=NOW) as tx:
            tx.add(Account(id=tx.new_id(), name="x"))
            tx.flush()
            raise KeyError

    add(book)
    seen = rows(book, "change")
    for _ in range(3):
        with pytest.raises(KeyError):
            fail()
    add(book)
    with book.read() as connection:
        counters = list(connection.scalars(select(t.change.c.counter).order_by(t.change.c.counter)))
    assert counters == list(range(1, len(counters) + 1))
    assert len(counters) > seen


def test_a_disk_that_fails_is_told_by_what_was_being_done(book: Store) -> None:
    for begun, code in (
        (book.write("test.add", now=NOW), "book_unwritten"),
        (book.write_local(), "book_unwritten"),
        (book.read(), "book_unreadable"),
    ):
        with pytest.raises(BookError) as told, begun:
            raise driver.OperationalError("disk I/O error")
        assert told.value.code == code
        assert told.value.values["path"] == book.path


def test_a_read_sees_one_state_while_others_write(book: Store) -> None:
    add(book)
    with book.read() as connection:
        before = connection.scalar(select(func.count()).select_from(t.account))
        writer = threading.Thread(target=add, args=(book,))
        writer.start()
        writer.join()
        assert connection.scalar(select(func.count()).select_from(t.account)) == before
    assert rows(book, "account") == 2


def test_any_thread_writes_while_the_window_holds_the_book(book: Store) -> None:
    book.patience = 0.2
    book.hold()
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(5):
                add(book)
                rows(book, "account")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert rows(book, "account") == 30


def test_more_readers_than_connections_in_the_pool(book: Store) -> None:
    add(book)
    gate = threading.Barrier(20)
    found: list[int] = []

    def look() -> None:
        with book.read() as connection:
            gate.wait()
            found.append(connection.scalar(select(func.count()).select_from(t.account)) or 0)

    threads = [threading.Thread(target=look) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 20


def test_a_write_within_a_write_is_said_at_once(book: Store) -> None:
    with book.write("test.outer", now=NOW) as tx:
        with pytest.raises(RuntimeError, match="within"):
            add(book)
        with pytest.raises(RuntimeError, match="within"), book.write_local():
            pass
        tx.add(Account(id=tx.new_id(), name="x"))
    assert rows(book, "account") == 1
    add(book)


def test_a_read_within_a_write_sees_what_was_there_before(book: Store) -> None:
    with book.write("test", now=NOW) as tx:
        tx.add(Account(id=tx.new_id(), name="x"))
        tx.flush()
        assert rows(book, "account") == 0
    assert rows(book, "account") == 1


def test_closing_waits_for_the_write_under_way(book: Store) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with book.write("test", now=NOW) as tx:
            inside.set()
            go_on.wait()
            tx.add(Account(id=tx.new_id(), name="x"))

    writer = threading.Thread(target=slow)
    writer.start()
    inside.wait()
    closer = threading.Thread(target=book.close)
    closer.start()
    closer.join(0.05)
    assert closer.is_alive()
    go_on.set()
    closer.join()
    writer.join()
    assert not Path(f"{book.path}-wal").exists()
    assert rows(book, "account") == 1


def test_closing_twice_and_reading_again_is_no_fault(book: Store) -> None:
    book.close()
    book.close()
    assert rows(book, "account") == 0


def test_a_long_write_stays_small(book: Store) -> None:
    with book.write("test", now=NOW) as tx:
        for number in range(3):
            account = Account(id=tx.new_id(), name=str(number))
            tx.add(account)
            tx.flush()
            assert account not in tx._session
    assert len(tx.changes().of("account")) == 3


def test_a_book_replaced_or_taken_away_under_an_open_one_is_noticed(tmp_path: Path) -> None:
    book = make_book(tmp_path)
    other = make_book(tmp_path / "other")
    add(book)
    book.engine.dispose()
    other.close()
    other.path.replace(book.path)
    for attempt in (add, Store.hold):
        with pytest.raises(BookError) as told:
            attempt(book)
        assert told.value.code == "book_replaced"
    book.close()
    fresh = open_book(book.path, backups=tmp_path, now=NOW)
    assert rows(fresh, "account") == 0
    book.path.unlink()
    with pytest.raises(BookError) as told:
        add(fresh)
    assert told.value.code == "book_replaced"
    fresh.close()


def test_a_user_without_a_name_writes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert user_name() is None
    book = make_book(tmp_path)
    add(book)
    book.close()
