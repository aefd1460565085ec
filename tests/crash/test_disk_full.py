"""No room left at any write of a week package: it is told, what was safe is safe, and once there is room it goes on."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.conftest import Killer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
PAGE = 4096
SOME = 1
OFTEN = ("package taken in",)
COUNTED = ("small package taken in", "package packed", "packages taken in by an office")
LEAST = 20


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


@pytest.fixture(scope="module")
def filler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killer]:
    """A killer whose processes can be told that the disk is full from some write call on."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("needs a C compiler and Linux")
    folder = tmp_path_factory.mktemp("full")
    source, library = Path(__file__).with_name("full.c"), folder / "full.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"], check=True)
    found = Killer(folder, preload=library)
    yield found
    found.close()


@pytest.mark.long
@pytest.mark.parametrize("scenario", COUNTED)
def test_no_room_from_every_write_call_on(filler: Killer, scenario: str) -> None:
    calls = filler.run(scenario, write=0)["writes"]
    assert calls > LEAST
    told = sum(bool(filler.run(scenario, write=number)["told"]) for number in range(1, calls + 1))
    assert told > calls // 10
    sys.stdout.write(f"\n{scenario}: {calls} write calls, no room from each on, told {told} times\n")
