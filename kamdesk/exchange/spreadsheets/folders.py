"""The folder in which another process reads a workbook: gone when it is read; what a killed one left goes later."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "kamdesk-list-"
LEFT_BEHIND = 3600
"""Seconds after which a folder is no longer read in: a reading that takes minutes is given up."""


@contextmanager
def reading_folder() -> Iterator[Path]:
    """A folder for one workbook. What others have left is swept away beside it."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _sweep_beside(folder)
        yield folder


def sweep() -> None:
    """Remove what processes that were killed while they read have left: only this user's, only what is old."""
    with reading_folder():
        pass


def _sweep_beside(fresh: Path) -> None:
    """The age is told by the file system alone: the program's clock may be set to another day."""
    now = fresh.stat().st_mtime
    for folder in fresh.parent.glob(f"{PREFIX}*"):
        if folder != fresh and _is_ours(folder) and now - folder.lstat().st_mtime > LEFT_BEHIND:
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """A folder of this user's, which no link leads away from."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
