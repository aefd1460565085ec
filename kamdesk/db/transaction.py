"""One write of the book while it is under way: rows are read, added and changed here, and logged as one operation."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection, Select, inspect, select

from kamdesk.db.ids import NewId
from kamdesk.db.marking import CREATED, TAKEN_BACK
from kamdesk.domain.changes import MANY, Changes
from kamdesk.domain.errors import NotFound
from kamdesk.domain.row import Row

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kamdesk.db.fresh import Fresh
    from kamdesk.db.recording import Recorder

Kind = TypeVar("Kind", bound=Row)


class Transaction:
    """One write, made by `Store.write`: rows added or changed here are logged as one operation."""

    def __init__(
        self,
        session: Session,
        name: str,
        operation_id: str,
        now: datetime,
        new_id: NewId,
        recorder: Recorder,
        *,
        indexes: bool = True,
    ) -> None:
        self._session = session
        self._name = name
        self._operation_id = operation_id
        self._recorder = recorder
        self._indexes = indexes
        self.now = now
        self.new_id = new_id

    @property
    def connection(self) -> Connection:
        """For reads inside the transaction (what was added so far is flushed first) and for local tables."""
        self.settle()
        return self._session.connection()

    def make(self, kind: type[Row], /, **values: object) -> Fresh:
        """A new row, written at the next `flush` or read: for those who make many and look at none of them again."""
        return self._recorder.make(kind, values)

    def add(self, *rows: Row) -> None:
        """Puts new rows into the book."""
        self._session.add_all(rows)

    def find(self, kind: type[Kind], row_id: str) -> Kind | None:
        """The row with this id, taken back or not; None where there is none."""
        self._recorder.settle()
        return self._session.get(kind, row_id)

    def get(self, kind: type[Kind], row_id: str) -> Kind:
        """The row with this id. Raises NotFound where there is none or it was taken back."""
        row = self.find(kind, row_id)
        if row is None or row.deleted_at is not None:
            raise NotFound("row_missing", kind=kind.__name__, id=row_id)
        return row

    def every(self, kind: type[Kind], **equal: object) -> list[Kind]:
        """The rows, not taken back, whose fields have these values, in the order of their ids."""
        self.settle()
        chosen = select(kind).filter_by(**equal, deleted_at=None).order_by(inspect(kind).local_table.c.id)
        return list(self._session.scalars(chosen))

    def among(self, kind: type[Kind], ids: Select[tuple[str]]) -> list[Kind]:
        """The rows, taken back or not, whose ids ``ids`` selects."""
        self.settle()
        return list(self._session.scalars(select(kind).where(inspect(kind).local_table.c.id.in_(ids))))

    def restate(self, row: Row, field: str) -> None:
        """Writes a field's value once more as it is: it is chosen among those that several books wrote."""
        self._recorder.restate(row, field)

    def take_back(self, row: Row) -> None:
        """Marks a row as deleted; it stays in the book and can be brought back."""
        row.deleted_at = self.now

    def take_back_made(self, table: str, undone: int) -> None:
        """Takes back the rows of a table that an operation made."""
        self.settle()
        self._recorder.mark(table, undone, CREATED, self.now)

    def bring_back_taken(self, table: str, undone: int) -> None:
        """Brings back the rows of a table that an operation took back."""
        self.settle()
        self._recorder.mark(table, undone, TAKEN_BACK, None)

    def flush(self) -> None:
        """Writes what was added so far, so that a long import stays small.

        Rows had before are let go of: what is changed in them afterwards is not written.
        """
        self.settle()
        self._session.expunge_all()
        self._recorder.watch(MANY)

    def settle(self) -> None:
        """Writes what was added and made so far."""
        self._session.flush()
        self._recorder.settle()

    def check(self) -> None:
        """Raises RuleError where what was written leads accounts to each other in a circle."""
        if "account" in self._recorder.rows:
            from kamdesk.db.circles import refuse_circles

            refuse_circles(self._session.connection(), self._recorder.operation)

    def index(self) -> None:
        """Brings the search index in step with what was written; of many rows that is left for later."""
        if not self._indexes:
            return
        # Needs every table and the sounds of names: a book is opened and read without them.
        from kamdesk.db.index.postponed import postpone
        from kamdesk.db.index.writing import follow

        connection = self._session.connection()
        if self._recorder.watch(MANY):
            postpone(connection, self._recorder.operation)
        else:
            follow(connection, *self._recorder.taken())

    @property
    def wrote(self) -> bool:
        """Whether anything was written so far."""
        return bool(self._recorder.rows)

    def changes(self) -> Changes:
        """What was written, to be asked after the transaction has ended."""
        if not self._recorder.rows:
            return Changes(self._name)
        rows = {table: ids.frozen() for table, ids in self._recorder.rows.items()}
        return Changes(self._name, self._operation_id, rows)
