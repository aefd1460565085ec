"""Texts in the cells of files that go out: nothing in them computes, nothing of them is lost."""

from __future__ import annotations

import re

COMPUTES = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a text begins with that a spreadsheet may take for a formula."""
LONGEST = 32_000
"""Characters of a cell: a little below what a spreadsheet holds."""

_MARKED = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
# Excel's own way (ECMA-376, ST_Xstring) to write what XML can't hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4})")
_WRITTEN = re.compile("_x([0-9A-Fa-f]{4})_")
_EMPTY = '""'


def neutral(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would compute it; `plain` takes it away again."""
    return f"'{text}" if _MARKED.match(text) else text


def plain(text: str) -> str:
    """The text that `neutral` was given."""
    return text[1:] if text.startswith("'") and _MARKED.match(text) else text


def escaped(text: str) -> str:
    """The text as a workbook's cell holds it, control characters as ``_x000D_``; the empty text as two marks."""
    if text in ("", _EMPTY):
        return _EMPTY if not text else '_x0022_"'
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return "" if text == _EMPTY else _WRITTEN.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    """Half a character, which no text may hold, stays as it is written."""
    number = int(found[1], 16)
    return found[0] if 0xD800 <= number <= 0xDFFF else chr(number)


def pieces(text: str) -> list[str]:
    """An escaped text in parts that each fit a cell, none of which ends within an escape."""
    parts: list[str] = []
    start = 0
    while len(text) - start > LONGEST // 2:
        end = start + LONGEST // 2
        # From the start of the part: an escape's last mark may look like the first of another.
        for escape in _WRITTEN.finditer(text, start):
            if escape.end() > end:
                end = min(end, escape.start())
                break
        parts.append(text[start:end])
        start = end
    return [*parts, text[start:]]
