"""Questions answered from a file: each answer holds by itself, twice is once, what can't be is told and stays open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import InputError
from kamdesk.exchange.decisions import Decision, read_decisions
from kamdesk.operations.accounts import change_account
from kamdesk.operations.importing.answering import leave_out
from kamdesk.operations.importing.deciding import decide
from kamdesk.operations.undo import undo
from kamdesk.reads.imports import PendingItem, pending_count, pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, content, names, write

HEADERS = ["客户名称", "城市", "简称", "上年销售额(万元)"]
ROWS = [
    ["海川贸易有限公司", "宁波", "", "120"],
    *(
        [name, "宁波", "", "100"]
        for name in ("澄江贸易行", "白鹭装饰", "东篱商行", "西塘木业", "北斗电器", "秋水家居")
    ),
    ["南屿建材", "宁波", "", "4970000"],
]


@pytest.fixture
def asked(book: Store, tmp_path: Path) -> Store:
    """Three sorts of question: a row with nearly a name, a field that the book has otherwise, an amount."""
    bring(book, write(tmp_path / "first.csv", HEADERS, *ROWS))
    haichuan = next(row["id"] for row in content(book)["account"] if row["name"] == "海川贸易有限公司")
    change_account(book, account_id=haichuan, now=NOW, short_name="海川")
    again = [["海川贸易有限公司", "宁波", "大海川", ""], ["海川贸易", "宁波", "", ""]]
    bring(book, write(tmp_path / "next.csv", HEADERS, *again))
    assert sorted(item.kind for item in pending_items(book)) == ["accounts", "amounts", "fields"]
    return book


def of(store: Store, kind: str) -> PendingItem:
    return next(item for item in pending_items(store, left_out=True) if item.kind == kind)


def test_each_sort_of_question(asked: Store) -> None:
    row, field, amount = (of(asked, kind) for kind in ("accounts", "fields", "amounts"))
    answers = [
        Decision(row.id, "account", account="海川贸易有限公司"),
        Decision(field.id, "list"),
        Decision(amount.id, "value", value="497"),
    ]
    done = decide(asked, decisions=answers, now=NOW)
    assert (done.answered, done.before, done.refused, done.open) == (3, 0, (), 0)
    book = content(asked)
    assert {r["short_name"] for r in book["account"] if r["name"] == "海川贸易有限公司"} == {"大海川"}
    assert "海川贸易" not in names(asked)
    assert 497_0000_00 in {r["amount"] for r in book["sales_history"]}
    again = decide(asked, decisions=answers, now=NOW)
    assert (again.answered, again.before, again.refused) == (0, 3, ())
    assert content(asked) == book


def test_a_new_account_and_its_undo(asked: Store) -> None:
    before = content(asked)
    decide(asked, decisions=[Decision(of(asked, "accounts").id, "new")], now=NOW)
    assert "海川贸易" in names(asked)
    with asked.read() as connection:
        last = connection.exec_driver_sql(
            "SELECT id FROM operation ORDER BY number DESC LIMIT 1"
        ).scalar_one()
    undo(asked, operation_id=last, now=NOW)
    assert content(asked) == before
    assert pending_count(asked) == 3


def test_what_can_not_be_is_told_and_the_rest_holds(asked: Store) -> None:
    row, field, amount = (of(asked, kind) for kind in ("accounts", "fields", "amounts"))
    done = decide(
        asked,
        decisions=[
            Decision("no such question", "new"),
            Decision(row.id, "list"),
            Decision(row.id, "account", account="谁也不是"),
            Decision(amount.id, "value", value="很多"),
            Decision(field.id, "nothing"),
        ],
        now=NOW,
    )
    assert [each.error.code for each in done.refused] == [
        "import_decide_unknown",
        "import_decide_unfit",
        "import_decide_account",
        "import_answer_cell",
    ]
    assert (done.answered, done.open) == (1, 2)


def test_left_out_before(asked: Store) -> None:
    row = of(asked, "accounts")
    leave_out(asked, pending_id=row.id)
    wrong = decide(asked, decisions=[Decision(row.id, "account", account="谁也不是")], now=NOW)
    assert (len(wrong.refused), wrong.open) == (1, 2), "it stays left out"
    assert decide(asked, decisions=[Decision(row.id, "nothing")], now=NOW).before == 1
    assert decide(asked, decisions=[Decision(row.id, "later")], now=NOW).open == 3
    twice = decide(asked, decisions=[Decision(row.id, "later")], now=NOW)
    assert [each.error.code for each in twice.refused] == ["import_decide_open"]
    leave_out(asked, pending_id=row.id)
    assert decide(asked, decisions=[Decision(row.id, "new")], now=NOW).answered == 1


def test_two_accounts_of_one_name_need_the_id(asked: Store) -> None:
    from kamdesk.operations.accounts import add_account

    add_account(asked, name="海川贸易有限公司", now=NOW)
    row = of(asked, "accounts")
    done = decide(asked, decisions=[Decision(row.id, "account", account="海川贸易有限公司")], now=NOW)
    assert [each.error.code for each in done.refused] == ["import_decide_several"]
    assert (
        decide(asked, decisions=[Decision(row.id, "account", account=row.like[0][0])], now=NOW).answered == 1
    )


def test_the_file(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text('[[answer]]\nid = "a"\ntake = "new"\n[[answer]]\nid = "b"\ntake = ""\n', "utf-8")
    assert read_decisions(path) == (Decision("a", "new"),), "what is not filled in stays open"
    path.write_text(json.dumps([{"id": "a", "take": "value", "value": 12, "reason": "…"}]), "utf-8-sig")
    assert read_decisions(path) == (Decision("a", "value", value="12"),)


@pytest.mark.parametrize(
    "text",
    [
        "[[answer",
        "answer = 3",
        "[1]",
        '[{"take": "new"}]',
        '[{"id": "a", "take": "perhaps"}]',
        '[{"id": "a", "take": "account"}]',
        '[{"id": "a", "take": "value", "value": " "}]',
        '[{"id": "a", "take": "new"}, {"id": "a", "take": "nothing"}]',
        "[" * 200_000 + "{",
    ],
)
def test_a_file_that_is_wrong_is_refused_whole(tmp_path: Path, text: str) -> None:
    path = tmp_path / "answers"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError):
        read_decisions(path)
