"""What an operation did, told to whoever shows the rows it touched."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

MANY = 2_000
"""Of a write of more rows the search index is made afterwards, in pieces."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows that one operation touched.

    ``operation`` is the operation's name (``line.move_slot``), ``operation_id`` the entry of the book's operation
    list that undoes it, ``rows`` maps a table's name to the ids of the rows written. An operation that found
    nothing to do has an empty ``rows`` and no ``operation_id``. ``spared`` are the fields that it would have written,
    had not somebody else written them meanwhile.
    """

    operation: str
    operation_id: str | None = None
    rows: Mapping[str, Set[str]] = field(default_factory=dict)
    spared: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def many(self) -> bool:
        """Whether so many rows were written that what follows from them takes its time."""
        return sum(map(len, self.rows.values())) > MANY

    def of(self, table: str) -> Set[str]:
        """Ids of ``table`` that were touched."""
        return self.rows.get(table, frozenset())
