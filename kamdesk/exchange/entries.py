"""From tables to records: every row below a header comes out as a record, refused, or left out with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from kamdesk.exchange.accounts import Context, read_account
from kamdesk.exchange.kinds.about import read_about
from kamdesk.exchange.kinds.debt import read_payment, read_receivable
from kamdesk.exchange.kinds.goods import read_stock, read_transit
from kamdesk.exchange.kinds.prices import read_prices
from kamdesk.exchange.kinds.shares import read_shares
from kamdesk.exchange.kinds.sold import read_sales
from kamdesk.exchange.layout import Table, data_rows
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.profile import make_profile
from kamdesk.exchange.records import AccountRecord, Entry, ListedRecord, Rejected, Skipped
from kamdesk.exchange.row import Reading
from kamdesk.exchange.source import Cell, RawRow
from kamdesk.exchange.trade import read_line, read_order, read_product
from kamdesk.exchange.values.text import as_text

LISTED: Mapping[str, Callable[[Reading, Context], ListedRecord | Rejected]] = {
    "receivables": read_receivable,
    "payments": read_payment,
    "stock": read_stock,
    "transit": read_transit,
    "prices": read_prices,
    "sales": read_sales,
    "shares": read_shares,
}
"""The lists about known accounts and what reads a row of each."""


def make_context(
    table: Table, mapping: ListMapping, *, today: date, heard: Callable[[], None] = lambda: None
) -> Context:
    """What holds for all rows of a table, found by looking through it; ``today`` is the day on which it first came.

    ``heard`` is called again and again meanwhile and may raise to stop.
    """
    profile = make_profile(table, heard)
    if table.kind not in LISTED:
        return Context(mapping, profile, today, people=table.is_of_people)
    return Context(mapping, profile, today, read_about(table, mapping, profile, today=today))


def read_entries(table: Table, context: Context) -> Iterator[Entry]:
    """The rows of a table in their order, one entry a row, read as they are asked for."""
    above: tuple[Cell, ...] | None = None
    record: AccountRecord | None = None
    for (row, word), last in _marking_last(data_rows(table)):
        reading = Reading(table, row, None if word else above)
        if word:
            above, record = None, None
            yield Skipped(reading.origin, word, " ".join(filter(None, map(as_text, row.cells)))[:200])
            continue
        entry = _entry(reading, context, record, cut=last and table.sheet.cut_short)
        above, record = reading.cells, entry if isinstance(entry, AccountRecord) else None
        yield entry


def read_row(table: Table, row: RawRow, context: Context) -> Entry:
    """One row by itself, without the one above it."""
    return _entry(Reading(table, row), context, None, cut=False)


def _entry(reading: Reading, context: Context, above: AccountRecord | None, *, cut: bool) -> Entry:
    kind = reading.table.kind
    cards = reading.table.sheet.cards
    if cut or (cards and reading.row.number in cards.cut):
        return reading.refuse(kind, "cut_short")
    # In a text a missing quotation mark moves cells; in a workbook something only stands beside the table.
    if reading.table.sheet.form is not None and len(reading.row.cells) > len(reading.table.columns):
        return reading.refuse(kind, "too_many_cells")
    if kind == "accounts":
        return read_account(reading, context, above)
    if kind == "products":
        return read_product(reading, context)
    if kind == "orders":
        return read_order(reading, context)
    if kind == "order_lines":
        return read_line(reading, context)
    if kind in LISTED:
        return LISTED[kind](reading, context)
    return reading.refuse(kind, "staff")


def _marking_last(
    rows: Iterator[tuple[RawRow, str | None]],
) -> Iterator[tuple[tuple[RawRow, str | None], bool]]:
    held: tuple[RawRow, str | None] | None = None
    for row in rows:
        if held is not None:
            yield held, False
        held = row
    if held is not None:
        yield held, True
