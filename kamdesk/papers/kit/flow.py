"""Sections poured into columns and on to further pages, a head never alone and never without its 续
(continued)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from kamdesk.papers.kit.parts import SECTION_HEAD, section
from kamdesk.papers.kit.scale import MM, Step
from kamdesk.papers.kit.setting import Content, wrap
from kamdesk.papers.kit.sheet import Sheet

_BETWEEN = 3.5
"""Room in millimetres between two sections."""

Draw = Callable[[Sheet, float, float], object]
"""Draws a piece: (sheet, x, top)."""


class Piece(NamedTuple):
    """What is not parted: a row, a paragraph's line. ``tied`` pieces stay with the one that follows."""

    height: float
    draw: Draw
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A head and its pieces. ``repeat`` is drawn again where the section goes on in the next column (a
    table's head)."""

    title: str
    pieces: Sequence[Piece]
    note: Content | None = None
    repeat: Piece | None = None


class Placed(NamedTuple):
    """A piece at its place."""

    column: int
    y: float
    height: float
    draw: Draw


@dataclass(slots=True)
class _Cursor:
    """Where the pouring stands: page, column, y."""

    columns: int
    top: float
    bottoms: Callable[[int], float]
    page: int = 0
    column: int = 0
    y: float = 0.0
    placed: list[list[Placed]] = field(default_factory=lambda: [[]])

    @property
    def room(self) -> float:
        return self.bottoms(self.page) - self.y

    @property
    def at_top(self) -> bool:
        return self.y <= self.top

    def put(self, piece: Piece) -> None:
        self.placed[-1].append(Placed(self.column, self.y, piece.height, piece.draw))
        self.y += piece.height

    def advance(self) -> None:
        self.y = self.top
        self.column += 1
        if self.column == self.columns:
            self.column = 0
            self.page += 1
            self.placed.append([])


def text_pieces(
    content: Content, width: float, step: Step, *, indent: float = 0.0, bold: bool = False
) -> list[Piece]:
    """A paragraph of any length, line by line; the first two and the last two lines stay together."""
    lines = wrap(content, step.size, width - indent, bold)
    pieces = []
    for number, line in enumerate(lines):

        def draw(sheet: Sheet, x: float, y: float, line=line) -> None:
            sheet.set_line(x + indent, y + step.pitch * 0.5 + step.size * 0.37 / MM, line, step.size)

        tied = len(lines) > 1 and (number == 0 or number == len(lines) - 2)
        pieces.append(Piece(step.pitch, draw, tied))
    return pieces


def _head(title: str, note: Content | None, width: float) -> Piece:
    return Piece(SECTION_HEAD, lambda sheet, x, y: section(sheet, x, y, width, title, note), tied=True)


def _groups(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that may not be parted, together."""
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        groups[-1].append(piece)
        if not piece.tied:
            groups.append([])
    return [group for group in groups if group]


def _pour(
    sections: Sequence[Section],
    columns: int,
    width: float,
    top: float,
    bottoms: Callable[[int], float],
    more: str,
) -> list[list[Placed]]:
    cursor = _Cursor(columns, top, bottoms, y=top)
    for one in sections:
        opening = [_head(one.title, one.note, width)] + ([one.repeat] if one.repeat else [])
        again = [_head(one.title + more, None, width)] + ([one.repeat] if one.repeat else [])
        groups = _groups(one.pieces)
        for number, group in enumerate(groups):
            lead = opening if number == 0 else []
            gap = _BETWEEN if number == 0 and not cursor.at_top else 0.0
            need = gap + sum(piece.height for piece in [*lead, *group])
            if need > cursor.room and not cursor.at_top:
                cursor.advance()
                gap, lead = 0.0, (opening if number == 0 else again)
            cursor.y += gap
            for piece in [*lead, *group]:
                cursor.put(piece)
    return cursor.placed


def pour(
    sections: Sequence[Section], *, columns: int, width: float, top: float, bottom: float, more: str
) -> list[list[Placed]]:
    """Place ``sections`` in pages of ``columns`` columns, each ``width`` wide, from ``top`` to ``bottom``.

    ``more`` is put after the title of a section that goes on. The columns of the last page are made equally
    long.
    """
    placed = _pour(sections, columns, width, top, partial(_ending, 0, bottom, bottom), more)
    last = len(placed) - 1
    low, high = top + 20, bottom
    while high - low > 1.0:
        middle = (low + high) / 2
        trial = _pour(sections, columns, width, top, partial(_ending, last, middle, bottom), more)
        if len(trial) - 1 <= last and _deepest(trial) <= bottom:
            placed, high = trial, middle
        else:
            low = middle
    return placed


def _ending(last: int, short: float, full: float, page: int) -> float:
    """Where the columns of ``page`` end: the last pages' may be shorter."""
    return short if page >= last else full


def _deepest(placed: list[list[Placed]]) -> float:
    return max((place.y + place.height for place in placed[-1]), default=0.0)
