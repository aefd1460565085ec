"""Sticks and cards that are plugged in: where a package may be put to be carried away."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

MOUNTED = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
REMOVABLE = 2
"""What Windows calls a drive that can be taken out."""


@dataclass(frozen=True, slots=True)
class Stick:
    path: Path
    name: str
    free: int


def sticks() -> list[Stick]:
    """Those that can be written to."""
    return found_among(QStorageInfo.mountedVolumes())


def found_among(volumes: Iterable[QStorageInfo]) -> list[Stick]:
    """Of these volumes the ones that are plugged in, by name."""
    found = []
    for volume in volumes:
        root = volume.rootPath()
        if volume.isReady() and not volume.isReadOnly() and not volume.isRoot() and _is_removable(root):
            found.append(Stick(Path(root), volume.displayName() or root, volume.bytesAvailable()))
    return sorted(found, key=lambda stick: stick.name)


def _is_removable(root: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == REMOVABLE)
    return root.startswith(MOUNTED)
