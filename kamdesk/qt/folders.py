"""Where a dialog that asks for a file begins: each purpose has a folder of its own, that of the last time."""

from __future__ import annotations

from pathlib import Path


def folder_of(kept: object) -> Path:
    """The folder that was kept, where it still is; else the user's own."""
    folder = Path(str(kept)) if kept else Path.home()
    return folder if folder.is_dir() else Path.home()
