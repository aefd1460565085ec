"""A paper seen as it will be printed: its pages as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page drawn: ``pixels`` are BGRX, ``stride`` bytes a line, ``width`` × ``height`` of them."""

    pixels: bytes
    width: int
    height: int
    stride: int


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    document = pdfium.PdfDocument(path)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


def draw_page(path: Path, number: int, dots_an_inch: float) -> PagePicture:
    """Draws page ``number`` (from 0) on white."""
    document = pdfium.PdfDocument(path)
    try:
        page = document[number]
        bitmap = page.render(scale=dots_an_inch / POINTS_AN_INCH, prefer_bgrx=True)  # type: ignore[arg-type]
        return PagePicture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        document.close()
