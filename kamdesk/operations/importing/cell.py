"""A doubtful cell of a list, answered with the value itself: read by the reader that doubted it, and taken as said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.db.own import own_zone
from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.walltime import local_day
from kamdesk.exchange.columns import NUMBERED
from kamdesk.exchange.entries import make_context, read_entries
from kamdesk.exchange.layout import Unknown, find_table
from kamdesk.exchange.mapping import ListMapping, TableRule
from kamdesk.exchange.records import AccountRecord, Verdict
from kamdesk.exchange.rules import rule_from_text
from kamdesk.exchange.source import RawRow, Sheet, Source
from kamdesk.operations.importing.accounts import Accounts
from kamdesk.operations.importing.answering import NAME, close_question, open_question
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.index import AccountIndex
from kamdesk.operations.importing.matching import Match
from kamdesk.operations.importing.merging import AsSaid
from kamdesk.operations.importing.pending import PendingBox, answered
from kamdesk.operations.importing.questions import Questions, Whence
from kamdesk.operations.importing.report import Ledger
from kamdesk.operations.importing.said_year import with_year

_NAME, _PERSON = "客户名称", "联系人"


def take_cell(store: Store, *, pending_id: str, account_id: str, text: str, now: datetime) -> Changes:
    """Takes ``text`` for the cell that a question is about, into the account that the row was of.

    Raises RuleError where it can't be read (``import_answer_cell``, with the reader's ``reason``), is of a person and
    the account has none or several, is of nothing that the book keeps, or would end the account's being active;
    NotFound where question or account are gone.
    """
    with store.read() as connection:
        pending = open_question(connection, pending_id)
        account = t.account.c
        name = connection.scalar(
            select(account.name).where(account.id == account_id, account.deleted_at.is_(None))
        )
        if name is None:
            raise NotFound("import_answer_gone")
        content = json.loads(pending.content)
        header = next(title for title in content["asked"] if title != "of")
        people = _people(connection, account_id)
        zone = own_zone(connection) or "UTC"
    record = _read(header, text.strip(), name, people, content, now, zone)
    if record.fields.get("status", AccountStatus.ACTIVE) != AccountStatus.ACTIVE:
        raise RuleError("import_answer_status")
    whence = Whence(0, (_NAME, header), pending.sha256)
    with store.write(NAME, now=now, summary=name) as tx:
        _take(tx, record, whence, account_id, zone)
        close_question(tx.connection, pending_id, answered(tx.changes().operation_id or ""))
    changes = tx.changes()
    if not changes:
        # The book says so already: the answer stands by itself.
        with store.write_local() as connection:
            close_question(connection, pending_id, answered(""))
    return changes


def _people(connection: Connection, account_id: str) -> list[str]:
    person, post = t.contact.c, t.contact_post.c
    rows = connection.scalars(
        select(person.name)
        .join_from(t.contact_post, t.contact, post.contact_id == person.id)
        .where(post.account_id == account_id, post.until.is_(None))
        .where(post.deleted_at.is_(None), person.deleted_at.is_(None))
    )
    return list(rows)


def _read(
    header: str, text: str, name: str, people: list[str], content: Mapping[str, Any], now: datetime, zone: str
) -> AccountRecord:
    """The cell under its header, in a row of that account. Raises RuleError where that can't be."""
    if not text:
        raise RuleError("import_answer_empty")
    rule, text = with_year(_rule(content), header, text, kind="accounts")
    titles, cells = [_NAME, header], [name, text]
    table = _table(titles, cells, content, rule)
    column = next((each for each in table.columns if each.title == header), None) if table else None
    if table is None or column is None or column.field is None:
        raise RuleError("import_answer_unread", column=header)
    if column.field in NUMBERED and column.field != "contact":
        if len(people) != 1:
            raise RuleError("import_answer_person", column=header)
        titles, cells = [_NAME, _PERSON, header], [name, people[0], text]
        table = _table(titles, cells, content, rule)
    if table is None:
        raise RuleError("import_answer_unread", column=header)
    context = make_context(table, ListMapping(), today=local_day(now, zone))
    entry = next(read_entries(table, context), None)
    if not isinstance(entry, AccountRecord):
        raise RuleError("import_answer_unread", column=header)
    doubt = next((each for each in entry.raw.problems if each.verdict is not Verdict.REMARK), None)
    if doubt is not None:
        raise RuleError("import_answer_cell", text=text, reason=doubt.reason)
    return entry


def _rule(content: Mapping[str, Any]) -> TableRule:
    rule = rule_from_text(content["rule"]) if content.get("rule") else None
    return replace(rule or TableRule(), kind="accounts", header=1)


def _table(titles: list[str], cells: list[str], content: Mapping[str, Any], rule: TableRule) -> Any:
    rows = RawRow(1, tuple(titles)), RawRow(2, tuple(cells))
    sheet = Sheet("", lambda: iter(rows))
    table = find_table(Source(content["file"], b""), sheet, rule)
    return None if isinstance(table, Unknown) else table


def _take(tx: Transaction, record: AccountRecord, whence: Whence, account_id: str, zone: str) -> None:
    connection = tx.connection
    box, ledger = PendingBox(connection), Ledger()
    history = History(connection, connection.scalar(select(func.max(t.operation.c.number))) or 0)
    accounts = Accounts(
        tx,
        AccountIndex(connection),
        history,
        AsSaid(history, box, ledger),
        Questions(ledger, box),
        system=ListMapping().system,
        today=local_day(tx.now, zone),
    )
    accounts.take([(record, whence)], decided=Match(account_id))
