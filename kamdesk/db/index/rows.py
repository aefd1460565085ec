"""Rows of the book as the index reads them: in plain SQL, since this runs several times in every write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Table

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.index.contents import CHUNK
from kamdesk.domain.units import resolve_alias


def merged_accounts(connection: Connection) -> Mapping[str, str]:
    """The accounts that were joined to others, and to which."""
    # Written so that SQLite takes the index: for IS NOT NULL it goes through every account.
    sql = "SELECT id, merged_into FROM account WHERE merged_into > '' AND deleted_at IS NULL"
    return {row.id: row.merged_into for row in plain.rows(connection, sql)}


def standing(
    connection: Connection, table: Table, column: str, values: Iterable[str], *order: str
) -> list[Row[Any]]:
    """The rows of a table, not taken back, in which a column has one of these values; days are ISO texts.

    Plain SQL: this runs several times in every write, and what builds a statement costs more than SQLite does.
    """
    given = tuple(values)
    if not given:
        return []
    marks, sorting = ",".join("?" * len(given)), ",".join((*order, "id"))
    return plain.rows(
        connection,
        f'SELECT * FROM "{table.name}" WHERE {column} IN ({marks}) AND deleted_at IS NULL ORDER BY {sorting}',
        given,
    )


def beside(
    connection: Connection, table: Table, link: str, ids: Iterable[str], *order: str
) -> dict[str, list[Row[Any]]]:
    """The rows of a table that belong to ``ids``, by the id they belong to."""
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in standing(connection, table, link, ids, *order):
        found[getattr(row, link)].append(row)
    return found


def day_of(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text[:10])


def months_visited(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> dict[str, date]:
    """The month of each account's last visit, its aliases' visits counted: so exactly are accounts ranked by it."""
    shown: dict[str, str] = {
        alias: target for alias in merged if (target := resolve_alias(alias, merged)) in ids
    }
    given = (*ids, *shown)
    rows = plain.rows(
        connection,
        "SELECT visit.account_id, max(visit_report.visited_on) AS day FROM visit"
        " JOIN visit_report ON visit_report.visit_id = visit.id AND visit_report.deleted_at IS NULL"
        f" WHERE visit.account_id IN ({','.join('?' * len(given))}) AND visit.deleted_at IS NULL"
        " GROUP BY visit.account_id",
        given,
    )
    last: dict[str, date] = {}
    for row in rows:
        account: str = row.account_id
        account = shown.get(account, account)
        month = date.fromisoformat(row.day).replace(day=1)
        last[account] = max(month, last.get(account, month))
    return last


def standing_accounts(
    connection: Connection, ids: Iterable[str], merged: Mapping[str, str]
) -> dict[str, tuple[str, bool]]:
    """For each account id: the account that it is shown as, and whether that is a key account. None was taken back."""
    roots = {account: resolve_alias(account, merged) for account in ids}
    known = {
        row.id: bool(row.is_key)
        for row in standing(connection, t.account, "id", dict.fromkeys(roots.values()))
    }
    return {account: (root, known[root]) for account, root in roots.items() if root in known}


def values_where(
    connection: Connection, table: str, wanted: str, column: str, values: Collection[str]
) -> Iterator[str]:
    """What stands in ``wanted`` in the rows, taken back or not, in which ``column`` has one of these values."""
    given = sorted(values)
    for begin in range(0, len(given), CHUNK):
        some = given[begin : begin + CHUNK]
        marks = ",".join("?" * len(some))
        sql = f'SELECT {wanted} FROM "{table}" WHERE {column} IN ({marks}) AND {wanted} IS NOT NULL'
        yield from (row[0] for row in plain.rows(connection, sql, tuple(some)))
