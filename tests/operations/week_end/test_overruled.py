"""What an office overrules settles nothing that others have to choose."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.operations.notes import change_note, take_back_note
from kamdesk.operations.promises import add_note
from kamdesk.operations.week_end.conflicts import open_conflicts, resolve
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.refusals import accept, refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.reads.digest import digest
from tests.books import NOW, TODAY, make_book, only
from tests.operations.week_end.books import give_back, hand, meet, office_of, reps


def _later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def _shared(tmp_path: Path) -> tuple[Store, Store, Store, Store, str, str]:
    """Two laptops of the owner, a colleague, the office; an account and a note on it."""
    one, two = make_book(tmp_path / "one", rep="秦"), make_book(tmp_path / "two", rep="秦")
    (colleague,) = reps(tmp_path, "林")
    for store, device in ((one, "one"), (two, "two")):
        identity(store, rep="秦", device=device)
    meet(one, two)
    office = office_of(tmp_path, one, two, colleague)
    account = only(add_account(one, name="客户", now=NOW), "account")
    note = only(add_note(one, account_id=account, text="去过", noted_on=TODAY, now=NOW), "note")
    share_account(one, account_id=account, colleague="林", since=TODAY, now=NOW)
    hand(one, office, tmp_path, "内勤")
    hand(one, two, tmp_path, "秦/two")
    give_back(office, colleague, tmp_path, "林")
    return one, two, colleague, office, account, note


def _not_shared_any_more(tmp_path: Path) -> tuple[Store, Store, Store, Store, str, str]:
    """As `_shared`; the colleague has not heard of the end yet."""
    found = _shared(tmp_path)
    end_sharing(found[0], account_id=found[4], colleague="林", today=TODAY, now=_later(1))
    return found


def test_two_values_of_the_owners_stay_to_be_chosen_from(tmp_path: Path) -> None:
    one, two, colleague, office, account, _ = _not_shared_any_more(tmp_path)
    change_account(one, account_id=account, city="宁波", now=_later(2))
    change_account(two, account_id=account, city="绍兴", now=_later(3))
    hand(one, office, tmp_path, "内勤")
    hand(two, office, tmp_path, "内勤")
    (before,) = open_conflicts(office)
    change_account(colleague, account_id=account, city="无权写的", now=_later(4))
    hand(colleague, office, tmp_path, "内勤", now=_later(5))
    (item,) = [item for item in refusals(office) if item.rep == "林"]
    assert item.theirs == {"city": "无权写的"}
    (conflict,) = open_conflicts(office)
    assert conflict == before
    assert {choice.value for choice in conflict.choices} == {"宁波", "绍兴"}
    for store in (one, two):
        give_back(office, store, tmp_path, "秦", now=_later(6))
        assert [each.id for each in open_conflicts(store)] == [conflict.id]
    resolve(one, conflict_id=conflict.id, value="宁波", now=_later(7))
    hand(one, office, tmp_path, "内勤", now=_later(8))
    give_back(office, two, tmp_path, "秦", now=_later(9))
    give_back(office, one, tmp_path, "秦", now=_later(9))
    assert open_conflicts(office) == open_conflicts(two) == []
    assert digest(one) == digest(two) == digest(office, rep="秦")


def test_a_row_taken_back_and_yet_written_to_stays_to_be_chosen(tmp_path: Path) -> None:
    one, two, colleague, office, _, note = _not_shared_any_more(tmp_path)
    take_back_note(one, note_id=note, now=_later(2))
    change_note(two, note_id=note, text="又去过", noted_on=TODAY, now=_later(3))
    hand(one, office, tmp_path, "内勤")
    hand(two, office, tmp_path, "内勤")
    (before,) = open_conflicts(office)
    take_back_note(colleague, note_id=note, now=_later(4))
    assert hand(colleague, office, tmp_path, "内勤", now=_later(5)).refused == 1
    assert [each.id for each in open_conflicts(office)] == [before.id]
    give_back(office, one, tmp_path, "秦", now=_later(6))
    give_back(office, two, tmp_path, "秦", now=_later(6))
    assert (
        [each.id for each in open_conflicts(one)] == [each.id for each in open_conflicts(two)] == [before.id]
    )


def test_who_may_not_write_does_not_choose_for_others(tmp_path: Path) -> None:
    one, two, colleague, office, account, _ = _shared(tmp_path)
    change_account(one, account_id=account, city="宁波", now=_later(2))
    change_account(two, account_id=account, city="绍兴", now=_later(3))
    hand(one, office, tmp_path, "内勤")
    hand(two, office, tmp_path, "内勤")
    (before,) = open_conflicts(office)
    give_back(office, colleague, tmp_path, "林")
    end_sharing(one, account_id=account, colleague="林", today=TODAY, now=_later(4))
    hand(one, office, tmp_path, "内勤")
    resolve(colleague, conflict_id=before.id, value="宁波", now=_later(5))
    assert hand(colleague, office, tmp_path, "内勤", now=_later(6)).refused == 1
    assert open_conflicts(office) == [before]
    (item,) = [item for item in refusals(office) if item.rep == "林"]
    assert (item.waits, item.theirs) == (False, {"city": "宁波"})
    accept(office, number=item.number, now=_later(7))
    assert open_conflicts(office) == []
    for store in (one, two):
        give_back(office, store, tmp_path, "秦", now=_later(8))
    assert digest(one) == digest(two) == digest(office, rep="秦")
