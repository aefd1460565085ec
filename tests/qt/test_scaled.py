"""The window on screens of a higher density: every word whole, nothing outside the screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.qt.desk_books import Filled

ROOT = Path(__file__).parents[2]
SCREENS = {"1": (1366, 665), "1.25": (1366, 665), "1.5": (1920, 977), "2": (2560, 1340)}
"""By scale, what a screen that is used with it leaves for a window."""


@pytest.mark.parametrize(
    ("scale", "language"),
    [
        ("1.25", "zh"),
        *[
            pytest.param(scale, language, marks=pytest.mark.long)
            for scale in SCREENS
            for language in ("zh", "en")
            if (scale, language) != ("1.25", "zh")
        ],
    ],
)
def test_nothing_is_cut_off_or_outside(filled: Filled, scale: str, language: str) -> None:
    width, height = SCREENS[scale]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.qt.scaled", str(filled.path), str(width), str(height), language],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout.splitlines()[-1])
    assert said["ratio"] == float(scale)
    assert said["faults"] == {}
    asked = float(scale)
    assert said["size"][0] <= width + asked
    assert said["size"][1] <= height + asked
