"""Undo and redo: what was is back, what rests on it holds it fast."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountTag
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.note import Attachment, Note
from kamdesk.domain.visit import Visit
from kamdesk.operations import accounts, contacts, line, promises, visits
from kamdesk.operations.undo import Undoable, last_done, last_undone, undo
from tests.books import NOW, TODAY, only
from tests.operations.looking import every, one, shown
from tests.operations.replay import Rows, check_log, content


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="岩屿建材", now=NOW), "account")


def seen(book: Store) -> Rows:
    with book.read() as connection:
        return content(connection)


def offered(book: Store) -> tuple[str | None, str | None]:
    """What undo and redo would do, by the names of the operations."""

    def name(found: Undoable | None) -> str | None:
        return found and found.name

    with book.read() as connection:
        return name(last_done(connection)), name(last_undone(connection))


def back(book: Store, changes: Changes) -> Changes:
    assert changes.operation_id is not None
    return undo(book, operation_id=changes.operation_id, now=NOW)


def refused(book: Store, changes: Changes, code: str = "undo_touched") -> None:
    before = seen(book)
    with book.read() as connection:
        operations = connection.scalar(select(func.count()).select_from(t.operation))
    with pytest.raises(RuleError) as told:
        back(book, changes)
    assert told.value.code == code
    assert seen(book) == before
    with book.read() as connection:
        assert connection.scalar(select(func.count()).select_from(t.operation)) == operations


def test_a_field_goes_back_and_forth(book: Store, account: str) -> None:
    before = seen(book)
    change = accounts.change_account(book, account_id=account, name="新名", city="温岭", now=NOW)
    after = seen(book)
    undone = back(book, change)
    assert seen(book) == before
    assert undone.rows == {"account": {account}}
    back(book, undone)
    assert seen(book) == after


def test_a_row_that_was_created_is_taken_back_and_comes_again(book: Store) -> None:
    before = seen(book)
    added = accounts.add_account(book, name="x", now=NOW)
    after = seen(book)
    undone = back(book, added)
    assert seen(book) == before
    with pytest.raises(NotFound):
        accounts.change_account(book, account_id=only(added, "account"), name="y", now=NOW)
    back(book, undone)
    assert seen(book) == after


def test_a_row_that_was_taken_back_is_there_again(book: Store, account: str) -> None:
    accounts.set_tags(book, account_id=account, tags=["大户", "新"], now=NOW)
    before = seen(book)
    wiped = accounts.set_tags(book, account_id=account, tags=[], now=NOW)
    assert every(book, AccountTag) == []
    back(book, wiped)
    assert seen(book) == before


def test_undo_is_offered_step_by_step_to_the_beginning_and_redo_to_the_end(book: Store) -> None:
    assert offered(book) == (None, None)
    account = only(accounts.add_account(book, name="x", now=NOW), "account")
    states = [seen(book)]
    accounts.change_account(book, account_id=account, name="y", now=NOW)
    states.append(seen(book))
    contacts.add_contact(book, account_id=account, name="陈", now=NOW)
    states.append(seen(book))
    names = ["account.add", "account.change", "contact.add"]
    for step in (2, 1, 0):
        with book.read() as connection:
            last = last_done(connection)
        assert last is not None
        assert last.name == names[step]
        assert seen(book) == states[step]
        undo(book, operation_id=last.operation_id, now=NOW)
    assert offered(book) == (None, "account.add")
    for step in range(3):
        with book.read() as connection:
            last = last_undone(connection)
        assert last is not None
        assert last.name == names[step]
        undo(book, operation_id=last.operation_id, now=NOW)
        assert seen(book) == states[step]
    assert offered(book) == ("contact.add", None)
    with book.read() as connection:
        check_log(connection)


def test_something_new_ends_the_line_of_redo(book: Store, account: str) -> None:
    back(book, accounts.change_account(book, account_id=account, name="y", now=NOW))
    assert offered(book) == ("account.add", "account.change")
    accounts.change_account(book, account_id=account, city="温岭", now=NOW)
    assert offered(book) == ("account.change", None)


def test_an_older_step_undone_and_done_again_leaves_redo_as_it_was(book: Store) -> None:
    first = accounts.add_account(book, name="海川", now=NOW)
    accounts.add_account(book, name="岩屿", now=NOW)
    step = accounts.add_account(book, name="南屿", now=NOW)
    undo(book, operation_id=str(step.operation_id), now=NOW)
    with book.read() as connection:
        before = last_undone(connection)
    older = undo(book, operation_id=str(first.operation_id), now=NOW)
    undo(book, operation_id=str(older.operation_id), now=NOW)
    with book.read() as connection:
        after = last_undone(connection)
    assert before == after is not None
    undo(book, operation_id=after.operation_id, now=NOW)
    with book.read() as connection:
        names = connection.scalars(select(t.account.c.name).where(t.account.c.deleted_at.is_(None)))
        assert set(names) == {"海川", "岩屿", "南屿"}


def test_what_is_offered_says_when_and_what(book: Store) -> None:
    later = NOW + timedelta(hours=1)
    added = accounts.add_account(book, name="岩屿", now=later)
    with book.read() as connection:
        assert last_done(connection) == Undoable(str(added.operation_id), "account.add", "岩屿", later)


def test_neither_the_beginning_nor_the_past_of_a_demo_is_offered(book: Store, account: str) -> None:
    for name in ("demo.products", "demo.shipped"):
        with book.write(name, now=NOW) as tx:
            tx.add(Account(id=tx.new_id(), name=name))
    assert offered(book) == (None, None)
    accounts.change_account(book, account_id=account, city="温岭", now=NOW)
    assert offered(book) == ("account.change", None)
    with book.read() as connection:
        beginning = connection.scalar(select(t.operation.c.id).where(t.operation.c.name == "book.set_up"))
    with pytest.raises(RuleError, match="undo_never"):
        undo(book, operation_id=str(beginning), now=NOW)


def test_what_is_not_there_or_undone_already_is_refused(book: Store, account: str) -> None:
    with pytest.raises(NotFound, match="operation_missing"):
        undo(book, operation_id="nothing", now=NOW)
    change = accounts.change_account(book, account_id=account, name="y", now=NOW)
    undone = back(book, change)
    refused(book, change, "undo_done_already")
    again = back(book, undone)
    refused(book, undone, "undo_done_already")
    back(book, again)
    assert offered(book) == ("account.add", "account.change")


# what rests on it


def test_a_field_written_since_holds_the_step_fast(book: Store, account: str) -> None:
    first = accounts.change_account(book, account_id=account, name="y", city="温岭", now=NOW)
    second = accounts.change_account(book, account_id=account, name="z", now=NOW)
    refused(book, first)
    back(book, second)
    back(book, first)
    assert one(book, Account).name == "岩屿建材"


def test_other_fields_written_since_do_not(book: Store, account: str) -> None:
    first = accounts.change_account(book, account_id=account, name="y", now=NOW)
    accounts.change_account(book, account_id=account, city="温岭", now=NOW)
    back(book, first)
    assert shown(every(book, Account), "name", "city") == [("岩屿建材", "温岭")]


def test_a_created_row_that_was_changed_since_stays(book: Store) -> None:
    added = accounts.add_account(book, name="x", now=NOW)
    accounts.change_account(book, account_id=only(added, "account"), city="温岭", now=NOW)
    refused(book, added)


def test_a_created_row_that_others_point_at_stays(book: Store) -> None:
    added = accounts.add_account(book, name="x", now=NOW)
    contact = contacts.add_contact(book, account_id=only(added, "account"), name="陈", now=NOW)
    refused(book, added)
    back(book, contact)
    back(book, added)


def test_a_created_row_that_something_is_attached_to_stays(book: Store) -> None:
    added = accounts.add_account(book, name="x", now=NOW)
    with book.write("attachment.add", now=NOW) as tx:
        account = only(added, "account")
        tx.add(Attachment(id=tx.new_id(), subject="account", subject_id=account, name="照片", sha256="0"))
    refused(book, added)


def moved(book: Store, account: str) -> Changes:
    slot = only(
        line.add_slot(book, account_id=account, weekday=1, start=510, minutes=60, valid_from=TODAY, now=NOW),
        "visit_slot",
    )
    due = visits.Occurrence(slot_id=slot, due_on=TODAY)
    visits.set_objective(book, visit=due, objective="订单", now=NOW)
    return visits.move_visit(
        book, visit=due, asked_by="customer", to_date=TODAY + timedelta(days=1), to_start=600, now=NOW
    )


def test_a_row_that_was_there_before_and_was_made_to_point_at_the_new_one_is_no_hindrance(
    book: Store, account: str
) -> None:
    """A visit that had its row already, and was moved."""
    change = moved(book, account)
    back(book, change)
    assert shown(every(book, Visit), "state", "moved_to", "objective") == [("planned", None, "订单")]


def test_what_would_come_back_to_something_gone_stays_away(book: Store) -> None:
    added = accounts.add_account(book, name="x", now=NOW)
    account = only(added, "account")
    noted = promises.add_note(book, account_id=account, text="x", noted_on=TODAY, now=NOW)
    note_undone = back(book, noted)
    account_undone = back(book, added)
    refused(book, note_undone)
    back(book, account_undone)
    back(book, note_undone)
    assert shown(every(book, Note), "text") == [("x",)]


def test_a_link_is_not_given_back_to_something_gone(book: Store, account: str) -> None:
    first = accounts.add_account(book, name="一", now=NOW)
    second = accounts.add_account(book, name="二", now=NOW)
    accounts.change_account(book, account_id=account, parent_id=only(first, "account"), now=NOW)
    onward = accounts.change_account(book, account_id=account, parent_id=only(second, "account"), now=NOW)
    first_undone = back(book, first)
    refused(book, onward)
    back(book, first_undone)
    back(book, onward)
    assert one(book, Account, id=account).parent_id == only(first, "account")


def test_to_undo_a_redo_is_to_undo_the_step_with_all_its_guards(book: Store) -> None:
    added = accounts.add_account(book, name="x", now=NOW)
    redone = back(book, back(book, added))
    contact = contacts.add_contact(book, account_id=only(added, "account"), name="陈", now=NOW)
    refused(book, redone)
    back(book, contact)
    back(book, redone)
    assert every(book, Account) == []
    assert offered(book) == (None, "account.add")


def test_an_operation_on_many_rows_goes_back_in_one(book: Store) -> None:
    before = seen(book)
    with book.write("import.lists", now=NOW) as tx:
        for number in range(1200):
            account = Account(id=tx.new_id(), name=f"{number}")
            tag = AccountTag(id=tx.new_id(), account_id=account.id, tag="新")
            tx.add(account, tag)
            if number % 500 == 0:
                tx.flush()
    after = seen(book)
    undone = back(book, tx.changes())
    assert seen(book) == before
    assert len(undone.of("account")) == 1200
    back(book, undone)
    assert seen(book) == after


@pytest.mark.parametrize(
    "value",
    [None, True, 28.5, "", "第一行\n第二行", 0],
    ids=["none", "bool", "float", "empty", "lines", "zero"],
)
def test_values_of_every_kind_come_back_as_they_were(book: Store, account: str, value: Any) -> None:
    field = {bool: "is_key", float: "latitude", int: "visit_minutes"}.get(type(value), "city")
    other = {"is_key": False, "latitude": 1.5, "visit_minutes": 7, "city": "x"}[field]
    with book.write("test", now=NOW) as tx:
        setattr(tx.get(Account, account), field, value)
    with book.write("test", now=NOW) as tx:
        setattr(tx.get(Account, account), field, other)
    back(book, tx.changes())
    found = getattr(one(book, Account), field)
    assert (found, type(found)) == (value, type(value))
