"""kill -9 at every commit, copy and rename, and at any moment: nothing confirmed is lost, nothing is half done."""

from __future__ import annotations

import random
import sys

import pytest

from tests.crash.conftest import Killer
from tests.crash.every import SCENARIOS

SOME = 2
OFTEN = ("report", "migration", "package taken in")
"""The scenarios that every change is tried with; all of them, at every boundary, with ``-m long``."""
MOMENTS = 100


def boundaries(killer: Killer, scenario: str) -> int:
    """How many there are when it is left alone to come to its end."""
    found = killer.run(scenario)
    assert not found["killed"]
    assert found["confirmed"]
    assert found["boundaries"] > 6
    return found["boundaries"]


@pytest.mark.parametrize("scenario", OFTEN)
def test_killed_at_some_boundaries(killer: Killer, scenario: str) -> None:
    steps = boundaries(killer, scenario)
    for boundary in random.sample(range(1, steps + 1), SOME):
        assert killer.run(scenario, boundary=boundary)["killed"], boundary


@pytest.mark.long
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_killed_at_every_boundary(killer: Killer, scenario: str) -> None:
    steps = boundaries(killer, scenario)
    for boundary in range(1, steps + 1):
        assert killer.run(scenario, boundary=boundary)["killed"], boundary
    sys.stdout.write(f"\n{scenario}: {steps} kills, one at each boundary\n")


@pytest.mark.long
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_killed_at_any_moment(killer: Killer, scenario: str) -> None:
    took = killer.run(scenario)["took"]
    killed = tried = 0
    while killed < MOMENTS:
        found = killer.run(scenario, seconds=random.uniform(0, took))
        killed += found["killed"]
        tried += 1
        assert tried < 4 * MOMENTS, "it ends too soon to be killed"
        if not found["killed"]:
            took = min(took, found["took"])
    sys.stdout.write(f"\n{scenario}: {killed} kills at moments within {took:.2f} s\n")
