"""What the window holds of something it asked the book for: how far it is, and the way to stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from kamdesk.domain.errors import Stopped

TELL_S = 0.05
"""A job that counts rows tells of every row; the window is told this often."""


class Ticket:
    """Handed to a job as ``progress``, which it calls with (done, total); total is 0 where it can't know.

    A job stops where it says how far it is: the call raises Stopped there, and the transaction is rolled back.
    """

    def __init__(self, label: str, tell: Callable[[Ticket, int, int], Any], *, stoppable: bool) -> None:
        self.label = label
        self.stoppable = stoppable
        self._tell = tell
        self._stop = threading.Event()
        self._told_at = 0.0

    def stop(self) -> None:
        """Ask the job to end; its ``failed`` gets Stopped once it has. One that is done by then is done."""
        if self.stoppable:
            self._stop.set()

    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def check(self) -> None:
        """Raises Stopped where it was asked to end."""
        if self._stop.is_set():
            raise Stopped

    def __call__(self, done: int, total: int = 0) -> None:
        """Called in the worker."""
        self.check()
        now = time.monotonic()
        if now - self._told_at >= TELL_S or done == total:
            self._told_at = now
            self._tell(self, done, total)
