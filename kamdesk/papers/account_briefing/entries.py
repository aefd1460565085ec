"""An entry of a list on the further pages: a bold line with a note at its right, paragraphs, a hairline.

It is made of pieces of a line each, so that an entry of any length goes on in the next column.
"""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.papers.kit.flow import Piece, text_pieces
from kamdesk.papers.kit.parts import absent_line
from kamdesk.papers.kit.scale import HAIR, SMALLEST, Step, cell_step
from kamdesk.papers.kit.setting import Content, width
from kamdesk.papers.kit.sheet import Sheet

COLUMN = 86.0
GUTTER = 6.0
_SIZE = 9.5
_AFTER = 0.9


def entry(language: str, head: str, note: str, paragraphs: Sequence[Content]) -> list[Piece]:
    """The pieces of one entry; ``note`` goes to a line of its own where it does not fit beside the head."""
    step = cell_step(_SIZE if language == "zh" else _SIZE - 0.5, language)
    lines: list[Piece] = []
    beside = bool(note) and width(head, step.size, True) + width(note, SMALLEST) + 3 <= COLUMN
    if head:
        lines += text_pieces(head, COLUMN, step, bold=True)
        if beside:
            lines[0] = _with_note(lines[0], note, step)
    if note and not beside:
        lines += text_pieces(note, COLUMN, Step(SMALLEST, 10))
    for paragraph in paragraphs:
        lines += text_pieces(paragraph, COLUMN, step)
    if lines and head:
        lines[0] = lines[0]._replace(tied=True)
    lines[-1] = lines[-1]._replace(tied=True)
    return [*lines, Piece(_AFTER, lambda sheet, x, y: sheet.across(x, y + _AFTER / 2, COLUMN, HAIR))]


def _with_note(line: Piece, note: str, step: Step) -> Piece:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        line.draw(sheet, x, y)
        sheet.text(x + COLUMN, y + step.pitch * 0.5 + step.size * 0.13, note, SMALLEST, align="right")

    return Piece(line.height, draw, line.tied)


def nothing(text: str) -> list[Piece]:
    """The one piece of an empty list: it says so and offers a line to write on."""
    return [Piece(9.0, lambda sheet, x, y: absent_line(sheet, x, y, COLUMN, text, 9.5))]
