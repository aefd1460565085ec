"""Set text as operators of a page's content stream.

reportlab's text object measures every string again and names its font anew at each line, which is half the time of a
page. Here the strings are known and placed; only the coding into font subsets is reportlab's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from reportlab.lib.rl_accel import escapePDF  # pyright: ignore[reportAttributeAccessIssue]

from kamdesk.papers.kit.fonts import faces
from kamdesk.papers.kit.setting import Line


class Run(NamedTuple):
    """A string that the face itself leads through: ``place`` in em from the line's beginning."""

    place: float
    chars: str
    bold: bool


def runs_of(line: Line) -> Iterator[Run]:
    """The strings a line is drawn as, from left to right."""
    text, start, stop, _ = line
    if stop <= start:
        return
    base = text.ends[start] + text.head_cuts[start]
    begin = start
    for cut in (*text.cuts, stop):
        if begin < cut <= stop:
            yield Run(text.places[begin] - base, text.drawn[begin:cut], text.bold[begin])
            begin = cut


def operators(line: Line, size: float, x: float, y: float, document: Any) -> str:
    """What draws ``line`` with its baseline from the point (x, y), in points from the lower left corner.

    ``document`` is the canvas's: each has subsets of its own.
    """
    both = faces()
    parts = ["BT"]
    font_set = ""
    for place, chars, bold in runs_of(line):
        font = (both.bold if bold else both.regular).font
        parts.append(f"1 0 0 1 {x + place * size:.2f} {y:.2f} Tm")
        for subset, code in font.splitString(chars, document):
            name = font.getSubsetInternalName(subset, document)
            if name != font_set:
                font_set = name
                parts.append(f"{name} {size:.4g} Tf")
            parts.append(f"({escapePDF(code)}) Tj")
    parts.append("ET")
    return " ".join(parts)
