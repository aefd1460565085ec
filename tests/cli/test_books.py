"""Books on the command line: made, checked, backed up, restored, refused; the exit codes and what is said."""

import errno
import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kamdesk.cli import main
from kamdesk.cli.context import Log
from kamdesk.db.opening import check_book

NOW = ["--now", "2026-11-22T18:40"]


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_new_book_says_that_it_is_open_and_is_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "我的 客户簿#1.kam"
    code, out, err = run(capsys, "new", book, "--name", "林岚", "--language", "zh", *NOW)
    assert (code, err) == (0, "")
    assert "林岚" in out
    assert "没有加密" in out
    assert run(capsys, "check", book)[0] == 0
    code, out, _ = run(capsys, "accounts", "--book", book, "--json")
    assert (code, json.loads(out)) == (0, [])


def test_an_existing_file_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "a.kam"
    book.write_text("mine")
    code, out, err = run(capsys, "new", book)
    assert (code, out) == (1, "")
    assert str(book) in err
    assert book.read_text() == "mine"


def test_a_book_with_a_passphrase_opens_with_it_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    def typed(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))

    book = tmp_path / "a.kam"
    typed("海 堤 40 米")
    code, out, _ = run(capsys, "new", book, "--passphrase-stdin", "--language", "en", *NOW)
    assert code == 0
    assert "encrypted" in out
    assert b"CREATE TABLE" not in book.read_bytes()
    assert run(capsys, "accounts", "--book", book, "--json")[0] == 1
    typed("something else")
    assert run(capsys, "accounts", "--book", book, "--json", "--passphrase-stdin")[0] == 1
    typed("海 堤 40 米")
    code, out, _ = run(capsys, "accounts", "--book", book, "--json", "--passphrase-stdin")
    assert (code, json.loads(out)) == (0, [])


def test_a_book_with_a_key_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key, book = tmp_path / "key", tmp_path / "a.kam"
    key.write_text("ab" * 32)
    assert run(capsys, "--key-file", key, "new", book, *NOW)[0] == 0
    assert run(capsys, "check", book, "--key-file", key)[0] == 0
    assert run(capsys, "check", book)[0] == 1
    key.write_text("too short")
    assert run(capsys, "check", book, "--key-file", key)[0] == 2


def test_a_backup_restores_the_book_and_keeps_the_one_it_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, folder = tmp_path / "a.kam", tmp_path / "copies"
    run(capsys, "new", book, "--name", "林岚", *NOW)
    assert run(capsys, "backup", book, "-o", folder, *NOW)[0] == 0
    (copy,) = folder.glob("a-*.kam")
    book.write_bytes(book.read_bytes()[:3000])
    assert run(capsys, "check", book)[0] == 1
    code, _, _ = run(capsys, "restore", copy, book, *NOW)
    assert code == 0
    assert run(capsys, "check", book)[0] == 0
    assert [len(path.read_bytes()) for path in tmp_path.glob("a-before-restore-*.kam")] == [3000]


@pytest.mark.parametrize(
    "arguments",
    [
        ["accounts", "--book", "{folder}/none.kam"],
        ["frobnicate"],
        ["figures", "--book", "{book}", "--week", "2026-W60"],
        ["figures", "--book", "{book}", "--week", "next"],
        ["accounts", "--book", "{book}", "--now", "yesterday", "--json"],
        ["brief", "--book", "{book}", "--account", "nobody", "-o", "{folder}/x.pdf"],
        ["demo", "{folder}/d.kam", "--accounts", "-1"],
        ["undo", "--book", "{book}"],
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_failure_is_said_in_words_and_leaves_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], language: str
) -> None:
    book = tmp_path / "a.kam"
    run(capsys, "new", book, *NOW)
    filled = [text.format(folder=tmp_path, book=book) for text in arguments]
    code, _, err = run(capsys, *filled, "--language", language)
    assert code == 1
    assert err.strip()
    assert "Traceback" not in err
    assert "unforeseen" not in err
    assert "没有料到" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(("language", "told"), [("zh", "磁盘已满"), ("en", "The disk is full")])
def test_no_room_for_the_answer_is_said_and_leaves_one(tmp_path: Path, language: str, told: str) -> None:
    """As it is where nothing is written before the end: then the answer would be lost behind an exit code of 0."""
    command = [sys.executable, "-m", "kamdesk", "new", tmp_path / "a.kam", "--language", language]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*command, *NOW], stdout=full, stderr=subprocess.PIPE, env=environment, encoding="utf-8"
        )
    assert done.returncode == 1
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == 1
    assert check_book(tmp_path / "a.kam") == []


def test_a_log_that_can_not_be_written_says_nothing_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    def broken(context: object) -> int:
        raise ZeroDivisionError

    def no_room(log: Log) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kamdesk.cli.lists.give_accounts", broken)
    monkeypatch.setattr(Log, "_open", no_room)
    monkeypatch.setattr(logging.getLogger("kamdesk"), "handlers", [])
    code, out, err = run(capsys, "accounts")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1


def test_what_is_unforeseen_goes_to_the_log_without_values(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    def broken(context: object) -> int:
        raise ZeroDivisionError("陈国梁 13812345678")

    monkeypatch.setattr("kamdesk.cli.lists.give_accounts", broken)
    code, out, err = run(capsys, "accounts")
    assert (code, out) == (1, "")
    assert "陈国梁" not in err
    for log in own_home.rglob("*.log"):
        assert "陈国梁" not in log.read_text("utf-8")
