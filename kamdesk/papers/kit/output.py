"""From drawn pages to a file.

The same data and the same time give the same bytes; no half-written file ever stands where a paper should.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas

from kamdesk.papers.errors import PaperError
from kamdesk.papers.kit.fonts import REGULAR, faces
from kamdesk.papers.kit.foot import Foot
from kamdesk.papers.kit.letterhead import Letterheads
from kamdesk.papers.kit.scale import LANDSCAPE, MM, PORTRAIT, Frame
from kamdesk.papers.kit.setting import forget
from kamdesk.papers.kit.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Page:
    """One page, known before any is drawn, so that each can say how many there are."""

    frame: Frame
    draw: Callable[[Sheet], object]
    mark: str = ""
    """What the document's outline calls the part that begins here; empty where none does."""


def portrait(draw: Callable[[Sheet], object], mark: str = "") -> Page:
    """A page upright."""
    return Page(PORTRAIT, draw, mark)


def landscape(draw: Callable[[Sheet], object], mark: str = "") -> Page:
    """A page lying on its side."""
    return Page(LANDSCAPE, draw, mark)


class _Moment(NamedTuple):
    """The time a document says it was made at, in the form reportlab asks for."""

    t: float
    YMDhms: tuple[int, int, int, int, int, int]
    dhh: int
    dmm: int


def _moment(now: datetime) -> _Moment:
    offset = int((now.utcoffset() or timedelta()).total_seconds() // 60)
    hours, minutes = divmod(abs(offset), 60)
    return _Moment(
        0.0,
        (now.year, now.month, now.day, now.hour, now.minute, now.second),
        -hours if offset < 0 else hours,
        minutes,
    )


class Paper:
    """A PDF in the making: pages are added, then it is saved once.

    ``now`` is printed as it stands and becomes the document's date. Long packs are drawn as they are added;
    what is kept is reportlab's compressed pages.
    """

    def __init__(self, *, title: str, author: str, language: str, now: datetime) -> None:
        faces()
        self._bytes = BytesIO()
        self.language = language
        settings: dict[str, Any] = {
            "pagesize": (PORTRAIT.width * MM, PORTRAIT.height * MM),
            "initialFontName": REGULAR,
            "initialFontSize": 9,
            "invariant": 1,
            "pageCompression": 1,
            "lang": "zh-CN" if language == "zh" else "en",
        }
        canvas: Any = Canvas(self._bytes, **settings)
        canvas.setTitle(title)
        canvas.setAuthor(author)
        canvas.setSubject("")
        canvas.setCreator("kamdesk")
        canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")
        # reportlab has no way to be given a time; without one it takes the clock's or that of an environment
        # variable, for the dates and for the file's id.
        document = canvas._doc
        document._timeStamp = _moment(now)
        document.signature = hashlib.md5(b"kamdesk", usedforsecurity=False)
        self._canvas = canvas
        self._marks = 0
        self._letterheads = Letterheads()

    def add(self, pages: Sequence[Page], foot: Foot) -> None:
        """Draw the pages of one paper, numbered 1 to n, with its foot."""
        for number, page in enumerate(pages, start=1):
            self._canvas.setPageSize((page.frame.width * MM, page.frame.height * MM))
            if page.mark:
                self._marks += 1
                self._canvas.bookmarkPage(f"part{self._marks}")
                self._canvas.addOutlineEntry(page.mark, f"part{self._marks}", 0)
            sheet = Sheet(page.frame, self.language, self._canvas, self._letterheads.of(foot.imprint))
            page.draw(sheet)
            foot.draw(sheet, number, len(pages))
            self._canvas.showPage()

    def content(self) -> bytes:
        """The finished document. A paper is finished once."""
        forget()
        self._canvas.save()
        return self._bytes.getvalue()

    def save(self, path: Path) -> None:
        """Write the file; where that is not possible, `PaperError`, and what stood there is untouched."""
        write_safely(path, self.content())


def write_safely(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` whole or not at all: written beside it, flushed, then renamed.

    Only an earlier paper is replaced: a book, a list or a device that was named by mistake stays what it is.
    """
    if path.is_dir():
        raise PaperError("paper_is_folder", path=str(path), folder=str(path), reason="")
    if not _is_free(path):
        raise PaperError("paper_of_another", path=str(path), folder=str(path.parent), reason="")
    beside = path.parent / f".kamdesk-{secrets.token_hex(6)}.part"
    try:
        try:
            with open(beside, "xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        _flush_folder(path.parent)
    except OSError as cause:
        raise PaperError.unwritable(path, cause) from cause


def _is_free(path: Path) -> bool:
    """Whether nothing stands at ``path``, or a paper or an empty file."""
    try:
        if not path.exists():
            return True
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(5) in (b"", b"%PDF-")
    except OSError:
        return False


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets a folder be flushed."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
