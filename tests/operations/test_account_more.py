"""Hours, closed days and numbers on an account's card."""

from __future__ import annotations

from datetime import date

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.account import AccountClosed, AccountCode, AccountHours
from kamdesk.domain.errors import RuleError
from kamdesk.operations import accounts
from kamdesk.operations.cards import save_account
from kamdesk.operations.undo import undo
from kamdesk.reads.account import account_page
from tests.books import NOW, TODAY, only
from tests.operations.looking import every, shown

WEEK = {0: ((510, 720), (780, 1050)), 1: ((540, 1020),)}
CLOSED = [(date(2026, 12, 1), date(2026, 12, 2), "盘点")]
CODES = [("office", "TZ-0042"), ("ERP", "10042")]


def card(book: Store, account_id: str | None = None, name: str = "岩屿", **given: object):
    return save_account(
        book, fields={"name": name}, phones=[], tags=[], account_id=account_id, now=NOW, **given
    )  # type: ignore[arg-type]


@pytest.fixture
def account(book: Store) -> str:
    return only(card(book, hours=WEEK, closed=CLOSED, codes=CODES), "account")


def test_they_are_saved_with_the_card_and_read_again(book: Store, account: str) -> None:
    page = account_page(book, account_id=account, today=TODAY)
    assert [(h.weekday, h.opens, h.closes) for h in page.hours] == [
        (0, 510, 720),
        (0, 780, 1050),
        (1, 540, 1020),
    ]
    assert [(c.first_day, c.last_day, c.reason) for c in page.closed] == CLOSED
    assert page.codes == tuple(sorted(CODES))


def test_the_same_again_writes_nothing_and_none_leaves_them(book: Store, account: str) -> None:
    assert not card(book, account, hours=WEEK, closed=CLOSED, codes=CODES)
    assert not card(book, account)
    assert len(every(book, AccountHours)) == 3


def test_all_goes_back_in_one(book: Store, account: str) -> None:
    changes = card(
        book, account, "岩屿建材", hours={4: ((600, 660),)}, closed=[], codes=[("office", "TZ-0043")]
    )
    assert shown(every(book, AccountHours), "weekday", "opens") == [(4, 600)]
    assert every(book, AccountClosed) == []
    undo(book, operation_id=changes.operation_id or "", now=NOW)
    page = account_page(book, account_id=account, today=TODAY)
    assert page.name == "岩屿"
    assert len(page.hours) == 3
    assert len(page.closed) == 1
    assert page.codes == tuple(sorted(CODES))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"hours": {0: ((600, 540),)}}, "hours_backwards"),
        ({"hours": {0: ((540, 660), (600, 720))}}, "hours_overlap"),
        ({"closed": [(date(2026, 12, 2), date(2026, 12, 1), None)]}, "days_backwards"),
    ],
)
def test_what_cannot_be_is_refused_whole(
    book: Store, account: str, given: dict[str, object], code: str
) -> None:
    with pytest.raises(RuleError) as caught:
        card(book, account, "another name", **given)
    assert caught.value.code == code
    assert account_page(book, account_id=account, today=TODAY).name == "岩屿"


def test_a_number_belongs_to_one_account(book: Store, account: str) -> None:
    other = only(card(book, name="礁石"), "account")
    with pytest.raises(RuleError) as caught:
        card(book, other, "礁石", codes=[("office", "tz-0042")])
    assert caught.value.values == {"number": "tz-0042", "name": "岩屿"}
    card(book, other, "礁石", codes=[("WMS", "TZ-0042")])
    assert len(every(book, AccountCode)) == 3


def test_what_lies_with_a_merged_account_is_not_written_twice(book: Store, account: str) -> None:
    twin = only(card(book, name="岩屿（旧）", hours={2: ((540, 600),)}, codes=[("WMS", "7")]), "account")
    accounts.join_accounts(book, account_id=twin, into_id=account, now=NOW)
    page = account_page(book, account_id=account, today=TODAY)
    assert ("WMS", "7") in page.codes
    assert not card(book, account, hours={**WEEK, 2: ((540, 600),)}, codes=list(page.codes), closed=CLOSED)
    card(book, account, hours=WEEK, codes=CODES)
    page = account_page(book, account_id=account, today=TODAY)
    assert len(page.hours) == 3
    assert page.codes == tuple(sorted(CODES))
