"""From the sheets of a whole book's workbook to rows: each cell read, or refused where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kamdesk.exchange.out.shapes import Field, Shape, decode
from kamdesk.exchange.out.texts import unescaped
from kamdesk.exchange.records import Origin, Problem, Verdict
from kamdesk.exchange.source import Cell, RawRow, Sheet
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import as_text
from kamdesk.reads.export.shape import TECHNICAL, SheetShape, book_shape
from kamdesk.words import Words

Long = Mapping[tuple[str, str, str], Mapping[int, str]]
"""(sheet, id, heading) → part → text: what of a text didn't fit its cell."""

COUNTED = {
    "account": "accounts", "contact": "contacts", "account_phone": "phones", "contact_phone": "phones",
    "product": "products", "order": "orders", "order_line": "order_lines", "sales_history": "sales",
    "note": "notes", "receivable": "receivables", "payment": "payments", "listed_stock": "stock",
    "product_price": "prices", "supply_share": "shares",
}  # fmt: skip
"""Under what a table's rows are counted in the report; its own name for any other."""


@dataclass(slots=True)
class BookRow:
    """A row of a sheet: the values of the columns that the sheet has, those left out that can't be read."""

    table: str
    id: str
    origin: Origin
    values: dict[str, Any] = field(default_factory=dict)
    refused: str = ""


@dataclass(slots=True)
class ReadSheet:
    """A sheet of the book: its rows, what is wrong in its cells, the headings that nothing is known of."""

    shape: SheetShape
    rows: list[BookRow]
    problems: list[Problem]
    columns: tuple[tuple[str, str | None], ...]
    unmapped: tuple[str, ...]


@dataclass(slots=True)
class ReadBook:
    """``others``: the names of the sheets that are no table of the book."""

    sheets: dict[str, ReadSheet]
    others: list[str]


def kind_of(table: str) -> str:
    """Under what the rows of a table are counted."""
    return COUNTED.get(table, table)


def read_book(file: str, sheets: list[Sheet], words: Words) -> ReadBook:
    """All sheets of a workbook whose headings are in the language of ``words``."""
    shapes = {shape.title: shape for shape in book_shape(words)}
    more = words.text("sheet.book.more")
    long = _long_texts(next((sheet for sheet in sheets if sheet.name == more), None))
    found: dict[str, ReadSheet] = {}
    others = []
    currencies: dict[str, str | None] = {}
    in_order = {shape.title: number for number, shape in enumerate(shapes.values())}
    for sheet in sorted(sheets, key=lambda each: in_order.get(each.name, -1)):
        shape = shapes.get(sheet.name)
        if shape is not None and shape.table not in found:
            found[shape.table] = _read_sheet(file, sheet, shape, long, currencies)
        elif sheet.name not in (more, words.text("sheet.book.title")):
            others.append(sheet.name)
    return ReadBook(found, others)


def _long_texts(sheet: Sheet | None) -> Long:
    long: dict[tuple[str, str, str], dict[int, str]] = defaultdict(dict)
    for row in sheet.rows() if sheet else ():
        cells = [*row.cells, None, None, None, None, None][:5]
        if re.fullmatch(r"\d{1,6}", as_text(cells[3]), re.ASCII):
            key = as_text(cells[0]), as_text(cells[1]), as_text(cells[2])
            long[key][int(as_text(cells[3]))] = str(cells[4] or "")
    return long


def _read_sheet(
    file: str, sheet: Sheet, shape: SheetShape, long: Long, currencies: dict[str, str | None]
) -> ReadSheet:
    rows = sheet.rows()
    heads = next((row for row in rows if any(map(as_text, row.cells))), RawRow(1, ()))
    by_heading = {each.heading: each for each in shape.fields}
    shown = {each.link_heading for each in shape.fields if each.link}
    titles = [as_text(cell) for cell in heads.cells]
    fields = [by_heading.get(title) for title in titles]
    read = ReadSheet(
        shape,
        [],
        [],
        tuple((title, each.name if each else None) for title, each in zip(titles, fields, strict=True)),
        tuple(title for title in titles if title and title not in by_heading and title not in shown),
    )
    seen: set[str] = set()
    for row in rows:
        if any(map(as_text, row.cells)):
            _Row(read, sheet, Origin(file, sheet.name, row.number), long, currencies).take(fields, row, seen)
    return read


@dataclass(slots=True)
class _Row:
    """One row while it is read."""

    read: ReadSheet
    sheet: Sheet
    origin: Origin
    long: Long
    currencies: dict[str, str | None]

    def take(self, fields: list[Field | None], row: RawRow, seen: set[str]) -> None:
        cells = {each.name: cell for each, cell in zip(fields, row.cells, strict=False) if each is not None}
        columns = {each.name: number for number, each in enumerate(fields, start=1) if each is not None}
        row_id = as_text(cells.get("id"))
        made = BookRow(self.read.shape.table, row_id, self.origin)
        if not row_id or row_id in seen:
            made.refused = "sheet_id_twice" if row_id else "sheet_no_id"
            self._refuse(self.read.shape.field("id"), cells.get("id"), made.refused)
        seen.add(row_id)
        currency = self._currency(cells, row_id)
        for name, cell in cells.items():
            if name != "id":
                self._value(made, self.read.shape.field(name), cell, columns[name], currency)
        self.read.rows.append(made)

    def _value(self, made: BookRow, of: Field, cell: Cell, column: int, currency: str | None) -> None:
        try:
            if (self.origin.row, column) in self.sheet.unsaved:
                raise Doubt("formula_unsaved")
            value = decode(of, cell, currency)
        except Doubt as doubt:
            self._refuse(of, cell, doubt.reason)
            return
        if of.shape is Shape.TEXT and value is not None:
            rest = self.long.get((self.read.shape.title, made.id, of.heading), {})
            value = unescaped("".join([value, *(rest[part] for part in sorted(rest))]))
        made.values[of.name] = value

    def _currency(self, cells: Mapping[str, Cell], row_id: str) -> str | None:
        """In which currency the row's money is written."""
        if "currency" in cells:
            currency = as_text(cells["currency"]) or None
            if self.read.shape.table == "order":
                self.currencies[row_id] = currency
            return currency
        return self.currencies.get(as_text(cells.get("order_id")))

    def _refuse(self, of: Field, cell: Cell, reason: str) -> None:
        self.read.problems.append(
            Problem(
                self.origin,
                "cells",
                reason,
                Verdict.REJECTED,
                of.heading,
                as_text(cell)[:200],
            )
        )


def missing(row: BookRow, shape: SheetShape) -> Iterator[Field]:
    """The fields without which a new row can't be: empty, unreadable, or without a column."""
    for each in shape.fields:
        if each.required and each.name not in ("id", *TECHNICAL) and row.values.get(each.name) is None:
            yield each
