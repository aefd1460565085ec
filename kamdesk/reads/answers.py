"""What has become of the questions that lists left, told by their state and by the operations that are taken back."""

from __future__ import annotations

from collections.abc import Container

from sqlalchemy import Connection, select

from kamdesk.db import tables as t

LEFT_OUT = "left_out"
ANSWERED = "answered"


def undone_operations(connection: Connection) -> frozenset[int]:
    """Operations that are taken back now; the undo of an undo brings one back."""
    undoings = connection.execute(
        select(t.operation.c.number, t.operation.c.undoes)
        .where(t.operation.c.undoes.is_not(None))
        .order_by(t.operation.c.number.desc())
    ).all()
    undone: set[int] = set()
    for number, undoes in undoings:
        if number not in undone:
            undone.add(undoes)
    return frozenset(undone)


def undone_ids(connection: Connection) -> frozenset[str]:
    """The same by id, as local tables name operations."""
    numbers = undone_operations(connection)
    if not numbers:
        return frozenset()
    return frozenset(connection.scalars(select(t.operation.c.id).where(t.operation.c.number.in_(numbers))))


def answer_in(state: str, undone: Container[str]) -> str | None:
    """What was decided: `LEFT_OUT`, an account's id, "" for anything else. None for a question that is open.

    An answer whose operation is taken back is none.
    """
    if state == LEFT_OUT:
        return LEFT_OUT
    word, _, rest = state.partition(":")
    operation, _, account = rest.partition(":")
    return account if word == ANSWERED and operation not in undone else None
