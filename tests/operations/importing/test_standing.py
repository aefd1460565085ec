"""Where a list puts an account: under another one, at a level of the tree, with a rep."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.accounts import change_account
from kamdesk.operations.undo import undo
from tests.books import NOW
from tests.operations.importing.books import bring, content, counted, write

HEADERS = ["客户名称", "上级客户", "层级", "客户经理", "通常时长（分钟）"]


def tree(store: Store) -> dict[str, tuple[str | None, str, str | None, int | None]]:
    """By name: parent, level, rep, minutes."""
    account, rep = t.account.c, t.rep.c
    with store.read() as connection:
        names = {row.id: row.name for row in connection.execute(select(account.id, account.name))}
        reps = {row.id: row.name for row in connection.execute(select(rep.id, rep.name))}
        rows = connection.execute(select(t.account).where(account.deleted_at.is_(None))).all()
    return {
        row.name: (
            names.get(row.parent_id or ""),
            row.level,
            reps.get(row.owner_id or ""),
            row.visit_minutes,
        )
        for row in rows
    }


def notes(store: Store) -> list[str]:
    with store.read() as connection:
        return list(connection.scalars(select(t.note.c.text).where(t.note.c.deleted_at.is_(None))))


def id_of(store: Store, name: str) -> str:
    with store.read() as connection:
        return connection.scalars(select(t.account.c.id).where(t.account.c.name == name)).one()


def test_an_account_finds_its_parent_further_down_in_the_list(book: Store, tmp_path: Path) -> None:
    rows = [
        ["岩屿一店", "岩屿建材", "网点", "林岚", "45"],
        ["岩屿建材", "岩屿集团", "公司", "林岚", "60分钟"],
        ["岩屿集团", "岩屿集团", "集团", "", ""],
    ]
    path = write(tmp_path / "a.csv", HEADERS, *rows)
    before = content(book)
    report = bring(book, path)
    assert tree(book) == {
        "岩屿一店": ("岩屿建材", "site", "林岚", 45),
        "岩屿建材": ("岩屿集团", "company", "林岚", 60),
        "岩屿集团": (None, "group", None, None),
    }
    assert notes(book) == []
    held = content(book)
    again = counted(bring(book, path))
    assert content(book) == held
    assert again["accounts"]["unchanged"] == 3
    undo(book, operation_id=report.changes.operation_id or "", now=NOW)
    assert content(book) == before


def test_names_that_the_book_does_not_know_are_kept_as_notes_once(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", HEADERS, ["岩屿一店", "别家集团", "三级", "王五", "半天"])
    report = bring(book, path)
    assert tree(book) == {"岩屿一店": (None, "company", None, None)}
    said = ["上级客户: 别家集团", "客户经理: 王五", "层级: 三级\n通常时长（分钟）: 半天"]
    assert sorted(notes(book)) == sorted(said)
    assert [each.reason for each in report.problems] == ["parent_unknown"]
    held = content(book)
    bring(book, path)
    assert content(book) == held


def test_what_the_rep_decided_since_stays(book: Store, tmp_path: Path) -> None:
    bring(
        book,
        write(
            tmp_path / "a.csv",
            HEADERS,
            ["甲厂", "乙集团", "", "林岚", ""],
            ["乙集团", "", "", "", ""],
            ["丙集团", "", "", "", ""],
        ),
    )
    change_account(
        book, account_id=id_of(book, "甲厂"), now=NOW, parent_id=id_of(book, "丙集团"), owner_id=None
    )
    report = bring(book, write(tmp_path / "b.csv", HEADERS, ["甲厂", "乙集团", "", "林岚", ""]))
    assert tree(book)["甲厂"] == ("丙集团", "company", None, None)
    assert {each.reason for each in report.problems} == {"parent_differs", "owner_differs"}


def test_a_newer_list_moves_what_a_list_had_put_there(book: Store, tmp_path: Path) -> None:
    heads = [["乙集团", "", "", "", ""], ["丙集团", "", "", "", ""]]
    bring(book, write(tmp_path / "a.csv", HEADERS, ["甲厂", "乙集团", "", "", ""], *heads))
    bring(book, write(tmp_path / "b.csv", HEADERS, ["甲厂", "丙集团", "部门", "", "30"]))
    assert tree(book)["甲厂"] == ("丙集团", "department", None, 30)


def test_no_circle(book: Store, tmp_path: Path) -> None:
    rows = [["甲", "乙", "", "", ""], ["乙", "丙", "", "", ""], ["丙", "甲", "", "", ""]]
    report = bring(book, write(tmp_path / "a.csv", HEADERS, *rows))
    assert {name: parent for name, (parent, *_) in tree(book).items()} == {"甲": "乙", "乙": "丙", "丙": None}
    assert [each.reason for each in report.problems] == ["parent_circle"]
