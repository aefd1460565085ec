"""Whether somebody has a book: who comes by then only looks at it.

SQLite tells by locks on a book's files that somebody has them open, and on Unix a process loses these as soon as any
part of it opens and closes such a file, as a file dialog does that looks into what it lists. Whoever closed the book
next would take its log for a dead one's and remove it. The lock file is another file, which nobody opens but for this.
"""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock, Timeout


def lock_of(path: Path) -> FileLock:
    """The lock of the book at ``path``; all threads of the process hold it together."""
    return FileLock(f"{path}.lock", thread_local=False)


class Beside:
    """Whether another process has the book whose lock this is; ``looked``: connections were made while one had it."""

    def __init__(self, lock: FileLock) -> None:
        self.lock = lock
        self.looked = False

    def __call__(self) -> bool:
        found = not self.lock.is_locked and is_kept(self.lock)
        self.looked = self.looked or found
        return found


def is_kept(lock: FileLock) -> bool:
    """Whether somebody holds the lock: another process, or another handle of this one. No lock file is made for it."""
    if not os.path.exists(lock.lock_file):
        return False
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except (OSError, NotImplementedError):
        return False
    lock.release()
    return False
