"""Cells that are shown as one."""

from __future__ import annotations

from collections.abc import Iterable

from kamdesk.domain.errors import InputError
from kamdesk.exchange.limits import LIMITS, Limits
from kamdesk.exchange.source import Cell, Merge, RawRow


def filled_down(
    rows: list[RawRow], merges: Iterable[Merge], name: str, limits: Limits = LIMITS
) -> list[RawRow]:
    """A cell merged over several rows says the same for each of them; merging sideways adds nothing.

    Of ranges that lie over one another the upper one counts, so that each cell is filled once. Raises InputError where
    they fill more than a list holds.
    """
    reached: dict[int, int] = {}
    filled: dict[int, dict[int, Cell]] = {}
    cells = 0
    for merge in sorted(merges, key=lambda each: (each.first_column, each.first_row)):
        top, column = merge.first_row - 1, merge.first_column - 1
        if merge.last_row <= merge.first_row or top >= len(rows) or column >= len(rows[top].cells):
            continue
        value = rows[top].cells[column]
        if value is None:
            continue
        first, end = max(top + 1, reached.get(column, 0)), min(merge.last_row, len(rows))
        reached[column] = max(reached.get(column, 0), end)
        cells += max(0, end - first)
        if cells > limits.cells:
            raise InputError("import_absurd", file=name)
        for index in range(first, end):
            filled.setdefault(index, {})[column] = value
    for index, values in filled.items():
        rows[index] = _with(rows[index], values)
    return rows


def _with(row: RawRow, values: dict[int, Cell]) -> RawRow:
    cells = list(row.cells) + [None] * (max(values) + 1 - len(row.cells))
    for column, value in values.items():
        if cells[column] is None:
            cells[column] = value
    return RawRow(row.number, tuple(cells))
