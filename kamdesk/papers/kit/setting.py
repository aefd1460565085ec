"""Setting of text: how a paragraph is broken into lines.

A paragraph is measured once in em; at any size and width its lines are then found by search in its running widths.
That is what makes it cheap to try a page at several sizes before it is drawn.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from kamdesk.papers.kit.breaking import CLOSING, NO_START, SPACES, Break, break_before, is_cjk
from kamdesk.papers.kit.measuring import Rich, SetText, set_paragraph
from kamdesk.papers.kit.scale import MM

Content = str | Rich

_ORPHAN = 6
"""A line must be longer than this many characters to give one up to a last line that has only one."""


class Line(NamedTuple):
    """Characters ``start`` to ``stop`` of a paragraph; ``width`` in em, with a mark that may hang out."""

    text: SetText
    start: int
    stop: int
    width: float

    def __str__(self) -> str:
        return self.text.chars[self.start : self.stop]


def plain(content: Content) -> str:
    """The text without its weights."""
    return content if isinstance(content, str) else "".join(piece for piece, _ in content)


def joined(*pieces: str | tuple[str, bool]) -> Rich:
    """Pieces of text into one; a bare string is regular, ``(text, True)`` bold."""
    return tuple((piece, False) if isinstance(piece, str) else piece for piece in pieces)


def clean(text: str) -> str:
    """Composed characters, one kind of newline, blanks for tabs; control and invisible characters go."""
    if unicodedata.is_normalized("NFC", text) and text.replace("\u3000", "").isprintable():
        return text
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\t", " ").replace("\u00a0", " ").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf"))


def _paragraphs(content: Content, bold: bool) -> list[Rich]:
    """``content`` cleaned and parted at its newlines; blanks at a paragraph's ends go."""
    pieces = ((content, bold),) if isinstance(content, str) else content
    paragraphs: list[list[tuple[str, bool]]] = [[]]
    for piece, weight in pieces:
        first, *rest = clean(piece).split("\n")
        paragraphs[-1].append((first, weight))
        paragraphs += [[(part, weight)] for part in rest]
    return [_trimmed(paragraph) for paragraph in paragraphs]


def _trimmed(paragraph: list[tuple[str, bool]]) -> Rich:
    blanks = "".join(SPACES)
    while paragraph and not paragraph[0][0].strip(blanks):
        paragraph = paragraph[1:]
    while paragraph and not paragraph[-1][0].strip(blanks):
        paragraph = paragraph[:-1]
    if not paragraph:
        return ()
    paragraph = [*paragraph[:-1], (paragraph[-1][0].rstrip(blanks), paragraph[-1][1])]
    return ((paragraph[0][0].lstrip(blanks), paragraph[0][1]), *paragraph[1:])


def whole(content: Content, bold: bool = False) -> Line:
    """All of ``content`` as one line; a newline becomes a blank. For a list of cells or a heading."""
    return _whole(content, bold)


@lru_cache(maxsize=20_000)
def _whole(content: Content, bold: bool) -> Line:
    pieces = ((content, bold),) if isinstance(content, str) else content
    text = set_paragraph(tuple((clean(piece).replace("\n", " "), weight) for piece, weight in pieces))
    return line_of(text, 0, len(text.chars))


def line_of(text: SetText, start: int, stop: int) -> Line:
    """Characters ``start`` to ``stop`` set as a line of their own."""
    if stop <= start:
        return Line(text, start, start, 0.0)
    return Line(text, start, stop, text.ends[stop] - text.ends[start] - text.head_cuts[start])


def width(content: Content, size: float, bold: bool = False) -> float:
    """Width in millimetres of ``content`` on one line at ``size`` points."""
    return whole(content, bold).width * size / MM


def wrap(content: Content, size: float, width: float, bold: bool = False) -> tuple[Line, ...]:
    """The lines of ``content`` at ``size`` points within ``width`` millimetres.

    No line begins with a closing mark or ends with an opening one; Latin words, numbers with their unit,
    dates and phones stay whole unless one alone is wider than the line. A closing mark may hang out by half
    an em. Nothing is lost but the blanks at which a line ends. A newline begins a new line; an empty
    paragraph is an empty line.
    """
    return _wrap(content, bold, width * MM / size)


@lru_cache(maxsize=50_000)
def _wrap(content: Content, bold: bool, room: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    for paragraph in _paragraphs(content, bold):
        lines += _broken(set_paragraph(paragraph), room + 0.001)
    return tuple(lines)


def _broken(text: SetText, room: float) -> list[Line]:
    """One paragraph in lines of ``room`` em."""
    count = len(text.chars)
    if not count:
        return [Line(text, 0, 0, 0.0)]
    lines = []
    start = 0
    while start < count:
        limit = room + text.ends[start] + text.head_cuts[start]
        found = bisect_right(text.reach, limit) - 1
        if found >= 0 and text.breaks[found] > start:
            following, stop = _without_orphan(text, start, found)
        else:
            following = stop = _forced(text, start, bisect_right(text.ends, limit) - 1)
            while stop > start + 1 and text.chars[stop - 1] in SPACES:
                stop -= 1
        lines.append(line_of(text, start, max(stop, start)))
        start = following
        while start < count and text.chars[start] in SPACES:
            start += 1
    return lines


def _forced(text: SetText, start: int, furthest: int) -> int:
    """Where to break what has no good place: at one for need, else before any but a closing mark."""
    furthest = max(furthest, start + 1)
    for index in range(furthest, start, -1):
        if index < len(text.chars) and break_before(text.chars, index) is Break.NEEDED:
            return index
    for index in range(furthest, start, -1):
        if index < len(text.chars) and text.chars[index] not in NO_START:
            return index
    return furthest


def _without_orphan(text: SetText, start: int, found: int) -> tuple[int, int]:
    """(where the next line begins, where this one stops): the last line is not left with one character."""
    following = text.breaks[found]
    left = text.chars[following:]
    if 0 < len(left) <= 2 and is_cjk(left[0]) and (len(left) == 1 or left[1] in CLOSING) and found > 0:
        earlier = text.breaks[found - 1]
        if earlier - start > _ORPHAN:
            return earlier, text.stops[found - 1]
    return following, text.stops[found]


def shortened(line: Line, room: float) -> tuple[Line, Line]:
    """``line`` cut, and points of omission after it; both together need at most ``room`` em."""
    # The face sets … a full em wide, which is right among hanzi; Latin text takes three points.
    cjk = any(is_cjk(char) for char in str(line))
    points = whole("…" if cjk else "...", False)
    stop = bisect_right(line.text.ends, room - points.width + line.text.ends[line.start]) - 1
    return line_of(line.text, line.start, max(line.start, min(stop, line.stop))), points


def forget() -> None:
    """Drop all text that was measured: it is a customer's, and no paper needs that of the one before."""
    for kept in (set_paragraph, _whole, _wrap):
        kept.cache_clear()
