"""A sheet as it is shown to whoever says what its columns are: kind, headers, samples, what each is taken as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as filled_by
from datetime import datetime
from itertools import islice
from typing import Literal

from kamdesk.domain.account import Datum
from kamdesk.exchange.accounts import is_card
from kamdesk.exchange.columns import Column
from kamdesk.exchange.fingerprint import REASONS, Labels, fingerprint
from kamdesk.exchange.headers import header_key
from kamdesk.exchange.kinds.about import About
from kamdesk.exchange.layout import Table, Unknown
from kamdesk.exchange.mapping import TableRule
from kamdesk.exchange.profile import DATED
from kamdesk.exchange.records import Entry, Problem, Rejected, Skipped
from kamdesk.exchange.source import RawRow
from kamdesk.exchange.values.dates import Order
from kamdesk.exchange.values.text import as_text, is_empty

Ask = Literal["unit", "year", "order", "datum", "currency"]
"""What a column may leave open, to be said once for all its cells."""

ASKED_BY: Mapping[str, Ask] = {
    "amount_unit": "unit",
    "amount_period": "year",
    "date_order": "order",
    "amount_currency": "currency",
}
"""The doubts about a cell that its column's answer settles, with what is asked."""
MONEY = frozenset(
    {
        *("sales", "price", "level_price", "freight", "amount"),
        *("open_amount", "overdue_amount", "received", "bucket", "sold"),
    }
)
PLACES = ("latitude", "longitude", "coordinates")
_SAMPLES, _SAMPLED = 3, 200


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """One column. ``field`` is None where nobody knows it, ``ignored`` where it is left out.

    ``unit``, ``order``, ``datum``, ``currency`` and ``year`` are what is said or found of it, ``asks`` what is not and
    must be, with the number of cells that wait for it (0: worth knowing, nothing waits). ``may`` names what of these
    makes sense for it.
    """

    index: int
    name: str
    title: str
    group: str
    field: str | None
    ignored: bool
    samples: tuple[str, ...]
    filled: int = 0
    unit: int | None = None
    year: int | None = None
    order: Order | None = None
    datum: Datum | None = None
    currency: str | None = None
    percent: bool = False
    asks: Mapping[str, int] = filled_by(default_factory=dict)
    may: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenSheet:
    """``kind`` is None where the sheet is left out, for ``reason``; ``missing`` are the fields of which one is needed.

    ``header`` is the row with the headers, the lower of ``header_rows``. ``sender`` is the fingerprint of the headers,
    ``known_since`` when what is remembered of it was used last, where that was done here. ``rule`` is what was said.
    """

    file: str
    sheet: str
    kind: str | None
    reason: str | None
    header: int | None
    header_rows: int
    columns: tuple[SeenColumn, ...]
    labels: Labels = ()
    sender: str | None = None
    known_since: datetime | None = None
    missing: tuple[frozenset[str], ...] = ()
    rule: TableRule = filled_by(default_factory=TableRule)
    hidden: bool = False

    @property
    def asks(self) -> bool:
        """Whether something must be said before all of it can go in."""
        return bool(self.missing) or any(column.asks for column in self.columns)

    @property
    def to_be_said(self) -> bool:
        """Whether the columns should be looked at: one is asked about, or not known and was not seen before."""
        if self.kind is None:
            return self.reason == "unknown" or bool(self.missing)
        return self.asks or (bool(self.unknown) and self.known_since is None)

    @property
    def unknown(self) -> tuple[SeenColumn, ...]:
        """The columns that say something and are of no field."""
        return tuple(each for each in self.columns if not each.field and not each.ignored and each.filled)


def count_asks(asked: Counter[tuple[int, Ask]], entry: Entry, table: Table) -> None:
    """What a row waits for that its columns could say."""
    if isinstance(entry, Skipped):
        return
    problems = (*entry.raw.problems, entry.problem) if isinstance(entry, Rejected) else entry.raw.problems
    if not problems:
        return
    for found in {found for problem in problems if (found := ask_of(problem, table)) is not None}:
        asked[found] += 1


def ask_of(problem: Problem, table: Table) -> tuple[int, Ask] | None:
    """Which column is to say what, so that a doubtful cell of it isn't."""
    ask = ASKED_BY.get(problem.reason)
    if ask is None:
        return None
    if problem.place is not None:
        return problem.place, ask
    dated = [column for name in DATED for column in table.columns_of(name)] if ask == "order" else []
    return (dated[0].index, ask) if dated else None


def seen_table(
    table: Table, about: About, asked: Mapping[tuple[int, Ask], int], known_since: datetime | None = None
) -> SeenSheet:
    """A table that was read through; ``asked`` counts what `ask_of` told of its cells."""
    samples, filled = _samples(table.columns, _below(table.sheet.rows(), table.first_data))
    columns = tuple(
        _seen(column, samples, filled, _asks(column, table, asked), about) for column in _shown(table.columns)
    )
    return SeenSheet(
        table.source.name,
        table.sheet.name,
        table.kind,
        None,
        table.header_rows[-1].number,
        len(table.header_rows),
        columns,
        table.labels,
        None if is_card(table) else fingerprint(table.labels),
        known_since if table.sender else None,
        rule=table.rule,
        hidden=table.sheet.hidden,
    )


def seen_unknown(unknown: Unknown, known_since: datetime | None = None) -> SeenSheet:
    """A sheet that is left out, and what its columns are called."""
    rows = unknown.header_rows
    first = rows[-1].number + 1 if rows else 1
    samples, filled = _samples(unknown.columns, _below(unknown.sheet.rows(), first))
    return SeenSheet(
        unknown.source.name,
        unknown.sheet.name,
        None,
        unknown.reason,
        rows[-1].number if rows else None,
        max(len(rows), 1),
        tuple(_seen(column, samples, filled, {}, About()) for column in _shown(unknown.columns)),
        unknown.labels,
        fingerprint(unknown.labels),
        known_since if unknown.sender else None,
        unknown.missing,
        unknown.rule,
        unknown.sheet.hidden,
    )


def _shown(columns: Sequence[Column]) -> Iterator[Column]:
    """Without the reason that kamdesk wrote itself."""
    return (column for column in columns if header_key(column.header.text) not in REASONS)


def _below(rows: Iterator[RawRow], first: int) -> Iterator[RawRow]:
    return islice((row for row in rows if row.number >= first), _SAMPLED)


def _samples(columns: Sequence[Column], rows: Iterator[RawRow]) -> tuple[dict[int, list[str]], Counter[int]]:
    """Of each column the first different texts below its header, and how many of the rows looked at fill it."""
    found: dict[int, list[str]] = {column.index: [] for column in columns}
    filled: Counter[int] = Counter()
    for row in rows:
        for index, texts in found.items():
            text = as_text(row.cells[index]) if index < len(row.cells) else ""
            if is_empty(text):
                continue
            filled[index] += 1
            if len(texts) < _SAMPLES and text not in texts:
                texts.append(text)
    return found, filled


def _asks(column: Column, table: Table, asked: Mapping[tuple[int, Ask], int]) -> dict[str, int]:
    asks: dict[str, int] = {ask: count for (index, ask), count in asked.items() if index == column.index}
    places = [each for name in PLACES for each in table.columns_of(name)]
    if places and places[0] is column and not any(each.datum for each in places):
        asks["datum"] = 0
    return asks


def _seen(
    column: Column,
    samples: Mapping[int, Sequence[str]],
    filled: Mapping[int, int],
    asks: Mapping[str, int],
    about: About,
) -> SeenColumn:
    return SeenColumn(
        column.index,
        column.name,
        column.title,
        column.group,
        column.field,
        column.ignored,
        tuple(text[:200] for text in samples[column.index]),
        filled[column.index],
        column.unit or (about.unit if column.field in MONEY else None),
        column.year,
        column.order,
        column.datum,
        column.currency,
        column.percent,
        dict(asks),
        _may(column.field, asks),
    )


def _may(field: str | None, asks: Mapping[str, int]) -> tuple[str, ...]:
    """What can be said of a column beside its field."""
    may: list[str] = []
    if field in MONEY:
        may.append("unit")
    if field in ("sales", "sold", "period") or "year" in asks:
        may.append("year")
    if field in DATED:
        may.append("order")
    if field in PLACES:
        may.append("datum")
    if "currency" in asks:
        may.append("currency")
    return tuple(may)
