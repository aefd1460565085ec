"""Lists written to a folder and imported; a book's content as plain values to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.exchange.mapping import ListMapping
from kamdesk.operations.importing import ImportReport, import_files
from tests.books import NOW
from tests.exchange.lists import csv_bytes

RECORDED = [table for table in t.metadata.sorted_tables if table not in t.LOCAL and "deleted_at" in table.c]


def write(path: Path, *rows: Sequence[object], encoding: str = "utf-8") -> Path:
    """A CSV of these rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(csv_bytes(rows, encoding))
    return path


def bring(
    store: Store,
    *files: Path,
    now: datetime = NOW,
    mapping: ListMapping | None = None,
    dry_run: bool = False,
) -> ImportReport:
    """Imports these files."""
    return import_files(store, files=files, now=now, mapping=mapping, dry_run=dry_run)


def counted(report: ImportReport, *kinds: str) -> dict[str, dict[str, int]]:
    """The numbers that aren't zero, of these kinds or of all."""
    said = {kind: {name: n for name, n in each.items() if n} for kind, each in report.as_json().items()}
    return {kind: numbers for kind, numbers in said.items() if numbers and (not kinds or kind in kinds)}


def content(store: Store) -> dict[str, list[dict[str, object]]]:
    """All rows in force with all their fields, by table."""
    with store.read() as connection:
        return {
            table.name: [
                dict(row._mapping)
                for row in connection.execute(
                    select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.id)
                )
            ]
            for table in RECORDED
        }


def said(store: Store) -> dict[str, list[dict[str, object]]]:
    """The same without ids and moments, links replaced by what they lead to: two imports of one list are equal."""
    book = content(store)
    named = {
        row["id"]: row.get("name") or row.get("number") or row.get("code")
        for table in ("account", "contact", "product", "order", "rep")
        for row in book[table]
    }
    plain: dict[str, list[dict[str, object]]] = {}
    for table, rows in book.items():
        cleaned = [
            {
                field: named.get(value, value) if field.endswith("_id") else value
                for field, value in row.items()
                if field not in ("id", "recorded_at", "deleted_at")
            }
            for row in rows
        ]
        plain[table] = sorted(cleaned, key=repr)
    return plain


def operations(store: Store) -> int:
    """How many operations the book has seen."""
    with store.read() as connection:
        return len(connection.execute(select(t.operation.c.number)).all())


def names(store: Store) -> list[str]:
    """The accounts in force, by name."""
    with store.read() as connection:
        chosen = select(t.account.c.name).where(t.account.c.deleted_at.is_(None)).order_by(t.account.c.name)
        return list(connection.scalars(chosen))
