"""Books to be taken out and in again: demo books, and books that hypothesis makes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Integer, Table

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.store import Store
from kamdesk.operations.book import set_up
from kamdesk.reads.export.rows import read_rows
from kamdesk.reads.export.shape import ORDER, sheet_shape
from kamdesk.words import Words
from tests.books import NOW

Content = dict[str, dict[str, tuple[Any, ...]]]

TEXTS = st.one_of(
    st.sampled_from(
        [
            "", '""', "=1+1", "+86 138", "-5", "@x", "＝A1", "\tx", "\rx", "#N/A", "#ref", "'=x", " x ", "a\r\nb\n",
            "_x000D_", "_x0041_", "1.0", "2026-11-25", "TRUE", "是", "同上", "NULL", "-", "\x00\x1f", "\uffff", "𠮷",
            "x" * 40_000, "\x01" * 9_000,
        ]
    ),
    st.text(max_size=12),
)  # fmt: skip
DAYS = st.dates(date(1850, 1, 1), date(2199, 12, 31))
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


def content(store: Store) -> Content:
    """Everything that is to leave a book, table by table, row by row."""
    with store.read() as connection:
        rows = read_rows(connection)
    return {name: {key: tuple(row) for key, row in found.items()} for name, found in rows.items()}


@cache
def _values(table: Table, column: Column[Any]) -> st.SearchStrategy[Any]:
    field = sheet_shape(table.name, Words("zh")).field(column.name)
    if field.choices and not isinstance(column.type, Boolean):
        codes = st.sampled_from(sorted(field.choices))
        newer = TEXTS.filter(lambda text: 0 < len(text) < 50)
        values: st.SearchStrategy[Any] = codes.map(int) if field.kind is int else codes | newer
    elif column.name == "currency":
        values = st.sampled_from(["CNY", "JPY", "KWD", "US", "是"])
    elif column.name == "subject_id":
        values = st.sampled_from(["account-0", "elsewhere"])
    elif isinstance(column.type, Boolean):
        values = st.booleans()
    elif isinstance(column.type, Date):
        values = DAYS
    elif isinstance(column.type, Float):
        values = st.floats(-180, 180)
    elif isinstance(column.type, BigInteger):
        values = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 10_000_000)
    elif isinstance(column.type, Integer):
        values = st.integers(-5, 2000)
    else:
        values = TEXTS
    return values if not column.nullable else st.none() | values


@st.composite
def written(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Rows for every table, by table; each link leads to a row of its table or nowhere."""
    ids = {name: [f"{name}-{n}" for n in range(draw(st.integers(1, 2)))] for name in ORDER}
    return {
        name: [
            {"id": each, "recorded_at": draw(MOMENTS)}
            | {
                column.name: draw(_linked(column, ids, each))
                if column.foreign_keys
                else draw(_values(t.metadata.tables[name], column))
                for column in t.metadata.tables[name].c
                if column.name not in ("id", "recorded_at", "deleted_at")
            }
            for each in ids[name]
        ]
        for name in ORDER
    }


def _linked(column: Column[Any], ids: dict[str, list[str]], row: str) -> st.SearchStrategy[Any]:
    """Never to the row itself or a later one of its table: no book leads accounts to each other in a circle."""
    (key,) = column.foreign_keys
    found = ids[key.column.table.name]
    if key.column.table is column.table:
        found = found[: found.index(row)]
        if not found:
            assert column.nullable
            return st.none()
    there = st.sampled_from(found)
    return there if not column.nullable else st.none() | there


def write(store: Store, rows: dict[str, list[dict[str, Any]]]) -> None:
    with store.write("book.set_up", now=NOW) as tx:
        for name, made in rows.items():
            for values in made:
                tx.add(BY_TABLE[name](**values))


def empty(path: Path) -> Store:
    from kamdesk.db.opening import new_book

    path.parent.mkdir(parents=True, exist_ok=True)
    store = new_book(path, now=NOW)
    set_up(store, rep_name="别人", now=NOW)
    return store
