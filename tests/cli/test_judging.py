from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kamdesk.domain.contact import Contact, ContactPost, InformantAssignment
from kamdesk.domain.knowledge.rival import Competitor, CompetitorMove
from kamdesk.domain.knowledge.stage import StageAssessment
from kamdesk.domain.supply import SupplyShare
from kamdesk.operations.accounts import add_account
from tests.books import make_book, only
from tests.cli.conftest import Call

THEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of two accounts, one of them judged and courted."""
    with closing(make_book(tmp_path_factory.mktemp("judged"))) as store:
        shop = only(add_account(store, name="岩屿建材", now=THEN), "account")
        add_account(store, name="别家", now=THEN)
        with store.write("known", now=THEN) as tx:
            tx.add(StageAssessment(id=tx.new_id(), known_on=DAY, account_id=shop, stage="initial"))
            rival = Competitor(id=tx.new_id(), known_on=DAY, name="德铂")
            move = CompetitorMove(
                id=tx.new_id(), known_on=DAY, competitor_id=rival.id, account_id=shop,
                purpose="take_account", motive="sales_target", behaviour="price_cut",
            )  # fmt: skip
            share = SupplyShare(id=tx.new_id(), account_id=shop, supplier="德铂", share=6000, as_of=DAY)
            told = Contact(id=tx.new_id(), name="密告人")
            post = ContactPost(id=tx.new_id(), contact_id=told.id, account_id=shop, title="出纳")
            secret = InformantAssignment(id=tx.new_id(), contact_id=told.id, account_id=shop, told="机密")
            tx.add(rival, move, share, told, post, secret)
        return store.path


def test_one_account_for_a_program(call: Call, judged: Path) -> None:
    (said,) = call("stage", "--book", judged, "--account", "岩屿", "--json").json["accounts"]
    assert (said["stage"], said["judged_on"], said["next"]["stage"]) == (
        "initial",
        "2026-11-01",
        "intermediate",
    )
    assert [hint["stage"] for hint in said["stages"] if hint["judged"]] == ["initial"]
    assert all(each["value"] is not None or each["reason"] for each in said["loyalty"]["components"])
    assert {each["id"]: each["present"] for each in said["churn"]}["rival_moves"] is True
    assert [point["score"] for point in said["alliance"]] == [None] * 6
    assert len(call("stage", "--book", judged, "--json").json["accounts"]) == 2


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("zh", ["阶段：初级", "下一阶段 中级 还缺", "▲ 对手在动", "程序不改阶段"]),
        ("en", ["stage: initial", "missing for intermediate", "▲ rivals' moves", "no stage"]),
    ],
)
def test_one_account_for_eyes(call: Call, judged: Path, language: str, wanted: list[str]) -> None:
    said = call("stage", "--book", judged, "--account", "岩屿", "--language", language)
    assert (said.code, said.err) == (0, "")
    for text in wanted:
        assert text in said.out, text
    all_of_them = call("stage", "--book", judged, "--language", language)
    assert "别家" in all_of_them.out


def test_rivals(call: Call, judged: Path) -> None:
    (rival,) = call("rivals", "--book", judged, "--json").json["rivals"]
    assert (rival["name"], rival["supplies"][0]["share"], rival["supplies"][0]["ours"]) == ("德铂", 0.6, None)
    assert rival["key_accounts"] == [rival["supplies"][0]["account"]["id"]]
    assert (rival["moves"][0]["behaviour"], rival["moves"][0]["under_way"]) == ("price_cut", True)
    assert call("rivals", "--book", judged, "--account", "别家", "--json").json["rivals"] == []
    zh = call("rivals", "--book", judged, "--language", "zh")
    assert "德铂：供货 1 家" in zh.out
    assert "还没有应对" in zh.out
    assert "—" in zh.out, "our share is not known: no 0%"


@pytest.mark.parametrize("command", ["stage", "rivals"])
@pytest.mark.parametrize("how", [(), ("--json",), ("--account", "岩屿"), ("--account", "岩屿", "--json")])
def test_who_informs_us_is_nowhere(call: Call, judged: Path, command: str, how: tuple[str, ...]) -> None:
    said = call(command, "--book", judged, *how)
    assert said.code == 0
    assert "informant" not in said.out
    assert "机密" not in said.out + said.err


def test_an_empty_book_and_an_unknown_account(call: Call, new_book: Path) -> None:
    assert call("stage", "--book", new_book, "--json").json["accounts"] == []
    assert call("rivals", "--book", new_book, "--json").json["rivals"] == []
    assert "还没有" in call("rivals", "--book", new_book, "--language", "zh").out
    for command in ("stage", "rivals"):
        wrong = call(command, "--book", new_book, "--account", "无此家")
        assert (wrong.code, wrong.out) == (1, "")
