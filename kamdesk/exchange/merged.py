"""Cells that are shown as one."""

from __future__ import annotations

from kamdesk.exchange.source import Merge, RawRow


def filled_down(rows: list[RawRow], merges: list[Merge]) -> list[RawRow]:
    """A cell merged over several rows says the same for each of them; merging sideways adds nothing."""
    for merge in merges:
        top = merge.first_row - 1
        if merge.last_row == merge.first_row or top >= len(rows):
            continue
        column = merge.first_column - 1
        value = rows[top].cells[column] if column < len(rows[top].cells) else None
        if value is None:
            continue
        for index in range(top + 1, min(merge.last_row, len(rows))):
            row = rows[index]
            cells = list(row.cells) + [None] * (column + 1 - len(row.cells))
            if cells[column] is None:
                cells[column] = value
                rows[index] = RawRow(row.number, tuple(cells))
    return rows
