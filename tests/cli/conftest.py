"""The command, called as a user calls it, in this process."""

from __future__ import annotations

import json
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


@pytest.fixture
def new_book(call: Call, tmp_path: Path) -> Path:
    """An empty book."""
    path = tmp_path / "book.kam"
    assert call("new", path, "--name", "林岚").code == 0
    return path
