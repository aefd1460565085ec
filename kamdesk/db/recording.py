"""The change log: every write of a recorded row leaves, in its own transaction, one `change` row per field.

A `Recorder` listens to a session's flushes; `guard(engine)` refuses statements that would write recorded rows
past the log. Together they make the log complete: replaying it gives the book.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Delete, Engine, Insert, Update, event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.domain.row import Row

FLUSHING = "kamdesk_flushing"
_WRITE = re.compile(
    r"\s*(?:insert(?:\s+or\s+\w+)?\s+into|replace\s+into|update(?:\s+or\s+\w+)?|delete\s+from)\s+[\"`\[]?(\w+)",
    re.IGNORECASE,
)


class BypassError(RuntimeError):
    """A statement would have written recorded rows without the change log: a programming error."""


def scalar(value: object) -> str | None:
    """A field's value as it stands in the log: a JSON scalar, dates and instants as ISO text."""
    if value is None:
        return None
    if isinstance(value, datetime | date):
        value = value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def plain(text: str | None, like: type) -> Any:
    """The value that ``scalar`` wrote, for a column whose Python type is ``like``."""
    if text is None:
        return None
    value = json.loads(text)
    if like is datetime or like is date:
        return like.fromisoformat(value)
    return value


class Recorder:
    """Collects what the flushes of one transaction write and logs it under one operation number."""

    def __init__(self, session: Session, operation: int, at: datetime) -> None:
        self._session = session
        self._operation = operation
        self._at = at
        self._pending: list[dict[str, object]] = []
        self.rows: dict[str, set[str]] = defaultdict(set)
        event.listen(session, "before_flush", self._before)
        event.listen(session, "after_flush", self._after)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def _before(self, session: Session, context: UOWTransaction, instances: object) -> None:
        if session.deleted:
            raise BypassError("a recorded row is taken back with deleted_at, never deleted")
        for row in session.new:
            self._note(row, created=True)
        for row in session.dirty:
            self._note(row, created=False)
        session.connection().info[FLUSHING] = True

    def _note(self, row: Row, *, created: bool) -> None:
        if created and row.recorded_at is None:
            row.recorded_at = self._at
        table = inspect(type(row)).local_table.name
        for field, old, new in _differences(row, created):
            self.rows[table].add(row.id)
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
        connection = session.connection()
        connection.info.pop(FLUSHING, None)
        if self._pending:
            connection.execute(t.change.insert(), self._pending)
            self._pending = []


def _differences(row: Row, created: bool) -> Iterator[tuple[str, object, object]]:
    state = inspect(row)
    for attribute in state.mapper.column_attrs:
        field = attribute.key
        if field == "id":
            continue
        if created:
            value = getattr(row, field)
            if value is not None:
                yield field, None, value
            continue
        history = state.attrs[field].history
        if history.has_changes():
            old = history.deleted[0] if history.deleted else None
            yield field, old, history.added[0] if history.added else None


def _refuse_bulk(execute_state: Any) -> None:
    if execute_state.is_update or execute_state.is_delete or execute_state.is_insert:
        _refuse(execute_state.statement)


def _refuse(statement: object) -> None:
    table = getattr(getattr(statement, "table", None), "name", None)
    if isinstance(statement, Insert | Update | Delete) and table in BY_TABLE:
        raise BypassError(f"{table} is written through the session, not by a statement of its own")


def guard(engine: Engine) -> None:
    """Lets no INSERT, UPDATE or DELETE reach a recorded table except from a recorded flush."""

    @event.listens_for(engine, "before_execute")
    def _before_execute(connection: Connection, clause: object, *rest: object) -> None:
        if not connection.info.get(FLUSHING):
            _refuse(clause)

    @event.listens_for(engine, "before_cursor_execute")
    def _before_cursor(connection: Connection, cursor: object, statement: str, *rest: object) -> None:
        found = _WRITE.match(statement)
        if found and found[1] in BY_TABLE and not connection.info.get(FLUSHING):
            raise BypassError(f"{found[1]} is written through the session, not by SQL of one's own")
