"""An entry of a list on the further pages: a bold line with a note at its right, paragraphs, a hairline.

It is made of pieces of a line each, so that an entry of any length goes on in the next column.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kamdesk.papers.kit.flow import Draw, Piece, text_lines
from kamdesk.papers.kit.parts import absent_line
from kamdesk.papers.kit.scale import HAIR, SMALLEST, XS, Step, cell_step
from kamdesk.papers.kit.setting import Content, width
from kamdesk.papers.kit.sheet import Sheet

COLUMN = 86.0
GUTTER = 6.0
_SIZE = 9.5
_AFTER = 0.9
_WHOLE = 4
"""An entry of so many lines is not parted."""


def entry(language: str, head: str, note: str, paragraphs: Sequence[Content]) -> list[Piece]:
    """The pieces of one entry; ``note`` goes to a line of its own where it does not fit beside the head."""
    step = cell_step(_SIZE if language == "zh" else _SIZE - 0.5, language)
    lines: list[tuple[float, Draw]] = []
    if head:
        lines += [(step.pitch, draw) for draw in text_lines(head, COLUMN, step, bold=True)]
    if note and head and width(head, step.size, True) + width(note, SMALLEST) + 3 <= COLUMN:
        lines[0] = (step.pitch, partial(_with_note, lines[0][1], note, step))
    elif note:
        lines += [(XS.pitch, draw) for draw in text_lines(note, COLUMN, XS)]
    for paragraph in paragraphs:
        lines += [(step.pitch, draw) for draw in text_lines(paragraph, COLUMN, step)]
    last = len(lines) - 1
    pieces = [
        Piece(height, draw, tied=last < _WHOLE or number in (0, last))
        for number, (height, draw) in enumerate(lines)
    ]
    return [*pieces, Piece(_AFTER, _rule)]


def _rule(sheet: Sheet, x: float, y: float) -> None:
    sheet.across(x, y + _AFTER / 2, COLUMN, HAIR)


def _with_note(line: Draw, note: str, step: Step, sheet: Sheet, x: float, y: float) -> None:
    line(sheet, x, y)
    sheet.text(x + COLUMN, y + step.pitch * 0.5 + step.size * 0.13, note, SMALLEST, align="right")


def nothing(text: str) -> list[Piece]:
    """The one piece of an empty list: it says so and offers a line to write on."""
    return [Piece(9.0, lambda sheet, x, y: absent_line(sheet, x, y, COLUMN, text, 9.5))]
