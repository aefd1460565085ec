"""The last steps that were taken in the book, each with whether it could still be undone by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, or_, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.operations.book import SET_UP
from kamdesk.operations.undo import DEMO, NAME, refuse_if_touched, undone_operations

MOST = 40
CONFIDENTIAL = ("informant_assignment", "informant_share")
"""A step about them would tell that there is one."""
HAND_OVER = "handover.record"
"""Shown whether any of them went along or not, so that neither tells."""


@dataclass(frozen=True, slots=True)
class Step:
    """``account`` is the first account that it touched, ``why_not`` the code of what undoing it would raise."""

    operation_id: str
    name: str
    summary: str | None
    at: datetime
    account: str | None
    why_not: str | None


def last_steps(store: Store) -> tuple[Step, ...]:
    """The newest first, the undone among them; without undos, the setting up, a demo's past and the confidential."""
    operation = t.operation.c
    demo = select(func.coalesce(func.max(operation.number), 0)).where(
        operation.name.startswith(DEMO, autoescape=True)
    )
    with store.read() as connection:
        undone = undone_operations(connection)
        rows = connection.execute(
            select(t.operation)
            .where(operation.name.not_in((NAME, SET_UP)), operation.number > demo.scalar_subquery())
            .where(
                or_(
                    operation.number.not_in(
                        select(t.change.c.operation).where(t.change.c.table.in_(CONFIDENTIAL))
                    ),
                    operation.name == HAND_OVER,
                )
            )
            .order_by(operation.number.desc())
            .limit(MOST)
        ).all()
        return tuple(
            Step(
                row.id,
                row.name,
                row.summary,
                row.at,
                _account(connection, row.number),
                "undo_done_already" if row.number in undone else _why_not(connection, row.number),
            )
            for row in rows
        )


def _why_not(connection: Connection, number: int) -> str | None:
    try:
        refuse_if_touched(connection, number)
    except RuleError as error:
        return error.code
    return None


def _account(connection: Connection, number: int) -> str | None:
    """The name of the first account that the step wrote, or wrote something of."""
    touched = connection.execute(
        select(t.change.c.table, t.change.c.row)
        .where(t.change.c.operation == number)
        .order_by(t.change.c.counter)
        .limit(MOST)
    )
    for name, row in touched:
        table = t.metadata.tables[name]
        if table is t.account:
            found = select(t.account.c.name).where(t.account.c.id == row)
        elif "account_id" in table.c:
            found = select(t.account.c.name).join(table, table.c.account_id == t.account.c.id)
            found = found.where(table.c.id == row)
        else:
            continue
        if said := connection.scalar(found):
            return said
    return None
