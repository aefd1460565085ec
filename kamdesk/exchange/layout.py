"""Where in a sheet the table is: titles above, a header of one or two rows, data, totals and remarks below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from kamdesk.exchange.columns import Column, Heading, all_headings, best_heading
from kamdesk.exchange.headers import header_key
from kamdesk.exchange.kinds.titles import Titles, titles_of
from kamdesk.exchange.mapping import SKIP, TableRule
from kamdesk.exchange.passed_over import classify
from kamdesk.exchange.settling import looks_like_firms, settled
from kamdesk.exchange.source import Cell, Merge, RawRow, Sheet, Source
from kamdesk.exchange.synonyms import synonyms
from kamdesk.exchange.values.text import as_text

About = Callable[[Sequence[RawRow]], Titles]
_LOOKED_AT = 60
_HEADER_WITHIN = 30
REASONS = frozenset({"kamdesk退回原因", "kamdeskreasonreturned"})


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a sheet. ``first_data`` is the number of the first row below the header rows.

    ``above`` are the filled rows above them, ``titles`` what these and the names say.
    """

    source: Source
    sheet: Sheet
    kind: str
    columns: tuple[Column, ...]
    header_rows: tuple[RawRow, ...]
    first_data: int
    titles: Titles = field(default_factory=Titles)
    above: tuple[RawRow, ...] = ()
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
    def is_about_accounts(self) -> bool:
        """Whether it is a list about accounts that are known: debt, goods, prices, sales …"""
        return synonyms().kinds[self.kind].told is not None

    @property
    def unmapped(self) -> list[Column]:
        """Columns that have a header and that nobody knows."""
        return [column for column in self.columns if not column.field and not column.ignored and column.title]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A sheet in which no table was found: ``reason`` is empty, notes, skipped or unknown; ``rows`` are filled ones."""

    source: Source
    sheet: Sheet
    reason: str
    rows: int
    headers: tuple[str, ...] = ()


def find_table(source: Source, sheet: Sheet, rule: TableRule) -> Table | Unknown:
    """The table of a sheet, or why there is none. Raises InputError where the file can't be read."""
    head = list(islice(sheet.rows(), _LOOKED_AT))
    filled = [row for row in head if _texts(row)]
    if not filled:
        return Unknown(source, sheet, "empty", 0)
    if rule.kind == SKIP:
        return Unknown(source, sheet, "skipped", _count(sheet))
    about = partial(titles_of, source.name, sheet.name)
    found = _stated(head, rule, about) if rule.header else _sought(head, sheet.merges, rule, about)
    if found is None:
        widest = max(filled[:_HEADER_WITHIN], key=lambda row: len(_texts(row)))
        notes = max(len(_texts(row)) for row in filled) == 1
        return Unknown(
            source, sheet, "notes" if notes else "unknown", _count(sheet), tuple(_texts(widest)[:20])
        )
    heading, rows = found
    first = rows[-1].number + 1
    below = [row for row in head if row.number >= first]
    above = tuple(row for row in filled if row.number < rows[0].number)
    columns = settled(heading, below).columns
    return Table(source, sheet, heading.kind, columns, tuple(rows), first, about(above), above)


def _count(sheet: Sheet) -> int:
    return sum(1 for row in sheet.rows() if _texts(row))


def _texts(row: RawRow) -> list[str]:
    return [text for cell in row.cells if (text := as_text(cell))]


def _stated(head: Sequence[RawRow], rule: TableRule, about: About) -> tuple[Heading, list[RawRow]] | None:
    rows = [row for row in head if row.number == rule.header]
    above = [row for row in head if row.number < (rule.header or 0)]
    heading = best_heading(_single(rows[0]), rule, about(above)) if rows else None
    return (heading, rows) if heading else None


def _sought(
    head: Sequence[RawRow], merges: Sequence[Merge], rule: TableRule, about: About
) -> tuple[Heading, list[RawRow]] | None:
    """The row, or two rows, whose labels explain the most columns; the upper of two that explain as many."""
    best: tuple[Heading, list[RawRow]] | None = None
    rows = list(head[:_HEADER_WITHIN])
    for above, row in zip([None, *rows], rows, strict=False):
        if not _texts(row):
            continue
        single = _best(_single(row), rule, head, row, about)
        best = _better(best, single, [row])
        if above and _heads(above, row, single):
            best = _better(best, _best(_double(above, row, merges), rule, head, row, about), [above, row])
    return best


def _better(
    best: tuple[Heading, list[RawRow]] | None, heading: Heading | None, rows: list[RawRow]
) -> tuple[Heading, list[RawRow]] | None:
    if heading is None:
        return best
    if best is None or (heading.known, heading.context) > (best[0].known, best[0].context):
        return heading, rows
    return best


def _best(
    labels: list[tuple[str, str]], rule: TableRule, head: Sequence[RawRow], row: RawRow, about: About
) -> Heading | None:
    titles = about([other for other in head if other.number < row.number])
    best = best_heading(labels, rule, titles)
    if best and best.kind == "products":
        below = [other for other in head if other.number > row.number]
        for heading in all_headings(labels, rule, titles):
            if (
                heading.kind == "accounts"
                and heading.known == best.known
                and looks_like_firms(heading, below)
            ):
                return heading
    return best


def _single(row: RawRow) -> list[tuple[str, str]]:
    return [(as_text(cell), "") for cell in row.cells]


def _heads(above: RawRow, row: RawRow, single: Heading | None) -> bool:
    """Whether a row can be the upper part of a header: several labels, none of them a number."""
    labels = _texts(above)
    return (
        len(labels) >= 2 and not any(re.search(r"\d{3}", label) for label in labels) and len(_texts(row)) >= 2
    )


def _double(above: RawRow, row: RawRow, merges: Sequence[Merge]) -> list[tuple[str, str]]:
    """Label and heading of each column; a heading reaches as far right as its merged cells, else to the next one."""
    width = max(len(above.cells), len(row.cells))
    reach = {merge.first_column: merge.last_column for merge in merges if merge.first_row == above.number}
    labels: list[tuple[str, str]] = []
    group, until = "", 0
    for index in range(width):
        upper = as_text(above.cells[index]) if index < len(above.cells) else ""
        lower = as_text(row.cells[index]) if index < len(row.cells) else ""
        if upper:
            group, until = upper, reach.get(index + 1, index + 1 if merges else width)
        elif index + 1 > until:
            group = ""
        # A label merged over both rows stands in both.
        labels.append(("" if lower == upper else lower, group))
    return labels


# The row of a template that shows how to fill it in.
def data_rows(table: Table) -> Iterator[tuple[RawRow, str | None]]:
    """The rows below the header with `classify`'s word on each; blank rows after the last filled one left out."""
    blanks: list[RawRow] = []
    for row in table.sheet.rows():
        if row.number < table.first_data:
            continue
        word = classify(table, row)
        if word == "blank" and not row.cells:
            blanks.append(row)
            continue
        for blank in blanks:
            yield blank, "blank"
        blanks.clear()
        yield row, word


def cell_at(row: RawRow, column: Column) -> Cell:
    """What stands in a column of a row; None beyond its last cell."""
    return row.cells[column.index] if column.index < len(row.cells) else None
