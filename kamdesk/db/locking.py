"""One process at a time writes to a book: a lock file beside it, that the system lets go of when the process ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kamdesk.db.beside import lock_of
from kamdesk.db.engine import BUSY_SECONDS
from kamdesk.db.inspection import NO_ROOM
from kamdesk.domain.errors import BookError


def take(lock: FileLock, path: Path, *, seconds: float) -> None:
    """Takes the book's lock. Raises BookError where another process keeps it for longer than ``seconds``."""
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        raise BookError("book_in_use", path=path) from None
    except (OSError, NotImplementedError) as error:
        if getattr(error, "errno", None) in NO_ROOM:
            raise BookError("disk_full", path=path) from error
        reason = getattr(error, "strerror", None) or error
        raise BookError("book_read_only", path=path, reason=reason) from error


@contextmanager
def alone(path: Path, *, seconds: float = BUSY_SECONDS) -> Iterator[None]:
    """Keeps the book for a while, as `take` does."""
    lock = lock_of(path)
    take(lock, path, seconds=seconds)
    try:
        yield
    finally:
        lock.release()
