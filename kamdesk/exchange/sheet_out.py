"""A table written as a workbook of one sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kamdesk.exchange.out.texts import COMPUTES
from kamdesk.exchange.out.workbook import OutColumn, OutSheet, Value, write_workbook

__all__ = ["COMPUTES", "OutColumn", "Value", "write_sheet"]


def write_sheet(
    path: Path,
    *,
    title: str,
    columns: Sequence[OutColumn],
    rows: Iterable[Sequence[Value]],
    heard: Callable[[int], None] = lambda _: None,
) -> None:
    """Writes the rows under their headers; a file at ``path`` is replaced once the new one is whole.

    ``heard`` is told how many rows are written; what it raises stops the writing and leaves nothing behind. A text
    that a spreadsheet would compute is written as a text that stays one when it is edited. Raises OSError.
    """
    write_workbook(path, [OutSheet(title, columns, rows)], heard=heard)
