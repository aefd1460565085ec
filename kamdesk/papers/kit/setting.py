"""Setting of text: which face a character takes, how far it moves on, where a paragraph is broken into lines.

A paragraph is measured once in em and kept; at any size and width its lines are then found by search in its
running widths. That is what makes it cheap to try a page at several sizes before it is drawn.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from kamdesk.papers.kit.breaking import (
    CLOSING,
    NO_START,
    OPENING,
    SPACES,
    Break,
    break_before,
    is_cjk,
    is_latin,
)
from kamdesk.papers.kit.fonts import MISSING, faces
from kamdesk.papers.kit.scale import MM

Rich = tuple[tuple[str, bool], ...]
"""Text with weights: pieces of (text, whether it is bold)."""
Content = str | Rich

GAP = 0.09
"""Room in em between hanzi and Latin. From 0.10 em pdftotext puts a blank there, which nobody wrote."""
_NARROWED = {"·": 0.62, "×": 0.7, "÷": 0.7, "≥": 0.75, "≤": 0.75, "±": 0.7}
"""Signs that the face sets a full em wide, and the advance they get here.

Glyphs that overlap by more than 0.2 em would be copied out as two words.
"""
_NO_GAP = frozenset("年月日周时分号第")
_HANZI = 1
_RUNS = re.compile(r"([\u4e00-\u9fff]+)|([0-9A-Za-z]+)|.", re.DOTALL)
"""Within a run of hanzi or of letters and figures nothing moves; the former may break anywhere, the latter nowhere."""
_NOTHING = 0.001
_ORPHAN = 6
"""A line must be longer than this many characters to give one up to a last line that has only one."""


class SetText(NamedTuple):
    """A paragraph measured in em; ``n`` characters.

    ``ends`` (n + 1) is the pen before each character and after the last, ``places`` where each is drawn.
    ``head_cuts`` is what the line gains if that character stands at its head. ``cuts`` are the indices where
    a new string must be drawn because the face does not lead there by itself. Lines may begin at ``breaks``
    (the last is n); a line that ends before ``breaks[k]`` shows characters up to ``stops[k]`` and needs the
    room up to ``reach[k]``.
    """

    chars: str
    bold: list[bool]
    ends: list[float]
    places: list[float]
    head_cuts: list[float]
    cuts: list[int]
    breaks: list[int]
    stops: list[int]
    reach: list[float]


class Line(NamedTuple):
    """Characters ``start`` to ``stop`` of a paragraph; ``width`` in em, a closing mark that may hang out
    included."""

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


def _advance(char: str, width: float, before: str | None, after: str | None) -> tuple[float, float]:
    """(shift before it is drawn, advance) in em of ``char`` between its neighbours on the line."""
    if char in _NARROWED:
        return (_NARROWED[char] - width) / 2, _NARROWED[char]
    if char in "“‘" and after is not None and ord(after) < 0x2E80:
        return -0.5, 0.5
    if char in "”’" and before is not None and ord(before) < 0x2E80 and before not in "”’":
        return 0.0, 0.5
    if width >= 1 and char in CLOSING and after is not None and (after in CLOSING or after in OPENING):
        return 0.0, width - 0.5
    if before is not None and _wants_gap(before, char):
        return GAP, width + GAP
    return 0.0, width


def _wants_gap(before: str, char: str) -> bool:
    if is_cjk(before):
        hanzi, latin = before, char
    else:
        hanzi, latin = char, before
    if not is_cjk(hanzi) or not is_latin(latin) or hanzi == "\u3000":
        return False
    return hanzi not in OPENING and hanzi not in CLOSING and hanzi not in _NO_GAP


@lru_cache(maxsize=20_000)
def set_paragraph(content: Rich) -> SetText:
    """Measure one paragraph (no newline in it); a character that the face lacks becomes `MISSING`."""
    both = faces()
    chars = ""
    weights: list[bool] = []
    widths: list[float] = []
    for piece, bold in content:
        advances = (both.bold if bold else both.regular).advances
        if not advances.keys() >= set(map(ord, piece)):
            piece = "".join(char if ord(char) in advances else MISSING for char in piece)
        chars += piece
        weights += [bold] * len(piece)
        widths += map(advances.__getitem__, map(ord, piece))
    return _Measure(chars, weights, widths).whole()


class _Measure:
    """Measures one paragraph, runs of hanzi and of Latin at one go, all else one by one."""

    def __init__(self, chars: str, weights: list[bool], widths: list[float]) -> None:
        self._chars, self._weights, self._widths = chars, weights, widths
        self._pen = self._natural = 0.0
        self._ends, self._places, self._head_cuts = [0.0], [], []
        self._hangs: list[float] = []
        self._cuts: list[int] = []
        self._breaks: list[int] = []

    def whole(self) -> SetText:
        """The paragraph measured."""
        chars, breaks = self._chars, self._breaks
        for found in _RUNS.finditer(chars):
            first, last = found.span()
            if first and break_before(chars, first) is Break.GOOD:
                breaks.append(first)
            kind = found.lastindex
            if kind is None:
                self._mark(first)
                continue
            self._run(first, last)
            if kind == _HANZI:
                breaks += range(first + 1, last)
        breaks.append(len(chars))
        if True in self._weights and False in self._weights:
            self._cut_at_weights()
        stops = breaks
        if " " in chars or "\u3000" in chars:
            stops = [_stop_before(chars, n) for n in breaks]
        reach = [self._ends[stop] - (self._hangs[stop - 1] if stop else 0.0) for stop in stops]
        return SetText(
            chars,
            self._weights,
            self._ends,
            self._places,
            self._head_cuts,
            self._cuts,
            breaks,
            stops,
            reach,
        )

    def _mark(self, index: int) -> None:
        """One character that is part of no run."""
        chars, width = self._chars, self._widths[index]
        char = chars[index]
        before = chars[index - 1] if index else None
        after = chars[index + 1] if index + 1 < len(chars) else None
        shift, advance = _advance(char, width, before, after)
        place = self._pen + shift
        if index == 0 or abs(place - self._natural) > _NOTHING:
            self._cuts.append(index)
        # At a line's head there is nothing to keep a gap from; an opening mark gives up its empty half.
        wide_opening = char in OPENING and shift == 0 and advance >= 1
        self._head_cuts.append(0.5 if wide_opening else max(shift, 0.0))
        self._hangs.append(0.5 if char in CLOSING and advance >= 1 else 0.0)
        self._places.append(place)
        self._natural = place + width
        self._pen += advance
        self._ends.append(self._pen)

    def _run(self, first: int, last: int) -> None:
        """Characters each of which follows the one before as the face leads; a gap may stand before the first."""
        gap = GAP if first and _wants_gap(self._chars[first - 1], self._chars[first]) else 0.0
        begin = self._pen + gap
        if first == 0 or abs(begin - self._natural) > _NOTHING:
            self._cuts.append(first)
        ends = list(accumulate(self._widths[first:last], initial=begin))
        self._places += ends[:-1]
        self._ends += ends[1:]
        self._pen = self._natural = ends[-1]
        nothing = [0.0] * (last - first)
        self._hangs += nothing
        nothing[0] = gap
        self._head_cuts += nothing

    def _cut_at_weights(self) -> None:
        weights = self._weights
        changes = {index for index in range(1, len(weights)) if weights[index] != weights[index - 1]}
        self._cuts = sorted(changes.union(self._cuts))


def _stop_before(chars: str, index: int) -> int:
    """Where a line ends that the next one follows at ``index``: before the blanks."""
    while index and chars[index - 1] in SPACES:
        index -= 1
    return index


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
    """Where to break what has no good place: a place that is good if needed, else before any but a closing
    mark."""
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
    """``line`` cut so that it and the points of omission after it need at most ``room`` em; the points
    second."""
    # The face sets … a full em wide, which is right among hanzi; Latin text takes three points.
    cjk = any(is_cjk(char) for char in str(line))
    points = whole("…" if cjk else "...", False)
    stop = bisect_right(line.text.ends, room - points.width + line.text.ends[line.start]) - 1
    return line_of(line.text, line.start, max(line.start, min(stop, line.stop))), points


def forget() -> None:
    """Drop all measured text, so that a benchmark measures it anew."""
    for cached in (set_paragraph, _whole, _wrap):
        cached.cache_clear()
