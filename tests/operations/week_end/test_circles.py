"""Accounts that two books lead to each other are in sight again once the books have met, in each of them the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.errors import RuleError
from kamdesk.operations.merging import merge_accounts
from kamdesk.operations.undo import last_done
from kamdesk.operations.week_end.conflicts import count_conflicts, open_conflicts, resolve
from kamdesk.reads.digest import digest
from kamdesk.reads.week_end.odds import in_words
from kamdesk.words import Words
from tests.books import NOW
from tests.operations.week_end.books import give_back, hand, laptops, office_of
from tests.sync.test_book import account, sound


def lead(store: Store, link: str, row: str, there: str) -> None:
    if link == "merged_into":
        merge_accounts(store, keep_id=there, gone_id=row, fields={}, now=NOW)
        return
    with store.write("test.lead", now=NOW) as tx:
        tx.get(Account, row).parent_id = there


def links(store: Store, link: str) -> dict[str, str | None]:
    with store.read() as connection:
        return dict(connection.exec_driver_sql(f"SELECT id, {link} FROM account").all())


@pytest.mark.parametrize("link", ["merged_into", "parent_id"])
def test_two_laptops_lead_two_accounts_to_each_other(tmp_path: Path, link: str) -> None:
    one, two = laptops(tmp_path)
    office = office_of(tmp_path, one, two)
    first, second = sorted([account(one, "岩屿"), account(one, "岩屿建材")])
    hand(one, two, tmp_path)
    lead(one, link, first, second)
    lead(two, link, second, first)
    for _ in range(2):
        for laptop in (one, two):
            hand(laptop, office, tmp_path, "内勤")
        for laptop in (one, two):
            give_back(office, laptop, tmp_path, "林岚")
    for store in (one, two, office):
        assert links(store, link) == {first: None, second: first}
        assert digest(store) == digest(office)
        found = open_conflicts(store)
        assert count_conflicts(store) == len(found) == (link == "parent_id")
        for conflict in found:
            assert (conflict.row, conflict.field) == (first, link)
            assert [(each.value, each.rep) for each in conflict.choices] == [(second, "林岚"), (None, None)]
            assert conflict.shown == 2
        sound(store)
    with one.read() as connection:
        done = last_done(connection)
    assert done is not None
    assert done.name in ("account.join", "test.lead")
    for store in (one, two, office):
        store.close()


def test_a_circle_of_three_that_each_book_wrote_a_part_of(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    office = office_of(tmp_path, one, two)
    ids = sorted(account(one, name) for name in "甲乙丙丁")
    for laptop in (one, two):
        hand(one, two, tmp_path) if laptop is two else hand(laptop, office, tmp_path, "内勤")
    for store, row, there in ((one, 0, 1), (two, 1, 2), (office, 2, 0), (two, 3, 1)):
        lead(store, "merged_into", ids[row], ids[there])
    hand(one, two, tmp_path)
    hand(two, one, tmp_path)
    for _ in range(2):
        for laptop in (one, two):
            hand(laptop, office, tmp_path, "内勤")
        for laptop in (one, two):
            give_back(office, laptop, tmp_path, "林岚")
    for store in (one, two, office):
        assert links(store, "merged_into") == {
            ids[0]: None,
            ids[1]: ids[2],
            ids[2]: ids[0],
            ids[3]: ids[1],
        }
        store.close()


def circle_of_parents(folder: Path) -> tuple[Store, Store, str, str]:
    """Two laptops that met after each stood one of two accounts below the other."""
    one, two = laptops(folder)
    first, second = sorted([account(one, "岩屿"), account(one, "岩屿建材")])
    hand(one, two, folder)
    lead(one, "parent_id", first, second)
    lead(two, "parent_id", second, first)
    hand(one, two, folder)
    assert hand(two, one, folder).conflicts == 1
    assert links(one, "parent_id") == links(two, "parent_id") == {first: None, second: first}
    return one, two, first, second


def test_whose_parent_is_not_shown_is_shown_below_it_once_the_circle_is_open(tmp_path: Path) -> None:
    one, two, first, second = circle_of_parents(tmp_path)
    with two.write("test.lead", now=NOW) as tx:
        tx.get(Account, second).parent_id = None
    hand(two, one, tmp_path)
    hand(one, two, tmp_path)
    for store in (one, two):
        assert links(store, "parent_id") == {first: second, second: None}
        assert open_conflicts(store) == []
        sound(store)


def test_who_stands_below_whom_is_chosen_and_goes_to_the_other_book(tmp_path: Path) -> None:
    one, two, first, second = circle_of_parents(tmp_path)
    (conflict,) = open_conflicts(one)
    assert conflict.ring == (second,)
    (told,) = in_words(one, [conflict], Words("zh"))
    assert (told.ring, [each.alone for each in told.choices]) == ((told.choices[0].text,), [False, True])
    with pytest.raises(RuleError, match="tree_circle"):
        resolve(one, conflict_id=conflict.id, take=1, now=NOW)
    resolve(one, conflict_id=conflict.id, take=2, now=NOW)
    hand(one, two, tmp_path)
    for store in (one, two):
        assert open_conflicts(store) == []
        assert count_conflicts(store) == 0
        assert links(store, "parent_id") == {first: None, second: first}
    assert digest(one) == digest(two)


def test_a_rival_parent_that_closes_the_circle_leaves_the_other_to_choose(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    first, second, third = sorted(account(one, name) for name in "甲乙丙")
    hand(one, two, tmp_path)
    lead(two, "parent_id", first, third)
    lead(two, "parent_id", second, first)
    lead(one, "parent_id", first, second)
    hand(two, one, tmp_path)
    (conflict,) = open_conflicts(one)
    assert {each.value for each in conflict.choices} == {second, third}
    take = next(n for n, each in enumerate(conflict.choices, 1) if each.value == third)
    resolve(one, conflict_id=conflict.id, take=take, now=NOW)
    assert links(one, "parent_id") == {first: third, second: first, third: None}
    hand(one, two, tmp_path)
    assert links(two, "parent_id") == links(one, "parent_id")


def test_a_circle_that_stands_is_no_change_of_each_package_anew(tmp_path: Path) -> None:
    one, two, _, _ = circle_of_parents(tmp_path)
    account(two, "丙")
    taken = hand(two, one, tmp_path)
    assert (sum(taken.fresh.values()), taken.changed) == (1, 0)
