"""One import while it runs: the tables one after the other, their rows in batches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.db.own import own_zone
from kamdesk.db.store import Transaction
from kamdesk.domain.walltime import local_day
from kamdesk.exchange.entries import LISTED, make_context, read_entries, read_row
from kamdesk.exchange.layout import Table
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.records import (
    AccountRecord,
    Entry,
    LineRecord,
    ListedRecord,
    OrderRecord,
    Problem,
    ProductRecord,
    RawRecord,
    Rejected,
    Skipped,
    Verdict,
)
from kamdesk.exchange.seen import Ask, count_asks, seen_table
from kamdesk.exchange.source import Source
from kamdesk.operations.importing.accounts import Accounts
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.index import AccountIndex, ProductIndex
from kamdesk.operations.importing.listed import ListedRows
from kamdesk.operations.importing.lists import Lists, sheet_report
from kamdesk.operations.importing.merging import Merger
from kamdesk.operations.importing.pending import PendingBox
from kamdesk.operations.importing.questions import Questions, Whence
from kamdesk.operations.importing.reading_again import column_headers, kept_reading
from kamdesk.operations.importing.report import Counts, Ledger, SheetReport
from kamdesk.operations.importing.returning import GoesBack, Returned, ReturnedEvents
from kamdesk.operations.importing.senders import Sender, remember_sender, used_sender
from kamdesk.operations.importing.trade import Trade
from kamdesk.operations.importing.visits import Visits
from kamdesk.operations.importing.waiting import Waiting
from kamdesk.reads.answers import LEFT_OUT, undone_ids

BATCH = 100
"""So many rows are written before a run tells how far it is, and may be stopped."""


class Run:
    """One import while it runs; ``sheets`` tells afterwards what each table was."""

    def __init__(
        self,
        tx: Transaction,
        lists: Lists,
        mapping: ListMapping,
        ledger: Ledger,
        on_rows: Callable[[int], None] | None,
        known: Mapping[str, Sender],
    ) -> None:
        connection = tx.connection
        self._known = known
        number = connection.scalar(select(func.max(t.operation.c.number)))
        self._lists = lists
        self._mapping = mapping
        self._tx = tx
        self._ledger = ledger
        self._on_rows = on_rows
        self._now = tx.now
        self._zone = own_zone(connection) or "UTC"
        files = connection.execute(select(t.import_file)).all()
        self._before = {row.sha256: row.imported_at for row in files}
        undone = undone_ids(connection)
        self._resting = {row.sha256 for row in files if row.operation in undone}
        self._named = [(row.name, row.imported_at) for row in files]
        self._box = PendingBox(connection)
        history = History(connection, number or 0)
        index = self._index = AccountIndex(connection)
        self._questions = Questions(ledger, self._box, Waiting(connection, self._box))
        merger = Merger(history, self._box, ledger)
        self._accounts = Accounts(
            tx, index, history, merger, self._questions, system=mapping.system, today=self._day(tx.now)
        )
        products = ProductIndex(connection)
        self._trade = Trade(tx, index, products, merger, self._questions, system=mapping.system)
        self._listed = ListedRows(tx, index, products, merger, self._questions, system=mapping.system)
        self._done = 0
        self.sheets: list[SheetReport] = []
        self._events: list[ReturnedEvents] = []
        self._late_accounts: list[tuple[AccountRecord, Whence]] = []
        self._late_lines: list[tuple[LineRecord, Whence]] = []

    def _day(self, moment: datetime) -> date:
        return local_day(moment, self._zone)

    def _first_day(self, source: Source) -> date:
        """The day on which a list first came; mended rows count for the day of the list that they came back from."""
        stem = re.sub(r"\.rejects(-\d+)?$", "", Path(source.name).stem)
        moment = self._before.get(source.sha256)
        if moment is None and stem != Path(source.name).stem:
            moment = max((at for name, at in self._named if Path(name).stem == stem), default=None)
        return self._day(moment or self._now)

    def carry_out(self) -> None:
        """Takes all tables in, one after the other, and what had to wait for others in between."""
        for number, table in enumerate(self._lists.tables):
            if table.kind not in ("products", "accounts") or table.sheet.cards or table.is_of_people:
                self._take_late_accounts()
            self._take(number, table)
        self._take_late_accounts()
        self._accounts.link_parents()
        for start in range(0, len(self._late_lines), BATCH):
            self._trade.take_lines(self._late_lines[start : start + BATCH])
        for source, events in self._lists.calendars:
            visits = Visits(self._tx, self._index, self._box, self._ledger)
            visits.take(source, events)
            if visits.refused:
                self._events.append(ReturnedEvents(source, visits.refused))
            self._done += len(events)
            self.sheets.append(SheetReport(source.name, "", "visits", rows=len(events)))

    def _take(self, number: int, table: Table) -> None:
        # 上年 in a list means the year before the list first came, also when it comes again.
        today = self._first_day(table.source)
        context = make_context(table, self._mapping, today=today, heard=self._still_here)
        headers = column_headers(table)
        listed = table.kind in LISTED
        before: dict[int, Sequence[Problem]] = {}
        about = context.about.kept() if listed else {}
        whence = Whence(
            number,
            headers,
            table.source.sha256,
            about,
            before,
            table.kind,
            kept_reading(table, headers, context.profile),
        )
        stood = self._lists.originals.get((table.source.sha256, table.sheet.name), {})
        if listed:
            self._ledger.counts.setdefault(table.kind, Counts())
        skipped: Counter[str] = Counter()
        texts: list[str] = []
        rows = 0
        asked: Counter[tuple[int, Ask]] = Counter()
        passed: dict[int, str] = {}
        for batch in _batches(read_entries(table, context)):
            records: list[Entry] = []
            for entry in batch:
                if isinstance(entry, Skipped):
                    skipped[entry.reason] += 1
                    passed[entry.origin.row] = entry.reason
                    texts += [entry.text] if entry.reason in ("remark", "total") else []
                    continue
                rows += 1
                count_asks(asked, entry, table)
                if entry.raw.origin.row in stood:
                    original = read_row(table, stood[entry.raw.origin.row], context)
                    before[entry.raw.origin.row] = self._answered(original, whence)
                if isinstance(entry, Rejected):
                    self._refused(entry, whence)
                    continue
                self._questions.settle_row(entry.raw, table.kind, whence)
                if not self._waits(table, entry, whence):
                    records.append(entry)
            self._write(table.kind, records, whence)
            self._done += len(batch)
            if self._on_rows is not None:
                self._on_rows(self._done)
        since = self._known[table.sender].used_at if table.sender else None
        seen = None if table.sheet.cards else seen_table(table, context.about, asked, since)
        self.sheets.append(replace(sheet_report(table, rows, skipped, texts), seen=seen, passed=passed))

    def _still_here(self) -> None:
        """A list is being looked through, and nothing of it is done yet."""
        if self._on_rows is not None:
            self._on_rows(self._done)

    def _waits(self, table: Table, entry: Entry, whence: Whence) -> bool:
        """Puts aside what other rows of any table may make known: else the same list would do more the second time.

        That is an account's row that lacks number or name and is found by the other, and a line of a list that makes
        orders which doesn't say whose order it is.
        """
        if isinstance(entry, AccountRecord) and table.columns_of("code") and not (entry.code and entry.name):
            self._late_accounts.append((entry, whence))
            return True
        if isinstance(entry, LineRecord) and table.columns_of("ordered_on") and entry.order is None:
            self._late_lines.append((entry, whence))
            return True
        return False

    def _take_late_accounts(self) -> None:
        late, self._late_accounts = self._late_accounts, []
        for start in range(0, len(late), BATCH):
            self._accounts.take(late[start : start + BATCH])

    def _write(self, kind: str, records: list[Entry], whence: Whence) -> None:
        if kind == "accounts":
            self._accounts.take([(each, whence) for each in records if isinstance(each, AccountRecord)])
        elif kind == "products":
            self._trade.take_products([each for each in records if isinstance(each, ProductRecord)], whence)
        elif kind == "orders":
            self._trade.take_orders([each for each in records if isinstance(each, OrderRecord)], whence)
        elif kind == "order_lines":
            self._trade.take_lines([(each, whence) for each in records if isinstance(each, LineRecord)])
        elif kind in LISTED:
            self._listed.take([each for each in records if isinstance(each, ListedRecord)], whence)

    def _answered(self, original: Entry, whence: Whence) -> Sequence[Problem]:
        """What would be asked about a row had its cells not been put right; the row's own question has its answer."""
        if isinstance(original, Skipped):
            return ()
        if isinstance(original, Rejected) and original.problem.verdict is Verdict.TO_DECIDE:
            self._questions.answer_row(original.raw, original.problem.kind, whence)
        return original.raw.problems

    def _refused(self, entry: Rejected, whence: Whence) -> None:
        problem = entry.problem
        answer = self._questions.answer(entry.raw, problem.kind, whence)
        if problem.verdict is Verdict.TO_DECIDE and answer not in (None, LEFT_OUT):
            self._ledger.note([Problem(entry.raw.origin, problem.kind, "answered", Verdict.REMARK)])
        elif problem.verdict is Verdict.TO_DECIDE:
            cell = next(
                (doubt.place for doubt in entry.raw.problems if doubt.verdict == problem.verdict), None
            )
            header = whence.headers[cell] if cell is not None else None
            self._questions.ask_row(entry.raw, problem.kind, problem.reason, whence, cell=header)
        else:
            # A list of staff isn't wrong, so there is nothing in it to mend.
            self._questions.refuse(entry.raw, problem, whence, give_back=problem.reason != "staff")

    def returned(self) -> list[GoesBack]:
        """The rows that go back, by table, in the order in which they stood."""
        by_table: dict[int, list[tuple[RawRecord, tuple[Problem, ...]]]] = {}
        for (number, _), (raw, problems) in sorted(
            self._questions.returned.items(), key=lambda item: item[0]
        ):
            by_table.setdefault(number, []).append((raw, tuple(problems)))
        tables = [Returned(self._lists.tables[number], tuple(rows)) for number, rows in by_table.items()]
        return [*tables, *self._events]

    def remember(self, connection: Connection, operation_id: str | None, *, keep: bool = False) -> None:
        """Notes the questions and which files came in, by which operation.

        What the mapping said of columns is kept for the sender's next list where that is asked for (``keep``).
        """
        self._box.write(connection, self._now, operation_id)
        for table in (*self._lists.tables, *self._lists.not_known):
            if table.sender is not None:
                used_sender(connection, sender=table.sender, now=self._now)
            elif keep and table.rule.says_columns:
                name = table.source.name
                remember_sender(connection, labels=table.labels, rule=table.rule, name=name, now=self._now)
        for source in self._lists.sources:
            # A file whose import was taken back has questions again once it comes again.
            before = source.sha256 in self._before and source.sha256 not in self._resting
            if before and operation_id is None:
                continue
            row = {
                "sha256": source.sha256,
                "name": source.name,
                "operation": operation_id,
                "imported_at": self._before.get(source.sha256, self._now),
            }
            connection.execute(
                insert(t.import_file).values(**row).on_conflict_do_update(index_elements=["sha256"], set_=row)
            )


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while batch := list(islice(entries, BATCH)):
        yield batch
