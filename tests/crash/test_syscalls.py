"""kill -9 at the calls by which SQLite itself writes, syncs, cuts and removes: strace kills at the n-th of a kind."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.crash.conftest import ROOT, Killer
from tests.crash.every import SCENARIOS

CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "rename", "unlink")
SAMPLE = 8

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace"),
]


def run(scenario: str, place: Path, *options: str) -> list[str]:
    """What was confirmed by the scenario run under strace with these options."""
    command = ["strace", "-f", "-qq", *options, sys.executable, "-m", "tests.crash.run", scenario, str(place)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode in (0, 137, -9), done.stderr
    return done.stdout.splitlines()


def counted(scenario: str, place: Path, trace: Path) -> Counter[str]:
    """How often each of the calls is made when nothing kills it."""
    run(scenario, place, "-o", str(trace), "-e", f"trace={','.join(CALLS)}")
    found: Counter[str] = Counter()
    for line in trace.read_text("utf-8", "replace").splitlines():
        found.update(call for call in CALLS if f" {call}(" in f" {line.partition(' ')[2].strip()}")
    return found


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_killed_as_sqlite_writes(killer: Killer, scenario: str, tmp_path: Path) -> None:
    def fresh() -> Path:
        place = tmp_path / "place"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(killer.template(scenario), place)
        return place

    calls = counted(scenario, fresh(), tmp_path / "trace")
    assert calls["pwrite64"] > 0
    kills = 0
    for call in CALLS:
        many = range(1, calls[call] + 1)
        for number in sorted(random.sample(many, min(SAMPLE, len(many)))):
            place = fresh()
            inject = f"inject={call}:signal=SIGKILL:when={number}"
            confirmed = run(scenario, place, "-o", "/dev/null", "-e", f"trace={call}", "-e", inject)
            killer.judge(scenario, place, confirmed)
            kills += 1
    sys.stdout.write(f"\n{scenario}: {kills} kills at calls, of {dict(calls)}\n")
