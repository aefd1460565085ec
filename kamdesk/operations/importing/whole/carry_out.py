"""The import of a whole book's workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.db.backup import back_up
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import InputError
from kamdesk.exchange.out.own import Marker, find_marker
from kamdesk.exchange.records import Problem
from kamdesk.exchange.source import Source, take_in
from kamdesk.exchange.workbook import read_workbook
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.merging import Merger
from kamdesk.operations.importing.pending import PendingBox
from kamdesk.operations.importing.report import ImportReport, Ledger, SheetReport
from kamdesk.operations.importing.whole.links import check_links
from kamdesk.operations.importing.whole.reading import ReadBook, kind_of, read_book
from kamdesk.operations.importing.whole.taking import Taking, read_held
from kamdesk.words import Words

NAME = "import.book"


def whole_book(files: Sequence[Path]) -> tuple[Source, Marker] | None:
    """The workbook of a whole book among ``files``; None where none is one. It is imported alone (InputError)."""
    for path in files:
        if path.suffix.lower() not in (".xlsx", ".xlsm") or not path.is_file():
            continue
        source = take_in(path)
        marker = find_marker(source)
        if marker is not None and len(files) > 1:
            raise InputError("book_sheet_alone", file=source.name)
        if marker is not None:
            return source, marker
    return None


def import_book(
    store: Store,
    *,
    source: Source,
    marker: Marker,
    now: datetime,
    dry_run: bool = False,
    backups: Path | None = None,
    on_rows: Callable[[int], None] | None = None,
) -> ImportReport:
    """Takes the rows in by their ids, all in one transaction; what the rep changed otherwise since is asked.

    ``on_rows`` is told how many rows are done and may raise to give up. Raises InputError where the workbook can't be
    read, BookError where the book can't be written; the book is as it was then.
    """
    book = read_book(source.name, read_workbook(source), Words(marker.language))
    if not book.sheets:
        raise InputError("book_sheet_empty", file=source.name)
    backup = back_up(store, backups, now=now) if backups is not None and not dry_run else None
    ledger = Ledger()
    heard = on_rows or (lambda _: None)
    with store.write(NAME, now=now, summary=source.name, tried=dry_run) as tx:
        connection = tx.connection
        number = connection.scalar(select(func.max(t.operation.c.number))) or 0
        held = read_held(tx)
        check_links(book, held)
        for read in book.sheets.values():
            ledger.note(read.problems)
        box = PendingBox(connection)
        history = History(connection, number)
        merger = Merger(history, box, ledger)
        touched = _touched(connection, marker.operation, number)
        Taking(tx, held, history, merger, ledger, touched, source.sha256).carry_out(book, heard)
        if not dry_run:
            _remember(tx.connection, box, source, tx.changes().operation_id, now)
    changes = Changes(NAME) if dry_run else tx.changes()
    if not dry_run and not changes:
        with store.write_local() as connection:
            _remember(connection, box, source, None, now)
    return ImportReport(
        counts=ledger.counts,
        sheets=(*_told(source.name, book),),
        problems=tuple(_headed(problem, book) for problem in ledger.problems),
        more=ledger.more,
        changes=changes,
        dry_run=dry_run,
        backup=backup,
    )


def _touched(connection: Connection, operation: str, current: int) -> frozenset[tuple[str, str]] | None:
    """What was written since the operation, by row and field; None where this book doesn't know the operation."""
    since = connection.scalar(select(t.operation.c.number).where(t.operation.c.id == operation))
    if since is None:
        return None
    change = t.change.c
    found = connection.execute(
        select(change.row, change.field)
        .where(change.operation > since, change.operation < current)
        .distinct()
    )
    return frozenset((row, field) for row, field in found)


def _remember(
    connection: Connection, box: PendingBox, source: Source, operation: str | None, now: datetime
) -> None:
    box.write(connection, now)
    row = {"sha256": source.sha256, "name": source.name, "operation": operation, "imported_at": now}
    kept = insert(t.import_file).values(**row)
    if operation is None:
        connection.execute(kept.on_conflict_do_nothing())
    else:
        connection.execute(kept.on_conflict_do_update(index_elements=["sha256"], set_=row))


def _headed(problem: Problem, book: ReadBook) -> Problem:
    """A field that differs, under the heading of its column."""
    if problem.kind != "fields":
        return problem
    shape = next(read.shape for read in book.sheets.values() if read.shape.title == problem.origin.sheet)
    return replace(problem, column=shape.field(problem.column or "").heading)


def _told(file: str, book: ReadBook) -> list[SheetReport]:
    told = [
        SheetReport(
            file=file,
            sheet=read.shape.title,
            kind=kind_of(name),
            rows=len(read.rows),
            header_row=1,
            columns=read.columns,
            unmapped=read.unmapped,
        )
        for name, read in book.sheets.items()
        if read.rows or read.unmapped
    ]
    return told + [
        SheetReport(file=file, sheet=name, kind=None, reason="not_of_book") for name in book.others
    ]
