"""Rows made by the hundred thousand: they stand in the book and in the log as a session's rows do."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountPhone
from kamdesk.domain.note import Note
from kamdesk.domain.trade import Order
from tests.books import NOW

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ACCOUNTS = st.fixed_dictionaries(
    {"name": TEXT},
    optional={
        "status": st.sampled_from(["active", "lost"]),
        "is_key": st.none() | st.booleans(),
        "latitude": st.none() | st.floats(-90, 90),
        "city": st.none() | TEXT,
        "visit_minutes": st.none() | st.integers(0, 10**6),
    },
)


def _kept(book: Store, row_id: str) -> tuple[dict[str, Any], list[tuple[Any, ...]]]:
    """A row and what the log says of it, without its id."""
    account, change = t.account.c, t.change.c
    with book.read() as connection:
        row = connection.execute(select(t.account).where(account.id == row_id)).one()._asdict()
        log = connection.execute(
            select(change.table, change.field, change.old, change.new)
            .where(change.row == row_id)
            .order_by(change.counter)
        )
        return {name: value for name, value in row.items() if name != "id"}, [tuple(each) for each in log]


@given(said=ACCOUNTS)
def test_a_made_row_is_kept_and_logged_as_an_added_one(book_once: Store, said: dict[str, Any]) -> None:
    book = book_once
    with book.write("test.made", now=NOW) as tx:
        made = tx.make(Account, id=tx.new_id(), **said)
    with book.write("test.added", now=NOW) as tx:
        added = Account(id=tx.new_id(), **said)
        tx.add(added)
    assert _kept(book, made.id) == _kept(book, added.id)


def test_rows_of_several_kinds_are_among_the_changes_and_can_be_found_in_the_same_write(book: Store) -> None:
    with book.write("test.made", now=NOW) as tx:
        account = tx.make(Account, id=tx.new_id(), name="岩屿建材")
        phone = tx.make(
            AccountPhone, id=tx.new_id(), account_id=account.id, number="0577-1234567", kind="fax"
        )
        account.update({"city": "温州"})
        found = tx.get(Account, account.id)
        assert (found.name, found.city, found.level) == ("岩屿建材", "温州", "company")
        assert (account.get("city"), account.get("level")) == ("温州", "company")
        found.city = "瑞安"
    changes = tx.changes()
    assert changes.rows == {"account": {account.id}, "account_phone": {phone.id}}
    assert [(field, new) for _, field, _, new in _kept(book, account.id)[1] if field == "city"] == [
        ("city", '"温州"'),
        ("city", '"瑞安"'),
    ]


def test_a_row_that_was_written_is_not_changed_past_the_log(book: Store) -> None:
    with book.write("test.made", now=NOW) as tx:
        account = tx.make(Account, id=tx.new_id(), name="岩屿建材")
        tx.flush()
        with pytest.raises(RuntimeError):
            account.update({"city": "温州"})
    assert _kept(book, account.id)[0]["city"] is None


def test_a_field_that_is_none_or_is_missing_is_a_fault_of_the_program(book: Store) -> None:
    with book.write("test.made", now=NOW) as tx:
        with pytest.raises(TypeError, match="colour"):
            tx.make(Account, id=tx.new_id(), name="岩屿建材", colour="red")
        with pytest.raises(TypeError, match="name"):
            tx.make(Account, id=tx.new_id())
        account = tx.make(Account, id=tx.new_id(), name="岩屿建材")
        with pytest.raises(AttributeError, match="colour"):
            account.update({"colour": "red"})


def test_a_day_is_no_moment(book: Store) -> None:
    def write() -> None:
        with book.write("test.made", now=NOW) as tx:
            account = tx.make(Account, id=tx.new_id(), name="岩屿建材")
            tx.make(
                Note, id=tx.new_id(), account_id=account.id, text="x", noted_on=datetime(2026, 11, 24, 9, 0)
            )

    with pytest.raises(TypeError, match="noted_on"):
        write()
    with book.read() as connection:
        assert connection.execute(select(t.account)).first() is None


def test_days_and_a_table_named_as_a_word_of_sql(book: Store) -> None:
    with book.write("test.made", now=NOW) as tx:
        account = tx.make(Account, id=tx.new_id(), name="岩屿建材")
        order = tx.make(Order, id=tx.new_id(), account_id=account.id, ordered_on=date(2026, 11, 2))
    with book.read() as connection:
        assert connection.scalar(select(t.order.c.ordered_on)) == date(2026, 11, 2)
        logged = select(t.change.c.new).where(t.change.c.row == order.id, t.change.c.field == "ordered_on")
        assert connection.scalar(logged) == '"2026-11-02"'
