"""A book's passphrase is set, changed and taken away by a command; what goes wrong leaves the book as it was."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamdesk.cli import passphrase
from tests.cli.conftest import Call


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def hand(call: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """A command with lines on standard input."""

    def run(lines: str, *arguments: object) -> object:
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
        return call(*arguments)

    return run  # type: ignore[return-value]


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody sits at a terminal and types these; what was asked is gathered."""
    asked: list[str] = []
    left: Iterator[str] = iter(answers)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(passphrase, "getpass", lambda prompt: (asked.append(prompt), next(left))[1])
    return asked


def test_set_changed_and_taken_away_in_a_script(hand: Call, call: Call, new_book: Path) -> None:
    said = hand("first\n", "passphrase", new_book, "--new-stdin")
    assert (said.code, said.err) == (0, "")
    assert not new_book.read_bytes().startswith(b"SQLite")
    assert call("check", new_book).code == 1
    assert hand("first\nsecond\n", "passphrase", new_book, "--passphrase-stdin", "--new-stdin").code == 0
    assert hand("first\n", "check", new_book, "--passphrase-stdin").code == 1
    assert hand("second\n", "check", new_book, "--passphrase-stdin").code == 0
    assert hand("second\n", "passphrase", new_book, "--passphrase-stdin", "--remove").code == 0
    assert new_book.read_bytes().startswith(b"SQLite")
    assert call("check", new_book).code == 0


def test_asked_at_the_terminal(
    call: Call, hand: Call, new_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = typed(monkeypatch, "first", "first")
    assert call("passphrase", new_book, "--language", "en").code == 0
    assert asked == ["New passphrase: ", "New passphrase again: "]
    asked = typed(monkeypatch, "first", "第二", "第二")
    assert call("passphrase", new_book, "--language", "zh").code == 0
    assert asked == ["现在的口令：", "新口令：", "再输一遍新口令："]
    assert hand("第二\n", "check", new_book, "--passphrase-stdin").code == 0


def test_what_goes_wrong_leaves_the_book_as_it_was(
    hand: Call, call: Call, new_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "--new-stdin" in hand("", "passphrase", new_book).err
    assert hand("", "passphrase", new_book, "--new-stdin").code == 2
    assert hand("", "passphrase", new_book, "--remove").code == 1
    typed(monkeypatch, "one", "other")
    assert call("passphrase", new_book).code == 1
    typed(monkeypatch, "")
    assert call("passphrase", new_book).code == 2
    assert new_book.read_bytes().startswith(b"SQLite")
    assert hand("first\n", "passphrase", new_book, "--new-stdin").code == 0
    before = new_book.read_bytes()
    for lines, more in (
        ("wrong\nnew\n", ["--passphrase-stdin", "--new-stdin"]),
        ("wrong\n", ["--passphrase-stdin", "--remove"]),
        ("first\n", ["--passphrase-stdin", "--new-stdin"]),
        ("new\n", ["--new-stdin"]),
        ("", ["--new-stdin", "--remove"]),
    ):
        said = hand(lines, "passphrase", new_book, *more)
        assert said.code != 0, more
        assert said.err
    assert new_book.read_bytes() == before


def test_a_key_file_is_not_exchanged(hand: Call, call: Call, tmp_path: Path) -> None:
    key, book = tmp_path / "key", tmp_path / "keyed.kam"
    key.write_bytes(bytes(range(32)))
    assert call("new", book, "--key-file", key).code == 0
    before = book.read_bytes()
    said = hand("first\n", "passphrase", book, "--key-file", key, "--new-stdin")
    assert said.code == 1
    assert "key file" in said.err or "密钥文件" in said.err
    assert book.read_bytes() == before
