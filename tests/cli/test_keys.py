"""Every command takes the key, and none of them gets anywhere without it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kamdesk.cli import main
from tests.cli.conftest import NOW, Call

WEEK = ["--week", "2026-W48"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an encrypted book of one account, its key and the list that it came from."""
    folder = tmp_path_factory.mktemp("locked")
    key, book, listed = folder / "key", folder / "locked.kam", folder / "list.csv"
    key.write_bytes(bytes(range(32)))
    listed.write_text("客户名称,手机\n岩屿建材,13800001111\n", "utf-8")
    keyed = ["--key-file", str(key), "--now", NOW]
    assert main(["new", str(book), *keyed]) == 0
    assert main(["import", str(listed), "--book", str(book), *keyed]) == 0
    return folder


@pytest.fixture
def locked(made: Path, tmp_path: Path) -> Path:
    """A copy of the book, beside its key and its list."""
    return shutil.copytree(made, tmp_path, dirs_exist_ok=True) / "locked.kam"


@pytest.fixture
def key(locked: Path) -> Path:
    return locked.with_name("key")


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
