"""The rows of the book that are to leave it: all in force, and those taken back that one in force still leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.db import tables as t
from kamdesk.domain.walltime import clock_text
from kamdesk.reads.export.shape import KEPT_BACK, ORDER
from kamdesk.words import Words

Rows = Mapping[str, Mapping[str, Row[Any]]]
"""Table → id → row, in the order of the ids."""

_MANY = 400


def read_rows(connection: Connection, tables: Iterable[str] = ORDER) -> Rows:
    """The rows of ``tables``. What is confidential is not among them, nor a file kept with it."""
    found: dict[str, dict[str, Row[Any]]] = {}
    for name in tables:
        table = t.metadata.tables[name]
        chosen = select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.id)
        if name == "attachment":
            chosen = chosen.where(table.c.subject.not_in(KEPT_BACK))
        found[name] = {row.id: row for row in connection.execute(chosen)}
    _add_linked(connection, found)
    return found


def _add_linked(connection: Connection, found: dict[str, dict[str, Row[Any]]]) -> None:
    """Adds the rows taken back that rows in force lead to: without them a link would lead nowhere."""
    new: Mapping[str, Iterable[Row[Any]]] = {name: list(rows.values()) for name, rows in found.items()}
    while new:
        wanted: dict[str, set[str]] = defaultdict(set)
        for name, rows in new.items():
            for key in t.metadata.tables[name].foreign_keys:
                target, column = key.column.table.name, key.parent.name
                if target in found:
                    ids = (getattr(row, column) for row in rows)
                    wanted[target].update(each for each in ids if each and each not in found[target])
        new = {name: list(_by_id(connection, name, sorted(ids))) for name, ids in wanted.items() if ids}
        new = {name: rows for name, rows in new.items() if rows}
        for name, rows in new.items():
            found[name] |= {row.id: row for row in rows}


def _by_id(connection: Connection, name: str, ids: list[str]) -> Iterator[Row[Any]]:
    table = t.metadata.tables[name]
    for start in range(0, len(ids), _MANY):
        yield from connection.execute(select(table).where(table.c.id.in_(ids[start : start + _MANY])))


def currency_of(rows: Rows, row: Row[Any]) -> str | None:
    """In which currency a row's money is: its own, or that of the order it is a line of."""
    values = row._mapping
    if "currency" in values:
        return values["currency"]
    order = rows["order"].get(values["order_id"]) if "order_id" in values else None
    return order.currency if order else None


class Names:
    """What a row is called beside a link to it."""

    def __init__(self, rows: Rows, words: Words) -> None:
        self._rows = rows
        self._words = words

    def of(self, table: str | None, row_id: str | None) -> str:
        """The name, or day and name, of a row; empty where there is none."""
        row = self._rows.get(table or "", {}).get(row_id or "")
        if row is None:
            return ""
        if table == "account":
            return self._current(row).name
        if table == "order":
            return row.number or row.ordered_on.isoformat()
        if table == "visit":
            return f"{row.planned_date.isoformat()} {self.of('account', row.account_id)}"
        if table == "visit_report":
            visit = self._rows.get("visit", {}).get(row.visit_id)
            account = self.of("account", visit.account_id) if visit else ""
            return f"{row.visited_on.isoformat()} {account}".strip()
        if table == "visit_slot":
            weekday = self._words.choice("weekday", str(row.weekday))
            return f"{weekday} {clock_text(row.start)} {self.of('account', row.account_id)}"
        return getattr(row, "name", None) or getattr(row, "what", None) or ""

    def _current(self, account: Row[Any]) -> Row[Any]:
        """The account that this one was merged into, or itself."""
        passed = {account.id}
        while account.merged_into and account.merged_into not in passed:
            passed.add(account.merged_into)
            account = self._rows["account"].get(account.merged_into, account)
        return account
