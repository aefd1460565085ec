"""A TrueType font whose text can be copied out of the PDF: above U+FFFF too, and where marks are squeezed.

reportlab 5.1 writes the code point as four hexadecimal digits into the ToUnicode map, which is garbage above
U+FFFF, where rare characters of names stand. PDF wants UTF-16BE there (ISO 32000-1, 9.10.3), in blocks of at most 100.

Some marks are drawn otherwise than their glyph would have it. They have twins under private code points, which are
copied out as the marks themselves:

- A mark that gives up its empty half lies under what follows, and readers of the text take glyphs that overlap so far
  for parts of two words. Its twin is the same glyph, half as wide.
- Curly quotes stand on a square even among Latin letters. Their twins there are the straight ones.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_BLOCK = 100
_PRIVATE = 0xE000
HALVED = {mark: chr(_PRIVATE + number) for number, mark in enumerate("”’）》〉」』】〕〗］｝，。、；：！？")}
"""Half-wide twins of the marks whose right half is empty."""
STRAIGHT = {mark: chr(_PRIVATE + 0x40 + number) for number, mark in enumerate("“”‘’")}
"""Straight twins of curly quotes."""
_STRAIGHT_GLYPHS = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_MARKS = {ord(twin): ord(mark) for twins in (HALVED, STRAIGHT) for mark, twin in twins.items()}


def to_unicode_map(name: str, subset: list[int]) -> str:
    """The ToUnicode CMap of one subset; byte ``code`` stands for the code point ``subset[code]``."""
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
        for mark, twin in HALVED.items():
            self._add_twin(twin, mark, 0.5)
        for mark, twin in STRAIGHT.items():
            self._add_twin(twin, _STRAIGHT_GLYPHS[mark], 1.0)

    def _add_twin(self, twin: str, glyph_of: str, part: float) -> None:
        """``twin`` is drawn as ``glyph_of`` and takes that ``part`` of its width."""
        face: Any = self.face
        if (glyph := face.charToGlyph.get(ord(glyph_of))) is not None:
            face.charToGlyph[ord(twin)] = glyph
            face.charWidths[ord(twin)] = face.charWidths[ord(glyph_of)] * part

    def addObjects(self, doc: Any) -> None:  # noqa: N802  (reportlab's name)
        """Add the font's objects to ``doc``, then write its ToUnicode maps anew."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + name].content = to_unicode_map(name, subset)
