"""Undo and redo: an operation read backwards from the change log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, Select, Table, and_, func, or_, select, update

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.recording import plain, scalar
from kamdesk.db.store import Store, Transaction
from kamdesk.db.tables.common import Instant
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.book import SET_UP

NAME = "undo"
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
        _take_back(tx, number)
        mine = tx.connection.scalar(select(func.max(t.operation.c.number)))
        tx.connection.execute(update(t.operation).where(t.operation.c.number == mine).values(undoes=number))
        for table in _dangling(tx.connection, mine, number):
            raise RuleError("undo_touched", table=table)
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


def refuse_if_touched(connection: Connection, number: int) -> None:
    """Raises RuleError where a field that this operation wrote, or a row that it created, was written later.

    Later writes that undid each other, so that a field stands as this operation left it, don't count. What came in
    from another book is in no log: it shows in the rows.
    """
    left: dict[tuple[str, str], str | None] = {}
    for change in connection.execute(
        select(t.change).where(t.change.c.operation == number).order_by(t.change.c.counter)
    ):
        left[change.row, change.field] = change.new
    created = set(connection.scalars(_creations(number)))
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
    for table in _come_in(connection, number, left, created):
        raise RuleError("undo_touched", table=table)


def _come_in(
    connection: Connection, number: int, left: dict[tuple[str, str], str | None], created: Collection[object]
) -> Iterator[str]:
    """The tables with a field that doesn't hold what this operation left in it: another book's value has come in, or
    the row has left the book.
    """
    wrote: dict[str, set[str]] = defaultdict(set)
    for name, row in connection.execute(
        select(t.change.c.table, t.change.c.row).where(t.change.c.operation == number).distinct()
    ):
        wrote[name].add(row)
    known = connection.scalar(select(t.sync_row.c.row).limit(1))
    for name in wrote if known else ():
        table = t.metadata.tables[name]
        mine = select(t.change.c.row).where(t.change.c.operation == number, t.change.c.table == name)
        gone = set(wrote[name])
        for row in connection.execute(select(table).where(table.c.id.in_(mine))).mappings():
            gone.discard(row["id"])
            for field in row:
                said = (row["id"], field) in left or (row["id"] in created and field != "id")
                if said and scalar(row[field]) != left.get((row["id"], field)):
                    yield name
        if gone:
            yield name


def _creations(number: int) -> Select[tuple[str]]:
    return select(t.change.c.row).where(
        t.change.c.operation == number, t.change.c.field == "recorded_at", t.change.c.old.is_(None)
    )


def _take_back(tx: Transaction, number: int) -> None:
    connection = tx.connection
    created = set(connection.scalars(_creations(number)))
    changes = connection.execute(
        select(t.change).where(t.change.c.operation == number).order_by(t.change.c.counter.desc())
    )
    by_table: dict[str, list[Any]] = defaultdict(list)
    for change in changes:
        by_table[change.table].append(change)
    for name, written in by_table.items():
        mine = select(t.change.c.row).where(t.change.c.operation == number, t.change.c.table == name)
        rows = {row.id: row for row in tx.among(BY_TABLE[name], mine)}
        for change in written:
            row = rows[change.row]
            if change.row in created:
                row.deleted_at = tx.now
            elif change.old == change.new:  # chosen among several, one of which was shown
                tx.restate(row, change.field)
            else:
                setattr(row, change.field, plain(change.old, _python_type(name, change.field)))


def _python_type(table: str, field: str) -> type[Any]:
    kind = t.metadata.tables[table].c[field].type
    if isinstance(kind, Instant):
        return datetime
    return date if kind.python_type is date else object


def _dangling(connection: Connection, mine: int | None, number: int) -> Iterator[str]:
    """The tables with a row that would be left pointing at a row taken back: at one that the undone operation had
    created, or because this undo (``mine``) brought the row back or gave it back its old link.
    """
    created = _creations(number)
    made, given_back = (_written(connection, each) for each in (number, mine))
    for name in BY_TABLE:
        table = t.metadata.tables[name]
        for key in table.foreign_keys:
            concerned = name in given_back or key.column.table.name in made
            if concerned and connection.scalar(_left_pointing(table, key, mine, created)):
                yield name
    there = t.attachment.c
    orphans = select(there.id).where(there.deleted_at.is_(None), there.subject_id.in_(created))
    if connection.scalar(orphans.limit(1)):
        yield t.attachment.name


def _written(connection: Connection, number: int | None) -> set[str]:
    """The tables that an operation wrote to."""
    return set(connection.scalars(select(t.change.c.table).where(t.change.c.operation == number).distinct()))


def _left_pointing(
    table: Table, key: ForeignKey, mine: int | None, created: Select[tuple[str]]
) -> Select[tuple[str]]:
    target = key.column.table.alias("linked_to")
    change = t.change.c
    given_back = select(change.row).where(
        change.operation == mine,
        change.table == table.name,
        or_(change.field == key.parent.name, and_(change.field == "deleted_at", change.new.is_(None))),
    )
    return (
        select(table.c.id)
        .join(target, target.c.id == key.parent)
        .where(table.c.deleted_at.is_(None), target.c.deleted_at.is_not(None))
        .where(or_(target.c.id.in_(created), table.c.id.in_(given_back)))
        .limit(1)
    )


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
        .where(operation.name.not_in((NAME, SET_UP, *hidden)), operation.number > demo.scalar_subquery())
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
    other = select(func.coalesce(func.max(operation.number), 0)).where(operation.name.not_in((NAME, *hidden)))
    newest = connection.execute(
        select(t.operation)
        .where(operation.number > other.scalar_subquery(), operation.name == NAME)
        .order_by(operation.number.desc())
    ).all()
    undone = undone_operations(connection)
    for row in newest:
        done = connection.execute(select(t.operation).where(operation.number == row.undoes)).one()
        if done.name not in (NAME, *hidden) and row.number not in undone:
            return Undoable(row.id, done.name, done.summary, row.at)
    return None
