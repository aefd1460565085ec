"""The killed process for tests: laid out, let run, killed, judged."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.crash.every import WARMED_BY
from tests.crash.room import TEMPORARY

HALF_MADE = re.compile(rf"\.(part|making|migrating|restoring|rekeying)\b|^{TEMPORARY}/")
ROOT = Path(__file__).parents[2]


class Killer:
    """Lets a scenario run on a fresh copy of its folder and kills it; then the folder is judged."""

    def __init__(self, folder: Path, preload: Path | None = None) -> None:
        self._folder = folder
        self._templates: dict[str, Path] = {}
        self._warmed: set[str] = set()
        self._zygote = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.zygote"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "LD_PRELOAD": str(preload)} if preload else None,
        )

    def template(self, scenario: str) -> Path:
        """The folder as the scenario finds it."""
        if scenario not in self._templates:
            place = self._folder / f"template {len(self._templates)}"
            place.mkdir()
            self._warm(scenario)
            self._tell(scenario=scenario, deed="prepare", folder=str(place))
            self._templates[scenario] = place
        return self._templates[scenario]

    def _warm(self, scenario: str) -> None:
        """Nine tenths of the time of a small scenario go for what a process does once."""
        like = WARMED_BY.get(scenario)
        if like is not None and like not in self._warmed:
            self._warmed.add(like)
            place = self._folder / f"warm {len(self._warmed)}"
            place.mkdir()
            self._tell(scenario=like, deed="warm", folder=str(place))

    def run(self, scenario: str, **when: float) -> dict[str, Any]:
        """Runs it, killed at ``boundary`` or after ``seconds`` (neither: to its end), and judges what is left."""
        place = self._folder / "place"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.template(scenario), place)
        found = self._tell(scenario=scenario, deed="act", folder=str(place), **when)
        if "write" in when:
            found["left"] = [
                each.name for each in place.rglob("*") if HALF_MADE.search(str(each.relative_to(place)))
            ]
        self.judge(scenario, place, found["confirmed"])
        return found

    def largest(self) -> int:
        """Bytes of the largest file in the folder as the last run left it."""
        return max(each.stat().st_size for each in (self._folder / "place").rglob("*") if each.is_file())

    def judge(self, scenario: str, place: Path, confirmed: list[str]) -> None:
        """Fails with what the scenario finds wrong in ``place``."""
        self._tell(scenario=scenario, deed="judge", folder=str(place), confirmed=confirmed)

    def _tell(self, **job: Any) -> dict[str, Any]:
        assert self._zygote.stdin is not None
        assert self._zygote.stdout is not None
        print(json.dumps(job), file=self._zygote.stdin, flush=True)
        found = json.loads(self._zygote.stdout.readline())
        if found["failed"]:
            pytest.fail(f"{job}\n{found['failed']}", pytrace=False)
        return found

    def close(self) -> None:
        self._zygote.kill()
        self._zygote.communicate()


@pytest.fixture(scope="module")
def killer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killer]:
    if not hasattr(os, "fork"):
        pytest.skip("needs fork")
    found = Killer(tmp_path_factory.mktemp("crash"))
    yield found
    found.close()
