from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kamdesk.db.opening import open_book
from kamdesk.domain.knowledge.goal import Target, TargetCause, TargetReason
from kamdesk.domain.promise import Promise
from kamdesk.domain.trade import Order
from kamdesk.operations.accounts import add_account
from tests.books import only
from tests.cli.conftest import Call

THEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def aimed(new_book: Path) -> Path:
    with closing(open_book(new_book, backups=new_book.parent, now=THEN)) as store:
        shop = only(add_account(store, name="岩屿建材", now=THEN), "account")
        with store.write("goal", now=THEN) as tx:
            money = {"currency": "CNY", "tax_included": True}
            tx.add(
                Order(id=tx.new_id(), account_id=shop, ordered_on=date(2026, 11, 2), amount=300_00, **money)
            )
            tx.add(
                Promise(
                    id=tx.new_id(), account_id=shop, what="样品", made_on=FIRST, due_on=date(2026, 11, 20)
                )
            )
            goal = Target(
                id=tx.new_id(),
                known_on=FIRST,
                metric="revenue",
                first_day=FIRST,
                last_day=LAST,
                amount=1000_00,
                currency="CNY",
            )
            cause = TargetCause(
                id=tx.new_id(),
                known_on=FIRST,
                target_id=goal.id,
                first_day=FIRST,
                last_day=LAST,
                cause="supply",
                amount=-50_00,
            )
            why = TargetReason(
                id=tx.new_id(), known_on=FIRST, target_id=goal.id, for_whom="rep", reason="income"
            )
            tx.add(goal, cause, why)
    return new_book


def test_for_a_program(call: Call, aimed: Path) -> None:
    said = call("goals", "--book", aimed, "--json").json
    (goal,) = said["goals"]
    assert (goal["target"], goal["reached"], goal["currency"], goal["level"]) == (
        100_000,
        30_000,
        "CNY",
        False,
    )
    for level in ("quarters", "months", "weeks"):
        assert sum(part["target"] for part in goal[level]) == 100_000
    parts = goal["gap_parts"]
    assert goal["gap"] == parts["gap"] == sum(parts["by_lever"].values())
    assert parts["gap"] == sum(part["gap"] for part in parts["by_account"])
    assert parts["unexplained"] == parts["gap"] + 50_00
    assert [part["reached"] for part in goal["months"]][-2:] == [30_000, None]
    assert [(item["task"], item["what"], item["overdue"]) for item in said["agenda"]] == [
        ("promise", "样品", True)
    ]
    assert said["today"] == {"due": 1, "overdue": 1, "steps": 0, "ahead": 0, "accounts_short": 0}
    assert call("goals", "--book", aimed, "--json", "--year", 2025).json["goals"] == []


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "zh",
            [
                "目标 1,000.00",
                "实际 300.00",
                "缺货断货 −50.00",
                "未说明",
                "承诺到期（逾期）",
                "岩屿建材",
                "交叉项归价格",
            ],
        ),
        ("en", ["target 1,000.00", "reached 300.00", "unexplained", "promise due (overdue)", "mixed term"]),
    ],
)
def test_for_eyes(call: Call, aimed: Path, language: str, wanted: list[str]) -> None:
    said = call("goals", "--book", aimed, "--language", language)
    assert (said.code, said.err) == (0, "")
    for text in wanted:
        assert text in said.out, text


def test_an_empty_book_and_a_year_that_is_none(call: Call, new_book: Path) -> None:
    assert call("goals", "--book", new_book, "--json").json == {
        "date": "2026-11-22",
        "year": 2026,
        "goals": [],
        "agenda": [],
        "today": {"due": 0, "overdue": 0, "steps": 0, "ahead": 0, "accounts_short": 0},
    }
    assert "2026 年还没有目标" in call("goals", "--book", new_book, "--language", "zh").out
    wrong = call("goals", "--book", new_book, "--year", "12")
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err.splitlines()[-1].endswith("1900–2199"), wrong.err
