"""The ids of what a write touched: a set while they are few, sixteen bytes each where an import makes a million."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from uuid import UUID

FEW = 2_000
"""So many ids of a table are kept as they are."""
_SIZE = 16


class Written:
    """Collects ids while a write is under way; ``frozen`` gives them afterwards."""

    __slots__ = ("_few", "_packed")

    def __init__(self) -> None:
        self._few: set[str] = set()
        self._packed = bytearray()

    def add(self, row_id: str) -> None:
        """Takes an id in, known or not."""
        self._few.add(row_id)
        if len(self._few) > FEW:
            self._pack()

    def _pack(self) -> None:
        others: set[str] = set()
        for row_id in self._few:
            try:
                known = UUID(row_id)
            except ValueError:
                others.add(row_id)
                continue
            if str(known) == row_id:
                self._packed += known.bytes
            else:
                others.add(row_id)
        self._few = others

    def frozen(self) -> Set[str]:
        """All that were taken in, each once."""
        if not self._packed:
            return frozenset(self._few)
        packed = self._packed
        pieces = sorted({bytes(packed[at : at + _SIZE]) for at in range(0, len(packed), _SIZE)})
        held = b"".join(pieces)
        return Packed(held, frozenset(each for each in self._few if not _holds(held, each)))


class Packed(Set[str]):
    """Many ids, each once: those that are UUIDs in their bytes, one behind the other in their order."""

    __slots__ = ("_held", "_others")

    def __init__(self, held: bytes, others: frozenset[str] = frozenset()) -> None:
        self._held = held
        self._others = others

    @classmethod
    def _from_iterable(cls, it: Iterator[str]) -> frozenset[str]:  # type: ignore[override]
        return frozenset(it)

    def __contains__(self, row_id: object) -> bool:
        return row_id in self._others or (isinstance(row_id, str) and _holds(self._held, row_id))

    def __iter__(self) -> Iterator[str]:
        yield from self._others
        for at in range(0, len(self._held), _SIZE):
            yield str(UUID(bytes=self._held[at : at + _SIZE]))

    def __len__(self) -> int:
        return len(self._held) // _SIZE + len(self._others)

    def __hash__(self) -> int:
        return self._hash()


class _Pieces(Sequence[bytes]):
    def __init__(self, held: bytes) -> None:
        self._held = held

    def __len__(self) -> int:
        return len(self._held) // _SIZE

    def __getitem__(self, place: int) -> bytes:  # type: ignore[override]
        return self._held[place * _SIZE : (place + 1) * _SIZE]


def _holds(held: bytes, row_id: str) -> bool:
    try:
        wanted = UUID(row_id)
    except ValueError:
        return False
    pieces = _Pieces(held)
    place = bisect_left(pieces, wanted.bytes)
    return place < len(pieces) and pieces[place] == wanted.bytes and str(wanted) == row_id
