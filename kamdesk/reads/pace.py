"""Long reads that let the window's thread breathe."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from time import perf_counter, sleep
from typing import TypeVar

Kind = TypeVar("Kind")

WORK = 0.001
REST = 0.001
EVERY = 32


def gently(rows: Iterable[Kind]) -> Iterable[Kind]:
    """The rows, with a rest of a millisecond after each millisecond of work.

    Python runs one thread at a time: without the rests a worker that converts ten thousand rows would leave the thread
    that paints waiting for its turn at every cell. Whoever works in the main thread itself (a command) has nobody to
    wait for it: there the rows come without a rest.
    """
    return rows if threading.current_thread() is threading.main_thread() else _with_rests(rows)


def _with_rests(rows: Iterable[Kind]) -> Iterator[Kind]:
    since, coming = perf_counter(), iter(rows)
    while some := tuple(islice(coming, EVERY)):
        yield from some
        if perf_counter() - since > WORK:
            sleep(REST)
            since = perf_counter()


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: rows by the hundred thousand hold none, and it would walk all of them, and the
    whole window's objects, again and again while they are made.

    Afterwards they count as old, so that the first row made then does not have the collector walk over all of them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
