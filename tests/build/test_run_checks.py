"""Every check beside the others: a fault of one ends the tests, and their exit code is the whole one's."""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType

import pytest

from tests.build.conftest import ROOT, load

pytestmark = pytest.mark.skipif(os.name == "nt", reason="tools as scripts of a POSIX shell")
COLLECTING = '[ "$1" = --collect-only ] && exit 0'


@pytest.fixture(scope="module")
def checks() -> ModuleType:
    return load(ROOT / "tools" / "run_checks.py")


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder of tools that find nothing, and a pytest that leaves its number and ends with 3."""
    for name in ("ruff", "lint-imports", "pyright"):
        script(tmp_path / name, "exit 0")
    script(tmp_path / "pytest", f"{COLLECTING}; echo $$ > {tmp_path}/began; exit 3")
    return tmp_path


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def ended(checks: ModuleType, tools: Path) -> int:
    return checks.check_all(tools, [str(tools / "pytest")], dict(os.environ))


def test_the_exit_code_is_that_of_the_tests(checks: ModuleType, tools: Path) -> None:
    assert ended(checks, tools) == 3


@pytest.mark.parametrize(("tool", "name"), [("ruff", "ruff"), ("lint-imports", "import-linter")])
def test_no_test_is_started_after_a_fault(
    checks: ModuleType, tools: Path, tool: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    script(tools / tool, "exit 1")
    assert ended(checks, tools) == 1
    assert f"{name} found something" in capsys.readouterr().err
    assert not (tools / "began").exists()


def test_a_fault_of_the_types_ends_the_tests(
    checks: ModuleType, tools: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tools / "began")
    script(tools / "pytest", f"{COLLECTING}; echo $$ > {tools}/began; exec sleep 600")
    script(tools / "pyright", f"read number < {tools}/began; echo $number: no such attribute; exit 1")
    assert ended(checks, tools) == 1
    heard = capsys.readouterr()
    number, said = heard.out.split(": ")
    assert said == "no such attribute\n"
    assert "pyright found something" in heard.err
    with pytest.raises(ProcessLookupError):
        os.kill(int(number), 0)
