"""The lists as they come: counted by hand, imported twice, in any order, and taken back."""

from __future__ import annotations

import csv
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.undo import undo
from kamdesk.reads.accounts import account_list
from kamdesk.reads.imports import imported_files, pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, content, counted, operations, said

NORTHWIND = ("customers", "employees", "order_details", "orders", "products")
CHINESE = {
    # 53 rows: a header, a blank one, a total, 50 of data. One repeats 温州长达 with 同上; one is 武汉嘉和 in other
    # brackets; one is a second 宁波嘉丰 at another place.
    "accounts": {"created": 47, "unchanged": 1, "to_decide": 2},
    "contacts": {"created": 47, "unchanged": 1},
    # 47 rows, one of them without a usable number, nine with two numbers; two more in the repeated row.
    "phones": {"created": 55, "unchanged": 2, "rejected": 1},
    # 47 less the five amounts that can't be in 万元; one more in the repeated row.
    "sales": {"created": 42, "unchanged": 1},
    "amounts": {"to_decide": 5},
    "notes": {"created": 34, "unchanged": 1},
    "coordinates": {"rejected": 1},
    "birthdays": {"to_decide": 1},
}


def northwind(lists: Path) -> list[Path]:
    return [lists / "northwind" / f"{name}.csv" for name in NORTHWIND]


@pytest.fixture(params=["kehu_gb18030.csv", "客户资料.xlsx"])
def chinese(request: pytest.FixtureRequest, lists: Path) -> Path:
    return lists / "zh" / request.param


def test_the_chinese_list(book: Store, chinese: Path) -> None:
    assert counted(bring(book, chinese)) == CHINESE
    accounts = {account.name: account for account in account_list(book)}
    assert len(accounts) == 47
    assert not [name for name in accounts if "合计" in name or "同上" in name or name != name.strip()]
    people = [contact for account in accounts.values() for contact in account.contacts]
    assert not [contact for contact in people if contact.name in ("同上", "")]
    assert not [phone for contact in people for phone in contact.phones if "E" in phone.upper()]

    swapped = accounts["台州瑞源装饰材料经营部"]
    assert (swapped.latitude, swapped.longitude) == (28.604812, 121.402109)
    degrees = accounts["武汉盛诚连锁仓储卖场"]
    assert (degrees.latitude, degrees.longitude) == (pytest.approx(30.2555556), 114.235450)
    half = accounts["杭州金诚装饰材料经营部"]
    assert (half.latitude, half.longitude) == (None, None)
    spoiled = accounts["温州东通建设工程有限公司"]
    assert (spoiled.contacts[0].name, spoiled.contacts[0].phones) == ("尉明", ())
    ditto = accounts["温州长达建材有限公司"]
    assert [(each.name, each.phones) for each in ditto.contacts] == [
        ("仇涛翀", ("15137353799", "0576-81032016"))
    ]
    assert (
        accounts["宁波鑫盛建设工程有限公司"].value_class,
        accounts["武汉正泰水泥制品有限公司"].is_key,
    ) == ("A", True)


def test_what_the_chinese_list_leaves_to_decide(book: Store, chinese: Path) -> None:
    bring(book, chinese)
    items = pending_items(book)
    assert sorted((item.kind, item.reason) for item in items) == [
        ("accounts", "near_name"),
        ("accounts", "same_name"),
        *[("amounts", "amount_proportion")] * 5,
        ("birthdays", "birthday_month"),
    ]
    near = next(item for item in items if item.reason == "near_name")
    assert [name for _, name in near.like] == ["武汉嘉和水泥制品有限公司"]
    assert near.asked["手机"] == "13342366712/0576-88536114"
    two = next(item for item in items if item.reason == "same_name")
    assert two.asked["详细地址"] == "鄞州区人民路174号"


def test_both_chinese_lists_are_one(book: Store, lists: Path) -> None:
    bring(book, lists / "zh" / "kehu_gb18030.csv")
    before = content(book)
    report = bring(book, lists / "zh" / "客户资料.xlsx")
    assert report.as_json()["accounts"] == {
        "created": 0,
        "updated": 0,
        "unchanged": 48,
        "rejected": 0,
        "to_decide": 2,
    }
    assert content(book) == before
    assert len(pending_items(book)) == 8
    assert [file.name for file in imported_files(book)] == ["kehu_gb18030.csv", "客户资料.xlsx"]


def test_birthdays_and_sales_of_the_chinese_list(book: Store, chinese: Path) -> None:
    bring(book, chinese)
    with book.read() as connection:
        contact = t.contact.c
        born = {
            row.name: (row.birth_calendar, row.birth_year, row.birth_month, row.birth_day)
            for row in connection.execute(select(t.contact))
        }
        sold = {
            row.name: (row.first_day, row.last_day, row.amount, row.currency)
            for row in connection.execute(
                select(t.account.c.name, t.sales_history).join_from(t.sales_history, t.account)
            )
        }
        assert connection.scalar(select(func.count()).where(contact.name == "尉磊")) == 1
    assert born["周芳"] == ("lunar", None, 8, 15)
    assert born["翟敏"] == ("solar", 1989, 6, 10)
    assert born["查磊敏"] == ("solar", None, 7, 28)
    assert born["林娜"] == ("solar", 1960, 2, None)
    assert born["曾霞"] == ("solar", 1964, 8, 22)
    assert born["覃勇"] == (None, None, None, None), "1972.1 is not guessed"
    year = date(2025, 1, 1), date(2025, 12, 31)
    assert sold["武汉嘉和水泥制品有限公司"] == (*year, 1_145_000_000, "CNY")
    assert sold["武汉金诚贸易有限公司"] == (*year, 271_000_000, "CNY")
    assert sold["武汉金和水泥制品有限公司"] == (*year, 32_500_000, "CNY")
    assert "宁波华通建材有限公司" not in sold


def test_northwind(book: Store, lists: Path) -> None:
    report = bring(book, *northwind(lists))
    assert counted(report) == {
        "accounts": {"created": 91},
        "contacts": {"created": 91},
        "phones": {"created": 160},
        "products": {"created": 77},
        "orders": {"created": 830},
        "order_lines": {"created": 2155},
        "employees": {"rejected": 9},
    }
    with (lists / "northwind" / "customers.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    accounts = {account.name: account for account in account_list(book)}
    assert set(accounts) == {row["companyName"].strip() for row in rows}
    for row in rows:
        (contact,) = accounts[row["companyName"].strip()].contacts
        assert (contact.name, contact.title, contact.phones) == (
            row["contactName"],
            row["contactTitle"],
            (row["phone"],),
        )
    assert sum(row["fax"] != "NULL" for row in rows) + len(rows) == 160


def test_the_money_of_northwind_is_exact(book: Store, lists: Path) -> None:
    bring(book, *northwind(lists))
    with (lists / "northwind" / "order_details.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    naive = sum(
        round(float(r["unitPrice"]) * 100) * int(r["quantity"]) * round(float(r["discount"]) * 100)
        for r in rows
    )
    with book.read() as connection:
        line = t.order_line.c
        exact = connection.scalar(select(func.sum(line.price * line.quantity / 1000 * line.discount / 100)))
        assert exact == naive
        assert connection.scalar(select(func.min(t.order.c.ordered_on))) == date(1996, 7, 4)
        assert connection.scalar(select(func.count()).where(t.order.c.shipped_on.is_(None))) == 21
        assert connection.scalar(select(func.count()).select_from(t.account_code)) == 91


def test_the_order_of_the_files_makes_no_difference(tmp_path: Path, lists: Path) -> None:
    from tests.books import make_book

    seen: list[object] = []
    for number, order in enumerate(list(permutations(northwind(lists)))[::61]):
        folder = tmp_path / str(number)
        folder.mkdir()
        store = make_book(folder)
        bring(store, *order)
        seen.append(said(store))
        store.close()
    assert len(seen) == 2
    assert all(each == seen[0] for each in seen)


@pytest.mark.parametrize("which", ["northwind", "zh/kehu_gb18030.csv", "zh/客户资料.xlsx"])
def test_the_same_lists_again_change_nothing(book: Store, lists: Path, which: str) -> None:
    files = northwind(lists) if which == "northwind" else [lists / which]
    first = bring(book, *files)
    before, done, asked = content(book), operations(book), pending_items(book)
    for _ in range(2):
        again = bring(book, *files)
        assert not again.changes
        for kind, counts in again.counts.items():
            assert (counts.created, counts.updated) == (0, 0), kind
            assert (counts.rejected, counts.to_decide) == (
                first.counts[kind].rejected,
                first.counts[kind].to_decide,
            )
    assert (content(book), operations(book), pending_items(book)) == (before, done, asked)


def test_the_same_file_twice_in_one_import_is_read_once(book: Store, lists: Path) -> None:
    copy = lists / "again.csv"
    copy.write_bytes((lists / "northwind" / "customers.csv").read_bytes())
    assert counted(bring(book, lists / "northwind" / "customers.csv", copy), "accounts") == {
        "accounts": {"created": 91}
    }


def test_undo_takes_all_of_it_back_and_it_may_come_again(book: Store, lists: Path) -> None:
    before = content(book)
    files = [*northwind(lists), lists / "zh" / "kehu_gb18030.csv"]
    report = bring(book, *files)
    first = said(book)
    assert report.changes.operation_id
    undo(book, operation_id=report.changes.operation_id, now=NOW)
    assert content(book) == before
    assert pending_items(book) == ()
    assert [file.undone for file in imported_files(book)] == [True] * 6
    again = bring(book, *files)
    assert again.as_json() == report.as_json()
    assert said(book) == first
    assert len(pending_items(book)) == 8


def test_a_dry_run_tells_the_same_and_writes_nothing(book: Store, lists: Path) -> None:
    before, done = content(book), operations(book)
    folder = sorted(path.name for path in (lists / "zh").iterdir())
    preview = bring(book, lists / "zh" / "kehu_gb18030.csv", dry_run=True)
    assert (content(book), operations(book), pending_items(book), imported_files(book)) == (
        before,
        done,
        (),
        (),
    )
    assert sorted(path.name for path in (lists / "zh").iterdir()) == folder
    assert not preview.changes
    assert counted(preview) == CHINESE
    (sheet,) = preview.sheets
    assert (sheet.kind, sheet.header_row, sheet.rows) == ("accounts", 1, 50)
    assert sheet.skipped == {"blank": 1, "total": 1}
    assert dict(sheet.columns)["手机"] == "mobile"
    assert sheet.sample[0][0] == "宁波鑫盛建设工程有限公司"
    assert preview.as_json() == bring(book, lists / "zh" / "kehu_gb18030.csv").as_json()
