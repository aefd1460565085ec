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


def closings(store: Store, *, limit: int = 60) -> tuple[Closing, ...]:
    """The newest weeks first; of a week closed twice the later closing first."""
    closing, line = t.week_closing.c, t.visit_line.c
    with store.read() as connection:
        rows = connection.execute(
            select(
                closing.monday, closing.closed_at, closing.closed_by, closing.reopened_at, closing.reopened_by
            )
            .join_from(t.week_closing, t.visit_line, closing.line_id == line.id)
            .where(closing.deleted_at.is_(None), line.rep_id == own_rep(connection))
            .order_by(closing.monday.desc(), closing.reopened_at.is_not(None), closing.closed_at.desc())
            .limit(limit)
        ).all()
    return tuple(Closing(*row) for row in rows)
