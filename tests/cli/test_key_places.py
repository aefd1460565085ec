"""`kamdesk identity`: where the keys lie, moved, made anew, in both languages and for a program."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from kamdesk.db.opening import open_book
from kamdesk.sync.package.keys import card_text, new_keys
from tests.cli.conftest import Call
from tests.keyrings import Clinging, InMemory, Locked, in_use
from tests.processes import ROOT


def office_card(folder: Path) -> Path:
    path, keys = folder / "office.card", new_keys()
    card = keys.card("office", "内勤", "office")
    path.write_text(card_text(card, keys.signature(card)), encoding="utf-8")
    return path


def test_they_are_moved_and_it_says_where_they_are(call: Call, new_book: Path, tmp_path: Path) -> None:
    first = call("identity", "--book", new_book, "--json").json
    assert first["keys"] == "book"
    assert "in the book" in call("identity", "--book", new_book, "--language", "en").out
    assert "密钥在客户簿里" in call("identity", "--book", new_book, "--language", "zh").out
    with in_use(InMemory()) as ring:
        moved = call("identity", "--book", new_book, "--keys", "keyring", "--json").json
        assert moved == {**first, "keys": "keyring"}
        assert len(ring.kept) == 1
        ring.calls = 0
        said = call("identity", "--book", new_book, "-o", tmp_path / "lin.card", "--language", "en")
        assert ("in the system's keyring" in said.out, ring.calls) == (True, 0)
        call("identity", "--book", new_book, "--keys", "book")
        assert ring.kept == {}


def test_it_is_said_beside_a_window_that_has_the_book(call: Call, new_book: Path) -> None:
    first = call("identity", "--book", new_book, "--json").out
    with closing(open_book(new_book, backups=new_book.parent, now=datetime.now(UTC))) as store:
        store.hold()
        assert call("identity", "--book", new_book, "--json").out == first


def test_what_can_not_be_done_changes_nothing(call: Call, new_book: Path) -> None:
    first = call("identity", "--book", new_book, "--json").out
    told = call("identity", "--book", new_book, "--keys", "keyring", "--language", "en")
    assert (told.code, told.out) == (1, "")
    assert "no keyring that keeps secrets safe" in told.err
    with in_use(Locked()):
        told = call("identity", "--book", new_book, "--keys", "keyring", "--language", "zh")
    assert (told.code, "系统钥匙串锁着" in told.err) == (1, True)
    assert call("identity", "--book", new_book, "--json").out == first
    assert call("identity", "--book", new_book, "--keys", "book", "--json").out == first
    both = call("identity", "--book", new_book, "--keys", "book", "--new-keys", "--language", "en")
    assert both.code == 1
    assert "--new-keys" in both.err


def test_lost_with_the_computer_they_are_made_anew(call: Call, new_book: Path, tmp_path: Path) -> None:
    with in_use(InMemory()):
        first = call("identity", "--book", new_book, "--keys", "keyring", "--json").json
    card = office_card(tmp_path)
    call("peers", "--book", new_book, "add", card)
    package = ("pack", "--book", new_book, "-o", tmp_path / "w")
    with in_use(InMemory()):
        told = call(*package, "--language", "en")
        assert (told.code, (tmp_path / "w").exists()) == (1, False)
        assert first["key"] in told.err
        assert "--new-keys" in told.err
        renewed = call("identity", "--book", new_book, "--new-keys", "--device", "X1", "--json").json
        assert (renewed["keys"], renewed["device"], renewed["rep"]) == ("book", "X1", first["rep"])
        assert not {first["key"], first["recipient"], first["fingerprint"]} & set(renewed.values())
        assert "give" in call("identity", "--book", new_book, "--new-keys", "--language", "en").out.lower()
        assert call(*package).code == 0


def test_without_a_keyring_in_use_none_is_looked_for(call: Call, new_book: Path, tmp_path: Path) -> None:
    """A backend that is named and not there: whoever loads it fails."""
    card, package = office_card(tmp_path), tmp_path / "w"
    code = f"""
        import sys
        from kamdesk.cli import main
        book = ["--book", {str(new_book)!r}]
        assert main(["identity", *book, "--keys", "book"]) == 0
        assert main(["peers", *book, "add", {str(card)!r}]) == 0
        assert main(["pack", *book, "-o", {str(package)!r}]) == 0
        assert main(["unpack", {str(package)!r}, *book]) == 1
        assert not [name for name in sys.modules if name.split(".")[0] in ("keyring", "secretstorage", "jeepney")]
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=ROOT, env={**os.environ, "PYTHON_KEYRING_BACKEND": "no.such.Keyring"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_backend_named_in_the_environment(new_book: Path, tmp_path: Path) -> None:
    named = {
        "PYTHON_KEYRING_BACKEND": "tests.keyrings.InFile",
        "TEST_KEYRING_FILE": str(tmp_path / "ring.json"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "kamdesk", "identity", "--book", str(new_book), "--keys", "keyring"],
        cwd=ROOT, env={**os.environ, **named}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ring.json").exists()


def test_an_old_entry_that_stays_is_told_after_the_new_card(
    call: Call, new_book: Path, tmp_path: Path
) -> None:
    ring = Clinging()
    with in_use(ring):
        first = call("identity", "--book", new_book, "--keys", "keyring", "--json").json
        card = tmp_path / "new.card"
        told = call("identity", "--book", new_book, "--new-keys", "-o", card, "--language", "en")
    assert told.code == 1
    assert f"Delete the entry {first['key']}" in told.err
    assert "The keys are new" in told.out
    assert card.exists()
