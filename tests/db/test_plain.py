"""Reads by the driver itself: rows with names, one value, the index taken; a read can't write, whatever went before."""

from __future__ import annotations

import pytest

from kamdesk.db import plain
from kamdesk.db.driver import driver
from kamdesk.db.index.rows import merged_accounts
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.errors import BookError
from tests.books import NOW


def test_rows_have_their_columns_by_name_and_place(book: Store) -> None:
    with book.read() as connection:
        rows = plain.rows(connection, "SELECT 1 AS n, 'a' AS \"class\" UNION SELECT 2, 'b'")
        assert [(row.n, row[1]) for row in rows] == [(1, "a"), (2, "b")]
        assert plain.first(connection, "SELECT ? + 1", (1,)) == 2
        assert plain.first(connection, "SELECT 1 WHERE 0") is None


def test_a_read_can_not_write_before_and_after_a_write(book: Store) -> None:
    for name in ("before", "after"):
        with pytest.raises((BookError, driver.DatabaseError)), book.read() as connection:
            connection.exec_driver_sql("INSERT INTO book (name, value) VALUES (?, 'x')", (name,))
        with book.write("test.add", now=NOW) as tx:
            tx.add(Account(id=tx.new_id(), name=name))
        with book.write_local() as local:
            local.exec_driver_sql("INSERT INTO book (name, value) VALUES (?, 'x')", (f"{name} by a write",))


def test_joined_accounts_are_found_through_the_index(book: Store) -> None:
    with book.write("test.add", now=NOW) as tx:
        root, alias = Account(id=tx.new_id(), name="岩屿"), Account(id=tx.new_id(), name="岩屿建材")
        alias.merged_into = root.id
        tx.add(root, alias)
    asked: list[str] = []
    with book.read() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.set_trace_callback(asked.append)
        assert merged_accounts(connection) == {alias.id: root.id}
        raw.set_trace_callback(None)
        (statement,) = (sql for sql in asked if "merged_into" in sql)
        plan = plain.rows(connection, f"EXPLAIN QUERY PLAN {statement}")
    assert [row.detail for row in plan] == [
        "SEARCH account USING INDEX ix_account_merged_into (merged_into>?)"
    ]
