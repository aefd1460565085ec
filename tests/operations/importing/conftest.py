"""A copy of the real lists that may be written beside."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.exchange.lists import DATA


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """A folder with the lists of `tests/exchange/data`."""
    folder = tmp_path / "lists"
    shutil.copytree(DATA, folder)
    return folder
