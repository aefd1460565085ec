"""How a command may be written, and what is said of one that can't be carried out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call

WRONG = [
    ["frobnicate"],
    ["import"],
    ["accounts", "--frob"],
    ["accounts", "--language", "fr"],
    ["accounts", "--lang", "zh"],
    ["plan", "--week", "2026-W48"],
    ["demo", "x.kam", "--accounts", "many"],
    ["demo", "x.kam", "--weeks"],
    ["check", "x.kam", "--passphrase-stdin", "--key-file", "k"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_wrong_command_says_so_on_standard_error_alone(call: Call, arguments: list[str]) -> None:
    for language in ("zh", "en"):
        said = call("--language", language, *arguments)
        assert (said.code, said.out) == (1, "")
        usage, *_, reason = said.err.strip().splitlines()
        assert usage.startswith("用法" if language == "zh" else "usage")
        assert ("命令" in reason or "参数" in reason) == (language == "zh")


def test_help_is_in_the_language_of_the_user(call: Call) -> None:
    said = call("--language", "zh", "import", "--help")
    assert said.code == 0
    assert "用法：" in said.out
    assert "usage" not in said.out
    assert "show this help" not in said.out
    assert "optional" not in said.out
    english = call("--language", "en", "import", "--help")
    assert "usage: kamdesk import" in english.out


def test_options_stand_before_or_after_the_command(call: Call, new_book: Path) -> None:
    first = call("--language", "zh", "--book", new_book, "line", "--week", "2026-W48")
    after = call("line", "--week", "2026-W48", "--book", new_book, "--language=zh")
    assert (first.code, first.out) == (0, "共 0 次拜访\n")
    assert after == first


@pytest.mark.parametrize(
    ("week", "code"),
    [
        ("2026-W48", 0),
        ("2026-W53", 0),
        ("2020-W53", 0),
        ("2025-W53", 1),
        ("2026-W54", 1),
        ("2026-W00", 1),
        ("2026-48", 1),
        ("2026-11-23", 1),
        ("9999-W52", 1),
        ("", 1),
    ],
)
def test_weeks(call: Call, new_book: Path, week: str, code: int) -> None:
    for command in ("line", "figures"):
        said = call(command, "--book", new_book, "--week", week, "--json")
        assert said.code == code
        assert bool(said.err) == bool(code)
        assert (said.out == "") == bool(code)


@pytest.mark.parametrize(
    "moment", ["2026-11-22T18:40", "2026-11-22T10:40:00Z", "2026-11-22", "2026-11-22 18:40+08:00"]
)
def test_moments(call: Call, new_book: Path, moment: str) -> None:
    assert call("figures", "--book", new_book, "--json", "--now", moment).code == 0


@pytest.mark.parametrize("moment", ["", "now", "2026-02-30", "2026-11-22T25:00"])
def test_what_is_no_moment(call: Call, new_book: Path, moment: str) -> None:
    said = call("figures", "--book", new_book, "--json", "--now", moment)
    assert (said.code, said.out) == (1, "")
    assert "--now" in said.err


def test_a_picture_that_can_not_be_written_is_said_in_words(
    call: Call, new_book: Path, tmp_path: Path
) -> None:
    place = tmp_path / "nowhere" / "window.png"
    said = call("--book", new_book, "--picture", place)
    assert said.code == 1
    assert str(place) in said.err
