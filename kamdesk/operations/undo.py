"""Undo and redo: an operation read backwards from the change log."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from kamdesk.db import tables as t
from kamdesk.db.circles import PARTED
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.recording import plain
from kamdesk.db.store import Store, Transaction
from kamdesk.db.tables.common import Instant
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations import undone_reports
from kamdesk.operations.book import SET_UP
from kamdesk.operations.undo_touched import creations, dangling, refuse_if_touched, written
from kamdesk.operations.week_end import renaming
from kamdesk.sync.book import overruling

NAME = "undo"
ITS_OWN = (overruling.NAME, PARTED, renaming.NAME)
"""What the book wrote by itself, while a package or a card came in or it was opened."""
_SOME = 1_000
DEMO = "demo."
"""How the names of operations begin that only a demo book has: they stand for what was there before."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """An operation that can be undone (or redone): its id, its name, when it was carried out."""

    operation_id: str
    name: str
    summary: str | None
    at: datetime


def undo(store: Store, *, operation_id: str, now: datetime) -> Changes:
    """Takes back everything the operation wrote: fields get their old values, created rows are taken back.

    Undoing an undo is the redo. Raises RuleError, nothing being changed then, where something written later rests on
    the operation, or it has been undone, or the book began with it; NotFound for an unknown one.
    """
    with store.write(NAME, now=now) as tx:
        connection = tx.connection
        number = _meant(connection, operation_id)
        if number in undone_operations(connection):
            raise RuleError("undo_done_already")
        refuse_if_touched(connection, number)
        reports = undone_reports.standing(connection, number)
        _take_back(tx, number)
        mine = tx.connection.scalar(select(func.max(t.operation.c.number)))
        tx.connection.execute(update(t.operation).where(t.operation.c.number == mine).values(undoes=number))
        for table in dangling(tx.connection, mine, number):
            raise RuleError("undo_touched", table=table)
        undone_reports.settle(connection, reports, number, now)
    return tx.changes()


def _meant(connection: Connection, operation_id: str) -> int:
    """The number of the operation to undo; to undo a redo is to undo what was done again."""
    operation = t.operation.c
    row = connection.execute(select(t.operation).where(operation.id == operation_id)).first()
    if row is None:
        raise NotFound("operation_missing", id=operation_id)
    if row.name == SET_UP:
        raise RuleError("undo_never")
    undone = connection.execute(select(t.operation).where(operation.number == row.undoes)).first()
    if undone is not None and undone.undoes is not None:
        again = connection.scalar(select(operation.id).where(operation.number == undone.undoes))
        return _meant(connection, str(again))
    return row.number


def undone_operations(connection: Connection) -> set[int]:
    """The numbers of the operations that stand undone: by an undo that has not been undone itself."""
    operation = t.operation.c
    pairs = connection.execute(
        select(operation.number, operation.undoes)
        .where(operation.undoes.is_not(None))
        .order_by(operation.number.desc())
    )
    found: set[int] = set()
    for number, undoes in pairs:
        if number not in found:
            found.add(undoes)
    return found


def _take_back(tx: Transaction, number: int) -> None:
    """What was made and what was taken back goes table by table, however much it is; other fields a piece at a time."""
    for name in sorted(written(tx.connection, number)):
        tx.take_back_made(name, number)
        tx.bring_back_taken(name, number)
    before: int | None = None
    while lines := _fields_written(tx.connection, number, before):
        before = lines[-1].counter
        for name in dict.fromkeys(line.table for line in lines):
            mine = select(t.change.c.row).where(t.change.c.counter.in_([line.counter for line in lines]))
            rows = {row.id: row for row in tx.among(BY_TABLE[name], mine)}
            for line in lines:
                if line.table != name:
                    continue
                row = rows[line.row]
                if line.old == line.new:  # chosen among several, one of which was shown
                    tx.restate(row, line.field)
                else:
                    setattr(row, line.field, plain(line.old, _python_type(name, line.field)))
        tx.flush()


def _fields_written(connection: Connection, number: int, before: int | None) -> Sequence[Any]:
    """The newest lines of an operation's log, before one, that are about a field of a row that was there already."""
    change = t.change.c
    mine = select(t.change).where(change.operation == number, change.row.not_in(creations(number)))
    lines = mine.where(or_(change.field != "deleted_at", change.old.is_not(None)))
    if before is not None:
        lines = lines.where(change.counter < before)
    return connection.execute(lines.order_by(change.counter.desc()).limit(_SOME)).all()


def _python_type(table: str, field: str) -> type[Any]:
    kind = t.metadata.tables[table].c[field].type
    if isinstance(kind, Instant):
        return datetime
    return date if kind.python_type is date else object


def last_done(connection: Connection, hidden: Collection[str] = ()) -> Undoable | None:
    """The newest operation that undo would take back: never the setting up of the book, nor the past of a demo.

    Operations with a name in ``hidden`` are passed over, as if they had never been.
    """
    operation = t.operation.c
    undone = undone_operations(connection)
    demo = select(func.coalesce(func.max(operation.number), 0)).where(
        operation.name.startswith(DEMO, autoescape=True)
    )
    rows = connection.execute(
        select(t.operation)
        .where(
            operation.name.not_in((NAME, SET_UP, *ITS_OWN, *hidden)),
            operation.number > demo.scalar_subquery(),
        )
        .order_by(operation.number.desc())
    )
    for row in rows:
        if row.number not in undone:
            rows.close()
            return Undoable(row.id, row.name, row.summary, row.at)
    return None


def last_undone(connection: Connection, hidden: Collection[str] = ()) -> Undoable | None:
    """What redo would bring back: the undo to undo, carrying the name of the operation it took back.

    Only undos newer than any other operation count: whatever was done since has ended their line. What is named in
    ``hidden``, and its undoing, is passed over.
    """
    operation = t.operation.c
    passed = (NAME, *ITS_OWN, *hidden)
    other = select(func.coalesce(func.max(operation.number), 0)).where(operation.name.not_in(passed))
    newest = connection.execute(
        select(t.operation)
        .where(operation.number > other.scalar_subquery(), operation.name == NAME)
        .order_by(operation.number.desc())
    ).all()
    undone = undone_operations(connection)
    for row in newest:
        done = connection.execute(select(t.operation).where(operation.number == row.undoes)).one()
        if done.name not in passed and row.number not in undone:
            return Undoable(row.id, done.name, done.summary, row.at)
    return None
