"""What the change log tells of promises: every step of one, and how often a due day was moved."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.recording import plain
from kamdesk.db.store import Store
from kamdesk.domain.promises_kept import DueStep
from kamdesk.operations.undo import undone_operations

MOVED = "promise.due_"
"""How the operations that move a due day begin; who asked for it is the rest of their name."""
_NOT_TOLD = frozenset({"recorded_at", "account_id"})


@dataclass(frozen=True, slots=True)
class FieldStep:
    """A field from one value to another, as the log has it: texts, whole numbers, dates as ISO text."""

    field: str
    old: str | int | None
    new: str | int | None


@dataclass(frozen=True, slots=True)
class PromiseStep:
    """One operation on a promise; ``made``: it brought the promise into the book. ``reason`` is its summary."""

    at: datetime
    operation: str
    reason: str | None
    user: str | None
    made: bool
    fields: tuple[FieldStep, ...]


def promise_steps(store: Store, *, promise_id: str) -> tuple[PromiseStep, ...]:
    """All that was done to a promise and stands, oldest first. What was undone is left out, and so is the undoing."""
    c, o = t.change.c, t.operation.c
    with store.read() as connection:
        undone = undone_operations(connection)
        rows = connection.execute(
            select(o.number, o.at, o.name, o.summary, o.user, o.undoes, c.field, c.old, c.new)
            .join(t.operation, c.operation == o.number)
            .where(c.table == t.promise.name, c.row == promise_id)
            .order_by(c.counter)
        ).all()
    found: dict[int, list[FieldStep]] = {}
    heads = {}
    for row in rows:
        if row.undoes is not None or row.number in undone:
            continue
        heads[row.number] = row
        fields = found.setdefault(row.number, [])
        fields.append(FieldStep(row.field, plain(row.old, str), plain(row.new, str)))
    return tuple(
        PromiseStep(
            head.at,
            head.name,
            head.summary,
            head.user,
            any(step.field == "recorded_at" and step.old is None for step in found[number]),
            tuple(step for step in found[number] if step.field not in _NOT_TOLD),
        )
        for number, head in heads.items()
    )


def read_due_steps(connection: Connection, promise_id: str | None = None) -> dict[str, list[DueStep]]:
    """The moves of due days that stand, oldest first, by promise; a first due day is none. One promise, or all."""
    c, o = t.change.c, t.operation.c
    chosen = (
        select(c.row, c.old, c.new, o.name, o.number)
        .join(t.operation, c.operation == o.number)
        .where(c.table == t.promise.name, c.field == "due_on", c.old.is_not(None), o.undoes.is_(None))
        .order_by(c.counter)
    )
    if promise_id is not None:
        chosen = chosen.where(c.row == promise_id)
    undone = undone_operations(connection)
    steps: dict[str, list[DueStep]] = defaultdict(list)
    for row in connection.execute(chosen):
        if row.number not in undone:
            asked = row.name.removeprefix(MOVED) if row.name.startswith(MOVED) else None
            steps[row.row].append(DueStep(plain(row.old, date), plain(row.new, date), asked))
    return steps
