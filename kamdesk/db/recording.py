"""The change log: every write of a recorded row leaves, in its own transaction, one `change` row per field.

A `Recorder` listens to a session's flushes; `kamdesk.db.guarding` refuses statements that would write recorded rows
past the log. Together they make the log complete: replaying it gives the book.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Date, event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from kamdesk.db.fresh import Fresh, insert, shape_of
from kamdesk.db.guarding import FLUSHING, BypassError, refuse_bulk
from kamdesk.db.marking import mark
from kamdesk.db.written import Written
from kamdesk.domain.row import Row

_ENCODED = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_QUOTED = json.encoder.encode_basestring
"""What the first one does with a text, without the way there: an import writes a hundred thousand."""
_LOG = 'INSERT INTO change (operation, "table", "row", field, old, new) VALUES (?, ?, ?, ?, ?, ?)'


def scalar(value: object) -> str | None:
    """A field's value as it stands in the log: a JSON scalar, dates as ISO text, instants as ISO text in UTC."""
    if value is None:
        return None
    kind = type(value)
    if kind is str:
        return _QUOTED(value)  # type: ignore[arg-type]
    if kind is int:
        return str(value)
    if isinstance(value, datetime):
        value = value.astimezone(UTC).isoformat(timespec="microseconds")
    elif isinstance(value, date):
        value = value.isoformat()
    return _QUOTED(value) if isinstance(value, str) else _ENCODED(value)


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

    ``rows``: the ids written, by table. ``since``: those of them, and ``left`` by table and field the ids of the rows
    that links led to before, since `taken` was asked last. Where they are ``many`` they are kept no longer.
    Of a write that is only ``tried``, to be rolled back, the rows made by the hundred thousand are not logged.
    """

    def __init__(self, session: Session, operation: int, at: datetime, *, tried: bool = False) -> None:
        self._connection = session.connection()
        self._at = at
        self._tried = tried
        self._pending: list[tuple[object, ...]] = []
        self._fresh: list[Fresh] = []
        self.operation = operation
        self.rows: dict[str, Written] = defaultdict(Written)
        self.many = False
        self.since: dict[str, set[str]] = defaultdict(set)
        self.left: dict[tuple[str, str], set[str]] = defaultdict(set)
        event.listen(session, "before_flush", self._before)
        event.listen(session, "after_flush", self._after)
        event.listen(session, "after_soft_rollback", self._broken_off)
        event.listen(session, "do_orm_execute", refuse_bulk)

    def restate(self, row: Row, field: str) -> None:
        """Logs a field as written anew though its value stays: who has seen rivals to it has chosen this one."""
        shape = _shape(type(row))
        value = scalar(getattr(row, field))
        self._connection.exec_driver_sql(_LOG, [(self.operation, shape.table, row.id, field, value, value)])
        self.rows[shape.table].add(row.id)

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
        shape = _shape(type(row))
        before = len(self._pending)
        for field, old, new in _differences(row, shape, created):
            if isinstance(old, str) and field in shape.links and not self.many:
                self.left[shape.table, field].add(old)
            self._pending.append((self.operation, shape.table, row.id, field, scalar(old), scalar(new)))
        if len(self._pending) > before:
            self._wrote(shape.table, row.id)

    def _after(self, session: Session, context: UOWTransaction) -> None:
        self._connection.info.pop(FLUSHING, None)
        if self._pending:
            self._connection.exec_driver_sql(_LOG, self._pending)
            self._pending = []

    def _wrote(self, table: str, row_id: str) -> None:
        self.rows[table].add(row_id)
        if not self.many:
            self.since[table].add(row_id)

    def taken(self) -> tuple[dict[str, set[str]], dict[tuple[str, str], set[str]]]:
        """``since`` and ``left``, which are empty afterwards."""
        given = self.since, self.left
        self.since, self.left = defaultdict(set), defaultdict(set)
        return given

    def watch(self, limit: int) -> bool:
        """Whether more rows were written than ``limit``; from then on they are no longer kept for the index."""
        if not self.many and sum(map(len, self.since.values())) > limit:
            self.many = True
            self.taken()
        return self.many

    def make(self, kind: type[Row], values: dict[str, Any]) -> Fresh:
        """A new row that is no object of the session, written when the recorder settles."""
        row = Fresh(kind, values)
        self._fresh.append(row)
        return row

    def mark(self, table: str, undone: int, lines: str, at: datetime | None) -> None:
        """Takes back, or brings back, all rows of a table of which the log of ``undone`` has such lines."""
        self._connection.info[FLUSHING] = True
        try:
            for row_id in mark(
                self._connection, operation=self.operation, table=table, undone=undone, lines=lines, at=at
            ):
                self._wrote(table, row_id)
        finally:
            self._connection.info.pop(FLUSHING, None)

    def settle(self) -> None:
        """Writes the rows made since, and logs them as a flush would, kind by kind."""
        if not self._fresh:
            return
        rows, self._fresh = self._fresh, []
        kinds: dict[type[Row], list[Fresh]] = {}
        for row in rows:
            row.values.setdefault("recorded_at", self._at)
            kinds.setdefault(row.kind, []).append(row)
        self._connection.info[FLUSHING] = True
        try:
            for alike in kinds.values():
                insert(self._connection, alike, None if self._tried else self.operation)
                for row in alike:
                    self._wrote(shape_of(row.kind).table, row.id)
        finally:
            self._connection.info.pop(FLUSHING, None)

    def _broken_off(self, session: Session, previous: object) -> None:
        self._connection.info.pop(FLUSHING, None)


@dataclass(frozen=True, slots=True)
class _Shape:
    """Of a mapped class: its table, its fields but the id, those that are days, those that lead to other rows."""

    table: str
    fields: tuple[str, ...]
    days: frozenset[str]
    links: frozenset[str]


@cache
def _shape(kind: type[Row]) -> _Shape:
    mapper = inspect(kind)
    columns = {each.key: each.columns[0] for each in mapper.column_attrs if each.key != "id"}
    return _Shape(
        mapper.local_table.name,
        tuple(columns),
        frozenset(field for field, column in columns.items() if isinstance(column.type, Date)),
        frozenset(field for field, column in columns.items() if column.foreign_keys),
    )


def _differences(row: Row, shape: _Shape, created: bool) -> Iterator[tuple[str, object, object]]:
    state = inspect(row)
    for field in shape.fields:
        # What was never set since it was read is not among the committed values, and no change.
        if not created and field not in state.committed_state:
            continue
        value = getattr(row, field)
        if field in shape.days and isinstance(value, datetime):
            raise TypeError(f"{field} is a day, not a moment")
        if created:
            if value is not None:
                yield field, None, value
            continue
        history = state.attrs[field].history
        if history.has_changes():
            yield field, history.deleted[0] if history.deleted else None, value
