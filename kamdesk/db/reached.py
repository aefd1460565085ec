"""How far a book had come, kept beside its file: who puts an older copy's content into the file is found out.

A file whose content was copied over keeps its number, and nothing in it tells that it was further once.
The mark is an attribute of the file, where the system has such; without it a copy is found out by its place alone.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

_NAME = "user.kamdesk.counts"
COUNTS = (
    "SELECT (SELECT coalesce(max(number), 0) FROM operation),"
    " (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM book WHERE name = 'sync.sequence')"
)
"""The book's newest operation, and the newest number of a row's state."""


def counts(connection: Any) -> tuple[int, int]:
    """What `COUNTS` says by a connection of the driver."""
    operation, sequence = connection.execute(COUNTS).fetchone()
    return operation, sequence


def mark(path: Path, reached: tuple[int, int]) -> None:
    """The book at ``path`` has come this far."""
    if hasattr(os, "setxattr"):
        with contextlib.suppress(OSError):
            os.setxattr(path, _NAME, f"{reached[0]} {reached[1]}".encode())


def was_further(path: Path, reached: tuple[int, int]) -> bool:
    """Whether the file held a book once that had come further than this."""
    if not hasattr(os, "getxattr"):
        return False
    try:
        held = os.getxattr(path, _NAME).decode().split()
        return len(held) == 2 and any(int(there) > here for there, here in zip(held, reached, strict=True))
    except (OSError, ValueError):
        return False
