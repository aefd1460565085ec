"""Questions answered: a row taken in as this account or as a new one, a value taken, left out; each taken back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.accounts import change_account
from kamdesk.operations.importing.answering import ask_again, leave_out, take_row, take_value
from kamdesk.operations.undo import undo
from kamdesk.reads.duplicates import account_pairs
from kamdesk.reads.imports import PendingItem, pending_count, pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, content, counted, names, write

HEADERS = ["客户名称", "城市", "地址", "联系人", "手机"]


def only(rows: Sequence[Any]) -> Any:
    (row,) = rows
    return row


@pytest.fixture
def asked(book: Store, tmp_path: Path) -> Store:
    """A book with one account, and a list whose row has nearly its name."""
    bring(book, write(tmp_path / "first.csv", HEADERS, ["海川贸易有限公司", "宁波", "", "", ""]))
    bring(book, near(tmp_path))
    return book


def near(folder: Path) -> Path:
    return write(folder / "next.csv", HEADERS, ["海川贸易", "宁波", "人民路1号", "张三", "13812345678"])


def question(store: Store) -> PendingItem:
    return only(pending_items(store))


def test_this_one(asked: Store, tmp_path: Path) -> None:
    item = question(asked)
    assert item.reason == "near_name"
    before = content(asked)
    changes = take_row(asked, pending_id=item.id, account_id=item.like[0][0], now=NOW)
    assert names(asked) == ["海川贸易有限公司"], "the book's name stays"
    book = content(asked)
    assert only(book["account"])["address"] == "人民路1号"
    assert only(book["contact"])["name"] == "张三"
    assert (pending_items(asked), pending_count(asked)) == ((), 0)
    again = counted(bring(asked, near(tmp_path)))
    assert again["accounts"] == {"unchanged": 1}, "the same row is known now"
    assert changes.operation_id is not None
    undo(asked, operation_id=changes.operation_id, now=NOW)
    assert content(asked) == before
    assert question(asked).id == item.id, "the question is open again"
    assert pending_count(asked) == 1


def test_a_new_one(asked: Store, tmp_path: Path) -> None:
    changes = take_row(asked, pending_id=question(asked).id, account_id=None, now=NOW)
    assert names(asked) == sorted(["海川贸易有限公司", "海川贸易"])
    assert counted(bring(asked, near(tmp_path)))["accounts"] == {"unchanged": 1}
    assert changes.operation_id is not None
    undo(asked, operation_id=changes.operation_id, now=NOW)
    assert names(asked) == ["海川贸易有限公司"]


def test_a_new_one_is_not_asked_about_as_a_duplicate(asked: Store) -> None:
    take_row(asked, pending_id=question(asked).id, account_id=None, now=NOW)
    assert account_pairs(asked) == ()


def test_the_question_says_what_the_book_knows_of_the_other(asked: Store, tmp_path: Path) -> None:
    item = question(asked)
    (card,) = item.cards.values()
    assert (card.address, card.phones, card.people) == ("宁波", (), ())
    assert not item.elsewhere, "a town alone contradicts no address"
    full = ["海川贸易有限公司", "宁波", "解放路9号", "李四", "13900139000"]
    bring(asked, write(tmp_path / "more.csv", HEADERS, full))
    item = question(asked)
    (card,) = item.cards.values()
    assert (card.address, card.people) == ("宁波解放路9号", ("李四",))
    assert item.elsewhere


def test_left_out_stays_out_until_it_is_asked_again(asked: Store, tmp_path: Path) -> None:
    item = question(asked)
    before = content(asked)
    leave_out(asked, pending_id=item.id)
    assert (pending_items(asked), pending_count(asked)) == ((), 0)
    assert only(pending_items(asked, left_out=True)).left_out
    said = counted(bring(asked, near(tmp_path)))
    assert said == {}
    assert (content(asked), pending_count(asked)) == (before, 0)
    ask_again(asked, pending_id=item.id)
    assert not question(asked).left_out


def test_an_answer_that_changes_nothing_holds_all_the_same(book: Store, tmp_path: Path) -> None:
    row = ["海川贸易", "宁波", "", "", ""]
    bring(book, write(tmp_path / "a.csv", HEADERS, ["海川贸易有限公司", "宁波", "", "", ""]))
    bring(book, write(tmp_path / "b.csv", HEADERS, row))
    item = question(book)
    assert not take_row(book, pending_id=item.id, account_id=item.like[0][0], now=NOW)
    assert pending_count(book) == 0


def test_answered_twice(asked: Store) -> None:
    item = question(asked)
    leave_out(asked, pending_id=item.id)
    with pytest.raises(RuleError, match="import_answered"):
        take_row(asked, pending_id=item.id, account_id=None, now=NOW)
    with pytest.raises(NotFound):
        leave_out(asked, pending_id="gone")


def test_the_lists_value(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", HEADERS, ["甲公司", "宁波", "人民路1号", "张三", "13812345678"]))
    account = str(only(content(book)["account"])["id"])
    change_account(book, account_id=account, address="解放路9号", now=NOW)
    newer = write(tmp_path / "b.csv", HEADERS, ["甲公司", "宁波", "建设路5号", "张三", "13812345678"])
    bring(book, newer)
    item = question(book)
    assert (item.of, item.held, item.account_id) == ("甲公司", {"address": "解放路9号"}, account)
    changes = take_value(book, pending_id=item.id, now=NOW)
    assert only(content(book)["account"])["address"] == "建设路5号"
    assert pending_count(book) == 0
    assert changes.operation_id is not None
    undo(book, operation_id=changes.operation_id, now=NOW)
    assert only(content(book)["account"])["address"] == "解放路9号"
    leave_out(book, pending_id=question(book).id)
    bring(book, newer)
    assert (only(content(book)["account"])["address"], pending_count(book)) == ("解放路9号", 0)


def test_leaving_active_needs_its_own_step(book: Store, tmp_path: Path) -> None:
    headers = ["客户名称", "状态"]
    bring(book, write(tmp_path / "a.csv", headers, ["甲公司", "在用"]))
    change_account(book, account_id=str(only(content(book)["account"])["id"]), address="新路1号", now=NOW)
    bring(book, write(tmp_path / "b.csv", headers, ["甲公司", "流失"]))
    item = question(book)
    assert "status" in item.asked
    with pytest.raises(RuleError, match="import_answer_status"):
        take_value(book, pending_id=item.id, now=NOW)
    assert pending_count(book) == 1
