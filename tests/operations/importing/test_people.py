"""People in rows: 同上 is somebody or a question, never a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.exchange.values.names import given_first
from kamdesk.reads.accounts import account_list
from kamdesk.reads.imports import pending_items
from tests.operations.importing.books import bring, content, counted, write

HEADERS = ["客户名称", "地址", "联系人", "职务", "手机"]
ROWS = [
    ["甲公司", "人民路1号", "张三", "经理", "13812345678/0571-88881234"],
    ["甲公司", "人民路1号", "李四", "会计", "13912345678"],
    ["乙公司", "解放路9号", "王五", "老板", "13712345678"],
]


@pytest.mark.parametrize(
    ("row", "person"),
    [
        (["甲公司", "人民路1号", "同上", "经理", "13812345678/0571-88881234"], "张三"),
        (["甲公司", "人民路1号", "同上", "", "0571-88881234"], "张三"),
        (["乙公司", "", "同上", "", ""], "王五"),
        (["乙公司", "", "〃", "", "同上"], "王五"),
        (["同上", "同上", "同上", "总经理", ""], "王五"),
        (["甲公司", "人民路1号", "同上", "", ""], None),
        (["甲公司", "人民路1号", "同上", "", "13612345678"], None),
        (["乙公司", "", "同上", "", "13812345678"], "王五"),
        (["丙公司", "", "同上", "", "13712345678"], None),
    ],
)
def test_ditto(book: Store, tmp_path: Path, row: list[str], person: str | None) -> None:
    report = bring(book, write(tmp_path / "a.csv", HEADERS, *ROWS, row))
    people = [contact.name for account in account_list(book) for contact in account.contacts]
    assert sorted(people) == ["张三", "李四", "王五"]
    numbers = counted(report, "contacts")["contacts"]
    if person is None:
        assert numbers == {"created": 3, "to_decide": 1}
        assert [(item.kind, item.reason) for item in pending_items(book)] == [("contacts", "ditto_who")]
    else:
        assert numbers["created"] == 3
        assert numbers.get("unchanged", 0) + numbers.get("updated", 0) + numbers.get("to_decide", 0) == 1
        assert all(item.kind == "fields" for item in pending_items(book))
    assert not bring(book, tmp_path / "a.csv").changes


def test_a_ditto_that_brings_something_new_is_a_question_about_that(book: Store, tmp_path: Path) -> None:
    report = bring(
        book, write(tmp_path / "a.csv", HEADERS, ROWS[2], ["乙公司", "", "同上", "总经理", "13612345678"])
    )
    assert counted(report, "contacts", "phones", "fields") == {
        "contacts": {"created": 1, "unchanged": 1},
        "phones": {"created": 2},
        "fields": {"to_decide": 1},
    }


def test_two_people_of_one_name_are_told_apart_by_their_numbers(book: Store, tmp_path: Path) -> None:
    from kamdesk.operations.contacts import add_contact
    from tests.books import NOW

    bring(book, write(tmp_path / "a.csv", HEADERS, ROWS[2]))
    (account,) = account_list(book)
    add_contact(book, account_id=account.id, name="王五", phones=[("13612345678", None, "mobile")], now=NOW)
    told = bring(book, write(tmp_path / "b.csv", HEADERS, ["乙公司", "", "王五", "", "13612345678"]))
    assert counted(told, "contacts") == {"contacts": {"unchanged": 1}}
    asked = bring(book, write(tmp_path / "c.csv", HEADERS, ["乙公司", "", "王五", "司机", ""]))
    assert counted(asked, "contacts") == {"contacts": {"to_decide": 1}}


def test_what_is_known_of_a_person_grows_at_either_account(book: Store, tmp_path: Path) -> None:
    headers = ["客户名称", "地址", "联系人", "手机", "生日"]
    rows = [
        ["甲公司", "人民路1号", "张三", "13812345678", ""],
        ["乙公司", "解放路9号", "张三", "13812345678/13912345678", "7月28日"],
        ["甲公司", "人民路1号", "张三", "13912345678", "7月28日"],
    ]
    report = bring(book, write(tmp_path / "a.csv", headers, *rows))
    assert counted(report, "contacts", "phones") == {
        "contacts": {"created": 2, "unchanged": 1},
        "phones": {"created": 2, "unchanged": 2},
    }
    assert not bring(book, tmp_path / "a.csv").changes
    more = [["甲公司", "", "张三", "13712345678", ""], ["乙公司", "", "张三", "13712345678", ""]]
    report = bring(book, write(tmp_path / "b.csv", headers, *more))
    assert counted(report, "phones") == {"phones": {"created": 1, "unchanged": 1}}


@pytest.mark.parametrize(("first", "then"), [("Smith, John", "John Smith"), ("John Smith", "SMITH, John")])
def test_a_family_name_before_a_comma_is_the_same_person(
    book: Store, tmp_path: Path, first: str, then: str
) -> None:
    for number, who in enumerate((first, then)):
        bring(book, write(tmp_path / f"{number}.csv", ["Company name", "Contact"], ["Acme Ltd", who]))
    assert [row["name"] for row in content(book)["contact"]] == ["John Smith"]


@pytest.mark.parametrize("name", ["John Smith, Jr.", "Smith, Ph.D.", "王，芳", "周芳, John", "a, b, c"])
def test_other_commas_stay(name: str) -> None:
    assert given_first(name) == name
