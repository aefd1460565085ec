"""A sheet's rows held packed in memory: read from the file once, looked at again from any row on."""

from __future__ import annotations

import pickle
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from kamdesk.exchange.source import RawRow

ROWS = 256
"""How many rows are packed together."""
_OPEN = 16


class Spool:
    """``rows`` reads the sheet the first time and keeps what came; later readings, and `row`, come from that.

    Nothing is written to the disk: what stands in a list is nobody else's.
    """

    def __init__(self, read: Callable[[], Iterator[RawRow]]) -> None:
        self._read = read
        self._packs: tuple[bytes, ...] | None = None
        self._numbers: array[int] = array("L")
        self._unpacked = lru_cache(_OPEN)(self._unpack)

    def rows(self) -> Iterator[RawRow]:
        """The rows from the top. Raises InputError where the file turns out to be damaged."""
        if self._packs is None:
            yield from self._filling()
            return
        for number in range(len(self._packs)):
            yield from self._unpack(number)

    def fill(self) -> None:
        """Reads what was not read yet."""
        if self._packs is None:
            for _ in self._filling():
                pass

    def __len__(self) -> int:
        return len(self._numbers)

    def row(self, place: int) -> RawRow:
        """The row at a place, from 0; a sheet leaves out rows that it doesn't hold."""
        return self._unpacked(place // ROWS)[place % ROWS]

    def number(self, place: int) -> int:
        """The number of the row at a place, as a spreadsheet counts it."""
        return self._numbers[place]

    def place(self, number: int) -> int | None:
        """Where the row of that number stands; None where the sheet holds none."""
        place = bisect_left(self._numbers, number)
        return place if place < len(self._numbers) and self._numbers[place] == number else None

    def _filling(self) -> Iterator[RawRow]:
        packs: list[bytes] = []
        numbers: array[int] = array("L")
        rows = self._read()
        while batch := tuple(islice(rows, ROWS)):
            packs.append(zlib.compress(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL), 1))
            numbers.extend(row.number for row in batch)
            yield from batch
        self._packs, self._numbers = tuple(packs), numbers

    def _unpack(self, number: int) -> tuple[RawRow, ...]:
        assert self._packs is not None
        rows: tuple[RawRow, ...] = pickle.loads(zlib.decompress(self._packs[number]))
        return rows
