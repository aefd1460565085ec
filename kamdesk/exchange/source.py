"""A file given by the user, taken in once: its name, its bytes, its hash, the sheets found in it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from kamdesk.domain.errors import InputError
from kamdesk.exchange.limits import LIMITS, Limits

Cell = str | int | float | bool | datetime | date | time | timedelta | None
"""What a reader gives for one cell: text, or what the spreadsheet itself holds."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands: ``number`` counts from 1 as a spreadsheet shows it; ``cells`` lack trailing empties."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells shown as one; numbers count from 1, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a text file is written, so that a file for mending can be written alike."""

    encoding: str
    bom: bool
    delimiter: str
    line_end: str


@dataclass(frozen=True, slots=True)
class CardText:
    """Address cards as they stood, to be written back: by row from 1; ``cut`` are those that have no end.

    ``pictures`` counts the cards with a picture, a sound or a key, which are left out.
    """

    texts: tuple[bytes, ...]
    encoding: str
    line_end: bytes
    cut: frozenset[int]
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of cells that can be read again and again. ``name`` is empty for a text file.

    ``unsaved`` holds the (row, column) of formulas that carry no saved value; ``form`` is None for a workbook.
    ``cut_short``: the text breaks off within its last row. ``cards`` are those that the rows were made from.
    """

    name: str
    read: Callable[[], Iterator[RawRow]] = field(repr=False)
    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    unsaved: frozenset[tuple[int, int]] = frozenset()
    form: TextForm | None = None
    cut_short: bool = False
    cards: CardText | None = None

    def rows(self) -> Iterator[RawRow]:
        """The rows from the top. Raises InputError where the file turns out to be damaged or absurd."""
        return self.read()


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name, path and bytes; ``sha256`` names its content."""

    name: str
    data: bytes = field(repr=False)
    path: Path | None = None
    sha256: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())


def take_in(path: Path, limits: Limits = LIMITS) -> Source:
    """Reads a file whole. Raises InputError for one that is missing, empty, no file, or too large to be a list."""
    # A name in another encoding, as an archive from another system leaves it, is shown as far as it can be read.
    name = os.fsencode(path.name).decode("utf-8", "replace")
    try:
        if path.is_dir():
            raise InputError("import_is_folder", file=name)
        if path.exists() and not path.is_file():
            raise InputError("import_no_file", file=name)
        size = path.stat().st_size
        if size > limits.file:
            raise InputError("import_too_large", file=name, limit=limits.file // (1024 * 1024))
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("import_missing", file=str(path)) from None
    except OSError as error:
        raise InputError("import_unreadable", file=str(path), reason=error.strerror or str(error)) from error
    if not data.strip(b"\x00\t\n\r ") or not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise InputError("import_empty", file=name)
    return Source(name, data, path)
