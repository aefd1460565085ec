"""Which weeks the rep has closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.reads.rep import read_rep


@dataclass(frozen=True, slots=True)
class Closing:
    """A week that was closed; ``reopened_at`` is None while it stays so."""

    monday: date
    closed_at: datetime
    closed_by: str | None
    reopened_at: datetime | None
    reopened_by: str | None


def closings(store: Store, *, monday: date | None = None) -> tuple[Closing, ...]:
    """Every closing of the book's own line, or those of one week; the newest week first, the newest closing first.

    A week is closed where one of its closings was not reopened. Raises NotFound in a book that was not set up.
    """
    c = t.week_closing.c
    with store.read() as connection:
        line_id = read_rep(connection).line_id
        rows = connection.execute(
            select(c.monday, c.closed_at, c.closed_by, c.reopened_at, c.reopened_by)
            .where(
                c.line_id == line_id,
                c.deleted_at.is_(None),
                *([c.monday == monday] if monday is not None else ()),
            )
            .order_by(c.monday.desc(), c.closed_at.desc(), c.id)
        )
        return tuple(Closing(*row) for row in rows)


def is_closed(store: Store, monday: date) -> bool:
    """Whether the week of ``monday`` is closed."""
    return any(closing.reopened_at is None for closing in closings(store, monday=monday))
