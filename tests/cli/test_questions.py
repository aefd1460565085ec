"""`questions`: the book's fifteen or an account's thirty, for eyes and for programs; what is locked stays locked."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from kamdesk.db.opening import open_book
from kamdesk.operations.accounts import add_account
from kamdesk.operations.confidential import record_informant
from kamdesk.operations.contacts import add_contact
from kamdesk.operations.knowledge.records import record
from tests.books import only
from tests.cli.conftest import Call

THEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
KEYS = ["id", "scope", "state", "text", "evidence", "where"]
SECRET = "年底换供应商"


def test_an_account_has_thirty_and_the_book_fifteen(call: Call, new_book: Path) -> None:
    with closing(open_book(new_book, backups=new_book.parent, now=THEN)) as store:
        account = only(add_account(store, name="岩屿建材", now=THEN), "account")
        need = only(
            record(store, table="need", now=THEN, account_id=account, what="旺季保供", importance=5), "need"
        )
    told = call("questions", "--book", new_book, "--account", "岩屿", "--json", "--language", "zh").json
    assert [list(each) for each in told] == [KEYS] * 30
    assert {each["scope"] for each in told} == {"account"}
    first = told[0]
    assert (first["id"], first["state"], first["evidence"]) == ("W2", "answered", [need])
    assert first["text"] == "1 项需求，首要：旺季保供（重要程度 5/5，满足程度未记录），最近核实 2026-11-20"
    book = call("questions", "--book", new_book, "--json").json
    assert len(book) == 15
    assert {each["scope"] for each in book} == {"book"}
    assert not {each["id"] for each in book} & {each["id"] for each in told}
    later = call(
        "questions", "--book", new_book, "--account", account, "--json", "--now", "2027-06-01T09:00"
    ).json
    assert later[0]["state"] == "stale"
    eyes = call("questions", "--book", new_book, "--account", account, "--language", "en")
    assert "What does this account need most?" in eyes.out
    assert "1 of 29 answered" in eyes.out


def test_who_informs_us_shows_nowhere(call: Call, new_book: Path) -> None:
    """The same words and counts whether there is somebody or not."""
    with closing(open_book(new_book, backups=new_book.parent, now=THEN)) as store:
        accounts = [only(add_account(store, name=name, now=THEN), "account") for name in ("甲方", "乙方")]
        people = [
            only(add_contact(store, account_id=account, name="周敏", now=THEN), "contact")
            for account in accounts
        ]
        record_informant(
            store,
            contact_id=people[0],
            account_id=accounts[0],
            now=THEN,
            told=SECRET,
            last_heard=date(2026, 11, 1),
        )
    with_one, without = (
        call("questions", "--book", new_book, "--account", account, "--language", "zh")
        for account in accounts
    )
    assert with_one.out == without.out
    assert SECRET not in with_one.out
    assert "/ 29" in with_one.out
    told = [
        call("questions", "--book", new_book, "--account", account, "--json").json for account in accounts
    ]
    for answers in told:
        (locked,) = [each for each in answers if each["state"] == "locked"]
        assert (locked["id"], locked["evidence"]) == ("H9", [])


def test_an_account_that_there_is_not(call: Call, new_book: Path) -> None:
    said = call("questions", "--book", new_book, "--account", "没有这家", "--json")
    assert (said.code, said.out) == (1, "")
    assert "没有这家" in said.err
