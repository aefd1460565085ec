"""The change log: every write of a recorded row leaves, in its own transaction, one `change` row per field.

A `Recorder` listens to a session's flushes; `kamdesk.db.guarding` refuses statements that would write recorded rows
past the log. Together they make the log complete: replaying it gives the book.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Date, event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from kamdesk.db import tables as t
from kamdesk.db.guarding import FLUSHING, BypassError, refuse_bulk
from kamdesk.domain.row import Row


def scalar(value: object) -> str | None:
    """A field's value as it stands in the log: a JSON scalar, dates as ISO text, instants as ISO text in UTC."""
    if value is None:
        return None
    if isinstance(value, datetime):
        value = value.astimezone(UTC).isoformat(timespec="microseconds")
    elif isinstance(value, date):
        value = value.isoformat()
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def plain(text: str | None, like: type) -> Any:
    """The value that ``scalar`` wrote, for a column whose Python type is ``like``."""
    if text is None:
        return None
    value = json.loads(text)
    if like is datetime or like is date:
        return like.fromisoformat(value)
    return value


class Recorder:
    """Collects what the flushes of one transaction write and logs it under one operation number.

    ``rows``: the ids written, by table. ``left``: by table and field, the ids of the rows that links led to before.
    """

    def __init__(self, session: Session, operation: int, at: datetime) -> None:
        self._connection = session.connection()
        self._operation = operation
        self._at = at
        self._pending: list[dict[str, object]] = []
        self.rows: dict[str, set[str]] = defaultdict(set)
        self.left: dict[tuple[str, str], set[str]] = defaultdict(set)
        event.listen(session, "before_flush", self._before)
        event.listen(session, "after_flush", self._after)
        event.listen(session, "after_soft_rollback", self._broken_off)
        event.listen(session, "do_orm_execute", refuse_bulk)

    def _before(self, session: Session, context: UOWTransaction, instances: object) -> None:
        if session.deleted:
            raise BypassError("a recorded row is taken back with deleted_at, never deleted")
        for row in session.new:
            self._note(row, created=True)
        # The session keeps what was changed in a set; the log has one order, whatever the set's.
        for row in sorted(session.dirty, key=lambda row: (type(row).__name__, row.id)):
            self._note(row, created=False)
        self._connection.info[FLUSHING] = True

    def _note(self, row: Row, *, created: bool) -> None:
        if created and row.recorded_at is None:
            row.recorded_at = self._at
        columns = inspect(type(row)).local_table
        table = columns.name
        for field, old, new in _differences(row, created):
            self.rows[table].add(row.id)
            if isinstance(old, str) and columns.c[field].foreign_keys:
                self.left[table, field].add(old)
            self._pending.append(
                {
                    "operation": self._operation,
                    "table": table,
                    "row": row.id,
                    "field": field,
                    "old": scalar(old),
                    "new": scalar(new),
                }
            )

    def _after(self, session: Session, context: UOWTransaction) -> None:
        self._connection.info.pop(FLUSHING, None)
        if self._pending:
            self._connection.execute(t.change.insert(), self._pending)
            self._pending = []

    def _broken_off(self, session: Session, previous: object) -> None:
        self._connection.info.pop(FLUSHING, None)


def _differences(row: Row, created: bool) -> Iterator[tuple[str, object, object]]:
    state = inspect(row)
    for attribute in state.mapper.column_attrs:
        field = attribute.key
        if field == "id":
            continue
        value = getattr(row, field)
        if isinstance(value, datetime) and isinstance(attribute.columns[0].type, Date):
            raise TypeError(f"{field} is a day, not a moment")
        if created:
            if value is not None:
                yield field, None, value
            continue
        history = state.attrs[field].history
        if history.has_changes():
            yield field, history.deleted[0] if history.deleted else None, value
