"""What came in from lists, and what is still to be decided about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations.importing.history import undone_operations
from kamdesk.operations.importing.pending import OPEN


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A list that came in. ``operation_id`` is the import that last changed anything (None: it changed nothing)."""

    name: str
    sha256: str
    imported_at: datetime
    operation_id: str | None
    undone: bool


@dataclass(frozen=True, slots=True)
class PendingItem:
    """A question that a list left. ``asked`` is the row by header, or a field with its value under the account's name.

    ``like`` are the accounts of the book that it may be, (id, name); those that are gone since are left out.
    """

    id: str
    kind: str
    reason: str
    file: str
    sheet: str | None
    row: int | None
    since: datetime
    asked: Mapping[str, object]
    like: tuple[tuple[str, str], ...]


def imported_files(store: Store) -> tuple[ImportedFile, ...]:
    """All lists that came in, the newest first."""
    with store.read() as connection:
        undone = _undone_ids(connection)
        rows = connection.execute(
            select(t.import_file).order_by(t.import_file.c.imported_at.desc(), t.import_file.c.name)
        )
        return tuple(
            ImportedFile(row.name, row.sha256, row.imported_at, row.operation, row.operation in undone)
            for row in rows
        )


def pending_items(store: Store) -> tuple[PendingItem, ...]:
    """The open questions, by file and row. Those of an import that was taken back rest until it comes again."""
    with store.read() as connection:
        undone = _undone_ids(connection)
        file, account = t.import_file.c, t.account.c
        files = {row.sha256: row.operation for row in connection.execute(select(file.sha256, file.operation))}
        names = {
            row.id: row.name
            for row in connection.execute(
                select(account.id, account.name).where(account.deleted_at.is_(None))
            )
        }
        pending = t.import_pending.c
        rows = connection.execute(select(t.import_pending).where(pending.state == OPEN))
        items = [_item(row, names) for row in rows if files.get(row.sha256) not in undone]
    return tuple(
        sorted(items, key=lambda item: (item.file, item.sheet or "", item.row or 0, item.kind, item.id))
    )


def _item(row: Row[Any], names: Mapping[str, str]) -> PendingItem:
    content = json.loads(row.content)
    return PendingItem(
        id=row.id,
        kind=row.kind,
        reason=row.reason,
        file=content["file"],
        sheet=row.sheet,
        row=row.line,
        since=row.since,
        asked=content["asked"],
        like=tuple((account, names[account]) for account in content["like"] if account in names),
    )


def _undone_ids(connection: Connection) -> frozenset[str]:
    numbers = undone_operations(connection)
    return frozenset(
        connection.scalars(select(t.operation.c.id).where(t.operation.c.number.in_(numbers)))
        if numbers
        else ()
    )
