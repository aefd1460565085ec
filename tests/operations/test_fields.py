"""Fields set by name; the many rows that belong to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountPhone, AccountTag
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.fields import assign, check_links, replace_many, require
from tests.books import NOW
from tests.operations.looking import every


def test_only_fields_of_the_row_are_set() -> None:
    row = Account(id="x", name="x")
    assign(row, {"name": "y", "city": None})
    assert row.name == "y"
    for name in ("colour", "id", "recorded_at", "deleted_at", "__class__"):
        with pytest.raises(AttributeError):
            assign(row, {name: "z"})


@pytest.mark.parametrize("text", [None, "", " ", "\u3000", "\n\t"])
def test_what_must_be_said(text: str | None) -> None:
    with pytest.raises(RuleError, match="reason_empty"):
        require(text, "reason")
    assert require(" x ", "reason") == "x"


wanted = st.lists(st.sampled_from("abcd"), max_size=6)


@given(first=wanted, second=wanted)
def test_the_rows_in_force_are_the_ones_given_and_as_few_as_may_be_change(
    book_once: Store, first: list[str], second: list[str]
) -> None:
    with book_once.write("test.account", now=NOW) as tx:
        account = Account(id=tx.new_id(), name="x")
        tx.add(account)

    def put(tags: list[str]) -> set[str]:
        with book_once.write("test.tags", now=NOW) as tx:
            rows = [
                AccountTag(id=tx.new_id(), account_id=account.id, tag=tag, rank=rank)
                for rank, tag in enumerate(tags)
            ]
            replace_many(tx, tx.every(AccountTag, account_id=account.id), rows, same=("tag",))
        found = every(book_once, AccountTag, account_id=account.id)
        assert [row.tag for row in found] == tags
        return {row.id for row in found}

    before, after = put(first), put(second)
    common = sum(min(first.count(tag), second.count(tag)) for tag in "abcd")
    assert len(before & after) == common
    assert not put(second) - after


def test_links_lead_to_what_is_there(book: Store) -> None:
    with book.write("test", now=NOW) as tx:
        account, gone = (Account(id=tx.new_id(), name=name) for name in "ab")
        tx.add(account, gone)
        tx.flush()
        tx.take_back(tx.get(Account, gone.id))
    with book.write("test", now=NOW) as tx:
        check_links(tx, AccountPhone(id="x", account_id=account.id, number="1"))
        check_links(tx, Account(id="x", name="x"))
        for nowhere in (gone.id, "nobody"):
            with pytest.raises(NotFound):
                check_links(tx, AccountPhone(id="x", account_id=nowhere, number="1"))
