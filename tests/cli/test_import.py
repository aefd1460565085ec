"""Lists on the command line: what is said to a program, what to a person, and with which exit code."""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call

KINDS = ["accounts", "contacts", "phones", "products", "orders", "order_lines", "sales", "notes"]
OUTCOMES = ["created", "updated", "unchanged", "rejected", "to_decide"]
LIST = """客户名称,联系人,手机,城市
甲公司,王一,13800001111,宁波
乙公司,李二,1.38E+10,杭州
,无名,13800001113,
合计,,,2
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf-8")
    return path


def test_what_a_program_is_told(call: Call, new_book: Path, listed: Path) -> None:
    said = call("import", listed, "--book", new_book, "--json", "--language", "en")
    assert said.code == 0
    assert list(said.json)[: len(KINDS)] == KINDS
    assert all(list(counts) == OUTCOMES for counts in said.json.values())
    assert said.json["accounts"] == dict(zip(OUTCOMES, (2, 0, 0, 1, 0), strict=True))
    assert said.json["phones"] == dict(zip(OUTCOMES, (1, 0, 0, 1, 0), strict=True))
    (rejects,) = listed.parent.glob("list.rejects*")
    assert str(rejects) in said.err
    again = call("import", listed, "--book", new_book, "--json")
    assert again.json["accounts"] == dict(zip(OUTCOMES, (0, 0, 2, 1, 0), strict=True))


def test_one_answer_for_all_files_in_any_order(call: Call, tmp_path: Path) -> None:
    texts = {
        "orders.dat": "Order #,Customer #,Date Ordered\n10,C1,2026-01-05\n11,C2,2026-01-06\n",
        "x.csv": "Order #,Item #,Qty Ordered,Unit Price\n10,P1,5,10\n11,P1,7,10\n11,P9,1,1\n",
        "orders.csv": "Item #,Product Name,Unit Price\nP1,Cement,10\n",
        "products.xlsx": "Customer #,Client Name,Contact Number\nC1,Foo Ltd,020 7946 0000\nC2,Bar Co,+1 415 555 0100\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    answers = []
    for seed in range(3):
        files = sorted(texts)
        random.Random(seed).shuffle(files)
        book = tmp_path / f"{seed}.kam"
        call("new", book)
        answers.append(call("import", *(tmp_path / file for file in files), "--book", book, "--json").json)
    assert answers[0] == answers[1] == answers[2]
    made = {kind: (counts["created"], counts["rejected"]) for kind, counts in answers[0].items()}
    assert {kind: made[kind] for kind in ("accounts", "orders", "order_lines", "products")} == {
        "accounts": (2, 0),
        "orders": (2, 0),
        "order_lines": (2, 1),
        "products": (1, 0),
    }


@pytest.mark.parametrize(
    "content", [None, b"", b"\xef\xbb\xbf", bytes(range(256)), b"%PDF-1.4\n", b"foo,bar\n1,2\n"]
)
def test_what_can_not_be_read_leaves_two_and_takes_nothing(
    call: Call, new_book: Path, listed: Path, content: bytes | None
) -> None:
    odd = listed.with_name("odd.csv")
    if content is not None:
        odd.write_bytes(content)
    for language in ("zh", "en"):
        said = call("import", listed, odd, "--book", new_book, "--json", "--language", language)
        assert (said.code, said.out) == (2, "")
        assert "odd.csv" in said.err
    assert call("accounts", "--book", new_book, "--json").json == []


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices on this system")
def test_a_device_is_not_read(call: Call, new_book: Path) -> None:
    said = call("import", "/dev/zero", "--book", new_book, "--language", "en")
    assert (said.code, said.out) == (2, "")
    assert "device" in said.err


@pytest.mark.skipif(sys.platform != "linux", reason="names are texts on other systems")
def test_a_file_named_in_another_encoding(call: Call, new_book: Path, listed: Path) -> None:
    odd = os.fsencode(listed.parent) + "/名单.csv".encode("gb18030")
    Path(os.fsdecode(odd)).write_bytes(listed.read_bytes())
    said = call("import", os.fsdecode(odd), "--book", new_book, "--json")
    assert (said.code, said.json["accounts"]["created"]) == (0, 2)


def test_a_preview_says_the_same_and_writes_nothing(call: Call, new_book: Path, listed: Path) -> None:
    before = new_book.read_bytes()
    preview = call("import", listed, "--book", new_book, "--json", "--dry-run")
    assert new_book.read_bytes() == before
    assert list(listed.parent.glob("*rejects*")) == []
    assert call("import", listed, "--book", new_book, "--json").json == preview.json


def test_rejects_go_where_they_are_wanted_or_it_is_said(call: Call, new_book: Path, listed: Path) -> None:
    folder = listed.parent / "back"
    folder.mkdir()
    said = call("import", listed, "--book", new_book, "--json", "--rejects", folder)
    assert [path.name for path in folder.iterdir()] == ["list.rejects.csv"]
    assert str(folder / "list.rejects.csv") in said.err
    nowhere = call("import", listed, "--book", new_book, "--json", "--rejects", listed / "x.csv")
    assert (nowhere.code, json.loads(nowhere.out)["accounts"]["rejected"]) == (0, 1)
    assert str(listed / "x.csv") in nowhere.err
    call("import", listed, "--book", new_book, "--rejects", new_book)
    assert call("check", new_book).code == 0, "a book is not overwritten with rejects"


def test_a_mended_rejects_file_completes_the_list(call: Call, new_book: Path, listed: Path) -> None:
    call("import", listed, "--book", new_book, "--language", "zh")
    (rejects,) = listed.parent.glob("*rejects*")
    rejects.write_text(
        rejects.read_text("utf-8")
        .replace("1.38E+10,", "13800001112,", 1)
        .replace("\n,无名", "\n丙公司,无名"),
        "utf-8",
    )
    mended = call("import", rejects, "--book", new_book, "--json").json
    assert mended["accounts"] == dict(zip(OUTCOMES, (1, 0, 1, 0, 0), strict=True))
    known = call("accounts", "--book", new_book, "--json").json
    assert {account["name"]: account["contacts"][0]["phones"] for account in known} == {
        "甲公司": ["13800001111"],
        "乙公司": ["13800001112"],
        "丙公司": ["13800001113"],
    }


def test_undo_takes_the_whole_list_back(call: Call, new_book: Path, listed: Path) -> None:
    call("import", listed, "--book", new_book)
    assert call("undo", "--book", new_book).code == 0
    assert call("accounts", "--book", new_book, "--json").json == []
    assert call("import", listed, "--book", new_book, "--json").json["accounts"]["created"] == 2


def test_accounts_for_a_program(call: Call, new_book: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "客户名称,级别,城市,经度,纬度,联系人,职务,电话,状态\n"
        "乙公司,VIP,杭州,30.28,120.15,李二,经理,0571-88881111转802/13800001112,潜在\n甲公司,A,,,,,,,\n",
        "utf-8",
    )
    call("import", path, "--book", new_book)
    listed = call("accounts", "--book", new_book, "--json").json
    assert [account["name"] for account in listed] == ["乙公司", "甲公司"]
    second, first = listed
    for account in (first, second):
        del account["id"]
    for contact in second["contacts"]:
        del contact["id"]
    assert first == {"name": "甲公司", "class": "A", "key": False, "status": "active"} | {
        "city": None,
        "lat": None,
        "lon": None,
        "contacts": [],
    }
    assert second == {"name": "乙公司", "class": None, "key": True, "status": "prospect"} | {
        "city": "杭州",
        "lat": 30.28,
        "lon": 120.15,
        "contacts": [{"name": "李二", "title": "经理", "phones": ["0571-88881111-802", "13800001112"]}],
    }


def test_questions_are_answered_from_a_file(call: Call, new_book: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("客户名称,城市\n海川贸易有限公司,宁波\n", "utf-8")
    second.write_text("客户名称,城市\n海川贸易,宁波\n", "utf-8")
    call("import", first, "--book", new_book)
    asked = call("import", second, "--questions", "--book", new_book, "--json").json
    assert asked["accounts"]["to_decide"] == 1
    (question,) = asked["answer"]
    assert question["fits"] == ["new", "account", "nothing"]
    assert [each["name"] for each in question["like"]] == ["海川贸易有限公司"]
    answers = tmp_path / "answers.json"
    question["take"] = "new"
    answers.write_text(json.dumps({"answer": [question]}, ensure_ascii=False), "utf-8")
    said = call("import", "--decide", answers, "--book", new_book, "--json")
    assert (said.code, said.json) == (
        0,
        {"decisions": {"answered": 1, "before": 0, "refused": [], "open": 0}},
    )
    assert len(call("accounts", "--book", new_book, "--json").json) == 2
    again = call("import", second, "--decide", answers, "--book", new_book, "--json")
    assert again.json["decisions"]["before"] == 1
    assert again.json["accounts"]["unchanged"] == 1


def test_an_answer_that_fits_nothing_is_told(call: Call, new_book: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text('[[answer]]\nid = "x"\ntake = "new"\n', "utf-8")
    said = call("import", "--decide", answers, "--book", new_book, "--language", "en")
    assert said.code == 1
    assert "no such question" in said.err
    answers.write_text('[[answer]]\nid = "x"\ntake = "maybe"\n', "utf-8")
    assert call("import", "--decide", answers, "--book", new_book).code == 2
    assert call("import", "--book", new_book).code == 1
