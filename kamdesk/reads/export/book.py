"""The whole book as a workbook, one sheet a table: the file that an empty book is filled from again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.knowledge import KINDS
from kamdesk.exchange.out.own import FORMAT, PROPERTY, Marker
from kamdesk.exchange.out.shapes import Field, Shape, encode
from kamdesk.exchange.out.texts import escaped, pieces
from kamdesk.exchange.out.workbook import OutColumn, OutSheet, Value, write_workbook
from kamdesk.reads.export.rows import Names, Rows, currency_of, read_rows
from kamdesk.reads.export.shape import TECHNICAL, SheetShape, book_shape
from kamdesk.words import Words

_FORMS = {
    Shape.DAY: "yyyy-mm-dd",
    Shape.MONEY: "#,##0.00",
    Shape.RATE: "0.00%",
    Shape.TEXT: "@",
    Shape.LINK: "@",
}
_WIDE = {"address": 32, "text": 48, "what": 32, "points": 48, "note": 40, "next_step": 32, "name": 26}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many rows in how many sheets, and how many files kept in the book are not in it."""

    rows: int
    sheets: int
    attachments: int = 0


def write_book(
    store: Store, path: Path, *, words: Words, now: datetime, heard: Callable[[int], None] = lambda _: None
) -> Exported:
    """Writes the whole book at ``path``; ``now`` is wall time. Raises OSError, or what ``heard`` raises to stop."""
    with store.read() as connection:
        rows = read_rows(connection)
        marker = Marker(FORMAT, words.language, _last_operation(connection))
    names = Names(rows, words)
    long: list[tuple[Value, ...]] = []
    shapes = [shape for shape in book_shape(words) if rows[shape.table] or shape.table not in KINDS]
    sheets = [_sheet(shape, rows, names, long) for shape in shapes]
    # A generator, so that what is too long for a cell is known once the other sheets are written.
    more = OutSheet(words.text("sheet.book.more"), _more_columns(words), (row for row in long))
    first = OutSheet(
        words.text("sheet.book.title"),
        (OutColumn("", 90), OutColumn("", 60)),
        _about(words, rows, marker, now),
        headed=False,
    )
    write_workbook(path, [first, *sheets, more], properties={PROPERTY: marker.text()}, heard=heard)
    count = sum(len(each) for each in rows.values())
    return Exported(count, len(shapes), len(rows["attachment"]))


def _last_operation(connection: Connection) -> str:
    operation = t.operation.c
    return connection.scalar(select(operation.id).order_by(operation.number.desc()).limit(1)) or ""


def _about(words: Words, rows: Rows, marker: Marker, now: datetime) -> list[tuple[Value, Value]]:
    rep = next(iter(rows["rep"].values()), None)
    lines: list[tuple[Value, Value]] = [
        (words.text("sheet.book.heading", name=rep.name if rep else ""), None),
        (words.text("sheet.book.exported"), f"{now:%Y-%m-%d %H:%M}"),
        *((words.text(f"sheet.book.{part}"), None) for part in ("how", "edit", "attachments", "left_out")),
        (words.text("sheet.book.format"), marker.text()),
    ]
    return lines


def _more_columns(words: Words) -> Sequence[OutColumn]:
    heads = ("more_table", "more_row", "more_column", "more_part", "more_text")
    return [
        OutColumn(words.text(f"sheet.book.{head}"), 14, "" if head == "more_part" else "@") for head in heads
    ]


def _sheet(shape: SheetShape, rows: Rows, names: Names, long: list[tuple[Value, ...]]) -> OutSheet:
    own = [field for field in shape.fields if field.shape is not Shape.LINK and field.name not in TECHNICAL]
    links = [field for field in shape.fields if field.shape is Shape.LINK and field.name != "id"]
    last = [shape.field(name) for name in ("id", *TECHNICAL)]
    named = [field for field in links if field.link]
    columns = [OutColumn(field.link_heading, 22, quiet=True) for field in named]
    columns += [OutColumn(field.heading, _width(field), _FORMS.get(field.shape, "")) for field in own]
    columns += [OutColumn(field.heading, 16, "@") for field in (*links, *last)]

    fields = (*own, *links, *last)
    with_money = any(field.shape is Shape.MONEY for field in own)

    def filled() -> Iterator[Sequence[Value]]:
        for row in rows[shape.table].values():
            cells: list[Value] = [names.of(field.link, getattr(row, field.name)) for field in named]
            currency = currency_of(rows, row) if with_money else None
            for field in fields:
                cells.append(_cell(shape, field, row, currency, long))
            yield cells

    return OutSheet(shape.title, columns, filled())


def _width(field: Field) -> int:
    return _WIDE.get(field.name, max(10, min(22, 2 * len(field.heading) + 2)))


def _cell(
    shape: SheetShape, field: Field, row: Row[Any], currency: str | None, long: list[tuple[Value, ...]]
) -> Value:
    value = encode(field, row._mapping[field.name], currency)
    if field.shape is not Shape.TEXT or value is None:
        return value
    first, *rest = pieces(escaped(str(value)))
    long += [(shape.title, row.id, field.heading, part, text) for part, text in enumerate(rest, start=2)]
    return first
