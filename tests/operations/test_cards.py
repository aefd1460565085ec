"""Cards saved whole: one transaction, one undo."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountPhone, AccountTag
from kamdesk.domain.contact import Contact, ContactPhone, ContactPost, ContactRole
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.line import VisitSlot
from kamdesk.operations import line
from kamdesk.operations.cards import save_account, save_contact
from kamdesk.operations.undo import undo
from tests.books import NOW, TODAY, only
from tests.operations.looking import every, one, shown

LATER = NOW + timedelta(days=1)


def account_card(book: Store, **given: Any) -> Any:
    fields = {"fields": {"name": "岩屿"}, "phones": [("110", None, "office")], "tags": ["大户"], **given}
    return save_account(book, now=NOW, **fields)


def contact_card(book: Store, account: str, **given: Any) -> Any:
    fields = {
        "person": {"name": "陈"},
        "post": {"title": "经理"},
        "phones": [],
        "roles": {"user": "assumed"},
        **given,
    }
    return save_contact(book, **{"account_id": account, "now": NOW, **fields})


@pytest.fixture
def account(book: Store) -> str:
    return only(account_card(book), "account")


def test_an_account_with_its_telephones_and_tags(book: Store) -> None:
    changes = account_card(book, phones=[("110", None, "office")] * 2, place=(28.6, 121.4, "wgs84"))
    assert {table: len(ids) for table, ids in changes.rows.items()} == {
        "account": 1,
        "account_phone": 1,
        "account_tag": 1,
    }
    assert shown(every(book, Account), "name", "latitude", "datum") == [("岩屿", 28.6, "wgs84")]


def test_a_card_saved_again_changes_what_differs_and_goes_back_in_one(book: Store, account: str) -> None:
    fields = {"name": "岩屿建材", "city": "温岭"}
    changes = account_card(book, account_id=account, fields=fields, phones=[], tags=["大户", "新"])
    assert shown(every(book, Account), "name", "city") == [("岩屿建材", "温岭")]
    assert every(book, AccountPhone) == []
    assert not account_card(book, account_id=account, fields=fields, phones=[], tags=["大户", "新"])
    undo(book, operation_id=changes.operation_id, now=NOW)
    assert shown(every(book, Account), "name", "city") == [("岩屿", None)]
    assert shown(every(book, AccountPhone), "number") == [("110",)]
    assert shown(every(book, AccountTag), "tag") == [("大户",)]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"fields": {"name": " "}}, "name_empty"),
        ({"fields": {"name": "x", "status": "lost"}}, "status_needs_reason"),
        ({"fields": {"name": "x", "parent_id": "nobody"}}, "row_missing"),
        ({"place": (128.6, 21.4, "wgs84")}, "point_off_earth"),
    ],
)
def test_a_card_that_breaks_a_rule_is_not_saved(
    book: Store, account: str, given: dict[str, Any], code: str
) -> None:
    with pytest.raises((RuleError, NotFound), match=code):
        account_card(book, account_id=account, **given)
    assert shown(every(book, Account), "name", "status", "latitude") == [("岩屿", "active", None)]


def test_no_account_stands_below_itself(book: Store, account: str) -> None:
    with pytest.raises(RuleError, match="parent_circle"):
        account_card(book, account_id=account, fields={"name": "x", "parent_id": account})


def test_a_status_that_leaves_active_ends_the_slots(book: Store, account: str) -> None:
    line.add_slot(book, account_id=account, weekday=1, start=510, minutes=60, valid_from=TODAY, now=NOW)
    account_card(book, account_id=account, fields={"name": "x", "status": "lost", "status_reason": "停业"})
    assert shown(every(book, VisitSlot), "valid_to", "end_reason") == [(TODAY, "停业")]


def test_a_person_with_post_telephones_and_roles(book: Store, account: str) -> None:
    contact_card(book, account, phones=[("138", None, "mobile")] * 2)
    assert shown(every(book, Contact), "name") == [("陈",)]
    assert shown(every(book, ContactPost), "title", "rank") == [("经理", 0)]
    assert shown(every(book, ContactPhone), "number") == [("138",)]
    assert shown(every(book, ContactRole), "role", "standing", "since") == [("user", "assumed", TODAY)]


def test_roles_end_with_their_history_but_not_those_of_today(book: Store, account: str) -> None:
    contact_card(book, account)
    known = {"contact_id": one(book, Contact).id, "post_id": one(book, ContactPost).id}
    contact_card(book, account, roles={"user": "confirmed", "purchaser": "assumed"}, now=LATER, **known)
    contact_card(book, account, roles={}, now=LATER, **known)
    assert shown(every(book, ContactRole), "role", "standing", "until") == [
        ("user", "confirmed", TODAY + timedelta(days=1))
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"person": {"name": ""}}, "name_empty"),
        ({"roles": {"informant": "assumed"}}, "informant_apart"),
        ({"account_id": "nobody"}, "row_missing"),
        ({"contact_id": "nobody"}, "row_missing"),
    ],
)
def test_a_persons_card_that_breaks_a_rule_is_not_saved(
    book: Store, account: str, given: dict[str, Any], code: str
) -> None:
    with pytest.raises((RuleError, NotFound), match=code):
        contact_card(book, account, **given)
    assert every(book, Contact) == []
