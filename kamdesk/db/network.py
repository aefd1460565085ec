"""Whether a folder lies on a network share, where SQLite's locks don't hold."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from kamdesk.domain.errors import BookError

_KINDS = ("nfs", "cifs", "smb", "9p", "afs", "ncpfs", "lustre", "ceph", "glusterfs", "davfs")
_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.smbnetfs", "fuse.glusterfs", "fuse.gvfsd-fuse")
_DRIVE_REMOTE = 4
_ESCAPED = re.compile(rb"\\([0-7]{3})")


def refuse_network_folder(path: Path) -> None:
    """Raises BookError where the book's folder lies on a network share.

    Linux and Windows say what a folder lies on; macOS does not say it to a program without help, and there nothing
    is refused.
    """
    folder = path.absolute().parent.resolve()
    if sys.platform == "win32":
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
        remote = kind == _DRIVE_REMOTE or str(folder).startswith("\\\\")
    else:
        remote = file_system(folder).startswith((*_KINDS, *_FUSE))
    if remote:
        raise BookError("book_on_network", path=path)


def file_system(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """The kind of file system that ``folder`` (absolute) lies on, as the table ``mounts`` says; empty if unknown."""
    try:
        lines = mounts.read_bytes().splitlines()
    except OSError:
        return ""
    longest, kind = 0, ""
    for fields in (line.split(b" ") for line in lines):
        if len(fields) < 3:
            continue
        point = _ESCAPED.sub(lambda found: bytes([int(found[1], 8)]), fields[1]).decode(
            "utf-8", "surrogateescape"
        )
        if len(point) >= longest and folder.is_relative_to(point):
            longest, kind = len(point), fields[2].decode("ascii", "replace")
    return kind
