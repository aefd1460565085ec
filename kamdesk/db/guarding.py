"""Keeps every write of a recorded row in the change log: a statement that would go past it is refused.

Statements built by SQLAlchemy are refused before they are sent. Everything else is judged by SQLite itself while it
prepares the statement, whatever form its text has. A statement that SQLite has prepared for a flush and kept is not
judged again, so that the plain form in which a flush writes is looked for in the text as well.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Delete, Engine, ExceptionContext, Insert, Update, event

from kamdesk.db import tables as t
from kamdesk.db.driver import driver

FLUSHING = "kamdesk_flushing"
"""Set in a connection's ``info`` while a recorded flush writes through it."""

# https://sqlite.org/c3ref/c_alter_table.html: the action, and which of its two arguments names the table.
_TABLE_OF = {
    driver.SQLITE_DELETE: 0,
    driver.SQLITE_INSERT: 0,
    driver.SQLITE_UPDATE: 0,
    driver.SQLITE_DROP_TABLE: 0,
    driver.SQLITE_ALTER_TABLE: 1,
    driver.SQLITE_CREATE_TRIGGER: 1,
    driver.SQLITE_CREATE_TEMP_TRIGGER: 1,
}
_PLAIN = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM) \"?(\w+)")


class BypassError(RuntimeError):
    """A statement would have written recorded rows without the change log: a programming error."""


def guard(engine: Engine) -> None:
    """Lets nothing write to a recorded table, or change its form, except a recorded flush."""

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, record: Any) -> None:
        def judge(action: int, first: str | None, second: str | None, *rest: object) -> int:
            place = _TABLE_OF.get(action)
            if place is None or record.info.get(FLUSHING):
                return driver.SQLITE_OK
            table = second if place else first
            return driver.SQLITE_DENY if table in t.RECORDED else driver.SQLITE_OK

        connection.set_authorizer(judge)

    @event.listens_for(engine, "before_execute")
    def _before_execute(connection: Connection, clause: object, *rest: object) -> None:
        if not connection.info.get(FLUSHING):
            refuse(clause)

    @event.listens_for(engine, "before_cursor_execute")
    def _before_cursor(connection: Connection, cursor: object, statement: str, *rest: object) -> None:
        found = _PLAIN.match(statement)
        if found and found[1] in t.RECORDED and not connection.info.get(FLUSHING):
            raise BypassError(f"{found[1]} is written through the session, not by SQL of one's own")

    @event.listens_for(engine, "handle_error")
    def _judged(context: ExceptionContext) -> None:
        original = context.original_exception
        if getattr(original, "sqlite_errorcode", None) == driver.SQLITE_AUTH:
            raise BypassError("recorded rows are written through the session") from original


def refuse_bulk(execute_state: Any) -> None:
    """Refuses the session's own way round the log: a bulk INSERT, UPDATE or DELETE of recorded rows."""
    refuse(execute_state.statement)


def refuse(statement: object) -> None:
    """Raises BypassError for a statement built by SQLAlchemy that writes to a recorded table."""
    table = getattr(getattr(statement, "table", None), "name", None)
    if isinstance(statement, Insert | Update | Delete) and table in t.RECORDED:
        raise BypassError(f"{table} is written through the session, not by a statement of its own")
