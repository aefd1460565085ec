"""What a look through a workbook finds before it is read: how far its sheets reach, which cells hold an error."""

from __future__ import annotations

from dataclasses import dataclass, field

from kamdesk.domain.errors import InputError
from kamdesk.exchange.limits import Limits
from kamdesk.exchange.source import Merge


@dataclass(slots=True)
class Outline:
    """One sheet, numbers from 0: the reader makes room for all cells from the first to the last."""

    top: int | None = None
    left: int = 0
    bottom: int = 0
    right: int = 0
    errors: set[tuple[int, int]] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)

    def reach(self, row: int, first: int, last: int, name: str, limits: Limits) -> None:
        """Takes note of filled cells. Raises InputError where they are more than a list has."""
        if row >= limits.rows:
            raise InputError("import_too_many_rows", file=name, limit=limits.rows)
        if last >= limits.columns:
            raise InputError("import_too_many_columns", file=name, limit=limits.columns)
        if self.top is None:
            self.top, self.left, self.bottom, self.right = row, first, row, last
        if row < self.top:
            self.top = row
        if row > self.bottom:
            self.bottom = row
        if first < self.left:
            self.left = first
        if last > self.right:
            self.right = last

    @property
    def cells(self) -> int:
        """The room that the sheet takes."""
        return 0 if self.top is None else (self.bottom + 1) * (self.right + 1)

    def merge(self, merge: Merge, name: str, limits: Limits) -> None:
        """Takes note of cells shown as one."""
        self.merges.append(merge)
        if len(self.merges) > limits.merges:
            raise InputError("import_absurd", file=name)


def refuse_absurd(outlines: list[Outline], name: str, limits: Limits) -> None:
    """Raises InputError where the sheets are too many or take more room than a list does."""
    if len(outlines) > limits.sheets:
        raise InputError("import_absurd", file=name)
    if sum(outline.cells for outline in outlines) > limits.cells:
        raise InputError("import_absurd", file=name)
