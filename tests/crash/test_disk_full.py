"""No room left at any write of a week package: it is told, what was safe is safe, and once there is room it goes on."""

from __future__ import annotations

import random
import sys

import pytest

from tests.crash.conftest import Killer
from tests.crash.packages import SCENARIOS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
PAGE = 4096
SOME = 1
OFTEN = ("package taken in",)


def sizes(killer: Killer, scenario: str) -> range:
    """A limit at each page that a file of the scenario grows by, from none to more than it needs."""
    found = killer.run(scenario)
    assert found["confirmed"]
    return range(0, killer.largest() + 2 * PAGE, PAGE)


def full(killer: Killer, scenario: str, limit: int) -> bool:
    return bool(killer.run(scenario, limit=limit)["told"])


@pytest.mark.parametrize("scenario", OFTEN)
def test_no_room_at_some_writes(killer: Killer, scenario: str) -> None:
    steps = sizes(killer, scenario)
    assert full(killer, scenario, steps[0])
    assert not full(killer, scenario, 10 * steps[-1])
    for limit in random.sample(steps, SOME):
        full(killer, scenario, limit)


@pytest.mark.long
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_room_at_every_write(killer: Killer, scenario: str) -> None:
    steps = sizes(killer, scenario)
    told = sum(full(killer, scenario, limit) for limit in steps)
    assert told > len(steps) // 10
    sys.stdout.write(f"\n{scenario}: {len(steps)} limits, {told} times there was no room\n")
