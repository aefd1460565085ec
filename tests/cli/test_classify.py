from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kamdesk.db.opening import open_book
from kamdesk.domain.knowledge.rule import KeyRule, RuleCriterion
from kamdesk.domain.trade import Order
from kamdesk.operations.accounts import add_account
from tests.books import only
from tests.cli.conftest import Call

THEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def judged(new_book: Path) -> Path:
    with closing(open_book(new_book, backups=new_book.parent, now=THEN)) as store:
        shops = {
            name: only(add_account(store, name=name, now=THEN), "account") for name in ("甲公司", "乙公司")
        }
        with store.write("rule", now=THEN) as tx:
            for shop, amount in zip(shops.values(), (980_000_00, 10_000_00), strict=True):
                tx.add(
                    Order(
                        id=tx.new_id(),
                        account_id=shop,
                        ordered_on=date(2026, 11, 2),
                        amount=amount,
                        currency="CNY",
                        tax_included=True,
                    )
                )
            day = date(2026, 1, 1)
            rule = KeyRule(id=tx.new_id(), known_on=day, valid_from=day, confirmed_on=day, name="今年标准")
            line = RuleCriterion(
                id=tx.new_id(),
                known_on=day,
                rule_id=rule.id,
                criterion="revenue",
                amount=1_000_000_00,
                currency="CNY",
            )
            tx.add(rule, line)
    return new_book


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("zh", ["今年标准", "接近分界线：甲公司", "99.0%", "新标准下进入：甲公司", "—"]),
        ("en", ["今年标准", "Near the line: 甲公司", "99.0%", "would come in: 甲公司", "—"]),
    ],
)
def test_for_eyes(call: Call, judged: Path, language: str, wanted: list[str]) -> None:
    said = call("classify", "--book", judged, "--language", language, "--what-if", "revenue=900000")
    assert (said.code, said.err) == (0, "")
    for text in wanted:
        assert text in said.out


def test_for_a_program(call: Call, judged: Path) -> None:
    said = call("classify", "--book", judged, "--json", "--what-if", "revenue=900000").json
    first = said["sales"][0]["pareto"][0]
    assert (first["name"], first["amount"], first["class"], first["trend"]["change"]) == (
        "甲公司",
        98_000_000,
        "A",
        None,
    )
    accounts = {each["name"]: each for each in said["accounts"]}
    assert (accounts["甲公司"]["by_rule"], accounts["甲公司"]["near"]) == (False, True)
    assert accounts["甲公司"]["checks"][0]["value"] == 98_000_000
    assert accounts["甲公司"]["checks"][0]["gap"] == -0.02
    assert said["what_if"]["comes_in"] == [first["id"]]
    assert said["rule"]["proposal"] is False


def test_an_empty_book(call: Call, new_book: Path) -> None:
    said = call("classify", "--book", new_book, "--json").json
    assert (said["sales"], said["rule"], said["accounts"]) == ([], None, [])
    assert "导入" in call("classify", "--book", new_book, "--language", "zh").out


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--what-if", "turnover=3"), "turnover"),
        (("--what-if", "revenue=much"), "much"),
        (("--what-if", "revenue"), "revenue"),
        (("--from", "1.1.2026"), "1.1.2026"),
        (("--from", "2026-12-01", "--until", "2026-01-01"), "2026-12-01"),
        (("--a", "96"), "96"),
        (("--a", "1e300"), "A"),
    ],
)
def test_what_makes_no_sense_is_said(
    call: Call, judged: Path, arguments: tuple[str, ...], names: str
) -> None:
    said = call("classify", "--book", judged, "--json", *arguments)
    assert (said.code, said.out) == (1, "")
    assert names in said.err
