"""Pages drawn in tiles: only those in view and their neighbours are kept, so that memory is bounded at any zoom."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kamdesk.qt.press import Press

if TYPE_CHECKING:
    from kamdesk.papers.picture import DrawnPaper

SIDE = 1024
"""Width and height of a tile in dots of the screen."""
MOST_BYTES = 64 * 2**20
SMALL = 220
"""Width in dots of the small picture that stands in for a page until its tiles are drawn."""
MOST_SMALL = 160


@dataclass(frozen=True, eq=False)
class Leaf:
    """A page that can be drawn; two leaves are the same only if they are one."""

    drawn: DrawnPaper
    number: int
    width: float
    height: float
    """In points."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a leaf that is drawn ``wide`` × ``high`` dots as a whole: column and row of the tile."""

    leaf: Leaf
    wide: int
    high: int
    column: int
    row: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height in dots of the leaf."""
        x, y = self.column * SIDE, self.row * SIDE
        return x, y, min(SIDE, self.wide - x), min(SIDE, self.high - y)


def tiles_of(
    leaf: Leaf, wide: int, high: int, top: float, bottom: float, left: float, right: float
) -> list[Tile]:
    """The tiles of a leaf that show anything between these edges, in dots of the leaf."""
    if bottom <= 0 or top >= high or right <= 0 or left >= wide:
        return []
    rows = range(max(int(top // SIDE), 0), int(min(bottom, high) - 1) // SIDE + 1)
    columns = range(max(int(left // SIDE), 0), int(min(right, wide) - 1) // SIDE + 1)
    return [Tile(leaf, wide, high, column, row) for row in rows for column in columns]


class Tiles(QObject):
    """What is drawn; ``want`` says what should be, the rest comes with ``drawn``."""

    drawn = Signal(object)
    """The leaf of which there is more to show."""

    def __init__(self, press: Press) -> None:
        super().__init__()
        self._press = press
        self._images: OrderedDict[Tile, QImage] = OrderedDict()
        self._small: OrderedDict[Leaf, QImage] = OrderedDict()
        self._bytes = 0

    def image(self, tile: Tile) -> QImage | None:
        found = self._images.get(tile)
        if found is not None:
            self._images.move_to_end(tile)
        return found

    def small(self, leaf: Leaf) -> QImage | None:
        return self._small.get(leaf)

    def bytes(self) -> int:
        """What the pictures take."""
        return self._bytes + sum(image.sizeInBytes() for image in self._small.values())

    def want(self, urgent: Iterable[Tile], soon: Iterable[Tile], small: Iterable[Leaf]) -> None:
        """Have these drawn: what is in view first, then small pictures of what may come, then its tiles."""
        first = [(_tile_work(tile), self._take(tile)) for tile in urgent if tile not in self._images]
        later = [(_small_work(leaf), self._take_small(leaf)) for leaf in small if leaf not in self._small]
        later += [(_tile_work(tile), self._take(tile)) for tile in soon if tile not in self._images]
        self._press.wish(first, later)

    def clear(self) -> None:
        self._press.wish([], [])
        self._images.clear()
        self._small.clear()
        self._bytes = 0

    def _take(self, tile: Tile) -> Callable[[QImage], None]:
        def take(image: QImage) -> None:
            if tile in self._images:
                return
            self._images[tile] = image
            self._bytes += image.sizeInBytes()
            while self._bytes > MOST_BYTES and len(self._images) > 1:
                _, old = self._images.popitem(last=False)
                self._bytes -= old.sizeInBytes()
            self.drawn.emit(tile.leaf)

        return take

    def _take_small(self, leaf: Leaf) -> Callable[[QImage], None]:
        def take(image: QImage) -> None:
            self._small[leaf] = image
            while len(self._small) > MOST_SMALL:
                self._small.popitem(last=False)
            self.drawn.emit(leaf)

        return take


def draw_image(leaf: Leaf, wide: int, high: int, box: tuple[int, int, int, int]) -> QImage:
    """A part of a leaf as an image in grey. Runs in the press."""
    from kamdesk.papers.picture import Area

    picture = leaf.drawn.draw(leaf.number, wide, high, Area(*box))
    grey = QImage.Format.Format_Grayscale8
    return QImage(picture.dots, picture.width, picture.height, picture.stride, grey).copy()


def _tile_work(tile: Tile) -> Callable[[], QImage]:
    return lambda: draw_image(tile.leaf, tile.wide, tile.high, tile.box)


def _small_work(leaf: Leaf) -> Callable[[], QImage]:
    high = max(round(SMALL * leaf.height / leaf.width), 1)
    return lambda: draw_image(leaf, SMALL, high, (0, 0, SMALL, high))
