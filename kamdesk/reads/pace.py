"""Long reads that let the window's thread breathe."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter, sleep
from typing import TypeVar

Kind = TypeVar("Kind")

WORK = 0.001
REST = 0.001
EVERY = 32


def gently(rows: Iterable[Kind]) -> Iterator[Kind]:
    """The rows, with a rest of a millisecond after each millisecond of work.

    Python runs one thread at a time: without the rests a worker that converts ten thousand rows would leave the thread
    that paints waiting for its turn at every cell.
    """
    since = perf_counter()
    for number, row in enumerate(rows):
        yield row
        if number % EVERY == 0 and perf_counter() - since > WORK:
            sleep(REST)
            since = perf_counter()


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: rows by the hundred thousand hold none, and it would walk all of them, and the
    whole window's objects, again and again while they are made.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
