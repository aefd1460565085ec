"""Sections poured into columns and on to further pages, a head never alone, 续 where one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from kamdesk.papers.kit.parts import SECTION_HEAD, section
from kamdesk.papers.kit.scale import MM, Step
from kamdesk.papers.kit.setting import Content, Line, wrap
from kamdesk.papers.kit.sheet import Sheet

_BETWEEN = 3.5
"""Room in millimetres between two sections."""
_EVEN = 4.0
"""So much longer than it need be a column of the last page may be, in millimetres."""

Draw = Callable[[Sheet, float, float], object]
"""Draws a piece: (sheet, x, top)."""


class Piece(NamedTuple):
    """What is not parted: a row, a paragraph's line. ``tied`` pieces stay with the one that follows."""

    height: float
    draw: Draw
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A head and its pieces; ``repeat`` is drawn again where it goes on in the next column."""

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


def text_lines(content: Content, width: float, step: Step, *, bold: bool = False) -> list[Draw]:
    """What draws a paragraph, line by line."""
    return [partial(_draw_line, line, step) for line in wrap(content, step.size, width, bold)]


def _draw_line(line: Line, step: Step, sheet: Sheet, x: float, y: float) -> None:
    sheet.set_line(x, y + step.pitch * 0.5 + step.size * 0.37 / MM, line, step.size)


def _head(title: str, note: Content | None, width: float) -> Piece:
    return Piece(SECTION_HEAD, lambda sheet, x, y: section(sheet, x, y, width, title, note), tied=True)


class _Group(NamedTuple):
    """Pieces that may not be parted."""

    pieces: list[Piece]
    height: float


class _Laid(NamedTuple):
    """A section as it is poured: the head it opens with, the one it goes on with, its groups."""

    opening: _Group
    again: _Group
    groups: list[_Group]


class _Spot(NamedTuple):
    """Where a group stands, with the head before it or None."""

    page: int
    column: int
    y: float
    bottom: float
    head: _Group | None
    group: _Group


def _group(pieces: list[Piece]) -> _Group:
    return _Group(pieces, sum(piece.height for piece in pieces))


def _groups(pieces: Iterable[Piece]) -> list[_Group]:
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        groups[-1].append(piece)
        if not piece.tied:
            groups.append([])
    return [_group(group) for group in groups if group]


def _laid(one: Section, width: float, more: str) -> _Laid:
    repeat = [one.repeat] if one.repeat else []
    opening = _group([_head(one.title, one.note, width), *repeat])
    return _Laid(opening, _group([_head(one.title + more, None, width), *repeat]), _groups(one.pieces))


def _arranged(
    sections: Sequence[_Laid], columns: int, top: float, bottom_of: Callable[[int], float]
) -> list[_Spot]:
    """A spot for every group, in order; a column ends at ``bottom_of(page)``."""
    spots: list[_Spot] = []
    page = column = 0
    y, limit = top, bottom_of(0)
    for opening, again, groups in sections:
        head: _Group | None = opening
        for group in groups:
            gap = _BETWEEN if head is not None and y > top else 0.0
            need = gap + group.height + (head.height if head else 0.0)
            if y > top and y + need > limit:
                column = (column + 1) % columns
                page += column == 0
                limit = bottom_of(page)
                need -= gap
                y, gap = top, 0.0
                if head is None:
                    head, need = again, need + again.height
            spots.append(_Spot(page, column, y + gap, y + need, head, group))
            y += need
            head = None
    return spots


def pour(
    sections: Sequence[Section], *, columns: int, width: float, top: float, bottom: float, more: str
) -> list[list[Placed]]:
    """Place ``sections`` in pages of ``columns`` columns, each ``width`` wide, from ``top`` to ``bottom``.

    ``more`` is put after the title of a section that goes on. The columns of the last page are made about
    equally long.
    """
    laid = [_laid(one, width, more) for one in sections]
    spots = _arranged(laid, columns, top, lambda page: bottom)
    last = spots[-1].page if spots else 0
    short = top + sum(spot.bottom - spot.y for spot in spots if spot.page == last) / columns
    while short < bottom:
        trial = _arranged(laid, columns, top, partial(_ending, last, short, bottom))
        if trial and trial[-1].page == last and max(spot.bottom for spot in trial) <= bottom:
            spots = trial
            break
        short += _EVEN
    pages: list[list[Placed]] = [[] for _ in range(last + 1)]
    for spot in spots:
        y = spot.y
        for piece in (*(spot.head.pieces if spot.head else ()), *spot.group.pieces):
            pages[spot.page].append(Placed(spot.column, y, piece.height, piece.draw))
            y += piece.height
    return pages


def _ending(last: int, short: float, full: float, page: int) -> float:
    """Where the columns of ``page`` end: the last page's may be shorter."""
    return short if page >= last else full
