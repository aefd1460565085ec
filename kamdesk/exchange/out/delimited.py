"""A table as CSV: UTF-8 with its mark, RFC 4180, so that a spreadsheet opens it with a double click."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from kamdesk.exchange.out.shapes import Out
from kamdesk.exchange.out.texts import neutral
from kamdesk.exchange.out.workbook import EVERY, whole_file

_DIGITS = re.compile(r"(?<![\d+.\-/()])(\d{6,})(?![\d.\-/()])")


def write_csv(
    path: Path,
    *,
    headers: Sequence[str],
    rows: Iterable[Sequence[Out]],
    phones: Sequence[bool] = (),
    heard: Callable[[int], None] = lambda _: None,
) -> None:
    """Writes the rows under their headers; a file at ``path`` is replaced once the new one is whole.

    A text that a spreadsheet would compute has an apostrophe before it, which an import takes away again. In the
    columns marked in ``phones`` long numbers are written in groups, so that no spreadsheet makes 1.38E+10 of them.
    ``heard`` is told how many rows are written and may raise to stop. Raises OSError.
    """
    marked = [*phones, *[False] * (len(headers) - len(phones))]
    with whole_file(path, ".csv") as name, open(name, "w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([neutral(header) for header in headers])
        number = 0
        for number, row in enumerate(rows, start=1):
            writer.writerow([_text(value, phone) for value, phone in zip(row, marked, strict=True)])
            if number % EVERY == 0:
                heard(number)
        heard(number)


def _text(value: Out, phone: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return neutral(_DIGITS.sub(lambda found: grouped(found[1]), value) if phone else value)
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def grouped(digits: str) -> str:
    """13800138000 as 138 0013 8000, other numbers from the end in fours."""
    if len(digits) == 11:
        return f"{digits[:3]} {digits[3:7]} {digits[7:]}"
    head = len(digits) % 4
    parts = [digits[:head]] if head else []
    return " ".join([*parts, *(digits[place : place + 4] for place in range(head, len(digits), 4))])
