"""Rows that wait for one that has not come: what stands meanwhile, and that nothing written on them is lost."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from kamdesk.db.backup import back_up, restore
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account
from kamdesk.operations.contacts import add_contact
from kamdesk.operations.promises import add_promise, change_promise
from kamdesk.operations.week_end.packing import Order, pack_for_rep
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import give_back, hand, laptops, meet, office_of, reps


def _later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def _value(store: Store, table: str, row: str, field: str) -> object:
    with store.read() as connection:
        return connection.exec_driver_sql(f'SELECT "{field}" FROM "{table}" WHERE id = ?', (row,)).scalar()


def _place(store: Store, table: str, row: str) -> object:
    with store.read() as connection:
        return connection.exec_driver_sql(
            'SELECT place FROM sync_row WHERE "table" = ? AND row = ?', (table, row)
        ).scalar()


def _restored(store: Store, kept: Path) -> Store:
    path = store.path
    store.close()
    restore(kept, path, now=NOW)
    return open_book(path, backups=path.parent / "backups", now=NOW)


def test_a_needed_link_keeps_what_it_led_to_through_any_number_of_packages(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    old = only(add_account(one, name="老客户", now=NOW), "account")
    promise = only(add_promise(one, account_id=old, what="样册", now=NOW, made_on=TODAY), "promise")
    hand(one, two, tmp_path)
    hand(two, one, tmp_path)
    kept = back_up(two, tmp_path / "kept", now=NOW)
    lost = only(add_account(one, name="丢了的", now=NOW), "account")
    hand(one, two, tmp_path)
    hand(two, one, tmp_path)
    two = _restored(two, kept)
    change_promise(one, promise_id=promise, account_id=lost, now=_later(1))
    hand(one, two, tmp_path)
    for minute in (2, 3):
        change_promise(one, promise_id=promise, what=f"样册 {minute}", now=_later(minute))
        hand(one, two, tmp_path, now=_later(minute))
        assert _value(two, "promise", promise, "account_id") == old
        assert _place(two, "promise", promise) == "waiting"
    hand(two, one, tmp_path)
    hand(one, two, tmp_path)
    assert _value(two, "promise", promise, "account_id") == lost
    assert digest(one) == digest(two)


def test_what_was_written_on_a_waiting_row_is_handed_over_before_its_account_leaves(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    office = office_of(tmp_path, one, two)
    account = only(add_account(one, name="客户", now=NOW), "account")
    promise = only(add_promise(one, account_id=account, what="样册", made_on=TODAY, now=NOW), "promise")
    hand(one, two, tmp_path, "林岚/home")
    hand(two, one, tmp_path, "林岚/office")
    hand(one, office, tmp_path, "内勤")
    give_back(office, one, tmp_path, "林岚")
    hand(two, office, tmp_path, "内勤")
    kept = back_up(two, tmp_path / "kept", now=NOW)
    contact = only(add_contact(one, account_id=account, name="丢了的", now=_later(1)), "contact")
    hand(one, two, tmp_path, "林岚/home")
    hand(two, one, tmp_path, "林岚/office")
    two = _restored(two, kept)
    hand(two, office, tmp_path, "内勤")
    give_back(office, two, tmp_path, "林岚")
    change_promise(one, promise_id=promise, contact_id=contact, now=_later(2))
    hand(one, two, tmp_path, "林岚/home")
    hand(two, office, tmp_path, "内勤")
    give_back(office, two, tmp_path, "林岚")
    change_promise(two, promise_id=promise, what="自己写的", now=_later(3))
    assert _place(two, "promise", promise) == "waiting"
    with office.write_local() as connection:
        connection.exec_driver_sql("DELETE FROM sync_owner WHERE account = ?", (account,))
    path = tmp_path / "back.kamweek"
    pack_for_rep(office, rep="林岚", order=Order(path, _later(5)))
    taken = take_in(two, path=path, now=_later(5))
    assert (taken.evicted, taken.staying) == (0, 1)
    assert _value(two, "promise", promise, "what") == "自己写的"


def test_an_office_overrules_a_link_whose_end_it_waits_for(tmp_path: Path) -> None:
    """The promise is to a contact that another rep has not sent yet; who looks after it no more names another."""
    owner, author, stranger = reps(tmp_path, "秦", "林", "吴")
    office = office_of(tmp_path, owner, author, stranger)
    meet(owner, author)
    account = only(add_account(owner, name="客户", now=NOW), "account")
    promise = only(add_promise(owner, account_id=account, what="样册", made_on=TODAY, now=NOW), "promise")
    share_account(owner, account_id=account, colleague="林", since=TODAY, now=NOW)
    share_account(owner, account_id=account, colleague="吴", since=TODAY, now=NOW)
    other = only(add_contact(owner, account_id=account, name="另一位", now=NOW), "contact")
    hand(owner, office, tmp_path, "内勤")
    hand(owner, author, tmp_path, "林")
    give_back(office, stranger, tmp_path, "吴")
    contact = only(add_contact(author, account_id=account, name="还没到的", now=_later(1)), "contact")
    hand(author, owner, tmp_path, "秦", now=_later(1))
    change_promise(owner, promise_id=promise, contact_id=contact, now=_later(2))
    end_sharing(owner, account_id=account, colleague="吴", today=TODAY, now=_later(2))
    hand(owner, office, tmp_path, "内勤", now=_later(3))
    change_promise(stranger, promise_id=promise, contact_id=other, now=_later(4))
    taken = hand(stranger, office, tmp_path, "内勤", now=_later(5))
    assert taken.refused == 1
    assert _value(office, "promise", promise, "contact_id") is None
    assert _place(office, "promise", promise) == "waiting"
    assert [item.theirs["contact_id"] for item in refusals(office) if item.rep == "吴"] == [other]
    hand(author, office, tmp_path, "内勤", now=_later(6))
    hand(owner, office, tmp_path, "内勤", now=_later(7))
    assert _value(office, "promise", promise, "contact_id") == contact
    give_back(office, owner, tmp_path, "秦", now=_later(8))
    assert digest(owner) == digest(office, rep="秦")
