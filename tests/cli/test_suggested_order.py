from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kamdesk.db.opening import open_book
from kamdesk.domain.account import AccountCode
from kamdesk.domain.trade import Product
from kamdesk.operations.accounts import add_account
from kamdesk.operations.visits import Counted, Report, report_unplanned
from tests.books import only
from tests.cli.conftest import Call

THEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def counted(new_book: Path) -> Path:
    with closing(open_book(new_book, backups=new_book.parent, now=THEN)) as store:
        shop = only(add_account(store, name="岩屿建材", now=THEN), "account")
        with store.write("products", now=THEN) as tx:
            glue, dust = tx.new_id(), tx.new_id()
            tx.add(
                Product(id=glue, name="瓷砖胶", unit="包", pack=50), Product(id=dust, name="腻子", unit="包")
            )
            tx.add(AccountCode(id=tx.new_id(), account_id=shop, system="office", code="K-007"))
        for day, units in ((6, 240), (20, 100)):
            counts = (Counted(glue, units * 1000, "包"),) + (
                (Counted(dust, 5000, "包"),) if day == 20 else ()
            )
            report = Report(visited_on=date(2026, 11, day), arrived=600, stock=counts)
            report_unplanned(store, account_id=shop, report=report, now=THEN)
    return new_book


@pytest.mark.parametrize("named", ["岩屿建材", "屿建", "K-007"])
def test_by_name_or_number(call: Call, counted: Path, named: str) -> None:
    said = call("order", "--book", counted, "--account", named, "--json").json
    glue, dust = said["lines"]
    assert said["account"]["name"] == "岩屿建材"
    assert (glue["weekly"], glue["lead_weeks"], glue["cover_weeks"], glue["need"]) == (70, 1, 2, 210)
    assert (glue["stock"], glue["in_transit"], glue["quantity"], glue["estimate"]) == (100, 0, 150, False)
    assert [(each["previous"], each["counted"], each["sell_through"]) for each in glue["counts"]] == [
        (240, 100, 140)
    ]
    assert (dust["quantity"], dust["blank"], dust["weekly"]) == (None, "no_baseline", None)


@pytest.mark.parametrize(("language", "blank"), [("zh", "没有基线"), ("en", "no baseline")])
def test_for_eyes(call: Call, counted: Path, language: str, blank: str) -> None:
    said = call("order", "--book", counted, "--account", "岩屿建材", "--language", language)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert any("瓷砖胶" in line and "150 包" in line for line in lines)
    assert any("腻子" in line and "—" in line and blank in line for line in lines)


def test_an_account_nobody_knows(call: Call, counted: Path) -> None:
    said = call("order", "--book", counted, "--account", "没有这家", "--json")
    assert (said.code, said.out) == (1, "")
    assert "没有这家" in said.err
