"""Rows that were asked about, read again from their questions and taken in for the account that is meant."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from kamdesk.db import tables as t
from kamdesk.db.store import Transaction
from kamdesk.domain.walltime import local_day
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.records import AccountRecord, ListedRecord
from kamdesk.exchange.values.names import same_key
from kamdesk.operations.importing.accounts import Accounts
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.index import AccountIndex, ProductIndex
from kamdesk.operations.importing.listed import ListedRows
from kamdesk.operations.importing.matching import Match
from kamdesk.operations.importing.merging import Merger
from kamdesk.operations.importing.pending import PendingBox, answered
from kamdesk.operations.importing.questions import Questions, Whence
from kamdesk.operations.importing.reading_again import read_again
from kamdesk.operations.importing.report import Ledger

NAME = "import.answer"


@dataclass(frozen=True, slots=True)
class Asked:
    """A row that is asked about: its question, what it says, whence it came, the accounts that it may be of."""

    id: str
    entry: AccountRecord | ListedRecord
    whence: Whence
    like: tuple[str, ...]


def read_question(pending: Row[Any], now: datetime, zone: str) -> Asked | None:
    """The row that a question is about; None where it can't be read as what it is to be."""
    content = json.loads(pending.content)
    entry = read_again(
        content,
        pending.kind,
        content["asked"],
        today=local_day(now, zone),
        sheet=pending.sheet or "",
        line=pending.line or 2,
    )
    if not isinstance(entry, AccountRecord | ListedRecord):
        return None
    whence = Whence(0, tuple(content["asked"]), pending.sha256, content.get("about", {}), kind=pending.kind)
    return Asked(pending.id, entry, replace(whence, rule=content.get("rule", "")), tuple(content["like"]))


def close_question(connection: Connection, pending_id: str, state: str) -> None:
    """Keeps what was decided about a question."""
    connection.execute(
        update(t.import_pending).where(t.import_pending.c.id == pending_id).values(state=state)
    )


class Taker:
    """Takes rows in one after the other, within one transaction."""

    def __init__(self, tx: Transaction, zone: str) -> None:
        connection = tx.connection
        self._tx = tx
        self._box, ledger = PendingBox(connection), Ledger()
        history = History(connection, connection.scalar(select(func.max(t.operation.c.number))) or 0)
        questions = Questions(ledger, self._box)
        self._index, merger = AccountIndex(connection), Merger(history, self._box, ledger)
        system = ListMapping().system
        self._rows = ListedRows(tx, self._index, ProductIndex(connection), merger, questions, system=system)
        today = local_day(tx.now, zone)
        self._accounts = Accounts(tx, self._index, history, merger, questions, system=system, today=today)

    def take(self, entry: AccountRecord | ListedRecord, whence: Whence, account_id: str | None) -> str:
        """The account that the row went into; ``account_id`` None: a new one."""
        if isinstance(entry, ListedRecord):
            self._rows.take([entry], whence, decided=account_id)
            return self._rows.taken
        self._accounts.take([(entry, whence)], decided=Match(account_id))
        self._accounts.link_parents()
        return self._accounts.taken

    def called(self, name: str) -> str | None:
        """The one account of a name, those included that were made here."""
        ids = self._index.by_name.get(same_key(name), ())
        return self._index.one_of(ids) if ids else None

    def keep(self, connection: Connection) -> None:
        """Keeps the questions that the rows left, also where they brought the book nothing."""
        self._box.write(connection, self._tx.now)

    def close(self, asked: Sequence[Asked], account_id: str) -> None:
        """Keeps the questions that the rows left, and that these are answered."""
        self.keep(self._tx.connection)
        for each in asked:
            state = answered(self._tx.changes().operation_id or "", account_id)
            close_question(self._tx.connection, each.id, state)
