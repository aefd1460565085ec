"""A text file as a table: CSV, TSV and their kin, in the encoding and with the delimiter found."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from kamdesk.domain.errors import InputError
from kamdesk.exchange.encoding import BOMS, find_encoding
from kamdesk.exchange.limits import LIMITS, Limits
from kamdesk.exchange.out.texts import plain
from kamdesk.exchange.source import RawRow, Sheet, Source, TextForm

DELIMITERS = (",", "\t", ";", "|", "，", "、")
_SAMPLE_ROWS = 60
_SAMPLE_TEXT = 256 * 1024


def read_text(
    source: Source, *, encoding: str | None = None, delimiter: str | None = None, limits: Limits = LIMITS
) -> list[Sheet]:
    """The one sheet of a text file; ``encoding`` and ``delimiter`` are found unless they are given.

    Raises InputError for a file that is no text, in no known encoding, or has a quotation mark never closed.
    """
    mark = next((mark for mark, _ in BOMS if source.data.startswith(mark)), b"")
    if encoding is None:
        found = find_encoding(source.data)
        if found is None:
            binary = not mark and b"\x00" in source.data
            raise InputError("import_not_text" if binary else "import_encoding", file=source.name)
        encoding, mark = found
    body = source.data[len(mark) :]
    head = _head(body, encoding, source.name)
    chosen = delimiter or find_delimiter(head)
    form = TextForm(encoding, bool(mark), chosen, "\r\n" if "\r\n" in head else "\n")
    _refuse_open_quote(body, encoding, chosen, source.name)
    return [
        Sheet(
            name="",
            read=lambda: _rows(body, encoding, chosen, source.name, limits),
            form=form,
            cut_short=_cut_short(body, encoding, chosen),
        )
    ]


def _head(body: bytes, encoding: str, name: str) -> str:
    try:
        with io.TextIOWrapper(io.BytesIO(body), encoding=encoding, newline="") as stream:
            return stream.read(_SAMPLE_TEXT)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError("import_encoding", file=name) from error


def find_delimiter(head: str) -> str:
    """The delimiter with which most rows have the same, largest number of cells; a comma where there is one column."""
    best, chosen = (0.0, 0), ","
    for delimiter in DELIMITERS:
        try:
            reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
            widths = Counter(
                len(row) for row in islice(reader, _SAMPLE_ROWS) if any(cell.strip() for cell in row)
            )
        except csv.Error:
            continue
        split = {width: count for width, count in widths.items() if width > 1}
        if not split:
            continue
        width, count = max(split.items(), key=lambda item: (item[1], item[0]))
        score = (round(count / widths.total(), 2), width)
        if score > best:
            best, chosen = score, delimiter
    return chosen


def _cut_short(body: bytes, encoding: str, delimiter: str) -> bool:
    """Whether the text breaks off within its last row: no line break behind it, and fewer cells than above it."""
    end = "\n".encode(encoding)
    if body.endswith((end, "\r".encode(encoding))):
        return False
    lines = body.rsplit(end, 2)[1:]
    if len(lines) < 2 or any('"'.encode(encoding) in line for line in lines):
        return False
    above, last = (line.count(delimiter.encode(encoding)) for line in lines)
    return last < above


def _refuse_open_quote(body: bytes, encoding: str, delimiter: str, name: str) -> None:
    """An odd number of quotation marks may be one that swallows the rest of the file; a strict reading tells."""
    if body.count('"'.encode(encoding)) % 2 == 0:
        return
    with io.TextIOWrapper(io.BytesIO(body), encoding=encoding, newline="") as stream:
        reader = csv.reader(stream, delimiter=delimiter)
        begins = ends = 0
        last: list[str] = []
        try:
            for row in reader:
                begins, ends, last = ends + 1, reader.line_num, row
        except csv.Error as error:
            raise InputError("import_open_quote", file=name, line=ends + 1) from error
    if ends > begins and any("\n" in cell for cell in last):
        raise InputError("import_open_quote", file=name, line=begins)


def _rows(body: bytes, encoding: str, delimiter: str, name: str, limits: Limits) -> Iterator[RawRow]:
    with io.TextIOWrapper(io.BytesIO(body), encoding=encoding, newline="") as stream:
        reader = csv.reader(stream, delimiter=delimiter)
        try:
            for number, values in enumerate(reader, start=1):
                yield RawRow(number, _trimmed(values, number, name, limits))
        except csv.Error as error:
            raise InputError("import_cell_too_long", file=name, limit=limits.cell) from error
        except UnicodeDecodeError as error:
            raise InputError("import_encoding", file=name) from error


def _trimmed(values: list[str], number: int, name: str, limits: Limits) -> tuple[str, ...]:
    """The cells without trailing empties, and without the apostrophe that keeps a spreadsheet from computing one."""
    if number > limits.rows:
        raise InputError("import_too_many_rows", file=name, limit=limits.rows)
    while values and not values[-1]:
        values.pop()
    if len(values) > limits.columns:
        raise InputError("import_too_many_columns", file=name, limit=limits.columns)
    if any(len(value) > limits.cell for value in values):
        raise InputError("import_cell_too_long", file=name, limit=limits.cell)
    return tuple(map(plain, values))
