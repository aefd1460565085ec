"""After an upgrade: what newer books told of fields and tables that this one had no room for gets its room.

Until then it is kept beside the rows (`sync_row.rest`) with all that is known of who wrote it, and passed on.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db.index.building import begin_anew

FOREIGN, PARKED, WAITING = "foreign", "parked", "waiting"
"""`sync_row.place`: of a table that the book lacks; aside, for want of a row that it needs; there, but for a link
to a row that has not come.
"""
_KINDS = {"INTEGER": (int,), "BIGINT": (int,), "BOOLEAN": (bool,), "FLOAT": (float, int)}
_ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


@dataclass(frozen=True, slots=True)
class _Form:
    """A table as it is in the file now: its columns' kinds, those that must be filled, where its links lead."""

    kinds: Mapping[str, tuple[type, ...]]
    needed: frozenset[str]
    links: Mapping[str, str]

    def fits_in(self, name: str, value: Any) -> bool:
        """Whether the column can hold the value."""
        if value is None:
            return name not in self.needed
        kinds = self.kinds[name]
        return isinstance(value, kinds) and (not isinstance(value, bool) or bool in kinds)

    def fits(self, values: Mapping[str, Any]) -> bool:
        """Whether a row of these values can stand in the table."""
        return all(self.fits_in(name, values.get(name)) for name in self.kinds)


def adopt(connection: Connection) -> int:
    """Takes kept values into the columns and tables that there are now; how many rows were touched.

    Within a write transaction. A row that needs one that has not come is put aside, as it would have been.
    """
    forms = {
        name: _form(connection, name)
        for name in connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).scalars()
    }
    touched = _columns(connection, forms) + _tables(connection, forms)
    if touched:
        begin_anew(connection)
    return touched


def _form(connection: Connection, table: str) -> _Form:
    columns = [c for c in plain.rows(connection, f'PRAGMA table_info("{table}")') if c[1] != "id"]
    links = {row[3]: row[2] for row in plain.rows(connection, f'PRAGMA foreign_key_list("{table}")')}
    return _Form(
        {column[1]: _KINDS.get(column[2].upper(), (str,)) for column in columns},
        frozenset(column[1] for column in columns if column[3] and column[4] is None),
        links,
    )


def _columns(connection: Connection, forms: Mapping[str, _Form]) -> int:
    count = 0
    for row in plain.rows(
        connection,
        'SELECT "table" AS place, row, rest FROM sync_row WHERE rest IS NOT NULL AND place IS NULL',
    ):
        form, rest = forms.get(row.place), json.loads(row.rest)
        if form is None:
            continue
        mine = {name: value for name, value in rest.items() if name in form.kinds}
        taken = {
            name: value
            for name, value in mine.items()
            if name not in form.links and form.fits_in(name, value)
        }
        if not mine:
            continue
        if taken:
            sets = ", ".join(f'"{name}" = ?' for name in taken)
            connection.exec_driver_sql(
                f'UPDATE "{row.place}" SET {sets} WHERE id = ?', (*taken.values(), row.row)
            )
        left = {name: value for name, value in rest.items() if name not in taken}
        # A link is looked after with the next package that comes in, as those are that lead to rows still to come.
        place = WAITING if any(name in form.links for name in left) else None
        _keep(connection, row.place, row.row, place, left)
        count += 1
    return count


def _tables(connection: Connection, forms: Mapping[str, _Form]) -> int:
    """Rows of tables that there are now, those first that others lead to."""
    waiting: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in plain.rows(
        connection, f"SELECT \"table\" AS place, row, rest FROM sync_row WHERE place = '{FOREIGN}'"
    ):
        if row.place in forms:
            waiting[row.place][row.row] = json.loads(row.rest)
    count = sum(map(len, waiting.values()))
    moved = True
    while moved:
        moved = False
        for table, rows in waiting.items():
            for row, values in list(rows.items()):
                if forms[table].fits(values) and _leads_home(connection, forms[table], values, row):
                    _insert(connection, table, forms[table], row, values)
                    del rows[row]
                    moved = True
    for table, rows in waiting.items():
        for row, values in rows.items():
            _keep(connection, table, row, PARKED, values)
    return count


def _leads_home(connection: Connection, form: _Form, values: Mapping[str, Any], row: str) -> bool:
    return all(
        values.get(name) in (None, row)
        or plain.first(connection, f'SELECT 1 FROM "{target}" WHERE id = ?', (values[name],)) is not None
        for name, target in form.links.items()
    )


def _insert(connection: Connection, table: str, form: _Form, row: str, values: Mapping[str, Any]) -> None:
    names = [name for name in form.kinds if values.get(name) is not None]
    columns = ", ".join(f'"{name}"' for name in ("id", *names))
    marks = ", ".join("?" * (len(names) + 1))
    connection.exec_driver_sql(
        f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', (row, *(values[name] for name in names))
    )
    _keep(connection, table, row, None, {n: v for n, v in values.items() if n not in form.kinds})


def _keep(connection: Connection, table: str, row: str, place: str | None, rest: Mapping[str, Any]) -> None:
    connection.exec_driver_sql(
        'UPDATE sync_row SET place = ?, rest = ? WHERE "table" = ? AND row = ?',
        (place, _ENCODED(rest) if rest else None, table, row),
    )
