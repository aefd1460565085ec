"""Packages that come later than newer ones, and from a laptop that was restored: nothing newer is put away."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from kamdesk.db.backup import back_up, restore
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.operations.promises import add_promise
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import give_back, hand, meet, office_of, reps


def _later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def _value(store: Store, row: str, field: str) -> object:
    with store.read() as connection:
        return connection.exec_driver_sql(f'SELECT "{field}" FROM account WHERE id = ?', (row,)).scalar()


def _waiting_for_its_owner(tmp_path: Path) -> tuple[Store, Store, Store, str]:
    """What the colleague writes rests on a write of the owner's that the office has not had."""
    owner, colleague = reps(tmp_path, "秦", "林")
    office = office_of(tmp_path, owner, colleague)
    meet(owner, colleague)
    account = only(add_account(owner, name="客户", now=NOW), "account")
    share_account(owner, account_id=account, colleague="林", since=TODAY, now=NOW)
    hand(owner, office, tmp_path, "内勤")
    hand(office, owner, tmp_path, "秦")
    change_account(owner, account_id=account, short_name="秦写的", now=_later(1))
    hand(owner, colleague, tmp_path, "林")
    return owner, colleague, office, account


def test_an_older_package_adds_to_what_waits(tmp_path: Path) -> None:
    owner, colleague, office, account = _waiting_for_its_owner(tmp_path)
    change_account(colleague, account_id=account, district="先写的", now=_later(2))
    late = tmp_path / "late.kamweek"
    pack(colleague, order=Order(late, _later(2)), to=["内勤"])
    change_account(colleague, account_id=account, city="后写的", district="改过的", now=_later(3))
    hand(colleague, office, tmp_path, "内勤", now=_later(3))
    give_back(office, colleague, tmp_path, "林", now=_later(4))
    take_in(office, path=late, now=_later(5))
    (item,) = refusals(office)
    assert (item.theirs["city"], item.theirs["district"]) == ("后写的", "改过的")
    hand(owner, office, tmp_path, "内勤", now=_later(6))
    assert refusals(office) == ()
    assert (_value(office, account, "city"), _value(office, account, "district")) == ("后写的", "改过的")


def test_what_a_restored_laptop_sends_adds_to_what_waits(tmp_path: Path) -> None:
    owner, colleague, office, account = _waiting_for_its_owner(tmp_path)
    kept = back_up(colleague, tmp_path / "kept", now=_later(2))
    change_account(colleague, account_id=account, city="坏盘之前", now=_later(3))
    hand(colleague, office, tmp_path, "内勤", now=_later(3))
    path = colleague.path
    colleague.close()
    restore(kept, path, now=_later(4))
    colleague = open_book(path, backups=path.parent / "backups", now=_later(4))
    change_account(colleague, account_id=account, district="之后", now=_later(5))
    hand(colleague, office, tmp_path, "内勤", now=_later(5))
    hand(owner, office, tmp_path, "内勤", now=_later(6))
    assert refusals(office) == ()
    assert (_value(office, account, "city"), _value(office, account, "district")) == ("坏盘之前", "之后")
    give_back(office, colleague, tmp_path, "林", now=_later(7))
    assert digest(colleague) == digest(office, rep="林")


def test_a_late_package_says_nothing_about_what_its_sender_has_now(tmp_path: Path) -> None:
    """The account has left the colleague's book since; shared again, it goes there whole."""
    owner, colleague = reps(tmp_path, "秦", "林")
    office = office_of(tmp_path, owner, colleague)
    account = only(add_account(owner, name="客户", now=NOW), "account")
    add_promise(owner, account_id=account, what="样册", made_on=TODAY, now=NOW)
    share_account(owner, account_id=account, colleague="林", since=TODAY, now=NOW)
    hand(owner, office, tmp_path)
    give_back(office, colleague, tmp_path, "林")
    change_account(colleague, account_id=account, city="宁波", now=_later(1))
    late = tmp_path / "late.kamweek"
    pack(colleague, order=Order(late, _later(2)))
    hand(colleague, office, tmp_path, now=_later(3))
    give_back(office, colleague, tmp_path, "林", now=_later(3))
    give_back(office, owner, tmp_path, "秦", now=_later(3))
    end_sharing(owner, account_id=account, colleague="林", today=TODAY, now=_later(4))
    hand(owner, office, tmp_path, now=_later(4))
    give_back(office, colleague, tmp_path, "林", now=_later(5))
    hand(colleague, office, tmp_path, now=_later(6))
    give_back(office, colleague, tmp_path, "林", now=_later(6))
    assert _value(colleague, account, "name") is None
    take_in(office, path=late, now=_later(7))
    share_account(owner, account_id=account, colleague="林", since=TODAY, now=_later(8))
    for minute in (9, 10):
        hand(owner, office, tmp_path, now=_later(minute))
        give_back(office, colleague, tmp_path, "林", now=_later(minute))
        hand(colleague, office, tmp_path, now=_later(minute))
    assert _value(colleague, account, "name") == "客户"
    assert digest(colleague) == digest(office, rep="林")


def test_a_restored_laptop_gets_again_what_it_had_told_of_before(tmp_path: Path) -> None:
    owner, colleague = reps(tmp_path, "秦", "林")
    office = office_of(tmp_path, owner, colleague)
    account = only(add_account(owner, name="客户", now=NOW), "account")
    hand(owner, office, tmp_path)
    hand(colleague, office, tmp_path)
    give_back(office, colleague, tmp_path, "林")
    kept = back_up(colleague, tmp_path / "kept", now=NOW)
    share_account(owner, account_id=account, colleague="林", since=TODAY, now=_later(1))
    hand(owner, office, tmp_path, now=_later(1))
    give_back(office, colleague, tmp_path, "林", now=_later(1))
    everything = tmp_path / "all.kamweek"
    pack(colleague, order=Order(everything, _later(2), everything=True), to=["内勤"])
    take_in(office, path=everything, now=_later(2))
    path = colleague.path
    colleague.close()
    restore(kept, path, now=_later(3))
    colleague = open_book(path, backups=path.parent / "backups", now=_later(3))
    for minute in (4, 5):
        hand(colleague, office, tmp_path, now=_later(minute))
        give_back(office, colleague, tmp_path, "林", now=_later(minute))
    assert _value(colleague, account, "name") == "客户"
    assert digest(colleague) == digest(office, rep="林")
