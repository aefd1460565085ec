"""How much of a file is taken before it is refused: a list from an office is far below, a hostile file far above."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes; ``cell`` in characters (what a spreadsheet itself allows)."""

    file: int = 64 * MIB
    unpacked: int = 512 * MIB
    ratio: int = 300
    ratio_from: int = 32 * MIB
    texts: int = 64 * MIB
    side_part: int = 16 * MIB
    parts: int = 2_000
    row_markup: int = 8 * MIB
    merges: int = 20_000
    sheets: int = 128
    rows: int = 250_000
    columns: int = 512
    cells: int = 5_000_000
    lines: int = 5_000_000
    cell: int = 32_767


LIMITS = Limits()
