"""A doubtful cell of a list (debt, goods, sales, orders …) answered with the value itself: its row is read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select

from kamdesk.db import tables as t
from kamdesk.db.own import own_zone
from kamdesk.db.store import Store, Transaction
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.walltime import local_day
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.records import (
    Entry,
    LineRecord,
    ListedRecord,
    OrderRecord,
    ProductRecord,
    Rejected,
    Skipped,
    Verdict,
)
from kamdesk.operations.importing.answering import NAME, close_question, open_question
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.index import AccountIndex, ProductIndex
from kamdesk.operations.importing.listed import ListedRows
from kamdesk.operations.importing.merging import AsSaid
from kamdesk.operations.importing.pending import PendingBox, answered
from kamdesk.operations.importing.questions import Questions, Whence
from kamdesk.operations.importing.reading_again import read_again
from kamdesk.operations.importing.report import Ledger
from kamdesk.operations.importing.trade import Trade


def take_list_cell(store: Store, *, pending_id: str, text: str, now: datetime) -> Changes:
    """Takes ``text`` for the doubtful cell of a row, and the row as it then reads.

    A row that went in without the cell is put right in the book, one that stayed out goes in. Raises RuleError where
    the cell can't be read (``import_answer_cell``, with the reader's ``reason``), or its row still can't go in.
    """
    with store.read() as connection:
        pending = open_question(connection, pending_id)
        zone = own_zone(connection) or "UTC"
    content = json.loads(pending.content)
    cells, header = _row_of(content)
    if not text.strip():
        raise RuleError("import_answer_empty")
    today = local_day(now, zone)
    before = _read(pending, content, cells, today)
    after = _read(pending, content, {**cells, header: text.strip()}, today)
    _check(after, header, text.strip())
    whence = Whence(0, tuple(cells), pending.sha256, content.get("about", {}), kind=content["table"])
    with store.write(NAME, now=now, summary=_label(after) or header) as tx:
        box = _take(tx, before, after, whence)
        box.write(tx.connection, now)
        close_question(tx.connection, pending_id, answered(tx.changes().operation_id or ""))
    changes = tx.changes()
    if not changes:
        # The book says so already: the answer stands by itself.
        with store.write_local() as connection:
            box.write(connection, now)
            close_question(connection, pending_id, answered(""))
    return changes


def _row_of(content: Mapping[str, Any]) -> tuple[dict[str, object], str]:
    """The row's cells by header, and the header of the doubtful one. Raises RuleError for a question without a row."""
    asked: dict[str, object] = content["asked"]
    if "of" in asked and content.get("row"):
        header = next(name for name in asked if name != "of")
        row = dict(content["row"])
        # Of two columns of one name, which the row has by other names, what stands there tells which it is.
        if row.get(header) != asked[header]:
            header = next((name for name, value in row.items() if value == asked[header]), header)
        return row, header
    if "of" not in asked and content.get("cell"):
        return dict(asked), str(content["cell"])
    raise RuleError("import_answer_row_unread")


def _read(
    pending: Row[Any], content: Mapping[str, Any], cells: Mapping[str, object], today: date
) -> Entry | None:
    return read_again(
        content, content["table"], cells, today=today, sheet=pending.sheet or "", line=pending.line or 2
    )


def _check(entry: Entry | None, header: str, text: str) -> None:
    """Raises RuleError where the row does not go in as it now reads."""
    if entry is None or isinstance(entry, Skipped):
        raise RuleError("import_answer_row_unread")
    doubts = [each for each in entry.raw.problems if each.verdict is not Verdict.REMARK]
    mine = next((each for each in doubts if each.column == header or each.value == text), None)
    if mine is not None:
        raise RuleError("import_answer_cell", text=text, reason=mine.reason)
    if isinstance(entry, Rejected):
        raise RuleError("import_answer_cell", text=text, reason=entry.problem.reason)


def _label(entry: Entry | None) -> str:
    if isinstance(entry, ListedRecord):
        named = entry.account or entry.product
        return (named.name or named.code or "") if named else ""
    return str(getattr(entry, "number", None) or getattr(entry, "name", None) or "")


def _take(tx: Transaction, before: Entry | None, after: Entry | None, whence: Whence) -> PendingBox:
    """Writes the row; what the book has no account or product for is refused in words."""
    connection = tx.connection
    box, ledger = PendingBox(connection), Ledger()
    history = History(connection, connection.scalar(select(func.max(t.operation.c.number))) or 0)
    questions, merger = Questions(ledger, box), AsSaid(history, box, ledger)
    accounts, products, system = AccountIndex(connection), ProductIndex(connection), ListMapping().system
    if isinstance(after, ListedRecord):
        rows = ListedRows(tx, accounts, products, merger, questions, system=system)
        if isinstance(before, ListedRecord):
            rows.mend(before, after, whence)
        else:
            rows.take([after], whence)
    else:
        trade = Trade(tx, accounts, products, merger, questions, system=system)
        if isinstance(after, ProductRecord):
            trade.take_products([after], whence)
        elif isinstance(after, OrderRecord):
            trade.take_orders([after], whence)
        elif isinstance(after, LineRecord):
            trade.take_lines([(after, whence)])
    whole = [each for each in ledger.problems if each.column is None and each.verdict is not Verdict.REMARK]
    if whole:
        raise RuleError("import_answer_row_out", reason=whole[0].reason)
    return box
