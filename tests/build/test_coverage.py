"""Every line and every branch of the merge is run by its own tests alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CORE = ("merge", "versions", "compact", "ledger")


@pytest.mark.long
def test_no_branch_of_the_merge_is_left_out(root: Path, tmp_path: Path) -> None:
    env = {**os.environ, "COVERAGE_FILE": str(tmp_path / "coverage")}
    run = [sys.executable, "-m", "coverage"]
    tests = [f"tests/sync/test_{name}.py" for name in CORE]
    subprocess.run([*run, "run", "-m", "pytest", "-q", *tests], cwd=root, env=env, check=True)
    report = subprocess.run([*run, "report"], cwd=root, env=env, capture_output=True, text=True)
    sys.stdout.write(f"\n{report.stdout}")
    assert report.returncode == 0, report.stdout
    assert all(f"kamdesk/sync/{name}.py" in report.stdout for name in CORE)
