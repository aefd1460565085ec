"""Short ways from bytes or rows to what `kamdesk.exchange` makes of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kamdesk.exchange.entries import make_context, read_entries
from kamdesk.exchange.layout import Table, Unknown, find_table
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.records import AccountRecord, Entry
from kamdesk.exchange.source import Source

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 24)


def csv_bytes(rows: Sequence[Sequence[object]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """Rows as a text file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def table_of(data: bytes, mapping: ListMapping | None = None, name: str = "list") -> Table:
    """The table of the first sheet."""
    mapping = mapping or ListMapping()
    source = Source(name, data)
    form = mapping.form(name)
    sheet = read_sheets(source, encoding=form.encoding, delimiter=form.delimiter)[0]
    table = find_table(source, sheet, mapping.rule(name, sheet.name))
    assert isinstance(table, Table), table
    return table


def unknown_of(data: bytes) -> Unknown:
    """The first sheet, in which there is no table."""
    source = Source("list", data)
    table = find_table(source, read_sheets(source)[0], ListMapping().rule("list", ""))
    assert isinstance(table, Unknown), table
    return table


def entries_of(data: bytes, mapping: ListMapping | None = None) -> list[Entry]:
    """All entries of the first sheet."""
    table = table_of(data, mapping)
    return list(read_entries(table, make_context(table, mapping or ListMapping(), today=TODAY)))


def account_of(
    headers: Sequence[str], *rows: Sequence[object], mapping: ListMapping | None = None
) -> AccountRecord:
    """The record of the last of these rows."""
    entry = entries_of(csv_bytes([headers, *rows]), mapping)[-1]
    assert isinstance(entry, AccountRecord), entry
    return entry


def doubts_of(record: AccountRecord) -> list[tuple[str, str, str]]:
    """Kind, reason, verdict of each doubt."""
    return [(each.kind, each.reason, str(each.verdict)) for each in record.raw.problems]
