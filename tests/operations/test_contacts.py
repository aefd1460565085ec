"""Contacts: people, their telephones, the posts and roles they hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.contact import Contact, ContactPhone, ContactPost, ContactRole, InformantAssignment
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations import accounts, confidential, contacts
from tests.books import NOW, TODAY, only
from tests.operations.looking import every, one, shown


@pytest.fixture
def account(book: Store) -> str:
    return only(accounts.add_account(book, name="岩屿建材", now=NOW), "account")


@pytest.fixture
def contact(book: Store, account: str) -> str:
    return only(contacts.add_contact(book, account_id=account, name="陈", now=NOW), "contact")


def test_a_person_comes_with_a_post_and_telephones(book: Store, account: str) -> None:
    phones = [("138", None, "mobile"), ("0576", "801", "office"), ("138", None, "mobile")]
    changes = contacts.add_contact(
        book,
        account_id=account,
        name=" 陈 ",
        latin_name="Chen",
        title="经理",
        phones=phones,
        birth_month=8,
        now=NOW,
    )
    assert {table: len(ids) for table, ids in changes.rows.items()} == {
        "contact": 1,
        "contact_post": 1,
        "contact_phone": 2,
    }
    assert shown(every(book, Contact), "name", "latin_name", "birth_month", "birth_leap") == [
        ("陈", "Chen", 8, False)
    ]
    assert shown(every(book, ContactPost), "account_id", "title", "rank") == [(account, "经理", 0)]
    assert shown(every(book, ContactPhone), "number", "extension", "rank") == [
        ("138", None, 0),
        ("0576", "801", 1),
    ]
    contacts.add_contact(book, account_id=account, name="李", now=NOW)
    assert shown(every(book, ContactPost), "rank") == [(0,), (1,)]


def test_a_person_has_a_name_and_an_account(book: Store, account: str, contact: str) -> None:
    with pytest.raises(RuleError, match="name_empty"):
        contacts.add_contact(book, account_id=account, name=" ", now=NOW)
    with pytest.raises(RuleError, match="name_empty"):
        contacts.change_contact(book, contact_id=contact, name="", now=NOW)
    with pytest.raises(NotFound):
        contacts.add_contact(book, account_id="nobody", name="x", now=NOW)
    assert len(every(book, Contact)) == 1


def test_telephones_of_a_person(book: Store, contact: str) -> None:
    contacts.set_contact_phones(
        book, contact_id=contact, phones=[("1", None, "mobile"), ("2", None, "home")], now=NOW
    )
    contacts.set_contact_phones(book, contact_id=contact, phones=[("2", None, "home")] * 2, now=NOW)
    assert shown(every(book, ContactPhone), "number", "rank") == [("2", 0)]


def test_nobody_reports_to_themselves_or_to_nobody(book: Store, account: str, contact: str) -> None:
    post = one(book, ContactPost).id
    boss = only(contacts.add_contact(book, account_id=account, name="林", now=NOW), "contact")
    contacts.change_post(book, post_id=post, reports_to=boss, support="mentor", now=NOW)
    with pytest.raises(RuleError, match="reports_to_self"):
        contacts.change_post(book, post_id=post, reports_to=contact, now=NOW)
    with pytest.raises(NotFound):
        contacts.change_post(book, post_id=post, reports_to="nobody", now=NOW)
    assert one(book, ContactPost, id=post).reports_to == boss


def test_a_change_of_job_ends_the_post_and_its_roles_and_keeps_them(
    book: Store, account: str, contact: str
) -> None:
    elsewhere = only(accounts.add_account(book, name="别处", now=NOW), "account")
    for role, where in (("user", account), ("purchaser", elsewhere)):
        contacts.give_role(book, contact_id=contact, account_id=where, role=role, now=NOW)
    post = one(book, ContactPost).id
    contacts.change_job(
        book, post_id=post, last_day=TODAY, to_account_id=elsewhere, title="厂长", department="生产", now=NOW
    )
    old, new = sorted(every(book, ContactPost), key=lambda row: row.account_id != account)
    assert (old.id, old.until) == (post, TODAY)
    assert (new.account_id, new.since, new.until) == (elsewhere, TODAY + timedelta(days=1), None)
    assert (new.title, new.department) == ("厂长", "生产")
    assert {row.role: row.until for row in every(book, ContactRole)} == {"user": TODAY, "purchaser": None}


def test_a_job_does_not_end_before_it_began(book: Store, contact: str) -> None:
    post = one(book, ContactPost).id
    contacts.change_post(book, post_id=post, since=TODAY, now=NOW)
    with pytest.raises(RuleError, match="days_backwards"):
        contacts.change_job(book, post_id=post, last_day=TODAY - timedelta(days=1), now=NOW)
    contacts.change_job(book, post_id=post, last_day=TODAY, now=NOW)
    assert shown(every(book, ContactPost), "until") == [(TODAY,)]


def test_a_role_is_assumed_until_it_is_confirmed(book: Store, account: str, contact: str) -> None:
    who = {"contact_id": contact, "account_id": account, "role": "decision_maker"}
    contacts.give_role(book, **who, how_known="展会", since=date(2026, 1, 1), now=NOW)
    contacts.give_role(book, **who, standing="confirmed", now=NOW)
    assert shown(every(book, ContactRole), "standing", "how_known", "since") == [
        ("confirmed", "展会", date(2026, 1, 1))
    ]
    role = one(book, ContactRole).id
    contacts.end_role(book, role_id=role, last_day=TODAY, now=NOW)
    contacts.give_role(book, **who, now=NOW)
    assert sorted(shown(every(book, ContactRole), "standing", "until"), key=str) == [
        ("assumed", None),
        ("confirmed", TODAY),
    ]


def test_an_informant_is_kept_apart_and_stays_in_other_roles(book: Store, account: str, contact: str) -> None:
    with pytest.raises(RuleError, match="informant_apart"):
        contacts.give_role(book, contact_id=contact, account_id=account, role="informant", now=NOW)
    contacts.give_role(book, contact_id=contact, account_id=account, role="user", now=NOW)
    changes = confidential.record_informant(
        book, contact_id=contact, account_id=account, told="价格", now=NOW
    )
    assert set(changes.rows) == {"informant_assignment"}
    assert "informant" not in changes.operation
    assert shown(every(book, InformantAssignment), "contact_id", "last_heard", "told") == [
        (contact, TODAY, "价格")
    ]
    assert shown(every(book, ContactRole), "role") == [("user",)]


def test_roles_and_informants_are_people_of_the_book(book: Store, account: str, contact: str) -> None:
    for contact_id, account_id in (("nobody", account), (contact, "nobody")):
        with pytest.raises(NotFound):
            contacts.give_role(book, contact_id=contact_id, account_id=account_id, role="user", now=NOW)
        with pytest.raises(NotFound):
            confidential.record_informant(book, contact_id=contact_id, account_id=account_id, now=NOW)
