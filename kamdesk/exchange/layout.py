"""Where in a sheet the table is: titles above, a header of one or two rows, data, totals and remarks below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from kamdesk.exchange.columns import Column, heading_as, missing_fields
from kamdesk.exchange.fingerprint import REASONS, Labels, fingerprint
from kamdesk.exchange.header_rows import (
    HEADER_WITHIN,
    About,
    Found,
    double,
    may_head,
    single,
    sought,
    stated,
    texts,
)
from kamdesk.exchange.headers import header_key
from kamdesk.exchange.kinds.titles import Titles, titles_of
from kamdesk.exchange.mapping import SKIP, TableRule
from kamdesk.exchange.passed_over import afterword, classify, is_alone
from kamdesk.exchange.people_first import names_people_first
from kamdesk.exchange.programs import ruled
from kamdesk.exchange.settling import settled
from kamdesk.exchange.source import Cell, Merge, RawRow, Sheet, Source
from kamdesk.exchange.synonyms import synonyms
from kamdesk.exchange.values.text import as_text

_LOOKED_AT = 60
_AFTERWORDS = 12
"""So many lone cells may stand below a table; more of them are rows."""
Row = tuple[RawRow, str | None]


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a sheet. ``first_data`` is the number of the first row below the header rows.

    ``above`` are the filled rows above them, ``titles`` what these and the names say. ``rule`` is what was said of it,
    ``sender`` the fingerprint by which that was known; ``labels`` are the headers with their headings.
    """

    source: Source
    sheet: Sheet
    kind: str
    columns: tuple[Column, ...]
    header_rows: tuple[RawRow, ...]
    first_data: int
    titles: Titles = field(default_factory=Titles)
    above: tuple[RawRow, ...] = ()
    rule: TableRule = field(default_factory=TableRule)
    sender: str | None = None
    labels: Labels = ()
    _by_field: dict[str, tuple[Column, ...]] = field(default_factory=dict, init=False, repr=False)
    _header: tuple[str, ...] = field(default=(), init=False, repr=False)
    _counting: frozenset[int] = field(default=frozenset(), init=False, repr=False)

    def __post_init__(self) -> None:
        for column in self.columns:
            if column.field:
                self._by_field[column.field] = (*self._by_field.get(column.field, ()), column)
        keys = (header_key(as_text(cell)) for cell in self.header_rows[-1].cells)
        object.__setattr__(self, "_header", tuple(keys))
        ignored = (column.index for column in self.columns if column.ignored)
        object.__setattr__(self, "_counting", frozenset(ignored))

    def columns_of(self, field: str) -> tuple[Column, ...]:
        """The columns that hold a field, from left to right."""
        return self._by_field.get(field, ())

    def is_header(self, row: RawRow) -> bool:
        """Whether a row says what the header says, as on each page of a printed list."""
        if len(self.columns) < 2 or len(row.cells) != len(self._header):
            return False
        return all(
            header_key(as_text(cell)) == key for cell, key in zip(row.cells, self._header, strict=True)
        )

    def is_reason(self, index: int) -> bool:
        """Whether a column is the reason that kamdesk itself wrote beside a row it gave back."""
        return self.is_counting(index) and header_key(self.columns[index].header.text) in REASONS

    def is_counting(self, index: int) -> bool:
        """Whether a column only numbers the rows."""
        return index in self._counting

    @property
    def is_chinese(self) -> bool:
        """Whether its headers are: nobody counts by the ten thousand elsewhere."""
        return any(re.search("[\u4e00-\u9fff]", column.title) for column in self.columns)

    @property
    def is_of_people(self) -> bool:
        """Whether it is an address book, whose people need not be of a firm."""
        if ruled(self.rule, self.labels).people:
            return True
        return self.kind == "accounts" and not self.rule.says_columns and names_people_first(self.columns)

    @property
    def is_about_accounts(self) -> bool:
        """Whether it is a list about accounts that are known: debt, goods, prices, sales …"""
        return synonyms().kinds[self.kind].told is not None

    @property
    def unmapped(self) -> list[Column]:
        """Columns that have a header and that nobody knows."""
        return [column for column in self.columns if not column.field and not column.ignored and column.title]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A sheet in which no table was found: ``reason`` is empty, notes, skipped or unknown; ``rows`` are filled ones.

    ``columns`` are what they would be in a table of the kind that a mapping names, which then lacks one field of each
    group of ``missing``.
    """

    source: Source
    sheet: Sheet
    reason: str
    rows: int
    headers: tuple[str, ...] = ()
    rule: TableRule = field(default_factory=TableRule)
    sender: str | None = None
    columns: tuple[Column, ...] = ()
    header_rows: tuple[RawRow, ...] = ()
    labels: Labels = ()
    missing: tuple[frozenset[str], ...] = ()


def find_table(
    source: Source, sheet: Sheet, rule: TableRule, known: Mapping[str, TableRule] | None = None
) -> Table | Unknown:
    """The table of a sheet, or why there is none. Raises InputError where the file can't be read.

    ``known`` are the rules of senders by the fingerprint of their headers; they count where ``rule`` says nothing of
    columns.
    """
    head = list(islice(sheet.rows(), _LOOKED_AT))
    filled = [row for row in head if texts(row)]
    if not filled:
        return Unknown(source, sheet, "empty", 0, rule=rule)
    sender: str | None = None
    if known and not rule.says_columns:
        rule, sender = _remembered(head, sheet.merges, rule, known)
    about = partial(titles_of, source.name, sheet.name)
    found: Found | None = None
    if rule.kind != SKIP:
        look = stated if rule.header else sought
        found = look(head, sheet.merges, rule, about)
    if found is None:
        return _unknown(source, sheet, rule, sender, head, about)
    heading, rows, labels = found
    first = rows[-1].number + 1
    below = [row for row in head if row.number >= first]
    above = tuple(row for row in filled if row.number < rows[0].number)
    columns = settled(heading, below).columns
    return Table(
        source,
        sheet,
        heading.kind,
        columns,
        tuple(rows),
        first,
        about(above),
        above,
        rule,
        sender,
        tuple(labels),
    )


def _unknown(
    source: Source, sheet: Sheet, rule: TableRule, sender: str | None, head: Sequence[RawRow], about: About
) -> Unknown:
    """Where no table is found: the row that looks most like a header is shown for one."""
    filled = [row for row in head if texts(row)]
    widest = max(filled[:HEADER_WITHIN], key=lambda row: len(texts(row)))
    reason = "skipped" if rule.kind == SKIP else "unknown"
    if reason == "unknown" and max(len(texts(row)) for row in filled) == 1:
        reason = "notes"
    row = next((row for row in head if row.number == rule.header), None)
    row = row or max(filled[:HEADER_WITHIN], key=lambda each: len(_words(each)))
    labels, rows = single(row), [row]
    above = [other for other in head if other.number < row.number]
    if rule.rows == 2 and above:
        labels, rows = double(above[-1], row, sheet.merges), [above[-1], row]
    kind = synonyms().kinds.get(rule.kind or "")
    titles = about([other for other in above if other.number < rows[0].number])
    heading = heading_as(kind or synonyms().kinds["accounts"], labels, rule if kind else TableRule(), titles)
    columns = heading.columns if kind else tuple(replace(each, field=None) for each in heading.columns)
    return Unknown(
        source,
        sheet,
        reason,
        _count(sheet),
        tuple(texts(widest)[:20]) if reason != "skipped" else (),
        rule,
        sender,
        columns,
        tuple(rows),
        tuple(labels),
        missing_fields(kind, columns, titles) if kind else (),
    )


def _remembered(
    head: Sequence[RawRow], merges: Sequence[Merge], rule: TableRule, known: Mapping[str, TableRule]
) -> tuple[TableRule, str | None]:
    """The rule of the sender whose headers stand in one row, or in two, of the sheet's head."""
    rows = list(head[:HEADER_WITHIN])
    for above, row in zip([None, *rows], rows, strict=False):
        forms = [(single(row), 1)]
        if above is not None and may_head(above, row):
            forms.append((double(above, row, merges), 2))
        for labels, number in forms:
            sender = fingerprint(labels)
            if sender is None or sender not in known:
                continue
            kept = known[sender]
            said = replace(
                kept,
                header=row.number,
                rows=number,
                date_order=rule.date_order or kept.date_order,
                datum=rule.datum or kept.datum,
                currency=rule.currency or kept.currency,
            )
            return said, sender
    return rule, None


def _words(row: RawRow) -> list[str]:
    """The cells that could be headers: no numbers."""
    return [text for text in texts(row) if not re.fullmatch(r"[\d\s.,:/%+-]+", text)]


def _count(sheet: Sheet) -> int:
    return sum(1 for row in sheet.rows() if texts(row))


def data_rows(table: Table) -> Iterator[Row]:
    """The rows below the header with a word on those that are no records (`classify`, and `afterword` at the end).

    Blank rows after the last filled one are left out.
    """
    held: list[Row] = []
    alone = 0
    for row in table.sheet.rows():
        if row.number < table.first_data:
            continue
        word = classify(table, row)
        if (word == "blank" and not row.cells) or (word is None and is_alone(table, row)):
            held.append((row, word))
            alone += word is None
            if alone <= _AFTERWORDS:
                continue
            row, word = held.pop()
        yield from held
        held.clear()
        alone = 0
        yield row, word
    last = max((place for place, (_, word) in enumerate(held, start=1) if word is None), default=0)
    for row, word in held[:last]:
        yield row, word or afterword(table, row)


def cell_at(row: RawRow, column: Column) -> Cell:
    """What stands in a column of a row; None beyond its last cell."""
    return row.cells[column.index] if column.index < len(row.cells) else None
