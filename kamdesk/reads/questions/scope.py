"""Which accounts a view is read of, and the rows of a table that are theirs."""

from __future__ import annotations

from collections import defaultdict, namedtuple
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Table, select

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.reads.units import Units, read_units

MANY = 900
"""More accounts than this are not named one by one: all are read."""


@dataclass(frozen=True, slots=True)
class Scope:
    """``unit_of`` says for every account of the book which managed unit it belongs to; ``accounts`` are the ids whose
    rows are read, None: all of them. ``units`` are the units wanted.
    """

    unit_of: dict[str, str]
    accounts: tuple[str, ...] | None
    units: frozenset[str]

    def among(self, column: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
        """What chooses the rows of these accounts."""
        return () if self.accounts is None else (column.in_(self.accounts),)

    def unit(self, account_id: str | None) -> str | None:
        """The unit of an account, None where it is not among those wanted or not in the book."""
        found = self.unit_of.get(account_id or "")
        return found if found in self.units else None


def read_scope(
    connection: Connection, *, only: Collection[str] | None = None, units: Units | None = None
) -> Scope:
    """The scope of these accounts' units, or of the whole book. An account taken back is in none."""
    units = units or read_units(connection)
    unit_of = {account: units.of(account) for account in units.levels}
    if only is None:
        return Scope(unit_of, None, frozenset(unit_of.values()))
    wanted = frozenset(unit_of[account] for account in only if account in unit_of)
    accounts = tuple(sorted(account for account, unit in unit_of.items() if unit in wanted))
    return Scope(unit_of, accounts if len(accounts) <= MANY else None, wanted)


def rows_of(connection: Connection, table: Table, scope: Scope, *order: str) -> dict[str, tuple[Any, ...]]:
    """By unit the rows in force of a table with an ``account_id``, ordered by these columns and the id."""
    unit_of = scope.unit_of.get
    found: dict[str | None, list[Any]] = defaultdict(list)
    for row in rows_in_force(connection, table, "account_id", scope.accounts, order):
        found[unit_of(row.account_id)].append(row)
    units = scope.units
    return {unit: tuple(rows) for unit, rows in found.items() if unit in units}


def rows_in_force(
    connection: Connection,
    table: Table,
    column: str | None = None,
    among: Collection[str] | None = None,
    order: Sequence[str] = (),
) -> Iterator[Any]:
    """The rows not taken back, their days as days; with ``among`` those alone whose ``column`` is one of these.

    Read by the driver itself and made column by column: a view of two thousand accounts asks for a hundred thousand.
    """
    shape, days = _shape(table)
    chosen = "".join(f', "{name}"' for name in shape._fields)[2:]
    where, values = "deleted_at IS NULL", tuple(among or ())
    if among is not None:
        where += f' AND "{column}" IN ({",".join("?" * len(values))})'
    sorting = ", ".join(f'"{name}"' for name in (*order, "id"))
    statement = f'SELECT {chosen} FROM "{table.name}" WHERE {where} ORDER BY {sorting}'
    columns: list[Iterable[Any]] = list(zip(*plain.every(connection, statement, values), strict=True))
    if not columns:
        return iter(())
    for place in days:
        columns[place] = [None if day is None else _day(day) for day in columns[place]]
    return map(shape._make, zip(*columns, strict=True))


_day = lru_cache(maxsize=50_000)(date.fromisoformat)
_OF_THE_LOG = frozenset({"deleted_at", "recorded_at"})
"""Columns that no question looks at."""


@cache
def _shape(table: Table) -> tuple[Any, tuple[int, ...]]:
    """A row's type, one of each table, and the places of its days."""
    columns = [column for column in table.c if column.name not in _OF_THE_LOG]
    days = tuple(place for place, column in enumerate(columns) if isinstance(column.type, Date))
    return namedtuple(f"Row_{table.name}", [column.name for column in columns]), days


def names_of(connection: Connection, table: Table) -> dict[str, str]:
    """What the rows of a table are called, by id."""
    return {
        row[0]: row[1]
        for row in connection.execute(select(table.c.id, table.c.name).where(table.c.deleted_at.is_(None)))
    }


COMPETITORS, ITEMS = t.competitor, t.service_item
