"""No room left at any write of a week package: it is told, what was safe is safe, and once there is room it goes on."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.crash import commands
from tests.crash.conftest import Killer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
PAGE = 4096
SOME = 1
OFTEN = ("package taken in",)
SHORT = ("small package packed", "small package taken in")
COUNTED = (*SHORT, "small packages taken in by an office", *commands.SCENARIOS)
SUDDEN = ("book_unwritten", "book_unreadable", commands.OTHERWISE)
"""What is told where a disk refuses once though it has room: the driver says of it only that something went wrong."""
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


def calls(filler: Killer, scenario: str) -> int:
    """How many need room when there is always some."""
    found = filler.run(scenario, write=0)
    assert found["confirmed"]
    assert found["told"] is None
    assert found["writes"] > LEAST
    return int(found["writes"])


def try_once(filler: Killer, scenario: str, number: int, **how: bool) -> dict[str, Any]:
    """No room at the call with this number, ``how`` says for how long: told as such, nothing half-made is left."""
    found = filler.run(scenario, write=number, **how)
    where = f"{scenario}, call {number}, {how}: {found}"
    assert found["refusals"], where
    assert found["left"] == [], where
    if how.get("again"):
        assert found["told"] is None, where
    else:
        assert found["told"] in (None, "disk_full", *(SUDDEN if how.get("once") else ())), where
    return found


HOW = [{}, {"again": True}, {"once": True}]


@pytest.mark.parametrize("scenario", SHORT)
def test_no_room_from_some_call_on(filler: Killer, scenario: str) -> None:
    """There is none any more; or there is some again for the same open book; or there was none for a moment."""
    try_once(filler, scenario, random.randint(1, calls(filler, scenario)), **random.choice(HOW))


@pytest.mark.long
@pytest.mark.parametrize("how", HOW, ids=["for good", "again", "once"])
@pytest.mark.parametrize("scenario", COUNTED)
def test_no_room_from_every_call_on(filler: Killer, scenario: str, how: dict[str, bool]) -> None:
    last = calls(filler, scenario)
    first: Counter[str] = Counter()
    told = 0
    for number in range(1, last + 1):
        found = try_once(filler, scenario, number, **how)
        first[found["at"]] += 1
        told += found["told"] is not None
    if not how:
        assert told > last // 10
    sys.stdout.write(f"\n{scenario} {how}: {last} calls, told {told} times; no room at {dict(first)}\n")
