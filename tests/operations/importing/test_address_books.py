"""People of address books that name no firm: asked about, answered here and from a file, not asked twice."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.exchange.decisions import Decision
from kamdesk.operations.importing.answering import leave_out, take_row
from kamdesk.operations.importing.deciding import decide
from kamdesk.operations.undo import undo
from kamdesk.reads.imports import pending_count, pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, content, counted, names, operations, write

PROGRAMS = Path(__file__).parents[2] / "exchange" / "programs"
FIRM = "宁波海川贸易有限公司"
# Of each program the headers of its own export, and one person under them by their field.
GOOGLE = {"Phone 1 - Value": "13812345678"}
PEOPLE = {
    "google-2024.csv": GOOGLE | {"First Name": "芳", "Last Name": "周", "Phone 1 - Label": "Mobile"},
    "google-old.csv": GOOGLE | {"Name": "周芳", "Given Name": "芳", "Phone 1 - Type": "Mobile"},
    "outlook-en.csv": {
        "First Name": "芳",
        "Last Name": "周",
        "Mobile Phone": "13812345678",
        "Home Phone": "0574-87654321",
    },
    "outlook-zh.csv": {"名": "芳", "姓": "周", "移动电话": "13812345678"},
}


def headers_of(program: str) -> list[str]:
    raw = (PROGRAMS / program).read_bytes()
    text = raw.decode("utf-8-sig") if not program.startswith("outlook-zh") else raw.decode("gb18030")
    return next(csv.reader(text.splitlines()))


def export(folder: Path, program: str, *people: dict[str, str]) -> Path:
    headers = headers_of(program)
    rows = [[person.get(header, "") for header in headers] for person in people]
    assert all(set(person) <= set(headers) for person in people)
    return write(folder / program, headers, *rows)


@pytest.fixture
def known(book: Store, tmp_path: Path) -> Store:
    bring(book, write(tmp_path / "list.csv", ["客户名称", "城市"], [FIRM, "宁波"]))
    return book


@pytest.mark.parametrize("program", PEOPLE)
def test_who_names_no_firm_is_asked_about_once(known: Store, tmp_path: Path, program: str) -> None:
    path = export(tmp_path, program, PEOPLE[program])
    report = bring(known, path)
    assert report.rejects == ()
    (item,) = pending_items(known)
    assert (item.kind, item.reason, item.person) == ("accounts", "card_whose", "周芳")
    done = operations(known)
    bring(known, path)
    assert pending_count(known) == 1
    assert operations(known) == done


@pytest.mark.parametrize("program", PEOPLE)
def test_the_person_is_one_of_the_account_that_somebody_says(
    known: Store, tmp_path: Path, program: str
) -> None:
    path = export(tmp_path, program, PEOPLE[program])
    bring(known, path)
    (item,) = pending_items(known)
    (account,) = content(known)["account"]
    take_row(known, pending_id=item.id, account_id=str(account["id"]), now=NOW)
    (person,) = content(known)["contact"]
    assert (person["name"], {str(row["number"]) for row in content(known)["contact_phone"]}) == (
        "周芳",
        {"13812345678"},
    )
    assert [row["account_id"] for row in content(known)["contact_post"]] == [account["id"]]
    kept = [str(row["text"]) for row in content(known)["note"]]
    assert kept == (["周芳: Home Phone: 0574-87654321"] if "Home Phone" in PEOPLE[program] else [])
    again = bring(known, path)
    assert counted(again, "accounts", "contacts") == {
        "accounts": {"unchanged": 1},
        "contacts": {"unchanged": 1},
    }
    assert pending_count(known) == 0


@pytest.mark.parametrize("program", PEOPLE)
def test_the_person_is_a_customer(known: Store, tmp_path: Path, program: str) -> None:
    path = export(tmp_path, program, PEOPLE[program])
    bring(known, path)
    (item,) = pending_items(known)
    (refused,) = decide(known, decisions=[Decision(item.id, "list")], now=NOW).refused
    assert isinstance(refused.error, RuleError)
    assert decide(known, decisions=[Decision(item.id, "new")], now=NOW).answered == 1
    assert set(names(known)) == {FIRM, "周芳"}
    assert [row["name"] for row in content(known)["contact"]] == ["周芳"]
    again = bring(known, path)
    assert counted(again, "accounts") == {"accounts": {"unchanged": 1}}
    assert set(names(known)) == {FIRM, "周芳"}


def test_taken_back_the_person_is_asked_about_again(known: Store, tmp_path: Path) -> None:
    bring(known, export(tmp_path, "google-2024.csv", PEOPLE["google-2024.csv"]))
    (item,) = pending_items(known)
    changes = take_row(known, pending_id=item.id, account_id=None, now=NOW)
    undo(known, operation_id=str(changes.operation_id), now=NOW)
    assert names(known) == [FIRM]
    assert [each.id for each in pending_items(known)] == [item.id]


def test_who_is_left_out_stays_out(known: Store, tmp_path: Path) -> None:
    path = export(tmp_path, "outlook-en.csv", PEOPLE["outlook-en.csv"])
    bring(known, path)
    leave_out(known, pending_id=pending_items(known)[0].id)
    bring(known, path)
    assert pending_count(known) == 0
    assert content(known)["contact"] == []


def test_whose_number_is_known_needs_no_question(known: Store, tmp_path: Path) -> None:
    headers = ["客户名称", "联系人", "手机"]
    bring(known, write(tmp_path / "people.csv", headers, [FIRM, "周芳", "13812345678"]))
    bring(known, export(tmp_path, "google-2024.csv", PEOPLE["google-2024.csv"]))
    assert pending_count(known) == 0
    assert len(content(known)["contact"]) == 1


def test_a_row_of_a_customer_list_without_a_name_is_still_to_be_mended(known: Store, tmp_path: Path) -> None:
    report = bring(
        known, write(tmp_path / "b.csv", ["客户名称", "联系人", "手机"], ["", "周芳", "13812345678"])
    )
    assert len(report.rejects) == 1
    assert pending_count(known) == 0
