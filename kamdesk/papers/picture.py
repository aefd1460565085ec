"""A paper seen as it will be printed: its pages as pictures in grey, whole or a part of them, and their texts.

PDFium may be used by one thread at a time, whatever the document: whoever draws does it all in one thread. Papers have
one ink, so a picture has one byte a dot.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

POINTS_AN_INCH = 72
_OPEN_PAGES = 3
"""So many pages stay taken apart, since the parts of one are drawn one after the other."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in points."""

    width: float
    height: float

    @property
    def lying(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page drawn at some size, in dots from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """``dots`` are grey, 0 black to 255 white, line by line, ``stride`` bytes a line."""

    dots: bytes
    width: int
    height: int
    stride: int


class DrawnPaper:
    """A paper held open to be drawn. ``close`` it in the thread that drew it."""

    def __init__(self, content: bytes) -> None:
        self._document = pdfium.PdfDocument(content)
        self._pages: OrderedDict[int, Any] = OrderedDict()
        count = len(self._document)
        self.sizes = tuple(PageSize(*self._document.get_page_size(number)) for number in range(count))

    def draw(self, number: int, width: int, height: int, area: Area | None = None) -> Picture:
        """Page ``number`` (from 0) on white, ``width`` × ``height`` dots as a whole, of which ``area`` is drawn."""
        area = area or Area(0, 0, width, height)
        bitmap = pdfium.PdfBitmap.new_native(area.width, area.height, raw.FPDFBitmap_Gray)
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, area.width, area.height)
            flags = raw.FPDF_GRAYSCALE | raw.FPDF_ANNOT
            page = self._page(number)
            raw.FPDF_RenderPageBitmap(bitmap, page, -area.x, -area.y, width, height, 0, flags)
            return Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        finally:
            bitmap.close()

    def text(self, number: int) -> str:
        """What stands on page ``number``, line by line."""
        words = self._page(number).get_textpage()
        try:
            return words.get_text_range().replace("\r\n", "\n").strip()
        finally:
            words.close()

    def close(self) -> None:
        for page in self._pages.values():
            page.close()
        self._pages.clear()
        self._document.close()

    def _page(self, number: int) -> Any:
        page = self._pages.pop(number, None) or self._document[number]
        self._pages[number] = page
        while len(self._pages) > _OPEN_PAGES:
            self._pages.popitem(last=False)[1].close()
        return page
