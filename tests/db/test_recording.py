"""The change log: what it holds, and that nothing is written past it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.orm import Session

from kamdesk.db import tables as t
from kamdesk.db.engine import WRITES
from kamdesk.db.guarding import BypassError
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.recording import plain, scalar
from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountStatus
from kamdesk.domain.note import Note
from kamdesk.domain.visit import Visit
from tests.books import NOW

LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def account(book: Store) -> Account:
    with book.write("test.account", now=NOW) as tx:
        row = Account(id=tx.new_id(), name="岩屿建材", latitude=28.6, is_key=False)
        tx.add(row)
    return row


def changes(book: Store, row_id: str) -> list[tuple[str, Any, Any]]:
    with book.read() as connection:
        found = connection.execute(
            select(t.change).where(t.change.c.row == row_id).order_by(t.change.c.counter)
        )
        return [
            (row.field, json.loads(row.old) if row.old else None, json.loads(row.new) if row.new else None)
            for row in found
        ]


def test_a_new_row_leaves_each_field_that_says_something(book: Store, account: Account) -> None:
    assert changes(book, account.id) == [
        ("recorded_at", None, "2026-11-24T09:00:00.000000+00:00"),
        ("name", None, "岩屿建材"),
        ("level", None, "company"),
        ("status", None, "active"),
        ("is_key", None, False),
        ("latitude", None, 28.6),
    ]


def test_a_change_leaves_the_fields_that_differ(book: Store, account: Account) -> None:
    with book.write("test.change", now=LATER) as tx:
        row = tx.get(Account, account.id)
        row.name = "岩屿建材"
        row.status = AccountStatus.LOST
        row.latitude = None
    assert changes(book, account.id)[6:] == [("status", "active", "lost"), ("latitude", 28.6, None)]


def test_an_instant_stands_in_the_log_as_in_the_row(book: Store) -> None:
    moment = datetime(2026, 11, 24, 17, 0, 0, 5, tzinfo=timezone(timedelta(hours=8)))
    assert scalar(moment) == '"2026-11-24T09:00:00.000005+00:00"'
    assert plain(scalar(moment), datetime) == moment


@pytest.mark.parametrize("value", [None, "", "a\x00b", "信息 “x”", 0, 2**62, -1.5, 1e-300, True, False])
def test_a_value_comes_back_from_the_log_as_it_was(value: object) -> None:
    back = plain(scalar(value), object)
    assert (back, type(back)) == (value, type(value))


def test_a_day_comes_back_as_a_day() -> None:
    assert plain(scalar(date(2026, 2, 28)), date) == date(2026, 2, 28)


def test_what_no_log_could_give_back_is_refused(book: Store, account: Account) -> None:
    with pytest.raises(TypeError, match="noted_on"), book.write("test", now=NOW) as tx:
        tx.add(
            Note(id=tx.new_id(), account_id=account.id, text="x", noted_on=datetime(2026, 1, 1, tzinfo=UTC))
        )
    with pytest.raises(ValueError, match="JSON"), book.write("test", now=NOW) as tx:
        tx.get(Account, account.id).latitude = float("nan")
    assert changes(book, account.id)[6:] == []


def test_a_deleted_row_is_refused(book: Store, account: Account) -> None:
    before = content(book)
    with pytest.raises(BypassError), book.write("test", now=NOW) as tx:
        tx._session.delete(tx.get(Account, account.id))
    assert content(book) == before


# Nothing goes past the log


def content(book: Store) -> dict[str, list[Any]]:
    with book.read() as connection:
        return {
            name: list(connection.execute(select(table).order_by(*table.primary_key)))
            for name, table in t.metadata.tables.items()
        }


@contextmanager
def writing(book: Store) -> Iterator[Connection]:
    """A writing connection of the book's own engine, with no session above it."""
    with book.engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        yield connection


ROW = {"id": "x", "recorded_at": NOW, "name": "x", "level": "company", "status": "active"}
TEXTS = [
    "UPDATE account SET name = 'x'",
    "update account set name = 'x'",
    "  \n\tUPDATE account SET name = 'x'",
    "-- a word before\nUPDATE account SET name = 'x'",
    "/* a word before */ UPDATE account SET name = 'x'",
    "UPDATE OR IGNORE account SET name = 'x'",
    "UPDATE \"account\" SET name = 'x'",
    "UPDATE [account] SET name = 'x'",
    "UPDATE `account` SET name = 'x'",
    "UPDATE main.account SET name = 'x'",
    'UPDATE "main"."account" SET name = \'x\'',
    "UPDATE ACCOUNT SET name = 'x'",
    "WITH q AS (SELECT 'x' AS n) UPDATE account SET name = (SELECT n FROM q)",
    "WITH q AS (SELECT 1) DELETE FROM account",
    "DELETE FROM account",
    'DELETE FROM "order"',
    "INSERT OR REPLACE INTO \"order\" (id, recorded_at, account_id, ordered_on) VALUES ('x', 'x', 'x', 'x')",
    "REPLACE INTO account (id, recorded_at, name, level, status) VALUES ('x', 'x', 'x', 'x', 'x')",
    "INSERT OR IGNORE INTO account (id, recorded_at, name, level, status) VALUES ('x', 'x', 'x', 'x', 'x')",
    "INSERT INTO account SELECT * FROM account",
    "INSERT INTO account (id, recorded_at, name, level, status) VALUES ('x', 'x', 'x', 'x', 'x')"
    " ON CONFLICT DO UPDATE SET name = 'x'",
    "DROP TABLE account",
    "ALTER TABLE account ADD COLUMN x TEXT",
    "ALTER TABLE account DROP COLUMN wechat",
    "CREATE TRIGGER x AFTER UPDATE ON account BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER x AFTER UPDATE ON account BEGIN SELECT 1; END",
]


@pytest.mark.parametrize("way", ["text", "driver"])
def test_no_text_of_sql_goes_past_the_log(book: Store, account: Account, way: str) -> None:
    before = content(book)
    for statement in TEXTS:
        with pytest.raises(BypassError), writing(book) as connection:
            connection.execute(text(statement)) if way == "text" else connection.exec_driver_sql(statement)
        assert content(book) == before, statement


def test_no_recorded_table_is_open(book: Store) -> None:
    for name in BY_TABLE:
        table = t.metadata.tables[name]
        for statement in (update(table).values(deleted_at=NOW), delete(table), insert(table).values(id="x")):
            with pytest.raises(BypassError), writing(book) as connection:
                connection.execute(statement)
        with pytest.raises(BypassError), writing(book) as connection:
            connection.exec_driver_sql(f'/**/ DELETE FROM "{name}"')


def test_many_rows_at_once_are_refused_as_one_is(book: Store, account: Account) -> None:
    before = content(book)
    rows = [{**ROW, "id": str(number)} for number in range(3)]
    with pytest.raises(BypassError), writing(book) as connection:
        connection.execute(insert(t.account), rows)
    sql = "insert into account (id, recorded_at, name, level, status) values (?, ?, ?, ?, ?)"
    with pytest.raises(BypassError), writing(book) as connection:
        connection.exec_driver_sql(sql, [(str(number), "x", "x", "x", "x") for number in range(3)])
    assert content(book) == before


def test_the_very_words_of_a_flush_are_refused_outside_of_it(book: Store, account: Account) -> None:
    """The driver keeps the prepared statement of a flush: SQLite would not judge the same words again."""
    said: list[str] = []
    with book.write("test", now=LATER) as tx:
        real = tx.connection.connection.driver_connection
        assert real is not None
        real.set_trace_callback(said.append)
        row = tx.get(Account, account.id)
        row.name = "x"
        tx.add(Account(id=tx.new_id(), name="y"))
    real.set_trace_callback(None)
    spoken = [words for words in said if words.startswith(("INSERT INTO account", "UPDATE account"))]
    assert len(spoken) == 2
    before = content(book)
    flush = "UPDATE account SET name=? WHERE account.id = ?"
    with pytest.raises(BypassError), writing(book) as connection:
        connection.exec_driver_sql(flush, ("z", account.id))
    assert content(book) == before


def test_the_session_has_no_way_round_the_log(book: Store, account: Account) -> None:
    before = content(book)

    def orm_update(session: Session) -> None:
        session.execute(update(Account).values(name="x"))

    def orm_delete(session: Session) -> None:
        session.execute(delete(Account))

    def orm_insert(session: Session) -> None:
        session.execute(insert(Account), [ROW])

    def old_update(session: Session) -> None:
        session.query(Account).update({"name": "x"})

    def old_delete(session: Session) -> None:
        session.query(Account).delete()

    def bulk_objects(session: Session) -> None:
        session.bulk_save_objects([Account(id="x", name="x", recorded_at=NOW)])

    def bulk_mappings(session: Session) -> None:
        session.bulk_update_mappings(Account.__mapper__, [{"id": account.id, "name": "x"}])  # type: ignore[attr-defined]

    ways = (orm_update, orm_delete, orm_insert, old_update, old_delete, bulk_objects, bulk_mappings)
    for way in ways:
        with pytest.raises(BypassError), book.write("test", now=NOW) as tx:
            way(tx._session)
        assert content(book) == before, way.__name__


def test_a_session_of_ones_own_writes_nothing(book: Store, account: Account) -> None:
    before = content(book)
    with closing(Session(book.engine.execution_options(**{WRITES: True}))) as session:
        session.add(Account(id="x", name="x", recorded_at=NOW))
        with pytest.raises(BypassError):
            session.commit()
    assert content(book) == before


def test_a_flush_that_failed_leaves_no_door_open(book: Store, account: Account) -> None:
    def flush_twice() -> None:
        with book.write("test", now=NOW) as tx:
            connection = tx.connection
            tx.add(Account(id=account.id, name="the same id twice"))
            with pytest.raises(Exception, match="UNIQUE"):
                tx._session.flush()
            connection.exec_driver_sql("UPDATE account SET name = 'x'")

    before = content(book)
    with pytest.raises(BypassError):
        flush_twice()
    assert content(book) == before


def test_local_tables_are_open(book: Store) -> None:
    with book.write_local() as connection:
        connection.execute(insert(t.book).values(name="a", value="b"))
        connection.exec_driver_sql("UPDATE book SET value = 'c'")
        connection.execute(delete(t.book))


def test_reading_writes_nothing(book: Store) -> None:
    with pytest.raises(Exception, match="readonly"), book.read() as connection:
        connection.execute(insert(t.book).values(name="a", value="b"))


def test_unknown_values_of_a_newer_version_are_kept(book: Store, account: Account) -> None:
    with book.read() as connection:
        rep = connection.scalar(select(t.rep.c.id))
    assert rep
    with book.write("test", now=NOW) as tx:
        row = Visit(
            id=tx.new_id(),
            account_id=account.id,
            rep_id=rep,
            zone="UTC",
            planned_date=date(2026, 1, 1),
            state="x",
        )
        tx.add(row)
    with book.read() as connection:
        assert connection.scalar(select(t.visit.c.state)) == "x"


def test_rows_changed_together_are_logged_in_the_order_of_their_ids(book: Store) -> None:
    with book.write("test.accounts", now=NOW) as tx:
        ids = sorted(tx.new_id() for _ in range(40))
        for row_id in ids:
            tx.add(Account(id=row_id, name="岩屿建材"))
    with book.write("test.change", now=LATER) as tx:
        for row_id in reversed(ids):
            tx.get(Account, row_id).city = "台州"
    with book.read() as connection:
        logged = connection.scalars(
            select(t.change.c.row).where(t.change.c.field == "city").order_by(t.change.c.counter)
        ).all()
    assert logged == ids
