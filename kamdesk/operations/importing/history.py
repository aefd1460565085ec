"""What earlier imports brought, read from the change log: so a list never undoes what the rep did since."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.recording import scalar
from kamdesk.reads.answers import undone_operations

IMPORTS = "import.%"


class History:
    """The change log as an import asks it. ``current`` is the number of the operation that is running."""

    def __init__(self, connection: Connection, current: int) -> None:
        self._connection = connection
        self._current = current

    @cached_property
    def undone(self) -> frozenset[int]:
        """The numbers of the operations that are taken back now."""
        return undone_operations(self._connection)

    def brought(self, row_id: str, field: str) -> str | None:
        """The value, as the log writes it, that the last earlier import in force gave to a field."""
        change, operation = t.change.c, t.operation.c
        found = self._connection.execute(
            select(change.new, change.operation)
            .join_from(t.change, t.operation, change.operation == operation.number)
            .where(
                change.row == row_id,
                change.field == field,
                operation.name.like(IMPORTS),
                change.operation != self._current,
            )
            .order_by(change.counter.desc())
        )
        return next((new for new, number in found if number not in self.undone), None)

    def knew(self, table: str, parent: tuple[str, str], field: str, value: object) -> bool:
        """Whether a row of ``table`` under the parent (column, id) ever held ``value``; undone operations don't count.

        Where it did and no longer does, the rep removed or changed it, and that stands.
        """
        child = t.metadata.tables[table]
        found = self._connection.scalars(
            select(t.change.c.operation)
            .join_from(t.change, child, t.change.c.row == child.c.id)
            .where(
                child.c[parent[0]] == parent[1],
                t.change.c.table == table,
                t.change.c.field == field,
                t.change.c.new == scalar(value),
                t.change.c.operation != self._current,
            )
        )
        return any(number not in self.undone for number in found)

    def removed_by_hand(self, row_ids: list[str]) -> bool:
        """Whether any of these rows, all taken back, was made by an operation that still stands."""
        made = self._connection.scalars(
            select(t.change.c.operation).where(t.change.c.row.in_(row_ids), t.change.c.field == "recorded_at")
        )
        return any(number not in self.undone for number in made)
