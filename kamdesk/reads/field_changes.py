"""How fields of rows changed over time, read from the change log: only what was done by hand and still stands."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.reads.answers import undone_operations


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row got another value at a moment."""

    row: str
    field: str
    old: Any
    new: Any
    at: datetime


def field_changes(
    connection: Connection, rows: Iterable[str], fields: Iterable[str], limit: int | None = None
) -> tuple[FieldChange, ...]:
    """The changes of ``fields``, newest first. The values a row was made with are none, nor what was taken back."""
    change, operation = t.change.c, t.operation.c
    made = t.change.alias("made")
    undone = undone_operations(connection)
    creations = select(made.c.counter).where(
        made.c.row == change.row, made.c.operation == change.operation, made.c.field == "recorded_at"
    )
    found = connection.execute(
        select(change.row, change.field, change.old, change.new, operation.at, operation.number)
        .join_from(t.change, t.operation, change.operation == operation.number)
        .where(change.row.in_(tuple(rows)), change.field.in_(tuple(fields)), operation.undoes.is_(None))
        .where(~creations.exists())
        .order_by(change.counter.desc())
    )
    kept: list[FieldChange] = []
    for row, field, old, new, at, number in found:
        if limit is not None and len(kept) >= limit:
            break
        if number not in undone:
            kept.append(FieldChange(row, field, _plain(old), _plain(new), at))
    return tuple(kept)


def _plain(text: str | None) -> Any:
    return None if text is None else json.loads(text)
