"""A process that has no room left from some call on, and may have some again (`full.c` is loaded before all else)."""

from __future__ import annotations

import ctypes
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from kamdesk.domain.errors import KamdeskError

Result = TypeVar("Result")
AGAIN = "KAMDESK_CRASH_AGAIN"
TEMPORARY = "temporary"


@contextmanager
def no_room(number: int | None, folder: Path, *, once: bool, again: bool) -> Iterator[None]:
    """From the call with this number on there is none, or for it alone; 0: there is always. None: nothing is counted.

    What is made for a while lies in ``folder``; with ``again`` what failed is tried once more with room (`twice`).
    """
    if number is None:
        yield
        return
    (folder / TEMPORARY).mkdir()
    tempfile.tempdir = str(folder / TEMPORARY)
    if again:
        os.environ[AGAIN] = "1"
    ctypes.CDLL(None).full_after(ctypes.c_long(number), int(once))
    yield


def found_full() -> dict[str, object]:
    """How many calls needed room, how many had none, and which was the first of them."""
    library = ctypes.CDLL(None)
    library.full_first.restype = ctypes.c_char_p
    return {
        "writes": int(library.full_calls()),
        "refusals": int(library.full_refusals()),
        "at": library.full_first().decode(),
    }


def twice(deed: Callable[[], Result]) -> Result:
    """Does it; where that failed for want of room and this is to be tried: once more with room, in the same process."""
    try:
        return deed()
    except KamdeskError:
        if AGAIN not in os.environ:
            raise
        del os.environ[AGAIN]
        ctypes.CDLL(None).full_no_more()
        return deed()
