"""Examples for as long as the clock allows: `FUZZ_SECONDS` where it is set, else what the test names."""

from __future__ import annotations

import functools
import os
import random
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.strategies import SearchStrategy

_MANY = 400
"""So many examples make one turn; after each the clock is looked at."""


def by_the_clock(
    examples: SearchStrategy[Any], *, seconds: float
) -> Callable[[Callable[[Any], None]], Callable[[], None]]:
    """Runs a test on ever new examples until the time is over, and says how many they were and how much memory it took.

    Each turn has a seed of its own, told with a failure: `@example` keeps what it found. `FUZZ_SEED` gives the first.
    """

    def over(test: Callable[[Any], None]) -> Callable[[], None]:
        @functools.wraps(test)
        def run() -> None:
            allowed = float(os.environ.get("FUZZ_SECONDS", seconds))
            first = int(os.environ.get("FUZZ_SEED", random.randrange(2**32)))
            end, tried, turn = time.monotonic() + allowed, 0, 0

            def one(example: Any) -> None:
                nonlocal tried
                if time.monotonic() < end:
                    tried += 1
                    test(example)

            while time.monotonic() < end:
                again = settings(
                    max_examples=_MANY, deadline=None, database=None, suppress_health_check=list(HealthCheck)
                )
                with_seed = seed(first + turn)(again(given(examples)(one)))
                try:
                    with_seed()
                except BaseException as error:
                    error.add_note(f"FUZZ_SEED={first + turn}")
                    raise
                turn += 1
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            told = f"{tried} examples in {allowed:.0f} s from seed {first}, at most {peak} MB"
            sys.stdout.write(f"{test.__name__}: {told}\n")

        # pytest must not take the example for a fixture.
        del run.__dict__["__wrapped__"]
        return run

    return over
