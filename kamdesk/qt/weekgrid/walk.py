"""From stop to stop with the arrow keys: up and down by time, left and right to the nearest one of the next day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from kamdesk.qt.weekgrid.rows import StopBlock

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def in_order(blocks: Sequence[StopBlock]) -> list[StopBlock]:
    return sorted(blocks, key=lambda block: (block.day, block.start, block.key))


def next_stop(blocks: Sequence[StopBlock], at: StopBlock | None, key: Qt.Key) -> StopBlock | None:
    """Where an arrow leads from ``at``; the first stop from nowhere, None where there is no way on."""
    stops = in_order(blocks)
    if at is None or at not in stops:
        return stops[0] if stops else None
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        place = stops.index(at) + (1 if key == Qt.Key.Key_Down else -1)
        return stops[place] if 0 <= place < len(stops) else None
    right = key == Qt.Key.Key_Right
    others = [block for block in stops if (block.day > at.day if right else block.day < at.day)]
    if not others:
        return None
    day = min(block.day for block in others) if right else max(block.day for block in others)
    return min((block for block in others if block.day == day), key=lambda block: abs(block.start - at.start))
