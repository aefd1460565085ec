"""An account and something about it, typed together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.operations import accounts, contacts
from kamdesk.reads.leads import leads, named
from tests.books import NOW, make_book, only


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = make_book(tmp_path_factory.mktemp("leads"))
    huatong = only(accounts.add_account(store, name="宁波华通建材有限公司", now=NOW), "account")
    accounts.add_account(store, name="台州安华建设有限公司", now=NOW)
    person = contacts.add_contact(store, account_id=huatong, name="陈立新", title="董事长", now=NOW)
    contact = only(person, "contact")
    contacts.give_role(store, contact_id=contact, account_id=huatong, role="decision_maker", now=NOW)
    yield store
    store.close()


@pytest.mark.parametrize(
    "typed", ["华通 决策者", "决策者 华通", "华通决策者", "htjc decision maker", "华通 决策"]
)
def test_a_role_beside_an_account_leads_to_the_person(book: Store, typed: str) -> None:
    first = leads(book, typed=typed)[0]
    assert first.account.title.text == "宁波华通建材有限公司"
    assert first.person is not None
    assert first.person.title.text == "陈立新"
    assert (first.section, first.role) == ("people", "decision_maker")


@pytest.mark.parametrize("typed", ["谁说了算 华通", "华通 谁说了算", "华通谁说了算", "华通 who decides"])
def test_a_question_beside_an_account_leads_to_the_question(book: Store, typed: str) -> None:
    (lead,) = leads(book, typed=typed)
    assert (lead.section, lead.question) == ("questions", "H4")


def test_a_role_that_nobody_has_is_said_so(book: Store) -> None:
    (lead,) = leads(book, typed="安华 决策者")
    assert lead.person is None
    assert lead.role == "decision_maker"


def test_a_page_is_found_by_its_name(book: Store) -> None:
    assert [lead.section for lead in leads(book, typed="安华 需求")] == ["needs"]
    assert [lead.section for lead in leads(book, typed="安华 附件")] == ["files"]


def test_what_is_locked_and_what_means_nothing_leads_nowhere(book: Store) -> None:
    assert not leads(book, typed="华通 通消息")
    assert not leads(book, typed="华通")
    assert not leads(book, typed="华通 客户")
    assert not leads(book, typed="天王星 决策者")


def test_a_word_that_names_an_account_is_enough(book: Store, tmp_path: Path) -> None:
    assert [hit.title.text for hit in named(book, typed="华通 木星")] == ["宁波华通建材有限公司"]
    assert named(book, typed="天王星") == ()
