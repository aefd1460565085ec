"""The accounts table and the line mean the same by who is not on it, and units are counted, not their parts."""

from __future__ import annotations

from pathlib import Path

from kamdesk.db.store import Store
from kamdesk.operations.accounts import add_account
from kamdesk.operations.knowledge.records import record
from kamdesk.operations.line import add_slot
from kamdesk.qt.models.account_filter import Condition, Kind, choices
from kamdesk.qt.models.account_filter import test_of as filtering
from kamdesk.reads.account_table import account_rows
from kamdesk.reads.slots import accounts_without_slot
from tests.books import NOW, TODAY, make_book, only


def account(book: Store, name: str, **fields: object) -> str:
    return only(add_account(book, name=name, now=NOW, **fields), "account")  # type: ignore[arg-type]


def test_who_is_not_on_the_line_is_counted_once(tmp_path: Path) -> None:
    book = make_book(tmp_path)
    placed = account(book, "甲公司", is_key=True)
    site = account(book, "甲仓库", level="site", parent_id=placed, is_key=True)
    alone = account(book, "乙公司")
    account(book, "乙仓库", level="site", parent_id=alone)
    add_slot(book, account_id=site, weekday=2, start=600, minutes=30, valid_from=TODAY, now=NOW)
    for about, insured in ((site, "yes"), (site, "no"), (alone, "partly")):
        record(book, table="risk", now=NOW, account_id=about, hazard="flood", insured=insured)
    rows = account_rows(book, today=TODAY)
    waiting = [each.account.id for each in accounts_without_slot(book, on=TODAY)]
    assert waiting == [alone]
    fits = filtering(Condition(Kind.SLOT, ("no",)), TODAY)
    assert [row.id for row in rows if fits(row)] == waiting
    assert dict(choices(Kind.SLOT, rows, TODAY)) == {"yes": 2, "no": 1}
    assert [row.name for row in rows if row.is_key and row.is_unit] == ["甲公司"]
    exposed = filtering(Condition(Kind.RISK, ("no", "partly")), TODAY)
    assert {row.name for row in rows if exposed(row)} == {"甲公司", "乙公司"}
    assert {row.risk for row in rows if not row.is_unit} == {""}
    book.close()
