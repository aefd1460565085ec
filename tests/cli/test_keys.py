"""Every command takes the key, and none of them gets anywhere without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call

WEEK = ["--week", "2026-W48"]


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    path.write_bytes(bytes(range(32)))
    return path


@pytest.fixture
def locked(call: Call, key: Path, tmp_path: Path) -> Path:
    """An encrypted book with one account."""
    book, listed = tmp_path / "locked.kam", tmp_path / "list.csv"
    listed.write_text("客户名称,手机\n岩屿建材,13800001111\n", "utf-8")
    assert call("new", book, "--key-file", key).code == 0
    assert call("import", listed, "--book", book, "--key-file", key).code == 0
    return book


def commands(book: Path) -> list[list[object]]:
    folder = book.parent
    return [
        ["accounts", "--book", book, "--json"],
        ["line", "--book", book, "--json", *WEEK],
        ["figures", "--book", book, "--json", *WEEK],
        ["plan", "--book", book, *WEEK, "-o", folder / "plan.pdf"],
        ["brief", "--book", book, "--account", "岩屿建材", "-o", folder / "brief.pdf"],
        ["check", book],
        ["import", folder / "list.csv", "--book", book, "--json"],
        ["backup", book, "-o", folder / "copies"],
        ["undo", "--book", book],
    ]


def test_every_command_takes_the_key(call: Call, key: Path, locked: Path) -> None:
    for command in commands(locked):
        said = call("--key-file", key, *command)
        assert (said.code, said.err) == (0, ""), command
    (copy,) = (locked.parent / "copies").glob("*.kam")
    assert "岩屿".encode() not in copy.read_bytes()
    assert call("restore", copy, locked, "--key-file", key).code == 0
    (account,) = call("accounts", "--book", locked, "--json", "--key-file", key).json
    assert account["name"] == "岩屿建材"


def test_no_command_gets_anywhere_without_it(call: Call, key: Path, locked: Path) -> None:
    before = locked.read_bytes()
    other = key.with_name("other")
    other.write_bytes(bytes(32))
    for command in [*commands(locked), ["restore", locked, locked.with_name("new.kam")]]:
        for wrong in ([], ["--key-file", other]):
            said = call(*command, *wrong)
            assert (said.code, said.out) == (1, ""), command
            assert "岩屿建材" not in said.err
    assert locked.read_bytes() == before
    assert not locked.with_name("new.kam").exists()
    assert not list(locked.parent.glob("*.pdf"))
