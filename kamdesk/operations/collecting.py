"""Python's collector of cycles, kept back while rows are made by the hundred thousand."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

COLLECT_AFTER = 200_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """It would walk again and again over all that is held: a quarter of the time, for little."""
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
