"""Questions that lists left, answered: which account a row means, which value of a field holds, or it stays out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.own import own_zone
from kamdesk.db.store import Store
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.exchange.records import AccountRecord
from kamdesk.operations.fields import assign
from kamdesk.operations.importing.appointments import KIND as VISITS
from kamdesk.operations.importing.appointments import take_visit
from kamdesk.operations.importing.index import AccountIndex
from kamdesk.operations.importing.one_firm import of_one_firm
from kamdesk.operations.importing.pending import OPEN, answered
from kamdesk.operations.importing.taking import NAME, Taker, close_question, read_question
from kamdesk.operations.merging import refuse_pair
from kamdesk.reads.answers import LEFT_OUT, answer_in, undone_ids
from kamdesk.reads.export.shape import ORDER

_ROWS: Mapping[str, type[Any]] = {name: kind for name, kind in BY_TABLE.items() if name in ORDER}


def take_row(store: Store, *, pending_id: str, account_id: str | None, now: datetime) -> Changes:
    """Takes a row in for the account it means, one of accounts also (None) as a new one; doubts in its cells come next.

    A new one is remembered as not the same as those it was like; that of a person of no firm is called as the person.
    The other people of the same firm in the same address book go into the account with them.

    The name in the book stays. Raises NotFound where question or account are gone, RuleError where the question has
    an answer or the row can't be read as what it is to be.
    """
    with store.read() as connection:
        pending = open_question(connection, pending_id)
        if account_id is not None and account_id not in AccountIndex(connection).live:
            raise NotFound("import_answer_gone")
        zone = own_zone(connection) or "UTC"
    if pending.kind == VISITS:
        return take_visit(store, pending, account_id=account_id, now=now)
    asked = read_question(pending, now, zone)
    if asked is None:
        raise RuleError("import_answer_row")
    entry = asked.entry
    if account_id is None and isinstance(entry, AccountRecord) and entry.card and entry.name is None:
        entry = replace(entry, name=next((person.name for person in entry.contacts if person.name), None))
    named = entry if isinstance(entry, AccountRecord) else entry.account or entry.product
    if account_id is None and (named is None or named.name is None or not isinstance(entry, AccountRecord)):
        raise RuleError(
            "import_answer_nameless" if isinstance(entry, AccountRecord) else "import_answer_whose"
        )
    with store.read() as connection:
        also = of_one_firm(connection, asked, now, zone)
    with store.write(NAME, now=now, summary=named and (named.name or named.code)) as tx:
        taker = Taker(tx, zone)
        taken = taker.take(entry, asked.whence, account_id)
        for other in also:
            taker.take(other.entry, other.whence, taken)
        taker.close([asked, *also], taken)
    changes = tx.changes()
    if not changes:
        # The book holds all of the row already, so there is no operation: the answer stands by itself.
        with store.write_local() as connection:
            taker.keep(connection)
            for each in (asked, *also):
                close_question(connection, each.id, answered("", taken))
    if account_id is None and taken:
        for other in dict.fromkeys(like for each in (asked, *also) for like in each.like):
            refuse_pair(store, first=taken, second=other, now=now)
    return changes


def take_value(store: Store, *, pending_id: str, now: datetime) -> Changes:
    """Takes what the list says of fields that differ from the book.

    Raises NotFound where the row is gone, RuleError where an account would leave active: that needs its own step.
    """
    with store.read() as connection:
        pending = open_question(connection, pending_id)
        content = json.loads(pending.content)
        table = _table_of(connection, content["like"][0] if pending.kind == "fields" else "")
    if table is None:
        raise NotFound("import_answer_gone")
    wanted = {name: value for name, value in content["asked"].items() if name != "of"}
    with store.write(NAME, now=now, summary=str(content["asked"].get("of", ""))) as tx:
        row = tx.get(_ROWS[table], content["like"][0])
        if "status" in wanted and row.status == AccountStatus.ACTIVE:
            raise RuleError("import_answer_status")
        columns = t.metadata.tables[table].c
        assign(row, {name: _typed(value, columns[name].type.python_type) for name, value in wanted.items()})
        tx.flush()
        close_question(tx.connection, pending_id, answered(tx.changes().operation_id or ""))
    changes = tx.changes()
    if not changes:
        with store.write_local() as connection:
            close_question(connection, pending_id, answered(""))
    return changes


def leave_out(store: Store, *, pending_id: str) -> None:
    """What was asked about stays out of the book, also when the same list comes again; `ask_again` takes it back."""
    with store.write_local() as connection:
        open_question(connection, pending_id)
        close_question(connection, pending_id, LEFT_OUT)


def ask_again(store: Store, *, pending_id: str) -> None:
    """Opens a question that was left out."""
    with store.write_local() as connection:
        pending = t.import_pending.c
        connection.execute(
            update(t.import_pending)
            .where(pending.id == pending_id, pending.state == LEFT_OUT)
            .values(state=OPEN)
        )


def open_question(connection: Connection, pending_id: str) -> Row[Any]:
    """The question with this id. Raises NotFound, and RuleError where it has its answer."""
    found = connection.execute(
        select(t.import_pending).where(t.import_pending.c.id == pending_id)
    ).one_or_none()
    if found is None:
        raise NotFound("import_answer_gone")
    if answer_in(found.state, undone_ids(connection)) is not None:
        raise RuleError("import_answered")
    return found


def _table_of(connection: Connection, row_id: str) -> str | None:
    """The table that holds a row in force."""
    for name in _ROWS:
        columns = t.metadata.tables[name].c
        if connection.scalar(select(columns.id).where(columns.id == row_id, columns.deleted_at.is_(None))):
            return name
    return None


def _typed(value: Any, kind: type) -> Any:
    """A value as the question keeps it, for a column of this type."""
    if kind in (date, datetime) and isinstance(value, str):
        return kind.fromisoformat(value)
    return value
