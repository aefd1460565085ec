"""The compiled search is built where there is a compiler, and nothing fails where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

import pytest
from hatchling.builders.wheel import WheelBuilder

from kamdesk.planning.core import library_name, load_core
from tests.build.conftest import load


@pytest.fixture
def maker(root: Path) -> ModuleType:
    return load(root / "tools" / "make_core.py")


def test_both_know_its_name(maker: ModuleType) -> None:
    assert maker.library_name() == library_name()


def test_without_a_compiler_nothing_is_built(
    maker: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CC", raising=False)
    assert maker.make_core(tmp_path) is None
    assert list(tmp_path.iterdir()) == []
    assert load_core(tmp_path / library_name()) is None


def test_a_compiler_that_fails_leaves_nothing(
    maker: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "cc"
    broken.write_text("#!/bin/sh\necho broken >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("CC", str(broken))
    (tmp_path / "out").mkdir()
    assert maker.make_core(tmp_path / "out") is None
    assert list((tmp_path / "out").iterdir()) == []
    assert "broken" in capfd.readouterr().err


def test_a_library_of_another_source_is_not_used(maker: ModuleType, tmp_path: Path) -> None:
    if maker.compiler() is None:
        pytest.skip("no C compiler here")
    made = maker.make_core(tmp_path)
    assert load_core(made) is not None
    raw = made.read_bytes()
    mark = load_core(made).source()
    assert maker.make_core(tmp_path) == made
    other = tmp_path / "other" / made.name
    other.parent.mkdir()
    other.write_bytes(raw.replace(mark, b"0" * len(mark)))
    assert load_core(other) is None


def test_the_wheel_is_of_python_alone_where_there_is_no_compiler(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(
        root, copy, ignore=shutil.ignore_patterns(".*", "_core.*", "tests", "out", "dist", "fonts")
    )
    monkeypatch.setenv("CC", str(tmp_path / "none"))
    (built,) = WheelBuilder(str(copy)).build(directory=str(tmp_path), versions=["standard"])
    assert built.endswith("-py3-none-any.whl")
