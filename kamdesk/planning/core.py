"""The compiled search, where it was built: found beside this module, and used only if it is of the source beside it."""

from __future__ import annotations

import ctypes
import hashlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kamdesk.planning.board import Board
from kamdesk.planning.search import Standing

HERE = Path(__file__).parent
SOURCE = HERE / "core.c"

_INTS = ctypes.POINTER(ctypes.c_int32)
_REALS = ctypes.POINTER(ctypes.c_double)
_BYTES = ctypes.POINTER(ctypes.c_uint8)


class _Input(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int32) for name in ("stops", "days", "weeks", "options")),
        ("ways", _REALS),
        ("rates", _REALS),
        ("minutes", _REALS),
        ("placed", _BYTES),
        ("fixed", _BYTES),
        ("rank", _INTS),
        ("bounds", _REALS),
        ("weekday", _INTS),
        ("opt_stop", _INTS),
        ("opt_day", _INTS),
        ("opt_spans", _INTS),
        ("opt_weeks", _INTS),
        ("opt_price", _REALS),
        ("spans", _REALS),
        ("week_list", _INTS),
        ("of_first", _INTS),
        ("of_list", _INTS),
        ("mate_first", _INTS),
        ("mates", _INTS),
        ("order_first", _INTS),
        ("orders", _INTS),
    )


class Core:
    """The library with its functions."""

    def __init__(self, path: Path) -> None:
        library = ctypes.CDLL(str(path))
        self.source = library.kamdesk_source
        self.source.restype = ctypes.c_char_p
        self.new = library.kamdesk_new
        self.new.restype = ctypes.c_void_p
        self.new.argtypes = (ctypes.POINTER(_Input), ctypes.c_uint64)
        self.free = library.kamdesk_free
        self.free.restype = None
        self.free.argtypes = (ctypes.c_void_p,)
        self.run = library.kamdesk_run
        self.run.restype = None
        self.run.argtypes = (ctypes.c_void_p, ctypes.c_int64, ctypes.c_double, ctypes.c_double)
        self.best = library.kamdesk_best
        self.best.restype = None
        self.best.argtypes = (ctypes.c_void_p, _INTS, _INTS, _REALS)


def library_name() -> str:
    """What the built library is called on this system."""
    return {"win32": "_core.dll", "darwin": "_core.dylib"}.get(sys.platform, "_core.so")


def source_mark() -> str:
    """The mark of the source as it is now."""
    return hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]


def load_core(path: Path | None = None) -> Core | None:
    """The compiled search, None where it was not built, can't be loaded or is of another source."""
    path = path or HERE / library_name()
    try:
        core = Core(path)
        return core if core.source().decode("ascii") == source_mark() else None
    except (OSError, AttributeError):
        return None


class CoreSearch:
    """A search in the library, with the same face as `kamdesk.planning.search.Search`."""

    def __init__(self, core: Core, board: Board, seed: int, orders: Sequence[Sequence[int]] = ()) -> None:
        self._core = core
        self._board = board
        self._input = _input_of(board, orders or [[] for _ in board.days])
        self.iterations = 0
        self._search = core.new(ctypes.byref(self._input), seed & (1 << 64) - 1)
        if not self._search:
            raise MemoryError("no room for the search")

    def __del__(self) -> None:
        if getattr(self, "_search", None):
            self._core.free(self._search)
            self._search = None

    def run(self, steps: int, hot: float, cold: float) -> None:
        """So many steps, cooling from ``hot`` to ``cold`` minutes."""
        self._core.run(self._search, steps, hot, cold)
        self.iterations += steps

    @property
    def best(self) -> Standing:
        """The best plan so far."""
        board = self._board
        lengths = (ctypes.c_int32 * (len(board.days) + 1))()
        options = (ctypes.c_int32 * (len(board.minutes) + 1))()
        cost = ctypes.c_double()
        self._core.best(self._search, lengths, options, ctypes.byref(cost))
        orders, begin, placed = [], 0, set()
        for length in lengths[: len(board.days)]:
            orders.append(tuple(options[begin : begin + length]))
            begin += length
        placed = {board.options[option].stop for order in orders for option in order}
        missing = tuple(stop for stop in range(len(board.minutes)) if stop not in placed)
        rank = sum(1 << 16 * board.rank[stop] for stop in missing)
        return Standing(tuple(orders), missing, rank, cost.value)


def core_search(core: Core, board: Board, seed: int, orders: Sequence[Sequence[int]] = ()) -> CoreSearch:
    """A search of ``board`` in the library."""
    return CoreSearch(core, board, seed, orders)


def _array(kind: Any, values: Iterable[Any]) -> Any:
    listed = list(values)
    return (kind * max(len(listed), 1))(*listed)


def _offsets(lengths: Iterable[int]) -> list[int]:
    found = [0]
    for length in lengths:
        found.append(found[-1] + length)
    return found


def _input_of(board: Board, orders: Sequence[Sequence[int]]) -> _Input:
    def whole(values: Iterable[int]) -> Any:
        return _array(ctypes.c_int32, values)

    def real(values: Iterable[float]) -> Any:
        return _array(ctypes.c_double, values)

    options = board.options
    cells = [day for stop in board.options_of for day in stop]
    return _Input(
        stops=len(board.minutes),
        days=len(board.days),
        weeks=board.weeks,
        options=len(options),
        ways=real(way for row in board.ways for way in row),
        rates=real(board.rates) if board.rates else None,
        minutes=real(board.minutes),
        placed=_array(ctypes.c_uint8, board.placed),
        fixed=_array(ctypes.c_uint8, board.fixed),
        rank=whole(board.rank),
        bounds=real(
            value for d in board.days for value in (d.begins, d.ends, d.rest, d.rest_from, d.rest_to)
        ),
        weekday=whole(day.weekday for day in board.days),
        opt_stop=whole(option.stop for option in options),
        opt_day=whole(option.day for option in options),
        opt_spans=whole(_offsets(len(option.spans) for option in options)),
        opt_weeks=whole(_offsets(len(option.weeks) for option in options)),
        opt_price=real(option.price for option in options),
        spans=real(edge for option in options for span in option.spans for edge in span),
        week_list=whole(week for option in options for week in option.weeks),
        of_first=whole(_offsets(len(cell) for cell in cells)),
        of_list=whole(option for cell in cells for option in cell),
        mate_first=whole(_offsets(len(mates) for mates in board.mates)),
        mates=whole(value for mates in board.mates for pair in mates for value in pair),
        order_first=whole(_offsets(len(order) for order in orders)),
        orders=whole(option for order in orders for option in order),
    )
