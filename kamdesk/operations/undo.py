"""Undo and redo: an operation read backwards from the change log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.recording import plain
from kamdesk.db.store import Store, Transaction
from kamdesk.db.tables.common import Instant
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError


@dataclass(frozen=True, slots=True)
class Undoable:
    """An operation that can be undone (or redone): its id, its name, when it was carried out."""

    operation_id: str
    name: str
    summary: str | None
    at: datetime


def undo(store: Store, *, operation_id: str, now: datetime) -> Changes:
    """Takes back everything the operation wrote: fields get their old values, created rows are taken back.

    Undoing an undo is the redo. Raises RuleError where a later operation wrote one of the same fields (nothing is
    changed then), NotFound for an unknown operation.
    """
    with store.write("undo", now=now) as tx:
        number = tx.connection.scalar(select(t.operation.c.number).where(t.operation.c.id == operation_id))
        if number is None:
            raise NotFound("operation_missing", id=operation_id)
        if _undone_by(tx.connection, number) is not None:
            raise RuleError("undo_done_already")
        _refuse_if_touched(tx.connection, number)
        _take_back(tx, number)
        mine = tx.connection.scalar(select(func.max(t.operation.c.number)))
        tx.connection.execute(update(t.operation).where(t.operation.c.number == mine).values(undoes=number))
    return tx.changes()


def _undone_by(connection: Connection, number: int) -> int | None:
    """The operation that undid this one and has not itself been undone."""
    for undoing in connection.scalars(select(t.operation.c.number).where(t.operation.c.undoes == number)):
        if _undone_by(connection, undoing) is None:
            return undoing
    return None


def _refuse_if_touched(connection: Connection, number: int) -> None:
    """Raises RuleError where something written later still rests on what this operation wrote.

    Later writes that undid each other, so that a field stands as this operation left it, don't count.
    """
    left: dict[tuple[str, str], str | None] = {}
    for change in connection.execute(
        select(t.change).where(t.change.c.operation == number).order_by(t.change.c.counter)
    ):
        left[change.row, change.field] = change.new
    created = _created(connection, number)
    mine = select(t.change.c.row).where(t.change.c.operation == number)
    newest: dict[tuple[str, str], tuple[str, str | None]] = {}
    for change in connection.execute(
        select(t.change)
        .where(t.change.c.operation > number, t.change.c.row.in_(mine))
        .order_by(t.change.c.counter)
    ):
        newest[change.row, change.field] = change.table, change.new
    for (row, field), (table, value) in newest.items():
        if ((row, field) in left or row in created) and value != left.get((row, field)):
            raise RuleError("undo_touched", table=table)
    for table, leaning in _leaning(connection, number, created):
        if leaning:
            raise RuleError("undo_touched", table=table)


def _created(connection: Connection, number: int) -> set[str]:
    return {row[0] for row in connection.execute(_creations(number))}


def _creations(number: int) -> Select[str]:
    return select(t.change.c.row).where(
        t.change.c.operation == number, t.change.c.field == "recorded_at", t.change.c.old.is_(None)
    )


def _leaning(connection: Connection, number: int, created: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Per table the rows of other operations, not taken back, that point at rows this operation created."""
    if not created:
        return
    for name in BY_TABLE:
        table = t.metadata.tables[name]
        for key in table.foreign_keys:
            pointing = select(table.c.id).where(
                key.parent.in_(_creations(number)), table.c.deleted_at.is_(None)
            )
            yield name, set(connection.scalars(pointing)) - created


def _take_back(tx: Transaction, number: int) -> None:
    changes = tx.connection.execute(
        select(t.change).where(t.change.c.operation == number).order_by(t.change.c.counter.desc())
    ).all()
    created = _created(tx.connection, number)
    for change in changes:
        kind = BY_TABLE[change.table]
        row = tx.find(kind, change.row)
        if row is None:
            continue
        if change.row in created:
            row.deleted_at = tx.now
            continue
        setattr(row, change.field, plain(change.old, _python_type(change.table, change.field)))


def _python_type(table: str, field: str) -> type[Any]:
    kind = t.metadata.tables[table].c[field].type
    if isinstance(kind, Instant):
        return datetime
    return date if kind.python_type is date else object


def last_done(connection: Connection) -> Undoable | None:
    """The newest operation that undo would take back."""
    rows = connection.execute(
        select(t.operation).where(t.operation.c.name != "undo").order_by(t.operation.c.number.desc())
    )
    for row in rows:
        if _undone_by(connection, row.number) is None:
            return Undoable(row.id, row.name, row.summary, row.at)
    return None


def last_undone(connection: Connection) -> Undoable | None:
    """What redo would bring back: the undo to undo, carrying the name of the operation it took back.

    Only undos newer than any other operation count: whatever was done since has ended their line.
    """
    rows = connection.execute(select(t.operation).order_by(t.operation.c.number.desc()))
    by_number: dict[int, Any] = {}
    for row in rows:
        by_number[row.number] = row
        if row.name != "undo":
            return None
        undone = connection.execute(select(t.operation).where(t.operation.c.number == row.undoes)).one()
        if undone.name == "undo":
            continue
        if _undone_by(connection, row.number) is None:
            return Undoable(row.id, undone.name, undone.summary, row.at)
    return None
