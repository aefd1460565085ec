"""A doubtful cell answered with the value itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.contacts import change_contact
from kamdesk.operations.importing.answering import take_row
from kamdesk.operations.importing.cell import take_cell
from kamdesk.operations.undo import undo
from kamdesk.reads.imports import PendingItem, pending_count, pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, content, write


def only(rows):
    (row,) = rows
    return row


def ask(book: Store, folder: Path, header: str, value: str, *more: tuple[str, str]) -> PendingItem:
    titles, cells = (
        ["客户名称", *[name for name, _ in more], header],
        ["甲公司", *[cell for _, cell in more], value],
    )
    bring(book, write(folder / "list.csv", titles, cells))
    return only(pending_items(book))


def answer(book: Store, item: PendingItem, text: str):
    return take_cell(book, pending_id=item.id, account_id=item.account_id or "", text=text, now=NOW)


def test_a_birthday_of_the_one_person(book: Store, tmp_path: Path) -> None:
    item = ask(book, tmp_path, "生日", "3/4/1985", ("联系人", "张三"))
    assert item.of == "甲公司"
    before = content(book)
    changes = answer(book, item, "1985-03-04")
    person = only(content(book)["contact"])
    assert (person["birth_year"], person["birth_month"], person["birth_day"]) == (1985, 3, 4)
    assert pending_count(book) == 0
    undo(book, operation_id=changes.operation_id or "", now=NOW)
    assert content(book) == before
    assert pending_count(book) == 1, "the question is open again"


def test_what_the_reader_doubts_again_is_refused_with_its_reason(book: Store, tmp_path: Path) -> None:
    item = ask(book, tmp_path, "生日", "3/4/1985", ("联系人", "张三"))
    before = content(book)
    with pytest.raises(RuleError) as caught:
        answer(book, item, "5/6/1986")
    assert caught.value.code == "import_answer_cell"
    assert caught.value.values["reason"] == item.reason
    for nothing in ("", "   "):
        with pytest.raises(RuleError, match="import_answer_empty"):
            answer(book, item, nothing)
    assert content(book) == before
    assert pending_count(book) == 1


def test_of_several_people_it_can_not_be_told(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "first.csv", ["客户名称", "联系人"], ["甲公司", "李四"]))
    item = ask(book, tmp_path, "生日", "3/4/1985", ("联系人", "张三"))
    with pytest.raises(RuleError, match="import_answer_person"):
        answer(book, item, "1985-03-04")
    assert pending_count(book) == 1


def test_what_is_typed_holds_against_the_book(book: Store, tmp_path: Path) -> None:
    item = ask(book, tmp_path, "生日", "3/4/1985", ("联系人", "张三"))
    person = str(only(content(book)["contact"])["id"])
    born = {"birth_calendar": "solar", "birth_year": 1970, "birth_month": 1, "birth_day": 1}
    change_contact(book, contact_id=person, **born, now=NOW)
    answer(book, item, "1985年3月4日")
    assert only(content(book)["contact"])["birth_year"] == 1985
    assert pending_count(book) == 0


def test_leaving_active_and_accounts_that_are_gone_are_refused(book: Store, tmp_path: Path) -> None:
    item = ask(book, tmp_path, "状态", "说不清")
    with pytest.raises(RuleError, match="import_answer_status"):
        answer(book, item, "流失")
    with pytest.raises(NotFound):
        take_cell(book, pending_id=item.id, account_id="gone", text="在用", now=NOW)
    assert pending_count(book) == 1
    assert not answer(book, item, "在用"), "the book says so already"
    assert pending_count(book) == 0


def test_it_is_not_answered_twice(book: Store, tmp_path: Path) -> None:
    item = ask(book, tmp_path, "生日", "3/4/1985", ("联系人", "张三"))
    answer(book, item, "1985-03-04")
    with pytest.raises(RuleError, match="import_answered"):
        answer(book, item, "1985-03-04")


@pytest.mark.parametrize(
    ("header", "text"), [("年销售额", "2024年 约300万元"), ("年销售额(万元)", "2024: 300")]
)
def test_a_sum_of_no_year_is_answered_with_the_year_first(
    book: Store, tmp_path: Path, header: str, text: str
) -> None:
    item = ask(book, tmp_path, header, "约300万元")
    assert item.reason == "amount_period"
    with pytest.raises(RuleError):
        answer(book, item, "300万元")
    answer(book, item, text)
    sale = only(content(book)["sales_history"])
    assert (str(sale["first_day"]), sale["amount"]) == ("2024-01-01", 300_000_000)
    assert pending_count(book) == 0


def test_a_cell_of_a_row_that_calls_its_account_otherwise(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", ["客户名称"], ["绍兴新天地建材有限公司"]))
    bring(book, write(tmp_path / "b.csv", ["客户名称", "年销售额"], ["(绍兴)新天地建材", "18360000"]))
    near = only(pending_items(book))
    take_row(book, pending_id=near.id, account_id=near.like[0][0], now=NOW)
    item = only(pending_items(book))
    assert (item.of, item.account_id, item.typed) == ("(绍兴)新天地建材", near.like[0][0], "年销售额")
    answer(book, item, "2024年 18360000元")
    assert only(content(book)["sales_history"])["account_id"] == near.like[0][0]
    assert pending_count(book) == 0
