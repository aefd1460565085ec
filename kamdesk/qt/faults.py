"""Faults of the program itself: what may be told about one without telling anything of a customer."""

from __future__ import annotations

import logging
import platform
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import qVersion

from kamdesk import __version__
from kamdesk.domain.errors import KamdeskError, Stopped


def is_fault(error: Exception) -> bool:
    """Whether nobody foresaw it."""
    return not isinstance(error, KamdeskError | Stopped)


def details(error: BaseException) -> str:
    """Kind and place of a fault, and what it ran on; never a value, which may be a customer's."""
    lines = [
        f"kamdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        for frame in traceback.extract_tb(seen.__traceback__):
            lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
        seen = seen.__cause__
    return "\n".join(lines)


def write_down(error: BaseException) -> None:
    """Into the log, which keeps places only."""
    logging.getLogger("kamdesk").error("unforeseen", exc_info=(type(error), error, error.__traceback__))


def each_by_itself(parts: Iterable[Callable[[], object]]) -> None:
    """Every part is done whatever becomes of the others; the first fault is raised in the end, more are written down.

    For what shall not stay half done, as a window half in one language and half in another.
    """
    first: Exception | None = None
    for part in parts:
        try:
            part()
        except Exception as error:
            if first is None:
                first = error
            else:
                write_down(error)
    if first is not None:
        raise first


def log_file() -> Path | None:
    """Where the log lies; None where none is written."""
    for handler in logging.getLogger("kamdesk").handlers:
        if isinstance(handler, logging.FileHandler):
            return Path(handler.baseFilename)
    return None
