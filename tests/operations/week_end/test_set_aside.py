"""What a colleague wrote on an account that is not shared at present: told before it leaves, kept, taken or come in."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.operations.contacts import add_contact
from kamdesk.operations.promises import add_note
from kamdesk.operations.undo import undo
from kamdesk.operations.week_end.refusals import accept, refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.sync.book.rows import flushing
from kamdesk.sync.book.shapes import shapes
from kamdesk.sync.book.states import Origins, known
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import hand, meet, reps


def _later(days: int = 0, minutes: int = 0) -> datetime:
    return NOW + timedelta(days=days, minutes=minutes)


def _value(store: Store, table: str, row: str, field: str) -> object:
    with store.read() as connection:
        return connection.exec_driver_sql(f'SELECT "{field}" FROM "{table}" WHERE id = ?', (row,)).scalar()


def _state(store: Store, row: str) -> object:
    with store.read() as connection:
        origins = Origins(connection)
        found = known(connection, origins, "note", shapes()["note"], [row])[row].state
    return dict(found.vector), found.base, dict(found.values)


def _shared(tmp_path: Path, until: date | None = None) -> tuple[Store, Store, str]:
    owner, colleague = reps(tmp_path, "秦", "林")
    meet(owner, colleague)
    account = only(add_account(owner, name="客户", now=NOW), "account")
    share_account(owner, account_id=account, colleague="林", since=TODAY, until=until, now=NOW)
    hand(owner, colleague, tmp_path, "林")
    return owner, colleague, account


def _refused(tmp_path: Path) -> tuple[Store, Store, str, str]:
    """A note written before its writer heard that the account is shared no more."""
    owner, colleague, account = _shared(tmp_path)
    end_sharing(owner, account_id=account, colleague="林", today=TODAY, now=_later(minutes=1))
    note = only(
        add_note(colleague, account_id=account, text="去过", noted_on=TODAY, now=_later(minutes=2)), "note"
    )
    assert hand(colleague, owner, tmp_path, "秦", now=_later(minutes=3)).refused == 1
    return owner, colleague, account, note


def test_what_was_written_on_the_last_shared_day_is_told_before_it_leaves(tmp_path: Path) -> None:
    owner, colleague, account = _shared(tmp_path, until=TODAY)
    note = only(
        add_note(colleague, account_id=account, text="去过", noted_on=TODAY, now=_later(minutes=5)), "note"
    )
    change_account(colleague, account_id=account, city="宁波", now=_later(minutes=5))
    own = only(add_account(colleague, name="林自己的", now=_later(minutes=5)), "account")
    assert hand(colleague, owner, tmp_path, "秦", now=_later(days=1)).refused == 2
    assert hand(owner, colleague, tmp_path, "林", now=_later(days=1, minutes=5)).evicted == 1
    assert _value(colleague, "note", note, "text") is None
    assert _value(owner, "account", own, "name") is None
    for item in refusals(owner):
        accept(owner, number=item.number, now=_later(days=1, minutes=6))
    assert (_value(owner, "note", note, "text"), _value(owner, "account", account, "city")) == (
        "去过",
        "宁波",
    )
    assert hand(colleague, owner, tmp_path, "秦", now=_later(days=2)).rows == 0


def test_a_refused_row_that_is_new_is_taken_whole_and_taken_back_by_undo(tmp_path: Path) -> None:
    owner, colleague, _, note = _refused(tmp_path)
    hand(owner, colleague, tmp_path, "林", now=_later(minutes=4))
    (item,) = refusals(owner)
    done = accept(owner, number=item.number, now=_later(minutes=5))
    assert (_value(owner, "note", note, "text"), _value(owner, "note", note, "deleted_at")) == ("去过", None)
    assert refusals(owner) == ()
    assert done.operation_id is not None
    undo(owner, operation_id=done.operation_id, now=_later(minutes=6))
    assert _value(owner, "note", note, "deleted_at") is not None


def test_a_person_and_then_the_post_are_taken_after_all(tmp_path: Path) -> None:
    owner, colleague, account = _shared(tmp_path)
    end_sharing(owner, account_id=account, colleague="林", today=TODAY, now=_later(minutes=1))
    add_contact(colleague, account_id=account, name="王", title="店长", now=_later(minutes=2))
    hand(colleague, owner, tmp_path, "秦", now=_later(minutes=3))
    items = {item.table: item for item in refusals(owner)}
    person, post = items["contact"], items["contact_post"]
    with pytest.raises(NotFound):
        accept(owner, number=post.number, now=_later(minutes=4))
    for item in (person, post):
        accept(owner, number=item.number, now=_later(minutes=5))
    assert _value(owner, "contact", person.row, "name") == "王"
    assert _value(owner, "contact_post", post.row, "title") == "店长"
    assert refusals(owner) == ()


@pytest.mark.parametrize("table", sorted(shapes()))
def test_a_row_of_every_kind_is_made_of_what_was_refused(table: str) -> None:
    made = {field.name for field in fields(BY_TABLE[table]) if field.init}
    assert shapes()[table].names <= made


def test_changes_to_a_row_that_has_left_are_not_taken(tmp_path: Path) -> None:
    owner, colleague, account, _ = _refused(tmp_path)
    change_account(colleague, account_id=account, city="宁波", now=_later(minutes=4))
    hand(colleague, owner, tmp_path, "秦", now=_later(minutes=5))
    item = next(item for item in refusals(owner) if item.table == "account")
    with owner.write_local() as connection, flushing(connection):
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("DELETE FROM account_share")
        connection.exec_driver_sql("DELETE FROM account")
    with pytest.raises(RuleError) as told:
        accept(owner, number=item.number, now=_later(minutes=6))
    assert told.value.code == "refusal_gone"


def test_what_was_refused_comes_in_when_the_account_is_shared_again(tmp_path: Path) -> None:
    """The writer never hears that the sharing had ended, and does not send again what was acknowledged."""
    owner, colleague, account, note = _refused(tmp_path)
    add_account(colleague, name="林自己的", now=_later(minutes=4))
    hand(colleague, owner, tmp_path, "秦", now=_later(minutes=5))
    assert _value(owner, "note", note, "text") is None
    share_account(owner, account_id=account, colleague="林", since=TODAY, now=_later(minutes=6))
    hand(owner, colleague, tmp_path, "林", now=_later(minutes=7))
    hand(colleague, owner, tmp_path, "秦", now=_later(minutes=8))
    assert _value(owner, "note", note, "text") == "去过"
    assert refusals(owner) == ()
    hand(owner, colleague, tmp_path, "林", now=_later(minutes=9))
    assert _state(owner, note) == _state(colleague, note)
