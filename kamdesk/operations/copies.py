"""A copy of the book, made while the window has it open; and a second one where a stick is in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kamdesk.db.backup import RECENT, back_up
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Copies:
    """Where the copies lie; ``problem`` is why there is no second one though a place for it was chosen."""

    path: Path
    second: Path | None = None
    problem: BookError | None = None


def make_copy(
    store: Store, *, folder: Path, now: datetime, keep: int = RECENT, progress: Progress | None = None
) -> Path:
    """A verified copy in ``folder``; older ones but the ``keep`` newest are thinned. BookError if it can't be made.

    ``progress`` is told how many pages of how many are copied; what it raises ends the copying, and none is left.
    """
    return back_up(store, folder, now=now, recent=keep, progress=progress)


def make_copies(
    store: Store,
    *,
    folder: Path,
    second: Path | None,
    now: datetime,
    keep: int = RECENT,
    progress: Progress | None = None,
) -> Copies:
    """A verified copy in ``folder``, and one in ``second`` where that is there: a stick that is away hinders
    nothing. Raises BookError where the first can't be made. ``progress`` as in `make_copy`, for each of them.
    """
    path = make_copy(store, folder=folder, now=now, keep=keep, progress=progress)
    if second is None:
        return Copies(path)
    if not second.is_dir():
        return Copies(path, problem=BookError("second_place_missing", path=second))
    try:
        return Copies(path, make_copy(store, folder=second, now=now, keep=keep, progress=progress))
    except BookError as error:
        return Copies(path, problem=error)
