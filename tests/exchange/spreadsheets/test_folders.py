"""What a killed process left of a workbook that it read is removed, and nothing else."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import Source
from kamdesk.exchange.spreadsheets.folders import LEFT_BEHIND, PREFIX, sweep
from tests.exchange.lists import DATA


def left(folder: Path, name: str, age: int) -> Path:
    made = folder / name
    made.mkdir()
    (made / "list.xls").write_bytes(b"customers")
    at = made.stat().st_mtime - age
    os.utime(made, (at, at))
    return made


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_only_old_folders_of_readings_go(temporary: Path) -> None:
    old = left(temporary, f"{PREFIX}old", LEFT_BEHIND + 60)
    busy = left(temporary, f"{PREFIX}busy", 30)
    other = left(temporary, "kamdesk-opened-x", LEFT_BEHIND + 60)
    elsewhere = left(temporary, "elsewhere", LEFT_BEHIND + 60)
    link = temporary / f"{PREFIX}link"
    link.symlink_to(elsewhere)
    sweep()
    assert not old.exists()
    assert sorted(temporary.iterdir()) == sorted((busy, other, elsewhere, link))
    assert (elsewhere / "list.xls").exists()


def test_reading_a_workbook_sweeps_and_leaves_nothing(temporary: Path) -> None:
    old = left(temporary, f"{PREFIX}old", LEFT_BEHIND + 60)
    assert read_sheets(Source("list", (DATA / "forms" / "kehu.xls").read_bytes()))
    assert not old.exists()
    assert not list(temporary.glob(f"{PREFIX}*"))
