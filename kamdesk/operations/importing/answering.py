"""Questions that lists left, answered: which account a row means, which value of a field holds, or it stays out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.own import own_zone
from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.walltime import local_day
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.records import AccountRecord, ListedRecord
from kamdesk.operations.fields import assign
from kamdesk.operations.importing.accounts import Accounts
from kamdesk.operations.importing.appointments import KIND as VISITS
from kamdesk.operations.importing.appointments import take_visit
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.index import AccountIndex, ProductIndex
from kamdesk.operations.importing.listed import ListedRows
from kamdesk.operations.importing.matching import Match
from kamdesk.operations.importing.merging import Merger
from kamdesk.operations.importing.pending import OPEN, PendingBox, answered
from kamdesk.operations.importing.questions import Questions, Whence
from kamdesk.operations.importing.reading_again import read_again
from kamdesk.operations.importing.report import Ledger
from kamdesk.operations.merging import refuse_pair
from kamdesk.reads.answers import LEFT_OUT, answer_in, undone_ids
from kamdesk.reads.export.shape import ORDER

NAME = "import.answer"
_ROWS: Mapping[str, type[Any]] = {name: kind for name, kind in BY_TABLE.items() if name in ORDER}


def take_row(store: Store, *, pending_id: str, account_id: str | None, now: datetime) -> Changes:
    """Takes a row in for the account it means, one of accounts also (None) as a new one; doubts in its cells come next.

    A new one is remembered as not the same as those it was like; that of a person of no firm is called as the person.

    The name in the book stays. Raises NotFound where question or account are gone, RuleError where the question has
    an answer or the row can't be read as what it is to be.
    """
    with store.read() as connection:
        pending = open_question(connection, pending_id)
        if account_id is not None and account_id not in AccountIndex(connection).live:
            raise NotFound("import_answer_gone")
        zone = own_zone(connection)
    if pending.kind == VISITS:
        return take_visit(store, pending, account_id=account_id, now=now)
    content = json.loads(pending.content)
    entry = read_again(
        content,
        pending.kind,
        content["asked"],
        today=local_day(now, zone or "UTC"),
        sheet=pending.sheet or "",
        line=pending.line or 2,
    )
    if not isinstance(entry, AccountRecord | ListedRecord):
        raise RuleError("import_answer_row")
    if account_id is None and isinstance(entry, AccountRecord) and entry.card and entry.name is None:
        entry = replace(entry, name=next((person.name for person in entry.contacts if person.name), None))
    named = entry if isinstance(entry, AccountRecord) else entry.account or entry.product
    if account_id is None and (named is None or named.name is None or not isinstance(entry, AccountRecord)):
        raise RuleError(
            "import_answer_nameless" if isinstance(entry, AccountRecord) else "import_answer_whose"
        )
    whence = Whence(0, tuple(content["asked"]), pending.sha256, content.get("about", {}), kind=pending.kind)
    whence = replace(whence, rule=content.get("rule", ""))
    with store.write(NAME, now=now, summary=named and (named.name or named.code)) as tx:
        box, taken = _take(tx, entry, whence, account_id, zone or "UTC")
        box.write(tx.connection, now)
        close_question(tx.connection, pending_id, answered(tx.changes().operation_id or "", taken))
    changes = tx.changes()
    if not changes:
        # The book holds all of the row already, so there is no operation: the answer stands by itself.
        with store.write_local() as connection:
            close_question(connection, pending_id, answered("", taken))
    if account_id is None and taken:
        for other in content["like"]:
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


def close_question(connection: Connection, pending_id: str, state: str) -> None:
    """Keeps what was decided about a question."""
    connection.execute(
        update(t.import_pending).where(t.import_pending.c.id == pending_id).values(state=state)
    )


def _take(
    tx: Transaction, record: AccountRecord | ListedRecord, whence: Whence, account_id: str | None, zone: str
) -> tuple[PendingBox, str]:
    """The questions that the row leaves, and the account it went into."""
    connection = tx.connection
    box, ledger = PendingBox(connection), Ledger()
    history = History(connection, connection.scalar(select(func.max(t.operation.c.number))) or 0)
    questions = Questions(ledger, box)
    merger, index, system = Merger(history, box, ledger), AccountIndex(connection), ListMapping().system
    if isinstance(record, ListedRecord):
        rows = ListedRows(tx, index, ProductIndex(connection), merger, questions, system=system)
        rows.take([record], whence, decided=account_id)
        return box, rows.taken
    today = local_day(tx.now, zone)
    accounts = Accounts(tx, index, history, merger, questions, system=system, today=today)
    accounts.take([(record, whence)], decided=Match(account_id))
    accounts.link_parents()
    return box, accounts.taken


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
