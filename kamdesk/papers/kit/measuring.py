"""Measuring of text: which face a character takes, and how far it moves on between its neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from kamdesk.papers.kit.breaking import CLOSING, OPENING, SPACES, Break, break_before, is_cjk, is_latin
from kamdesk.papers.kit.copying import HALVED, STRAIGHT
from kamdesk.papers.kit.fonts import MISSING, faces

Rich = tuple[tuple[str, bool], ...]
"""Text with weights: pieces of (text, whether it is bold)."""

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


class SetText(NamedTuple):
    """A paragraph measured in em; ``n`` characters.

    ``drawn`` is what is drawn for ``chars``. ``ends`` (n + 1) is the pen before each character and after the
    last, ``places`` where each is drawn. ``head_cuts`` is what the line gains if that character stands at its
    head. ``cuts`` are the indices where a new string must be drawn because the face does not lead there by
    itself. Lines may begin at ``breaks`` (the last is n); a line that ends before ``breaks[k]`` shows
    characters up to ``stops[k]`` and needs the room up to ``reach[k]``.
    """

    chars: str
    drawn: str
    bold: list[bool]
    ends: list[float]
    places: list[float]
    head_cuts: list[float]
    cuts: list[int]
    breaks: list[int]
    stops: list[int]
    reach: list[float]


class _Move(NamedTuple):
    """How a character moves the pen, in em: shift before it is drawn, what is drawn, how wide that is, advance."""

    shift: float
    drawn: str
    width: float
    advance: float


def _move(
    char: str, width: float, before: str | None, after: str | None, quotes: Mapping[str, float]
) -> _Move:
    """``char`` between its neighbours on the line; ``quotes`` are the widths of straight quotes."""
    if char in _NARROWED:
        return _Move((_NARROWED[char] - width) / 2, char, width, _NARROWED[char])
    if char in STRAIGHT:
        latin = after if char in OPENING else before
        if latin is not None and ord(latin) < 0x2E80 and latin not in STRAIGHT:
            return _Move(0.0, STRAIGHT[char], quotes[char], quotes[char])
    if width >= 1 and char in CLOSING and after is not None and (after in CLOSING or after in OPENING):
        return _Move(0.0, HALVED.get(char, char), width, width - 0.5)
    gap = GAP if before is not None and _wants_gap(before, char) else 0.0
    return _Move(gap, char, width, width + gap)


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
        self._twins: dict[int, str] = {}
        both = faces()
        self._quotes = (both.regular.quotes, both.bold.quotes)

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
        drawn = chars
        if self._twins:
            drawn = "".join(self._twins.get(index, char) for index, char in enumerate(chars))
        return SetText(
            chars,
            drawn,
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
        shift, drawn, width, advance = _move(char, width, before, after, self._quotes[self._weights[index]])
        if drawn != char:
            self._twins[index] = drawn
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
