"""Address books whose people name firms: asked about, never made unasked; one answer holds for all of one firm."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.exchange.decisions import Decision
from kamdesk.operations.importing.answering import leave_out, take_row
from kamdesk.operations.importing.deciding import decide
from kamdesk.operations.importing.one_firm import take_firms
from kamdesk.operations.importing.telling import report_lines
from kamdesk.operations.undo import undo
from kamdesk.reads.imports import pending_count, pending_items
from kamdesk.words import Words
from tests.books import NOW
from tests.operations.importing.books import bring, content, names, write
from tests.operations.importing.test_address_books import export

FIRM = "宁波海川贸易有限公司"
PROGRAMS = {
    "google-2024.csv": ("Last Name", "Organization Name", "Phone 1 - Value"),
    "google-old.csv": ("Name", "Organization 1 - Name", "Phone 1 - Value"),
    "outlook-en.csv": ("Last Name", "Company", "Mobile Phone"),
    "outlook-zh.csv": ("姓", "单位", "移动电话"),
    "cards.vcf": ("FN", "ORG", "TEL"),
}
PEOPLE = (
    ("周芳", "岩屿建材有限公司", "13812345671"),
    ("李敏", "岩屿建材有限公司", "13812345672"),
    ("翟磊", "中盛装饰", "13812345673"),
    ("仇艳", "宁波海川贸易", "13812345674"),
    ("单静", FIRM, "13812345675"),
)


@pytest.fixture(params=PROGRAMS)
def asked(request: pytest.FixtureRequest, book: Store, tmp_path: Path) -> Store:
    bring(book, write(tmp_path / "list.csv", ["客户名称", "城市"], [FIRM, "宁波"]))
    person, firm, number = PROGRAMS[request.param]
    if request.param == "cards.vcf":
        path = tmp_path / request.param
        path.write_text(
            "".join(
                f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{who}\r\nORG:{of}\r\nTEL;TYPE=CELL:{tel}\r\nEND:VCARD\r\n"
                for who, of, tel in PEOPLE
            ),
            "utf-8",
        )
    else:
        path = export(
            tmp_path, request.param, *({person: who, firm: of, number: tel} for who, of, tel in PEOPLE)
        )
    bring(book, path)
    return book


def reasons(book: Store) -> list[str]:
    return [item.reason for item in pending_items(book)]


def test_no_account_is_made_unasked_and_near_names_are_met(asked: Store) -> None:
    assert names(asked) == [FIRM]
    assert sorted(reasons(asked)) == ["card_unknown"] * 3 + ["near_name"]
    assert [row["name"] for row in content(asked)["contact"]] == ["单静"]


def test_one_answer_holds_for_all_people_of_the_firm(asked: Store) -> None:
    first = pending_items(asked)[0]
    changes = take_row(asked, pending_id=first.id, account_id=None, now=NOW)
    assert sorted(names(asked)) == sorted([FIRM, "岩屿建材有限公司"])
    assert {row["name"] for row in content(asked)["contact"]} == {"单静", "周芳", "李敏"}
    assert len({row["account_id"] for row in content(asked)["contact_post"]}) == 2
    assert sorted(reasons(asked)) == ["card_unknown", "near_name"]
    undo(asked, operation_id=str(changes.operation_id), now=NOW)
    assert names(asked) == [FIRM]
    assert pending_count(asked) == 4


def test_all_unknown_firms_become_accounts_in_one_step(asked: Store) -> None:
    first, *_, left = (item for item in pending_items(asked) if item.reason == "card_unknown")
    leave_out(asked, pending_id=left.id)
    changes = take_firms(asked, pending_id=first.id, now=NOW)
    assert sorted(names(asked)) == sorted([FIRM, "岩屿建材有限公司"])
    assert reasons(asked) == ["near_name"]
    undo(asked, operation_id=str(changes.operation_id), now=NOW)
    assert names(asked) == [FIRM]
    assert pending_count(asked) == 3
    take_firms(asked, pending_id=first.id, now=NOW)
    assert sorted(names(asked)) == sorted([FIRM, "岩屿建材有限公司"])


def test_a_file_of_answers_may_answer_all_of_them(asked: Store) -> None:
    given = [Decision(item.id, "new") for item in pending_items(asked) if item.reason == "card_unknown"]
    done = decide(asked, decisions=given, now=NOW)
    assert (done.answered, done.before, done.refused) == (2, 1, ())
    assert sorted(names(asked)) == sorted([FIRM, "岩屿建材有限公司", "中盛装饰"])


def plain(tmp_path: Path, *headers: str) -> Path:
    rows = [(who, tel, of) for who, of, tel in PEOPLE]
    return write(tmp_path / "contacts.csv", headers or ("姓名", "手机", "单位"), *rows)


def test_a_plain_list_of_people_makes_no_firms_unasked(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "list.csv", ["客户名称", "城市"], [FIRM, "宁波"]))
    report = bring(book, plain(tmp_path))
    assert names(book) == [FIRM]
    assert sorted(reasons(book)) == ["card_unknown"] * 3 + ["near_name"]
    assert [row["name"] for row in content(book)["contact"]] == ["单静"]
    assert report.counts["accounts"].to_decide == 4
    assert Words("zh").text("import.report.unknown_firms") in report_lines(report, Words("zh"))


def test_the_firms_of_a_plain_list_are_settled_by_one_answer(book: Store, tmp_path: Path) -> None:
    path = plain(tmp_path, "Name", "Mobile", "Company")
    bring(book, path)
    first = pending_items(book)[0]
    done = decide(book, decisions=[Decision(first.id, "new_all")], now=NOW)
    assert (done.answered, done.refused, done.open) == (1, (), 0)
    assert len(content(book)["contact"]) == 5
    assert len(names(book)) == 4
    bring(book, path)
    assert len(names(book)) == 4
    assert not pending_items(book)


def test_all_people_of_unknown_firms_stay_out_and_are_not_asked_again(asked: Store, tmp_path: Path) -> None:
    first = next(item for item in pending_items(asked) if item.reason == "card_unknown")
    done = decide(asked, decisions=[Decision(first.id, "nothing_all")], now=NOW)
    assert (done.answered, done.open) == (1, 1)
    assert names(asked) == [FIRM]
    again = next(item for item in pending_items(asked, left_out=True) if item.id == first.id)
    assert again.left_out
    assert decide(asked, decisions=[Decision(first.id, "new_all")], now=NOW).answered == 1
    assert "岩屿建材有限公司" in names(asked)


@pytest.mark.parametrize(
    "headers",
    [("联系人", "手机", "客户名称"), ("联系人", "手机", "单位", "客户级别"), ("公司名称", "手机", "联系人")],
)
def test_a_list_of_customers_makes_them(book: Store, tmp_path: Path, headers: tuple[str, ...]) -> None:
    row = [
        "岩屿建材有限公司" if "名称" in header or header == "单位" else "A" if "级" in header else "周芳"
        for header in headers
    ]
    row[1] = "13812345671"
    bring(book, write(tmp_path / "list.csv", headers, row))
    assert names(book) == ["岩屿建材有限公司"]


def test_lists_of_customers_come_before_the_people_of_the_same_import(book: Store, tmp_path: Path) -> None:
    people = plain(tmp_path)
    firms = write(tmp_path / "zz.csv", ["客户名称"], ["岩屿建材有限公司"], ["中盛装饰"], [FIRM])
    bring(book, people, firms)
    assert reasons(book) == ["near_name"]
    assert len(content(book)["contact"]) == 4
