"""A TrueType font whose text can be copied out of the PDF: above U+FFFF too, and where marks are squeezed.

reportlab 5.1 writes the code point as four hexadecimal digits into the ToUnicode map, which is garbage above
U+FFFF, where rare characters of names stand. PDF wants UTF-16BE there (ISO 32000-1, 9.10.3), in blocks of at most 100.

A mark that gives up its empty half is drawn a full em wide under what follows, and readers of the text take glyphs
that overlap so far for parts of two words. Such a mark has a twin, therefore: the same glyph under a private code
point, half as wide, which is copied out as the mark itself.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_BLOCK = 100
_SQUEEZED = "”’）》〉」』】〕〗］｝，。、；：！？"
TWINS = {mark: chr(0xE000 + number) for number, mark in enumerate(_SQUEEZED)}
"""The half-wide twin of each mark whose right half is empty."""
_MARKS = {ord(twin): ord(mark) for mark, twin in TWINS.items()}


def to_unicode_map(name: str, subset: list[int]) -> str:
    """The ToUnicode CMap of one subset: ``subset[code]`` is the Unicode code point that byte ``code`` stands
    for."""
    rows = [
        f"<{code:02X}> <{chr(_MARKS.get(point, point)).encode('utf-16-be', 'surrogatepass').hex().upper()}>"
        for code, point in enumerate(subset)
    ]
    blocks: list[str] = []
    for first in range(0, len(rows), _BLOCK):
        block = rows[first : first + _BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


class CopyableFont(TTFont):
    """`TTFont` with twins of the marks, and its ToUnicode maps mended as the document is put together."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        face: Any = self.face
        for mark, twin in TWINS.items():
            if (glyph := face.charToGlyph.get(ord(mark))) is not None:
                face.charToGlyph[ord(twin)] = glyph
                face.charWidths[ord(twin)] = face.charWidths[ord(mark)] / 2

    def addObjects(self, doc: Any) -> None:  # noqa: N802  (reportlab's name)
        """Add the font's objects to ``doc``, then write its ToUnicode maps anew."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + name].content = to_unicode_map(name, subset)
