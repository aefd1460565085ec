"""Conflicts are the same in every book, and a person's choice settles them everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.accounts import set_phones
from kamdesk.operations.undo import undo
from kamdesk.operations.week_end.conflicts import count_conflicts, open_conflicts, resolve
from kamdesk.reads.digest import digest
from tests.books import NOW
from tests.operations.week_end.test_packages import hand, laptops
from tests.sync.test_book import account, change, value


def at_odds(tmp_path: Path) -> tuple[Store, Store, str]:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿")
    hand(one, two, tmp_path)
    change(one, row, name="岩屿建材")
    change(two, row, name="岩屿公司")
    hand(one, two, tmp_path)
    hand(two, one, tmp_path)
    return one, two, row


def test_both_books_show_the_same_conflict_with_who_and_what_before(tmp_path: Path) -> None:
    one, two, row = at_odds(tmp_path)
    (here,), (there,) = open_conflicts(one), open_conflicts(two)
    assert here == there
    assert (here.table, here.row, here.field) == ("account", row, "name")
    assert {(c.value, c.before, c.rep, c.device) for c in here.choices} == {
        ("岩屿建材", "岩屿", "林岚", "office"),
        ("岩屿公司", "岩屿", "林岚", "home"),
    }
    assert here.choices[here.shown - 1].value == value(one, row, "name") == value(two, row, "name")
    one.close()
    two.close()


def test_a_package_counts_the_choices_that_it_makes(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿")
    hand(one, two, tmp_path)
    for store, name, city in ((one, "岩屿建材", "台州市"), (two, "岩屿公司", "宁波市")):
        change(store, row, name=name)
        change(store, row, city=city)
    assert hand(one, two, tmp_path).conflicts == len(open_conflicts(two)) == 2
    one.close()
    two.close()


@pytest.mark.parametrize("take", [1, 2, None])
def test_a_choice_settles_it_in_every_book(tmp_path: Path, take: int | None) -> None:
    one, two, row = at_odds(tmp_path)
    (conflict,) = open_conflicts(two)
    resolve(two, conflict_id=conflict.id, take=take, value="岩屿集团", now=NOW)
    chosen = "岩屿集团" if take is None else conflict.choices[take - 1].value
    assert open_conflicts(two) == []
    hand(two, one, tmp_path)
    assert open_conflicts(one) == []
    assert value(one, row, "name") == chosen
    assert digest(one) == digest(two)
    with pytest.raises(NotFound):
        resolve(one, conflict_id=conflict.id, take=1, now=NOW)
    one.close()
    two.close()


def test_a_choice_can_be_undone(tmp_path: Path) -> None:
    one, two, row = at_odds(tmp_path)
    (conflict,) = open_conflicts(two)
    before = value(two, row, "name")
    changes = resolve(two, conflict_id=conflict.id, value="岩屿集团", now=NOW)
    undo(two, operation_id=changes.operation_id or "", now=NOW)
    assert value(two, row, "name") == before
    one.close()
    two.close()


def test_no_choice_that_can_not_be(tmp_path: Path) -> None:
    one, two, _ = at_odds(tmp_path)
    (conflict,) = open_conflicts(two)
    for wrong in ({"take": 0}, {"take": 3}, {"value": None}, {"value": 7}):
        with pytest.raises(RuleError):
            resolve(two, conflict_id=conflict.id, now=NOW, **wrong)  # type: ignore[arg-type]
    assert open_conflicts(two) == [conflict]
    one.close()
    two.close()


@pytest.mark.parametrize("keep", [True, False])
def test_taken_back_here_and_changed_there(tmp_path: Path, keep: bool) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿")
    hand(one, two, tmp_path)
    with one.write("test.gone", now=NOW) as tx:
        tx.take_back(tx.get(Account, row))
    change(two, row, city="杭州")
    hand(one, two, tmp_path)
    hand(two, one, tmp_path)
    (conflict,) = open_conflicts(one)
    assert (conflict.field, conflict.edits) == ("deleted_at", ("city",))
    assert conflict.choices[conflict.shown - 1].value is None
    number = next(n for n, choice in enumerate(conflict.choices, 1) if (choice.value is None) is keep)
    resolve(one, conflict_id=conflict.id, take=number, now=NOW)
    hand(one, two, tmp_path)
    assert open_conflicts(one) == open_conflicts(two) == []
    assert (value(two, row, "deleted_at") is None) is keep
    assert digest(one) == digest(two)
    one.close()
    two.close()


def test_what_came_from_another_book_is_not_undone(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿")
    with one.write("test.change", now=NOW) as tx:
        tx.get(Account, row).city = "杭州"
    mine = tx.changes().operation_id or ""
    hand(one, two, tmp_path)
    change(two, row, city="宁波")
    hand(two, one, tmp_path)
    assert value(one, row, "city") == "宁波"
    with pytest.raises(RuleError) as told:
        undo(one, operation_id=mine, now=NOW)
    assert told.value.code == "undo_touched"
    assert value(one, row, "city") == "宁波"
    one.close()
    two.close()


@pytest.mark.parametrize("take", [1, 2, None])
def test_where_a_choice_is_undone_all_values_are_offered_again(tmp_path: Path, take: int | None) -> None:
    one, two, row = at_odds(tmp_path)
    (conflict,) = open_conflicts(two)
    changes = resolve(two, conflict_id=conflict.id, take=take, value="岩屿集团", now=NOW)
    assert open_conflicts(two) == []
    undone = undo(two, operation_id=changes.operation_id or "", now=NOW)
    assert open_conflicts(two) == [replace(conflict, again=True)]
    undo(two, operation_id=undone.operation_id or "", now=NOW)
    assert open_conflicts(two) == [], "the choice holds again"
    undo(two, operation_id=changes.operation_id or "", now=NOW)
    resolve(two, conflict_id=conflict.id, take=2, now=NOW)
    assert (open_conflicts(two), value(two, row, "name")) == ([], conflict.choices[1].value)
    hand(two, one, tmp_path)
    assert open_conflicts(one) == []
    assert digest(one) == digest(two)
    one.close()
    two.close()


def test_what_was_written_since_is_not_asked_about_again(tmp_path: Path) -> None:
    one, two, row = at_odds(tmp_path)
    (conflict,) = open_conflicts(two)
    changes = resolve(two, conflict_id=conflict.id, take=1, now=NOW)
    undo(two, operation_id=changes.operation_id or "", now=NOW)
    change(two, row, name="另取的名字")
    assert open_conflicts(two) == []
    one.close()
    two.close()


def test_a_telephone_changed_on_both_laptops_is_asked_about(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    place = account(one, "恒丰")
    set_phones(one, account_id=place, phones=[("0576-85660000", None, "landline")], now=NOW)
    hand(one, two, tmp_path)
    for store, number in ((one, "0576-85661111"), (two, "0576-85662222")):
        mobile = "13905760001", None, "mobile"
        set_phones(store, account_id=place, phones=[(number, None, "landline"), mobile], now=NOW)
    hand(one, two, tmp_path)
    (conflict,) = open_conflicts(two)
    assert (conflict.table, conflict.field) == ("account_phone", "number")
    assert {choice.value for choice in conflict.choices} == {"0576-85661111", "0576-85662222"}
    one.close()
    two.close()


@pytest.mark.parametrize("kept", [True, False])
def test_an_undo_does_not_settle_a_conflict_unasked(tmp_path: Path, kept: bool) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿", city="台州")
    hand(one, two, tmp_path)
    change(two, row, city="宁波")
    with one.write("test.change", now=NOW + timedelta(minutes=1)) as tx:
        tx.get(Account, row).city = "杭州"
    mine = tx.changes().operation_id or ""
    hand(two, one, tmp_path)
    (conflict,) = open_conflicts(one)
    assert value(one, row, "city") == "杭州"
    with pytest.raises(RuleError, match="undo_conflict"):
        undo(one, operation_id=mine, now=NOW)
    assert (open_conflicts(one), value(one, row, "city")) == ([conflict], "杭州")
    take = next(n for n, choice in enumerate(conflict.choices, 1) if (choice.value == "杭州") is kept)
    resolve(one, conflict_id=conflict.id, take=take, now=NOW)
    if kept:
        undo(one, operation_id=mine, now=NOW)
    else:
        with pytest.raises(RuleError, match="undo_touched"):
            undo(one, operation_id=mine, now=NOW)
    assert value(one, row, "city") == ("台州" if kept else "宁波")


def test_an_undo_leaves_what_another_book_wrote_alike(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿", city="台州")
    hand(one, two, tmp_path)
    change(two, row, city="宁波")
    with one.write("test.change", now=NOW) as tx:
        tx.get(Account, row).city = "宁波"
    hand(two, one, tmp_path)
    assert open_conflicts(one) == []
    with pytest.raises(RuleError, match="undo_touched"):
        undo(one, operation_id=tx.changes().operation_id or "", now=NOW)
    assert value(one, row, "city") == "宁波"


def test_a_row_with_something_to_be_chosen_is_not_undone(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    with one.write("test.account", now=NOW) as tx:
        made = Account(id=tx.new_id(), name="岩屿", level="company", status="active")
        tx.add(made)
    row, mine = made.id, tx.changes().operation_id or ""
    hand(one, two, tmp_path)
    change(two, row, city="宁波")
    change(one, row, city="杭州")
    change(one, row, city=None)
    hand(two, one, tmp_path)
    assert len(open_conflicts(one)) == 1
    with pytest.raises(RuleError, match="undo_"):
        undo(one, operation_id=mine, now=NOW)
    assert len(open_conflicts(one)) == 1


def test_of_a_row_that_waits_nobody_is_asked_until_it_stands(tmp_path: Path) -> None:
    one, two, row = at_odds(tmp_path)
    with two.write_local() as connection:
        connection.exec_driver_sql("UPDATE sync_row SET place = 'parked' WHERE row = ?", (row,))
    assert open_conflicts(two) == []
    assert count_conflicts(two) == 0
    with two.write_local() as connection:
        connection.exec_driver_sql("UPDATE sync_row SET place = 'waiting' WHERE row = ?", (row,))
    assert len(open_conflicts(two)) == count_conflicts(two) == 1
    one.close()
    two.close()
