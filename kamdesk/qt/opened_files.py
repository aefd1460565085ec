"""Attachments opened with another program: written to a folder of ours alone, gone when the book closes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
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


class OpenedFiles:
    """Made when first asked for; `clear` removes whatever was written, and so does the end of the process."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._count = 0

    def place(self, name: str) -> Path:
        """Where a file of this name may be written; two of one name do not meet."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="kamdesk-", ignore_cleanup_errors=True)
        self._count += 1
        folder = Path(self._folder.name) / str(self._count)
        folder.mkdir(mode=0o700)
        return folder / name

    def folder(self) -> Path | None:
        return Path(self._folder.name) if self._folder is not None else None

    def clear(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def show_file(path: Path) -> bool:
    """Hand the file to the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
