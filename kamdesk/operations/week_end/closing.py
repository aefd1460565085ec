"""A week is closed when the rep is done with it, and may be reopened; the package says which it is."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.schedule import monday_of, week_text
from kamdesk.domain.week_end import WeekClosing
from kamdesk.operations.line import the_line
from kamdesk.operations.week_end.day import book_day
from kamdesk.operations.week_end.identity import own_card_in


def close_week(store: Store, *, monday: date, now: datetime) -> Changes:
    """The rep is done with the week of ``monday`` on the book's own line.

    Raises RuleError where it is closed already, or has not begun where the rep is.
    """
    monday = monday_of(monday)
    with store.write("week.close", now=now, summary=week_text(monday)) as tx:
        line = the_line(tx)
        if is_closed(tx.connection, line.id, monday):
            raise RuleError("week_closed_already", week=week_text(monday))
        if book_day(tx.connection, now) < monday:
            raise RuleError("week_to_come", week=week_text(monday))
        by = own_card_in(tx.connection).card.rep
        tx.add(WeekClosing(id=tx.new_id(), line_id=line.id, monday=monday, closed_at=now, closed_by=by))
    return tx.changes()


def reopen_week(store: Store, *, monday: date, now: datetime) -> Changes:
    """Something of the week is still to be written. Raises RuleError where it isn't closed."""
    monday = monday_of(monday)
    with store.write("week.reopen", now=now, summary=week_text(monday)) as tx:
        closings = tx.every(WeekClosing, line_id=the_line(tx).id, monday=monday, reopened_at=None)
        if not closings:
            raise RuleError("week_not_closed", week=week_text(monday))
        by = own_card_in(tx.connection).card.rep
        for closing in closings:
            closing.reopened_at, closing.reopened_by = now, by
    return tx.changes()


def is_closed(connection: Connection, line_id: str, monday: date) -> bool:
    """Whether the week of ``monday`` is closed on this line: by whichever laptop, and not reopened since."""
    closing = t.week_closing.c
    return (
        connection.scalar(
            select(closing.id)
            .where(
                closing.line_id == line_id,
                closing.monday == monday,
                closing.reopened_at.is_(None),
                closing.deleted_at.is_(None),
            )
            .limit(1)
        )
        is not None
    )
