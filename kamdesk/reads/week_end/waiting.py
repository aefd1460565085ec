"""Rows that came in and stand aside: they lead to one that has not come, or only a newer version knows them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.store import Store
from kamdesk.sync.book.scope import is_office
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import FOREIGN, PARKED, WAITING

MOST = 500


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One row that waits. ``lacks`` is the table of the row that it leads to and that has not come.

    ``why``: ``missing`` (that row), ``newer`` (a table or value that a later version writes). ``rep`` wrote it.
    """

    table: str
    row: str
    what: str
    why: str
    lacks: str
    rep: str
    device: str


def waiting_rows(store: Store) -> tuple[WaitingRow, ...]:
    """By table; the first `MOST`.

    A row that stands in its place and only names one that is not here is none of them in a rep's book, to which the
    other may never be to come (what stands above a shared account), nor an account that would stand below itself.
    """
    with store.read() as connection:
        office = is_office(connection)
        rows = plain.rows(
            connection,
            'SELECT s."table" AS place, s.row, s.rest, s.place AS stands, o.rep, o.device FROM sync_row s'
            " LEFT JOIN sync_origin o ON o.number = s.origin"
            ' WHERE s.place IS NOT NULL ORDER BY s."table", s.row LIMIT ?',
            (MOST,),
        )
        found = []
        for row in rows:
            if row.place in CONFIDENTIAL:
                continue
            if row.stands == WAITING and (not office or _lacks_nothing(connection, row.place, row.rest)):
                continue
            values = json.loads(row.rest) if row.rest else {}
            lacks = "" if row.stands == FOREIGN else _lacking(connection, row.place, values)
            what = next((values[n] for n in ("name", "what", "text", "number", "code") if values.get(n)), "")
            if not what and row.stands != PARKED:
                what = _name_here(connection, row.place, row.row)
            why = "missing" if lacks else "newer"
            found.append(
                WaitingRow(row.place, row.row, str(what)[:80], why, lacks, row.rep or "", row.device or "")
            )
    return tuple(found)


def _lacks_nothing(connection: Connection, table: str, rest: str | None) -> bool:
    values = json.loads(rest) if rest else {}
    shape = shapes().get(table)
    known = shape is not None and values.keys() <= shape.links.keys()
    return known and not _lacking(connection, table, values)


def _lacking(connection: Connection, table: str, values: Mapping[str, object]) -> str:
    """The table of the first row that the values lead to and that is not in the book."""
    shape = shapes().get(table)
    for name, target in shape.links.items() if shape else ():
        wanted = values.get(name)
        if wanted and not plain.first(connection, f'SELECT 1 FROM "{target}" WHERE id = ?', (wanted,)):
            return target
    return ""


def _name_here(connection: Connection, table: str, row: str) -> str:
    shape = shapes().get(table)
    name = next((n for n in ("name", "what", "text", "number", "code") if shape and n in shape.fields), "")
    return (
        str(plain.first(connection, f'SELECT "{name}" FROM "{table}" WHERE id = ?', (row,)) or "")
        if name
        else ""
    )
