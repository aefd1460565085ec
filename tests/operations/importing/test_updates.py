"""A newer list: what it says anew is taken, what the rep wrote since stays, what both changed is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.operations.contacts import add_contact, change_contact, set_contact_phones
from kamdesk.operations.undo import undo
from kamdesk.reads.accounts import account_list
from kamdesk.reads.imports import pending_items
from tests.books import NOW, only
from tests.operations.importing.books import bring, content, counted, write

HEADERS = [
    "客户名称",
    "级别",
    "城市",
    "地址",
    "联系人",
    "职务",
    "手机",
    "生日",
    "2024年销售额(万元)",
    "备注",
    "标签",
]
ROW = ["甲公司", "A", "宁波", "人民路1号", "张三", "经理", "13812345678", "7月28日", "208", "老客户", "水泥"]


def row(**changed: str) -> list[str]:
    return [changed.get(header.split("(")[0], value) for header, value in zip(HEADERS, ROW, strict=True)]


@pytest.fixture
def filled(book: Store, tmp_path: Path) -> Store:
    bring(book, write(tmp_path / "first.csv", HEADERS, ROW))
    return book


def account(store: Store) -> Any:
    with store.read() as connection:
        return connection.execute(select(t.account).where(t.account.c.deleted_at.is_(None))).one()


def person(store: Store) -> Any:
    with store.read() as connection:
        return connection.execute(select(t.contact).where(t.contact.c.deleted_at.is_(None))).one()


def again(store: Store, tmp_path: Path, **changed: str) -> dict[str, dict[str, int]]:
    return counted(bring(store, write(tmp_path / "next.csv", HEADERS, row(**changed))))


def test_what_a_newer_list_says_is_taken(filled: Store, tmp_path: Path) -> None:
    said = again(filled, tmp_path, 级别="B", 地址="解放路9号", 职务="总经理", 生日="1980年7月28日")
    assert (said["accounts"], said["contacts"]) == ({"updated": 1}, {"updated": 1})
    assert (account(filled).value_class, account(filled).address) == ("B", "解放路9号")
    assert (person(filled).birth_year, person(filled).birth_day) == (1980, 28)
    assert "fields" not in said


def test_an_empty_cell_erases_nothing(filled: Store, tmp_path: Path) -> None:
    before = content(filled)
    blank = dict.fromkeys(
        ["级别", "城市", "地址", "联系人", "职务", "手机", "生日", "2024年销售额", "备注", "标签"], ""
    )
    said = again(filled, tmp_path, **blank)
    assert said == {"accounts": {"unchanged": 1}}
    assert content(filled) == before


def test_what_the_rep_wrote_since_stays_without_a_word(filled: Store, tmp_path: Path) -> None:
    change_account(filled, account_id=account(filled).id, address="解放路9号", value_class=None, now=NOW)
    said = counted(bring(filled, tmp_path / "first.csv"))
    assert said["accounts"] == {"unchanged": 1}
    assert "fields" not in said
    assert (account(filled).address, account(filled).value_class) == ("解放路9号", None)


def test_what_both_changed_is_asked_and_nothing_is_overwritten(filled: Store, tmp_path: Path) -> None:
    change_account(filled, account_id=account(filled).id, address="解放路9号", now=NOW)
    said = again(filled, tmp_path, 地址="建设路5号", 城市="杭州")
    assert (said["accounts"], said["fields"]) == ({"updated": 1}, {"to_decide": 1})
    assert (account(filled).address, account(filled).city) == ("解放路9号", "杭州")
    (item,) = pending_items(filled)
    assert (item.kind, item.reason, item.asked) == (
        "fields",
        "book_differs",
        {"of": "甲公司", "address": "建设路5号"},
    )
    assert again(filled, tmp_path, 地址="建设路5号", 城市="杭州")["fields"] == {"to_decide": 1}
    assert len(pending_items(filled)) == 1


def test_what_no_list_brought_is_asked_before_it_is_replaced(book: Store, tmp_path: Path) -> None:
    made = add_account(book, name="甲公司", city="宁波", now=NOW)
    add_contact(book, account_id=only(made, "account"), name="张三", title="采购", now=NOW)
    said = again(book, tmp_path)
    assert said["accounts"] == {"updated": 1}, "the empty fields are filled"
    assert said["fields"] == {"to_decide": 1}, "the title is not replaced"
    assert (account(book).address, account(book).value_class) == ("人民路1号", "A")


def test_two_rows_that_contradict_each_other_do_not_take_turns(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", HEADERS, ROW, row(级别="B"))
    first = bring(book, path)
    assert counted(first, "fields") == {"fields": {"to_decide": 1}}
    for _ in range(3):
        report = bring(book, path)
        assert not report.changes
        assert account(book).value_class == "A"
    assert len(pending_items(book)) == 1


def test_a_number_the_rep_replaced_does_not_come_back(filled: Store, tmp_path: Path) -> None:
    set_contact_phones(
        filled, contact_id=person(filled).id, phones=[("13999999999", None, "mobile")], now=NOW
    )
    assert counted(bring(filled, tmp_path / "first.csv"), "phones") == {"phones": {"unchanged": 1}}
    assert account_list(filled)[0].contacts[0].phones == ("13999999999",)
    assert again(filled, tmp_path, 手机="13700000000")["phones"] == {"created": 1}
    assert account_list(filled)[0].contacts[0].phones == ("13999999999", "13700000000")


def test_a_person_the_rep_renamed_is_the_same(filled: Store, tmp_path: Path) -> None:
    change_contact(filled, contact_id=person(filled).id, name="张三丰", now=NOW)
    assert counted(bring(filled, tmp_path / "first.csv"), "contacts") == {"contacts": {"unchanged": 1}}
    assert person(filled).name == "张三丰"


def test_another_name_with_the_same_mobile_is_asked(filled: Store, tmp_path: Path) -> None:
    said = again(filled, tmp_path, 联系人="张山")
    assert said["contacts"] == {"to_decide": 1}
    (item,) = pending_items(filled)
    assert (item.reason, item.asked) == ("other_name", {"of": "甲公司", "contacts": "张山, 13812345678"})


def test_a_note_the_rep_mended_or_took_back_stays(filled: Store, tmp_path: Path) -> None:
    from kamdesk.domain.note import Note

    with filled.write("note.change", now=NOW) as tx:
        (note,) = tx.every(Note)
        note.text = "老客户，月结"
    assert not bring(filled, tmp_path / "first.csv").changes
    assert again(filled, tmp_path, 备注="要求旺季优先")["notes"] == {"created": 1}


def test_a_tag_taken_away_stays_away(filled: Store, tmp_path: Path) -> None:
    from kamdesk.domain.account import AccountTag

    with filled.write("account.tags", now=NOW) as tx:
        tx.take_back(tx.every(AccountTag)[0])
    assert not bring(filled, tmp_path / "first.csv").changes


def test_a_person_taken_away_stays_away(filled: Store, tmp_path: Path) -> None:
    from kamdesk.domain.contact import ContactPost

    with filled.write("contact.remove", now=NOW) as tx:
        tx.take_back(tx.every(ContactPost)[0])
    assert not bring(filled, tmp_path / "first.csv").changes
    assert account_list(filled)[0].contacts == ()


def test_an_account_taken_away_is_asked_about(filled: Store, tmp_path: Path) -> None:
    from kamdesk.domain.account import Account

    with filled.write("account.remove", now=NOW) as tx:
        tx.take_back(tx.get(Account, account(filled).id))
    report = bring(filled, tmp_path / "first.csv")
    assert counted(report) == {"accounts": {"to_decide": 1}}
    assert not report.changes


def test_sales_that_were_corrected_are_updated(filled: Store, tmp_path: Path) -> None:
    assert again(filled, tmp_path, **{"2024年销售额": "210"})["sales"] == {"updated": 1}
    with filled.read() as connection:
        assert list(connection.scalars(select(t.sales_history.c.amount))) == [210_000_000]


def test_a_list_never_ends_an_account(filled: Store, tmp_path: Path) -> None:
    headers = ["客户名称", "状态"]
    report = bring(filled, write(tmp_path / "s.csv", headers, ["甲公司", "流失"], ["新公司", "潜在"]))
    assert counted(report, "accounts", "fields") == {
        "accounts": {"created": 1, "unchanged": 1},
        "fields": {"to_decide": 1},
    }
    assert {each.name: each.status for each in account_list(filled)} == {
        "甲公司": "active",
        "新公司": "prospect",
    }


def test_the_undo_of_an_update_lets_it_come_again(filled: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "next.csv", HEADERS, row(地址="解放路9号", 手机="13700000000"))
    report = bring(filled, path)
    assert report.changes.operation_id
    undo(filled, operation_id=report.changes.operation_id, now=NOW)
    assert account(filled).address == "人民路1号"
    assert counted(bring(filled, path), "accounts", "phones") == {
        "accounts": {"updated": 1},
        "phones": {"created": 1},
    }
    assert account(filled).address == "解放路9号"


def test_last_year_stays_the_year_it_was(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["客户名称", "上年销售额(万元)"], ["甲公司", "208"])
    bring(book, path)
    assert not bring(book, path, now=NOW.replace(year=2027)).changes
    later = write(tmp_path / "b.csv", ["客户名称", "上年销售额(万元)"], ["甲公司", "300"])
    bring(book, later, now=NOW.replace(year=2027))
    with book.read() as connection:
        rows = connection.execute(select(t.sales_history).order_by(t.sales_history.c.first_day))
        assert [(row.first_day.year, row.amount) for row in rows] == [
            (2025, 208_000_000),
            (2026, 300_000_000),
        ]
