"""The weeks that were closed on the book's own line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.own import own_rep
from kamdesk.db.store import Store


@dataclass(frozen=True, slots=True)
class Closing:
    """A week that was closed, and by whom; reopened since where ``reopened_at`` says so."""

    monday: date
    closed_at: datetime
    closed_by: str | None
    reopened_at: datetime | None
    reopened_by: str | None


def closings(store: Store, *, monday: date | None = None, limit: int = 60) -> tuple[Closing, ...]:
    """The newest weeks first, or those of one week alone; of a week closed twice the one that holds first."""
    closing, line = t.week_closing.c, t.visit_line.c
    with store.read() as connection:
        rows = connection.execute(
            select(
                closing.monday, closing.closed_at, closing.closed_by, closing.reopened_at, closing.reopened_by
            )
            .join_from(t.week_closing, t.visit_line, closing.line_id == line.id)
            .where(closing.deleted_at.is_(None), line.rep_id == own_rep(connection))
            .where(*([closing.monday == monday] if monday is not None else ()))
            .order_by(closing.monday.desc(), closing.reopened_at.is_not(None), closing.closed_at.desc())
            .limit(limit)
        ).all()
    return tuple(Closing(*row) for row in rows)


def is_closed(store: Store, monday: date) -> bool:
    """Whether the week of ``monday`` is closed: one of its closings was not reopened."""
    return any(closing.reopened_at is None for closing in closings(store, monday=monday))
