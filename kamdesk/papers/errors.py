"""What can go wrong when a paper is put on the disk."""

from __future__ import annotations

import errno
from pathlib import Path

from kamdesk.domain.errors import KamdeskError

_CODES = {
    errno.ENOENT: "paper_folder_missing",
    errno.ENOTDIR: "paper_folder_missing",
    errno.EISDIR: "paper_is_folder",
    errno.EACCES: "paper_not_allowed",
    errno.EPERM: "paper_not_allowed",
    errno.EROFS: "paper_not_allowed",
    errno.EBUSY: "paper_not_allowed",
    errno.ENOSPC: "paper_disk_full",
    errno.EDQUOT: "paper_disk_full",
}


class PaperError(KamdeskError):
    """A paper could not be saved; whatever stood at its place before is untouched."""

    @classmethod
    def unwritable(cls, path: Path, cause: OSError) -> PaperError:
        """The error for ``cause`` while writing ``path``, told by its number."""
        code = _CODES.get(cause.errno or 0, "paper_unwritable")
        if code == "paper_folder_missing" and path.parent.is_dir():
            code = "paper_unwritable"
        return cls(code, path=str(path), folder=str(path.parent), reason=cause.strerror or str(cause))
