"""The import itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kamdesk.db.backup import back_up
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.source import Source
from kamdesk.operations.collecting import seldom_collected
from kamdesk.operations.importing.lists import read_lists
from kamdesk.operations.importing.mended import Mended
from kamdesk.operations.importing.report import LOOKED_AT, ImportReport, Ledger
from kamdesk.operations.importing.returning import write_rejects
from kamdesk.operations.importing.run import Run
from kamdesk.operations.importing.senders import senders
from kamdesk.operations.importing.whole import import_book, whole_book
from kamdesk.words import Language

NAME = "import.lists"


def import_files(
    store: Store,
    *,
    files: Sequence[Path | Source],
    now: datetime,
    mapping: ListMapping | None = None,
    dry_run: bool = False,
    backups: Path | None = None,
    rejects: Path | None = None,
    exports: Path | None = None,
    language: Language = "zh",
    on_rows: Callable[[int], None] | None = None,
    keep: bool = False,
    fresh: bool = False,
    mended: Mended | None = None,
    to_look: bool = False,
) -> ImportReport:
    """Brings lists into the book, all of them or none; what is undecided is kept as questions, the rest goes in.

    A copy of the book is made in ``backups`` first. Rows that can't be read go to a file for mending: at ``rejects``,
    beside their source, or in ``exports`` where that folder can't be written; in ``language`` it says why. A dry run
    does all of it in a transaction that is rolled back, and writes no file. ``on_rows`` is told how many rows are done
    and may raise to give up.

    What is remembered of a sender's columns is used where ``mapping`` says nothing of them, unless ``fresh``; what
    ``mapping`` says is remembered with ``keep``. ``mended`` are cells that a person put right. A dry run ``to_look``
    holds the rows and all doubts about them to be shown, and refuses no file for being unknown.

    Raises InputError for files that can't be read, BookError where the book can't be
    written; the book is as it was then.
    """
    if found := whole_book([file for file in files if isinstance(file, Path)]):
        source, marker = found
        return import_book(
            store,
            source=source,
            marker=marker,
            now=now,
            dry_run=dry_run,
            backups=backups,
            on_rows=on_rows,
        )
    with store.read() as connection:
        known = {} if fresh else senders(connection)
    lists = read_lists(files, mapping or ListMapping(), known, mended=mended, to_look=to_look)
    backup = back_up(store, backups, now=now) if backups is not None and not dry_run else None
    ledger = Ledger(LOOKED_AT) if to_look else Ledger()
    summary = ", ".join(source.name for source in lists.sources)
    with seldom_collected(), store.write(NAME, now=now, summary=summary, tried=dry_run) as tx:
        run = Run(tx, lists, mapping or ListMapping(), ledger, on_rows, known)
        run.carry_out()
        if not dry_run:
            run.remember(tx.connection, tx.changes().operation_id, keep=keep)
    written: tuple[Path, ...] = ()
    trouble: str | None = None
    changes = Changes(NAME) if dry_run else tx.changes()
    if not dry_run:
        if not changes:
            with store.write_local() as connection:
                run.remember(connection, None, keep=keep)
        written, trouble = write_rejects(run.returned(), to=rejects, fallback=exports, language=language)
    return ImportReport(
        counts=ledger.counts,
        sheets=(*run.sheets, *lists.left_out),
        problems=tuple(ledger.problems),
        more=ledger.more,
        changes=changes,
        dry_run=dry_run,
        rejects=written,
        rejects_unwritten=trouble,
        backup=backup,
        sources=lists.sources,
        spools=lists.spools,
        details=tuple(ledger.details),
    )
