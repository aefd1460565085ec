"""The tree holds the product alone: no way of one machine, no address that is not meant, no file that grew too long."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST = 300
LONGEST_TEST = 600  # tables of cases
# Made by a tool or written once and never again: forms, migrations.
MADE = {"forms", "versions"}
# Each with its reason.
MAY_BE_LONGER: dict[str, str] = {}
# Hosts that the tree may name: namespaces, the homes of licences, sources that a docstring cites.
HOSTS = {
    "www.w3.org",
    "scripts.sil.org",
    "openfontlicense.org",
    "www.adobe.com",
    "fsf.org",
    "www.gnu.org",
    "sqlite.org",
    "schemas.openxmlformats.org",
    "www.geonames.org",
    "creativecommons.org",
}
PRIVATE = re.compile(r"(?<![\w.~}$*-])/(?:home|root|Users|work|private|opt)/[\w.-]+")
# Places inside a root of our own making, of an installed system, and of a person made up for a test.
PLACES = {"/home/kamdesk", "/opt/kamdesk", "/home/lin"}
LOCKS = {
    "uv.lock",
    "poetry.lock",
    "pdm.lock",
    "pylock.toml",
    "Pipfile.lock",
    "package-lock.json",
    "yarn.lock",
}
SKIPPED = {".git", ".venv", "out", "dist", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis"}


def tracked(root: Path) -> Iterator[Path]:
    paths = list(root.rglob("*"))
    if shutil.which("git") and (root / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
        paths = [root / name for name in listed.decode("utf-8").split("\0") if name]
    for path in paths:
        parts = path.relative_to(root).parts
        if path.is_file() and parts[0] != "build" and not SKIPPED & set(parts):
            yield path


@pytest.fixture(scope="module")
def texts(root: Path) -> dict[str, str]:
    """The text files of the checkout by their path in it."""
    found = {}
    for path in tracked(root):
        raw = path.read_bytes()
        if b"\0" not in raw[:8192]:
            found[path.relative_to(root).as_posix()] = raw.decode("utf-8", errors="replace")
    return found


def test_the_tree_was_looked_at(texts: dict[str, str]) -> None:
    assert {"dev.py", "pyproject.toml", "kamdesk/assets.py", "tests/build/test_tree.py"} <= texts.keys()


def test_no_address_that_is_not_meant(texts: dict[str, str]) -> None:
    seen = {
        (name, host)
        for name, text in texts.items()
        if "/data/" not in name  # lists as other people wrote them
        for host in re.findall(r"\b(?:https?|ftp|git|ssh)://([\w.-]+)", text)
        if host not in HOSTS and not host.endswith((".example", "example.com", "example.org", ".invalid"))
    }
    assert sorted(seen) == []


def test_no_way_of_one_machine(texts: dict[str, str], root: Path) -> None:
    seen = {
        (name, way)
        for name, text in texts.items()
        for way in [*PRIVATE.findall(text), *([str(root)] if str(root) in text else [])]
        if way not in PLACES
    }
    assert sorted(seen) == []


def test_no_lock_file_with_addresses(texts: dict[str, str]) -> None:
    assert not [name for name in texts if Path(name).name in LOCKS]


def test_no_hash_or_index_among_the_pins(texts: dict[str, str]) -> None:
    for line in texts["constraints.txt"].splitlines():
        assert line.startswith("#") or re.fullmatch(r"[\w.-]+==[\w.]+", line), line


def test_no_file_grows_too_long(texts: dict[str, str]) -> None:
    long = {
        name: lines
        for name, text in texts.items()
        if name.endswith(".py")
        and not set(Path(name).parts) & MADE
        and (lines := text.count("\n")) > (LONGEST_TEST if name.startswith("tests/") else LONGEST)
    }
    assert sorted(long.items() - [(name, long.get(name)) for name in MAY_BE_LONGER]) == []
    assert sorted(MAY_BE_LONGER.keys() - long.keys()) == [], "no exception any more"


def test_no_work_left_behind(texts: dict[str, str]) -> None:
    marks = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
    assert sorted(name for name, text in texts.items() if name.endswith(".py") and marks.search(text)) == []


def test_every_link_of_a_page_leads_somewhere(texts: dict[str, str], root: Path) -> None:
    dead = {
        (name, target)
        for name, text in texts.items()
        if name.endswith(".md")
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)
        if not (root / name).parent.joinpath(target).exists()
    }
    assert sorted(dead) == []
