"""Attachments opened with another program: written to a folder of ours alone, gone when the book closes."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QLockFile, QUrl
from PySide6.QtGui import QDesktopServices

PROGRAMS = frozenset(
    (
        ".app", ".bat", ".cmd", ".com", ".desktop", ".exe", ".hta", ".jar", ".js", ".jse", ".lnk", ".msi", ".msp",
        ".pif", ".ps1", ".py", ".reg", ".scr", ".sh", ".url", ".vbe", ".vbs", ".wsf",
    )
)  # fmt: skip
"""Endings that the system would run instead of show."""


def runs(name: str) -> bool:
    """Whether opening a file of this name would start a program."""
    return Path(name).suffix.lower() in PROGRAMS


PREFIX, MARK = "kamdesk-opened-", "in-use"


class OpenedFiles:
    """Made when first asked for; `clear` removes whatever was written, and so does the end of the process.

    A process that was killed leaves its folder: `sweep` takes it away at the next start.
    """

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._lock: QLockFile | None = None
        self._count = 0

    def place(self, name: str) -> Path:
        """Where a file of this name may be written; two of one name do not meet."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)
            self._lock = _lock_in(Path(self._folder.name))
            self._lock.tryLock(0)
        self._count += 1
        folder = Path(self._folder.name) / str(self._count)
        folder.mkdir(mode=0o700)
        return folder / name

    def folder(self) -> Path | None:
        return Path(self._folder.name) if self._folder is not None else None

    def clear(self) -> None:
        if self._folder is not None:
            if self._lock is not None:
                self._lock.unlock()
            self._folder.cleanup()
            self._folder = None

    def sweep(self) -> None:
        """Remove what processes that are no more have left; what another one has open stays."""
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            if not _is_ours(folder) or self.folder() == folder:
                continue
            lock = _lock_in(folder)
            if lock.tryLock(0):
                lock.unlock()
                shutil.rmtree(folder, ignore_errors=True)


def _lock_in(folder: Path) -> QLockFile:
    """Held for as long as the process lives; Qt knows a lock whose process is gone."""
    lock = QLockFile(str(folder / MARK))
    lock.setStaleLockTime(0)
    return lock


def _is_ours(folder: Path) -> bool:
    """A folder of this user's, which no link leads away from."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def show_file(path: Path) -> bool:
    """Hand the file to the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
