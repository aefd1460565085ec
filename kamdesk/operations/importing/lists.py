"""The files of one import: read, recognised, put in the order in which they rest on each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from kamdesk.domain.errors import InputError
from kamdesk.exchange.events.reading import Event, is_calendar, read_events
from kamdesk.exchange.kinds.about import About
from kamdesk.exchange.layout import Table, Unknown, find_table
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.seen import seen_table, seen_unknown
from kamdesk.exchange.source import Source, take_in
from kamdesk.exchange.spool import Spool
from kamdesk.exchange.values.text import as_text
from kamdesk.operations.importing.mended import Mended, Originals, mended_sheet
from kamdesk.operations.importing.report import SheetReport
from kamdesk.operations.importing.senders import Sender

ORDER = (
    "products",
    "accounts",
    "accounts_of_people",
    "prices",
    "orders",
    "order_lines",
    "receivables",
    "payments",
    "stock",
    "transit",
    "sales",
    "shares",
    "employees",
)
_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Lists:
    """``tables`` come in the order in which they are written; ``left_out`` are the sheets that are not.

    ``calendars`` come last: their appointments are with accounts of any list. ``spools`` hold the rows of each sheet,
    by file and sheet, where they are to be looked at; ``not_known`` are the sheets in which no table is.
    """

    sources: tuple[Source, ...]
    tables: tuple[Table, ...]
    left_out: tuple[SheetReport, ...]
    calendars: tuple[tuple[Source, tuple[Event, ...]], ...] = ()
    spools: Mapping[tuple[str, str], Spool] = field(default_factory=dict)
    not_known: tuple[Unknown, ...] = ()
    originals: Originals = field(default_factory=dict)


def read_lists(
    files: Sequence[Path | Source],
    mapping: ListMapping,
    known: Mapping[str, Sender] | None = None,
    *,
    mended: Mended | None = None,
    to_look: bool = False,
) -> Lists:
    """Takes the files in. Raises InputError where one can't be read, or none of its sheets holds a known table.

    ``known`` are the senders whose columns are remembered, ``mended`` the cells that a person put right. With
    ``to_look`` the rows are held to be shown, and a file of which nothing is known is left out, to be asked about.

    A file given twice is read once. Products and accounts come before the orders that name them; within a kind
    the files go by name, so it makes no difference in which order they were given.
    """
    taken = [take_in(file) if isinstance(file, Path) else file for file in files]
    sources = {source.sha256: source for source in taken}
    found: list[tuple[tuple[int, bool, str, str, int], Table]] = []
    left_out: list[SheetReport] = []
    calendars: list[tuple[Source, tuple[Event, ...]]] = []
    spools: dict[tuple[str, str], Spool] = {}
    not_known: list[Unknown] = []
    originals: Originals = {}
    senders = known or {}
    rules = {sender: each.rule for sender, each in senders.items()}
    for source in sources.values():
        if is_calendar(source.data):
            calendars.append((source, read_events(source.data, source.name)))
            continue
        form = mapping.form(source.name)
        sheets = read_sheets(source, encoding=form.encoding, delimiter=form.delimiter)
        if to_look:
            held = {sheet.name: Spool(sheet.read) for sheet in sheets}
            spools |= {(source.name, name): spool for name, spool in held.items()}
            sheets = [replace(sheet, read=held[sheet.name].rows) for sheet in sheets]
        sheets = [mended_sheet(source, sheet, mended, originals) for sheet in sheets]
        tables = [find_table(source, sheet, mapping.rule(source.name, sheet.name), rules) for sheet in sheets]
        if not to_look:
            _refuse_unknown(source, tables)
        for number, table in enumerate(tables):
            if isinstance(table, Unknown):
                not_known.append(table)
                left_out.append(_left_out(table, _since(table, senders)))
            elif table.sheet.hidden and not table.rule.kind:
                # Nobody sees what is in a hidden sheet; it goes in only where the mapping names its kind.
                left_out.append(_hidden(table, _since(table, senders)))
            else:
                # Lines that make their orders come before lines that only name them.
                plain = not table.columns_of("ordered_on")
                # People come after all accounts that they may be of.
                place = ORDER.index(
                    "accounts_of_people" if table.sheet.cards or table.is_of_people else table.kind
                )
                found.append(((place, plain, source.name, source.sha256, number), table))
    found.sort(key=lambda item: item[0])
    calendars.sort(key=lambda item: (item[0].name, item[0].sha256))
    tables = tuple(table for _, table in found)
    return Lists(
        tuple(sources.values()),
        tables,
        tuple(left_out),
        tuple(calendars),
        spools,
        tuple(not_known),
        originals,
    )


def _since(table: Table | Unknown, senders: Mapping[str, Sender]) -> datetime | None:
    return senders[table.sender].used_at if table.sender else None


def _refuse_unknown(source: Source, tables: Sequence[Table | Unknown]) -> None:
    unknown = [table for table in tables if isinstance(table, Unknown)]
    if len(unknown) < len(tables):
        return
    if all(table.reason == "skipped" for table in unknown):
        return
    headers = max((table.headers for table in unknown), key=len, default=())
    if not headers:
        raise InputError("import_empty", file=source.name)
    raise InputError("import_unknown", file=source.name, headers=", ".join(headers)[:300])


def _left_out(unknown: Unknown, since: datetime | None) -> SheetReport:
    texts = tuple(
        " ".join(filter(None, map(as_text, row.cells)))[:200]
        for row in islice(unknown.sheet.rows(), _SAMPLE)
        if any(as_text(cell) for cell in row.cells)
    )
    return SheetReport(
        unknown.source.name,
        unknown.sheet.name,
        None,
        reason=unknown.reason,
        rows=unknown.rows,
        texts=texts,
        seen=seen_unknown(unknown, since) if unknown.header_rows else None,
    )


def _hidden(table: Table, since: datetime | None) -> SheetReport:
    rows = sum(1 for row in table.sheet.rows() if row.number >= table.first_data and row.cells)
    seen = replace(seen_table(table, About(), {}, since), kind=None, reason="hidden")
    return SheetReport(table.source.name, table.sheet.name, None, reason="hidden", rows=rows, seen=seen)


def sample_of(table: Table) -> tuple[tuple[str, ...], ...]:
    """The first data rows as text, for a preview."""
    rows = islice(
        (row for row in table.sheet.rows() if row.number >= table.first_data and row.cells), _SAMPLE
    )
    return tuple(tuple(map(as_text, row.cells)) for row in rows)


def sheet_report(table: Table, rows: int, skipped: Counter[str], texts: list[str]) -> SheetReport:
    report = SheetReport(
        file=table.source.name,
        sheet=table.sheet.name,
        kind=table.kind,
        rows=rows,
        header_row=table.header_rows[-1].number,
        columns=tuple((column.title, column.field) for column in table.columns),
        unmapped=tuple(column.title for column in table.unmapped),
        skipped=dict(skipped),
        texts=tuple(texts[:20]),
        sample=sample_of(table),
    )
    if table.sheet.cards:
        pictures = table.sheet.cards.pictures
        extra = {"pictures": pictures} if pictures else {}
        return replace(report, kind="contacts", header_row=None, skipped={**report.skipped, **extra})
    return replace(report, kind=None, reason="staff") if table.kind == "employees" else report
