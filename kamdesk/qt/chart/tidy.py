"""A tidy tree: nodes of one size in rows, no two overlapping, each boss over the middle of those below.

Subtrees are pushed together as far as their outlines allow (Reingold and Tilford, *Tidier Drawings of Trees*, 1981).
More leaves under one boss than fit side by side are hung in rows, from the second on lines that run down between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kamdesk.qt.chart.forest import Branch

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Size:
    """Of a node, and the gaps between columns and between rows; ``across``: nodes that fit side by side."""

    width: float = 170
    height: float = 104
    gap: float = 14
    drop: float = 32
    across: int = 4

    @property
    def pitch(self) -> float:
        """From one row to the next."""
        return self.height + self.drop


@dataclass(slots=True)
class Drawn:
    """Where each node's left upper corner lies, and the lines: (points, dashed)."""

    at: dict[str, Point] = field(default_factory=dict)
    lines: list[tuple[tuple[Point, ...], bool]] = field(default_factory=list)
    width: float = 0
    height: float = 0


@dataclass(slots=True)
class _Part:
    """A subtree about the middle of its root: by row, its outline's left and right end; where its nodes lie."""

    left: list[float]
    right: list[float]
    at: dict[str, tuple[float, int]]


def draw(roots: Sequence[Branch], size: Size) -> Drawn:
    """Lays trees side by side from (0, 0)."""
    drawn = Drawn()
    x = 0.0
    for root in roots:
        part = _part(root, size)
        shift = x - min(part.left)
        for key, (middle, row) in part.at.items():
            drawn.at[key] = (middle + shift - size.width / 2, row * size.pitch)
        _join(root, drawn, size)
        x = max(part.right) + shift + size.gap
        drawn.height = max(drawn.height, len(part.left) * size.pitch - size.drop)
    drawn.width = max(0.0, x - size.gap)
    return drawn


def _hung(branch: Branch, size: Size) -> bool:
    """Whether those below hang on lines between columns: leaves, and too many for one row."""
    return len(branch.children) > max(2, size.across) and not any(c.children for c in branch.children)


def _part(branch: Branch, size: Size) -> _Part:
    half = size.width / 2
    if _hung(branch, size):
        return _hang(branch, size)
    parts = [_part(child, size) for child in branch.children]
    middles: list[float] = []
    left: list[float] = []
    right: list[float] = []
    for part in parts:
        apart = max(
            (right_end - left_end for right_end, left_end in zip(right, part.left, strict=False)),
            default=None,
        )
        middle = 0.0 if apart is None else apart + size.gap
        middles.append(middle)
        left += [middle + value for value in part.left[len(left) :]]
        right[:] = [middle + value for value in part.right] + right[len(part.right) :]
    center = (middles[0] + middles[-1]) / 2 if middles else 0.0
    at = {branch.key: (0.0, 0)}
    for middle, part in zip(middles, parts, strict=True):
        at |= {key: (x + middle - center, row + 1) for key, (x, row) in part.at.items()}
    return _Part([-half, *(x - center for x in left)], [half, *(x - center for x in right)], at)


def _hang(branch: Branch, size: Size) -> _Part:
    columns = _columns(size)
    step = size.width + size.gap
    first = -(columns - 1) / 2 * step
    at = {branch.key: (0.0, 0)}
    for number, child in enumerate(branch.children):
        at[child.key] = (first + number % columns * step, number // columns + 1)
    rows = -(-len(branch.children) // columns)
    edge = -first + size.width / 2
    half = size.width / 2
    return _Part([-half, *[-edge] * rows], [half, *[edge] * rows], at)


def _columns(size: Size) -> int:
    return max(2, size.across // 2 * 2)


def _join(branch: Branch, drawn: Drawn, size: Size) -> None:
    x, y = drawn.at[branch.key]
    start = (x + size.width / 2, y + size.height)
    turn = start[1] + size.drop / 2
    hung = _hung(branch, size)
    for number, child in enumerate(branch.children):
        left, top = drawn.at[child.key]
        if hung and number >= _columns(size):
            to_right = number % _columns(size) % 2 == 0
            side = left + size.width if to_right else left
            line = side + size.gap / 2 * (1 if to_right else -1)
            middle = top + size.height / 2
            points: Iterable[Point] = (start, (start[0], turn), (line, turn), (line, middle), (side, middle))
        else:
            middle = left + size.width / 2
            points = (start, (start[0], turn), (middle, turn), (middle, top))
        drawn.lines.append((tuple(points), child.dashed))
        _join(child, drawn, size)
