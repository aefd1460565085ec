"""One row while it is being read: its cells by field, and the doubts found so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kamdesk.exchange.columns import NUMBERED, Column
from kamdesk.exchange.kinds.matrix import OF_PRODUCT
from kamdesk.exchange.layout import Table, cell_at
from kamdesk.exchange.records import Origin, Problem, RawRecord, Rejected, Verdict
from kamdesk.exchange.source import Cell, RawRow
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import FORMULA_ERRORS, as_text, folded, is_ditto, is_empty, one_line

Value = TypeVar("Value")

COUNTED_UNDER: Mapping[str, str] = {
    "phone": "phones", "mobile": "phones", "account_phone": "phones", "fax": "phones",
    "longitude": "coordinates", "latitude": "coordinates", "coordinates": "coordinates",
    "birthday": "birthdays", "sales": "amounts", "price": "amounts", "freight": "amounts", "amount": "amounts",
    "quantity": "quantities", "discount": "quantities", "pack": "quantities",
    "ordered_on": "dates", "required_on": "dates", "shipped_on": "dates",
    "level": "levels", "is_key": "levels", "status": "levels", "discontinued": "levels",
    "contact": "contacts",
    "invoiced_on": "dates", "due_on": "dates", "paid_on": "dates", "as_of": "dates", "counted_on": "dates",
    "expected_on": "dates", "arrived_on": "dates", "first_day": "dates", "last_day": "dates", "sold_on": "dates",
    "period": "dates", "year": "dates", "open_amount": "amounts", "overdue_amount": "amounts", "received": "amounts",
    "bucket": "amounts", "sold": "amounts", "level_price": "amounts", "minimum": "quantities", "share": "quantities",
    "our_share": "quantities", "supplier_share": "quantities", "stock_of_product": "quantities",
    "stock_of_account": "quantities",
}  # fmt: skip
"""The kind under which a doubt about a field's cell is counted; ``cells`` for any other."""

# Where a list says 同上, these mean what stands above; of the others it can't be known whose they are.
DITTO_SAFE = frozenset({
    "name", "account_name", "account_code", "order_number", "ordered_on", "required_on", "shipped_on",
    "country", "province", "city", "district",
    "address", "postal_code", "level", "is_key", "status", "kind", "title", "department", "note", "tag",
    "product_name", "product_code", "specification", "unit", "currency", "invoiced_on", "due_on", "paid_on", "as_of",
    "counted_on", "expected_on", "arrived_on", "method", "category", "supplier", "period", "year", "sold_on",
    "first_day", "last_day",
})  # fmt: skip

CONTINUED = frozenset({"order_lines", "stock", "transit", "sales", "shares"})
"""Kinds whose lists may name an account or an order once and leave the cell empty on the lines below."""
_KEYS = ("order_number", "account_code", "account_name")
_DAYS = ("ordered_on", "counted_on", "as_of")


@dataclass(slots=True)
class Reading:
    """A row being read. ``above`` holds the cells of the row directly above, dittos in it resolved."""

    table: Table
    row: RawRow
    above: tuple[Cell, ...] | None = None
    problems: list[Problem] = field(default_factory=list)
    cells: tuple[Cell, ...] = ()
    texts: tuple[str, ...] = ()
    used: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        width = max(len(self.row.cells), len(self.table.columns))
        cells = list(self.row.cells) + [None] * (width - len(self.row.cells))
        texts = [as_text(cell) for cell in cells]
        unsaved = bool(self.table.sheet.unsaved)
        for column in self.table.columns:
            index = column.index
            if not unsaved and not (texts[index][:1] == "#" or is_ditto(texts[index])):
                continue
            meant = self._meant(column, cells[index], texts[index])
            if meant is not cells[index]:
                cells[index], texts[index] = meant, as_text(meant)
        self._go_on(cells, texts)
        self.cells = tuple(cells)
        self.texts = tuple(["" if is_empty(text) else text for text in texts])

    @property
    def origin(self) -> Origin:
        """Where this row stands."""
        return Origin(self.table.source.name, self.table.sheet.name, self.row.number)

    def _go_on(self, cells: list[Cell], texts: list[str]) -> None:
        """Takes from the row above whose row this is, where a list says so only at the first of several lines."""
        if self.above is None or self.table.kind not in CONTINUED or self.table.columns_of(OF_PRODUCT):
            return
        keys = [column for field in _KEYS for column in self.table.columns_of(field)]
        if not keys or any(not is_empty(texts[column.index]) for column in keys):
            return
        filled = [c.index for c in self.table.columns if not c.ignored and not is_empty(texts[c.index])]
        if len(filled) < 2 or filled[0] < max(column.index for column in keys):
            return
        said = [column for column in keys if column.index < len(self.above) and self.above[column.index]]
        days = [column for field in _DAYS for column in self.table.columns_of(field)]
        given = list(self.row.cells)
        given += [None] * (len(cells) - len(given))
        for column in (*said, *days):
            index = column.index
            if is_empty(texts[index]) and index < len(self.above):
                cells[index] = given[index] = self.above[index]
                texts[index] = as_text(cells[index])
        if said:
            self.row = replace(self.row, cells=tuple(given))
            self.texts = tuple(texts)
            self.remark(said[0], "continued")

    def _meant(self, column: Column, cell: Cell, text: str) -> Cell:
        if (self.row.number, column.index + 1) in self.table.sheet.unsaved:
            self.doubt(column, "", Doubt("formula_unsaved"), "formulas")
            return None
        if text in FORMULA_ERRORS:
            self.doubt(column, text, Doubt("formula_error"), "formulas")
            return None
        if not is_ditto(text) or column.field == "contact" or column.ignored:
            return cell
        if column.field in DITTO_SAFE or column.field is None:
            if (
                self.above is not None
                and column.index < len(self.above)
                and self.above[column.index] is not None
            ):
                return self.above[column.index]
            self.doubt(column, text, Doubt("ditto_nothing_above", undecided=True))
            return None
        # A number that repeats the one above tells nothing new of a person who is 同上 as well.
        if not (
            column.field in ("phone", "mobile", "birthday", "email", "wechat") and self.is_ditto("contact")
        ):
            self.doubt(column, text, Doubt("ditto_unclear", undecided=True))
        return None

    def is_ditto(self, field: str) -> bool:
        """Whether the first column of a field only points upward."""
        columns = self.table.columns_of(field)
        return bool(columns) and is_ditto(as_text(cell_at(self.row, columns[0])))

    def columns(self, field: str) -> list[Column]:
        """The columns of a field that are filled in this row."""
        return [column for column in self.table.columns_of(field) if self.filled(column)]

    def filled(self, column: Column) -> bool:
        """Whether the cell says anything."""
        return bool(self.texts[column.index])

    def left(self) -> list[Column]:
        """The filled columns that nothing has read so far; those that say nothing of the thing are left out."""
        return [
            column
            for column in self.table.columns
            if not column.ignored and column.index not in self.used and self.filled(column)
        ]

    def cell_in(self, column: Column) -> Cell:
        """The cell itself; None where it says nothing."""
        self.used.add(column.index)
        return self.cells[column.index] if self.texts[column.index] else None

    def text_in(self, column: Column) -> str:
        """The cell as text; empty where it says nothing, in whatever way it says so."""
        self.used.add(column.index)
        return self.texts[column.index]

    def column(self, field: str, number: int = 1) -> Column | None:
        """The first filled column of a field; ``number`` tells 联系人2 from 联系人."""
        for column in self.table.columns_of(field):
            if self.texts[column.index] and number_of(column) == number:
                return column
        return None

    def text(self, field: str, number: int = 1) -> str | None:
        """A field as one line of text; None where the row doesn't fill it."""
        column = self.column(field, number)
        return one_line(self.text_in(column)) if column else None

    def code(self, field: str) -> str | None:
        """A number by which a system knows something: as text, a leading zero kept, full-width forms plain."""
        text = self.text(field)
        return folded(text) if text else None

    def read(self, field: str, reader: Callable[[Column], Value], number: int = 1) -> Value | None:
        """A field through its reader; a doubt is noted and gives None, as an empty cell does."""
        column = self.column(field, number)
        if column is None:
            return None
        try:
            return reader(column)
        except Doubt as doubt:
            self.doubt(column, self.text_in(column), doubt)
            return None

    def doubt(self, column: Column, value: str, doubt: Doubt, kind: str | None = None) -> None:
        """Notes what is wrong with a cell."""
        counted = kind or COUNTED_UNDER.get(column.field or "", "cells")
        verdict = Verdict.TO_DECIDE if doubt.undecided else Verdict.REJECTED
        self.problems.append(
            Problem(self.origin, counted, doubt.reason, verdict, column.title, value, column.index)
        )

    def remark(self, column: Column, reason: str) -> None:
        """Notes what was taken, but should be looked at."""
        value = self.text_in(column)
        self.problems.append(
            Problem(self.origin, "cells", reason, Verdict.REMARK, column.title, value, column.index)
        )

    def raw(self) -> RawRecord:
        """What the record keeps of this row."""
        return RawRecord(self.origin, self.row.cells, tuple(self.problems))

    def refuse(self, kind: str, reason: str, *, undecided: bool = False) -> Rejected:
        """The whole row, refused."""
        verdict = Verdict.TO_DECIDE if undecided else Verdict.REJECTED
        return Rejected(self.raw(), Problem(self.origin, kind, reason, verdict))


def number_of(column: Column) -> int:
    """Which of several people a column speaks of; 1 for all other fields."""
    return column.header.number if column.field in NUMBERED else 1
