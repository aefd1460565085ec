"""All accounts: what the table and the list show, and whom a name means."""

from datetime import date

import pytest

from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account, change_account, join_accounts, part_accounts
from kamdesk.operations.contacts import add_contact, change_job
from kamdesk.operations.line import add_slot, end_slot
from kamdesk.operations.promises import add_promise, settle_promise
from kamdesk.operations.visits import Occurrence as At
from kamdesk.operations.visits import Report, miss_visit, report_unplanned
from kamdesk.reads import account_table
from kamdesk.reads.account import account_page
from kamdesk.reads.account_table import account_rows, first_names
from kamdesk.reads.accounts import account_list, find_accounts
from tests.books import NOW, TODAY, only


def add(book: Store, name: str, **fields: object) -> str:
    return only(add_account(book, name=name, now=NOW, **fields), "account")


def test_the_list_is_by_name_and_carries_people_with_their_phones(book: Store) -> None:
    second = add(book, "B 建材", value_class="A", is_key=True, city="台州", latitude=28.6, longitude=121.4)
    first = add(book, "A 建材")
    who = only(
        add_contact(
            book,
            account_id=second,
            name="陈国梁",
            title="总经理",
            phones=[("13812345678", None, "mobile"), ("0576-88536114", "801", "office")],
            now=NOW,
        ),
        "contact",
    )
    rows = account_list(book)
    assert [row.id for row in rows] == [first, second]
    assert rows[0].is_key is False
    assert rows[0].value_class is None
    assert rows[1].is_key is True
    assert (rows[1].latitude, rows[1].longitude) == (28.6, 121.4)
    (contact,) = rows[1].contacts
    assert (contact.id, contact.name, contact.title) == (who, "陈国梁", "总经理")
    assert contact.phones == ("13812345678", "0576-88536114-801")


def test_someone_who_left_is_no_longer_listed_and_is_listed_where_they_went(book: Store) -> None:
    old, new = add(book, "甲"), add(book, "乙")
    post = only(add_contact(book, account_id=old, name="周敏", now=NOW), "contact_post")
    change_job(book, post_id=post, last_day=TODAY, to_account_id=new, title="采购", now=NOW)
    by_id = {row.id: row for row in account_list(book)}
    assert by_id[old].contacts == ()
    assert [who.name for who in by_id[new].contacts] == ["周敏"]


def test_an_alias_is_not_listed_and_its_rows_are_shown_with_the_account_until_parted(book: Store) -> None:
    kept, alias = add(book, "路桥恒邦"), add(book, "恒邦(路桥)")
    add_contact(book, account_id=alias, name="陈国梁", now=NOW)
    add_promise(book, account_id=alias, what="补货", made_on=TODAY, now=NOW)
    join_accounts(book, account_id=alias, into_id=kept, now=NOW)
    (row,) = account_rows(book, today=TODAY)
    assert (row.id, row.contact, row.open_promises) == (kept, "陈国梁", 1)
    part_accounts(book, account_id=alias, now=NOW)
    by_id = {row.id: row for row in account_rows(book, today=TODAY)}
    assert (by_id[kept].contact, by_id[kept].open_promises) == (None, 0)
    assert (by_id[alias].contact, by_id[alias].open_promises) == ("陈国梁", 1)


def test_the_table_counts_open_and_overdue_promises(book: Store) -> None:
    account = add(book, "甲")
    add_promise(book, account_id=account, what="一", made_on=date(2026, 11, 1), due_on=TODAY, now=NOW)
    late = add_promise(
        book, account_id=account, what="二", made_on=date(2026, 11, 1), due_on=date(2026, 11, 23), now=NOW
    )
    (row,) = account_rows(book, today=TODAY)
    assert (row.open_promises, row.overdue_promises) == (2, 1)
    settle_promise(book, promise_id=only(late, "promise"), state="kept", settled_on=TODAY, now=NOW)
    (row,) = account_rows(book, today=TODAY)
    assert (row.open_promises, row.overdue_promises) == (1, 0)


def test_last_visit_is_the_newest_that_took_place_and_next_the_first_due(book: Store) -> None:
    account = add(book, "甲")
    weekly = add_slot(
        book, account_id=account, weekday=3, start=540, minutes=60, valid_from=date(2026, 11, 2), now=NOW
    )
    slot = only(weekly, "visit_slot")
    report_unplanned(book, account_id=account, report=Report(visited_on=date(2026, 11, 17)), now=NOW)
    miss_visit(book, visit=At(slot_id=slot, due_on=date(2026, 11, 19)), reason="customer_absent", now=NOW)
    (row,) = account_rows(book, today=TODAY)
    assert row.last_visit == date(2026, 11, 17)
    assert row.next_visit == date(2026, 11, 26)
    assert row.rhythms == ((1, 0),)
    end_slot(
        book,
        slot_id=slot,
        asked_by="us",
        reason="移交",
        asked_on=TODAY,
        effective_from=date(2026, 11, 25),
        now=NOW,
    )
    (row,) = account_rows(book, today=TODAY)
    assert row.next_visit is None
    assert row.rhythms == ()


def test_a_name_means_the_exact_one_first_then_those_that_contain_it(book: Store) -> None:
    short, long, other = add(book, "恒邦"), add(book, "恒邦建材"), add(book, "海川")
    assert [row.id for row in find_accounts(book, wanted="恒邦")] == [short]
    assert [row.id for row in find_accounts(book, wanted="邦")] == [short, long]
    assert [row.id for row in find_accounts(book, wanted=other)] == [other]
    assert find_accounts(book, wanted="没有") == ()
    change_account(book, account_id=other, short_name="海", now=NOW)
    add(book, "上海")
    assert [row.id for row in find_accounts(book, wanted="海")] == [other], "as the line calls it"


def test_a_visit_of_today_that_is_dealt_with_is_no_longer_the_next(book: Store) -> None:
    account = add(book, "甲")
    slot = only(
        add_slot(book, account_id=account, weekday=1, start=510, minutes=60, valid_from=TODAY, now=NOW),
        "visit_slot",
    )
    assert account_rows(book, today=TODAY)[0].next_visit == TODAY
    miss_visit(book, visit=At(slot_id=slot, due_on=TODAY), reason="customer_absent", now=NOW)
    assert account_rows(book, today=TODAY)[0].next_visit == date(2026, 12, 1)
    assert account_page(book, account_id=account, today=TODAY).slots[0].next_due == date(2026, 12, 1)


def test_the_first_cards_are_those_that_the_table_begins_with(
    book: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, letter, key in (("丁", "B", True), ("丙", "A", False), ("乙", "A", True), ("甲", None, None)):
        add(book, name, value_class=letter, is_key=key)
    for name in ("安庆", "北京"):
        add(book, name, value_class="A", is_key=True)
    assert {row.name for row in first_names(book)} == {"甲", "乙", "丙", "丁", "安庆", "北京"}
    for number, names in ((1, {"安庆"}), (3, {"安庆", "北京", "乙"}), (4, {"安庆", "北京", "乙", "丙"})):
        monkeypatch.setattr(account_table, "FIRST", number)
        assert {row.name for row in first_names(book)} == names
