"""What the table shows, for the clipboard and for a workbook: the shown columns of rows in their order."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from kamdesk.domain.errors import RuleError
from kamdesk.domain.money import Money
from kamdesk.exchange.sheet_out import COMPUTES, OutColumn, Value
from kamdesk.qt.models.account_columns import WIDTHS, Column
from kamdesk.qt.models.account_filter import Kind
from kamdesk.qt.models.account_words import AccountWords

if TYPE_CHECKING:
    from kamdesk.qt.models.accounts import AccountsModel
    from kamdesk.reads.account_table import AccountRow

DATES = {Column.LAST, Column.NEXT, Column.CREATED}
NUMBERS = {
    Column.PROMISES: "0",
    Column.PURCHASES: "#,##0.00",
    Column.SOLD: "#,##0.00",
    Column.ANSWERED: "0",
    Column.SHARE: "0.0%",
}
PIXELS = 8
"""About a character's width in the window."""


def out_columns(words: AccountWords, columns: Sequence[Column]) -> list[OutColumn]:
    """Name, class and key account each in a column of its own; then what the table shows."""
    made: list[OutColumn] = []
    for column in columns:
        form = "yyyy-mm-dd" if column in DATES else NUMBERS.get(column, "")
        made.append(OutColumn(words.out_header(column), max(WIDTHS[column] // PIXELS, 11), form))
        if column is Column.NAME:
            made.append(OutColumn(words.kind(Kind.CLASS), 8))
            made.append(OutColumn(words.kind(Kind.KEY), 12))
    return made


def out_rows(
    model: AccountsModel, columns: Sequence[Column], rows: Iterable[AccountRow]
) -> Iterator[tuple[Value, ...]]:
    words, today = model.words, model.today()
    for row in rows:
        cells: list[Value] = []
        for column in columns:
            if column is Column.ANSWERED:
                counted = model.answered(row)
                cells.append(counted.answered if counted else None)
            else:
                cells.append(_value(words, row, column, today))
            if column is Column.NAME:
                cells += [row.value_class, words.key_text(row)]
        yield tuple(cells)


def _value(words: AccountWords, row: AccountRow, column: Column, today: date) -> Value:
    if column is Column.LAST:
        return row.last_visit
    if column is Column.NEXT:
        return row.next_visit
    if column is Column.CREATED:
        return row.created
    if column is Column.PROMISES:
        return row.open_promises
    if column is Column.PURCHASES:
        return None if row.purchases is None else _major(row.purchases, row.currency)
    if column is Column.SOLD:
        return None if row.sold is None else _major(row.sold, row.sold_currency)
    if column is Column.SHARE:
        return None if row.share is None else Decimal(row.share) / 10_000
    return words.text(row, column, today)


def _major(minor: int, currency: str | None) -> Decimal:
    try:
        return Money(minor, currency or "CNY").major
    except RuleError:
        return Money(minor, "CNY").major


def clipboard(columns: Sequence[OutColumn], rows: Iterable[Sequence[Value]]) -> QMimeData:
    """A table as tab-separated text and as HTML; a text that a spreadsheet would compute is marked as text."""
    heads = [column.header for column in columns]
    lines = ["\t".join(heads)]
    marked = ["<tr>" + "".join(f"<th>{html.escape(head)}</th>" for head in heads) + "</tr>"]
    for row in rows:
        said = [_said(value) for value in row]
        lines.append("\t".join(said))
        marked.append("<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in said) + "</tr>")
    data = QMimeData()
    data.setText("\n".join(lines))
    data.setHtml(f"<table>{''.join(marked)}</table>")
    return data


def _said(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    text = re.sub(r"[\t\r\n]+", " ", str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(COMPUTES) else text
