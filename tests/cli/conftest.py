"""The command, called as a user calls it, in this process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kamdesk.cli import main

NOW = "2026-11-22T18:40"


class Said(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it said to a program; nothing else may stand beside it."""
        return json.loads(self.out)


Call = Callable[..., Said]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """One command with its arguments, at a moment that stands still unless another is given."""

    def run(*arguments: object) -> Said:
        texts = [str(argument) for argument in arguments]
        texts += [] if "--now" in texts or "--version" in texts else ["--now", NOW]
        code = main(texts)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Said(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty book, made once by the command."""
    path = tmp_path_factory.mktemp("empty") / "book.kam"
    assert main(["new", str(path), "--name", "林岚", "--now", NOW]) == 0
    return path


@pytest.fixture
def new_book(call: Call, empty_book: Path, tmp_path: Path) -> Path:
    """A copy of it for one test, with what lies beside it; it has been opened where it lies."""
    path = shutil.copytree(empty_book.parent, tmp_path, dirs_exist_ok=True) / empty_book.name
    assert call("accounts", "--book", path, "--json").json == []
    return path
