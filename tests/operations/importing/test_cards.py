"""Address cards into the book: people of known accounts; of unknown ones asked; again, back, and mended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kamdesk.db.store import Store
from kamdesk.operations.importing.answering import leave_out, take_row
from kamdesk.operations.undo import undo
from kamdesk.reads.imports import pending_items
from tests.books import NOW
from tests.exchange.cards.samples import ANDROID_21, IPHONE_30
from tests.exchange.cards.test_sheet import card
from tests.operations.importing.books import bring, content, counted, names, operations, write

HEADERS = ["客户名称", "城市", "地址", "联系人", "手机"]
FIRM = "宁波海川贸易有限公司"


def only(rows: Sequence[Any]) -> Any:
    (row,) = rows
    return row


def cards(folder: Path, *texts: str | bytes, name: str = "people.vcf") -> Path:
    path = folder / name
    path.write_bytes(b"".join(text.encode() if isinstance(text, str) else text for text in texts))
    return path


@pytest.fixture
def known(book: Store, tmp_path: Path) -> Store:
    """A book with one account."""
    bring(book, write(tmp_path / "list.csv", HEADERS, [FIRM, "宁波", "人民路1号", "", ""]))
    return book


def test_a_person_of_a_known_account(known: Store, tmp_path: Path) -> None:
    path = cards(tmp_path, ANDROID_21)
    report = bring(known, path)
    assert counted(report) == {
        "accounts": {"unchanged": 1},
        "contacts": {"created": 1},
        "phones": {"created": 3},
    }
    sheet = only(report.sheets)
    assert (sheet.kind, sheet.rows, dict(sheet.skipped)) == ("contacts", 1, {"pictures": 1})
    book = content(known)
    person = only(book["contact"])
    assert (person["name"], person["email"], person["birth_month"], person["birth_year"]) == (
        "周芳",
        "zf@example.com",
        6,
        None,
    )
    post = only(book["contact_post"])
    assert (post["title"], post["department"]) == ("采购经理", "采购部")
    done = operations(known)
    again = bring(known, path)
    assert counted(again) == {
        "accounts": {"unchanged": 1},
        "contacts": {"unchanged": 1},
        "phones": {"unchanged": 3},
    }
    assert operations(known) == done
    undo(known, operation_id=report.changes.operation_id or "", now=NOW)
    assert (content(known)["contact"], names(known)) == ([], [FIRM])


def test_of_an_unknown_account_it_is_asked_once(known: Store, tmp_path: Path) -> None:
    path = cards(tmp_path, IPHONE_30)
    for _ in range(2):
        report = bring(known, path)
        assert counted(report) == {"accounts": {"to_decide": 1}}
        assert not report.changes
    item = only(pending_items(known))
    assert item.reason == "card_unknown"
    take_row(known, pending_id=item.id, account_id=None, now=NOW)
    assert names(known) == [FIRM, "杭州恒远建材, 有限公司"]
    book = content(known)
    made = next(row for row in book["account"] if row["name"] != FIRM)
    assert (made["city"], made["address"]) == ("杭州", "文三路 1 号 3 楼")
    assert only(book["contact"])["name"] == "欧阳娜娜"
    texts = [str(row["text"]) for row in book["note"]]
    assert all(text.startswith("欧阳娜娜: ") for text in texts)
    assert "喜欢龙井, 不喝 咖啡" in "".join(texts)
    done = operations(known)
    assert counted(bring(known, path), "accounts") == {"accounts": {"unchanged": 1}}
    assert operations(known) == done, "the card is known now"


def test_given_to_an_account_or_left_out(known: Store, tmp_path: Path) -> None:
    other = card("FN:林涛", "ORG:另一家", "TEL;TYPE=CELL:13900001111")
    path = cards(tmp_path, card("FN:王一", "ORG:海川仓库", "TEL;TYPE=CELL:13800001111"), other)
    bring(known, path)
    first, second = pending_items(known)
    account = only(content(known)["account"])["id"]
    take_row(known, pending_id=first.id, account_id=account, now=NOW)
    leave_out(known, pending_id=second.id)
    report = bring(known, path)
    assert counted(report) == {
        "accounts": {"unchanged": 1},
        "contacts": {"unchanged": 1},
        "phones": {"unchanged": 1},
    }
    assert [row["name"] for row in content(known)["contact"]] == ["王一"]


def test_several_accounts_of_the_name(book: Store, tmp_path: Path) -> None:
    rows = [
        [FIRM, city, "", person, phone]
        for city, person, phone in (("宁波", "王一", "13800001111"), ("杭州", "李二", "13800002222"))
    ]
    bring(book, write(tmp_path / "list.csv", ["客户编号", *HEADERS], *(["C1", *rows[0]], ["C2", *rows[1]])))
    path = cards(
        tmp_path,
        card("FN:周芳", f"ORG:{FIRM}"),
        card("FN:李二", f"ORG:{FIRM}", "TITLE:店长", "TEL;TYPE=CELL:13800002222"),
    )
    bring(book, path)
    item = only(pending_items(book))
    assert (item.reason, len(item.like)) == ("several_of_name", 2)
    assert [row["title"] for row in content(book)["contact_post"] if row["title"]] == ["店长"]


def test_without_a_firm_the_person_may_be_known(known: Store, tmp_path: Path) -> None:
    bring(known, cards(tmp_path, card("FN:周芳", f"ORG:{FIRM}", "TEL;TYPE=CELL:13812345678"), name="a.vcf"))
    both = card("FN:周芳", "TEL;TYPE=CELL:138 1234 5678", "EMAIL:zf@example.com") + card(
        "FN:谁", "TEL:13900000000"
    )
    bring(known, cards(tmp_path, both, name="b.vcf"))
    assert only(content(known)["contact"])["email"] == "zf@example.com"
    assert only(pending_items(known)).reason == "card_whose"


def test_another_address_is_a_note_and_not_the_account_s(known: Store, tmp_path: Path) -> None:
    line = "ADR;TYPE=WORK:;;中山路 9 号;宁波;;315000;"
    path = cards(tmp_path, card("FN:周芳", f"ORG:{FIRM}", line))
    bring(known, path)
    book = content(known)
    assert only(book["account"])["address"] == "人民路1号"
    assert "中山路 9 号" in str(only(book["note"])["text"])
    done = operations(known)
    bring(known, path)
    assert operations(known) == done


def test_cards_come_after_the_accounts_of_the_same_import(book: Store, tmp_path: Path) -> None:
    people = cards(tmp_path, ANDROID_21, name="a.vcf")
    firms = write(tmp_path / "z.csv", HEADERS, [FIRM, "宁波", "", "", ""])
    assert counted(bring(book, people, firms), "contacts") == {"contacts": {"created": 1}}


def test_what_is_refused_goes_back_as_cards_and_comes_in_mended(known: Store, tmp_path: Path) -> None:
    bad = card("FN:王一", f"ORG:{FIRM}", "TEL;TYPE=CELL:138****1111").replace("\n", "\r\n")
    cut = card("FN:李二", f"ORG:{FIRM}").replace("END:VCARD\n", "")
    report = bring(known, cards(tmp_path, bad, card("FN:周芳", f"ORG:{FIRM}"), cut))
    path = only(report.rejects)
    assert path.name == "people.rejects.vcf"
    text = path.read_bytes().decode()
    assert text.count("BEGIN:VCARD") == text.count("END:VCARD") == 2
    assert "周芳" not in text
    assert "NOTE:kamdesk 退回原因: " in text
    assert "手机（TEL）" in text, "the reason names the property"
    path.write_text(text.replace("138****1111", "13800001111"), "utf-8", newline="")
    mended = bring(known, path)
    assert counted(mended, "contacts", "phones") == {
        "contacts": {"created": 1, "unchanged": 1},
        "phones": {"created": 1},
    }
    assert mended.rejects == ()
    assert content(known)["note"] == [], "the reason is no note"


def test_the_real_cards_with_their_lists(book: Store, lists: Path) -> None:
    folder = lists / "zh"
    report = bring(book, *(path for path in folder.iterdir() if path.suffix != ".md"))
    done = operations(book)
    with_people = next(sheet for sheet in report.sheets if sheet.file == "contacts.vcf")
    assert (with_people.kind, with_people.rows) == ("contacts", 11)
    asked = [item for item in pending_items(book) if item.file == "contacts.vcf"]
    people = {str(row["name"]) for row in content(book)["contact"]}
    said = {"周芳", "翟敏", "解磊娟", "查磊敏", "翟艳", "周喆", "单静喆", "仇涛翀", "尉磊", "林涛", "周洋"}
    unknown = {str(item.asked.get("Full name (FN)")) for item in asked if "Full name (FN)" in item.asked}
    assert said <= people | unknown, "everybody is in the book or asked about"
    bring(
        book,
        *(path for path in folder.iterdir() if path.suffix not in (".md",) and "rejects" not in path.name),
    )
    assert operations(book) == done


def test_a_card_without_a_firm_is_given_to_an_account(known: Store, tmp_path: Path) -> None:
    path = cards(tmp_path, card("FN:周芳", "TEL;TYPE=CELL:13812345678", "BDAY:--0610"))
    bring(known, path)
    item = only(pending_items(known))
    assert item.person == "周芳"
    account = only(content(known)["account"])["id"]
    take_row(known, pending_id=item.id, account_id=account, now=NOW)
    assert only(content(known)["contact"])["birth_month"] == 6
    assert only(content(known)["contact_post"])["account_id"] == account
    done = operations(known)
    bring(known, path)
    assert (operations(known), pending_items(known)) == (done, ())
